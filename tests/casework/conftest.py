"""The cases of the scene are made once; every test works on its own copy of the closed file."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mediator.casework.desk import Desk
from mediator.storage.store import FILE_NAME, create, open_store
from tests.casework.scene import Scene
from tests.people import now, open_office


@pytest.fixture(scope="session")
def made_scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    folder = tmp_path_factory.mktemp("scene")
    with create(folder) as store:
        desk = Desk(store, "王测", now)
        open_office(desk)
        scene = Scene(desk)
        assert all((scene.mapping, scene.series))
        assert all((scene.full, scene.archived, scene.open, scene.agreed, scene.failed, scene.refused))
        assert all((scene.removed, scene.dropped, scene.sealed, scene.drafted, scene.phrase, scene.merged))
    return scene


@pytest.fixture
def scene(made_scene: Scene, tmp_path: Path) -> Iterator[Scene]:
    shutil.copyfile(made_scene.desk.store.folder / FILE_NAME, tmp_path / FILE_NAME)
    with open_store(tmp_path) as store:
        mine = Scene(Desk(store, "王测", now))
        vars(mine).update({name: value for name, value in vars(made_scene).items() if name != "desk"})
        yield mine
