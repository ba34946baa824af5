"""Opening a data folder: new, old, newer, foreign, damaged, unreachable; and bringing it up to date."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
import sqlcipher3.dbapi2
from sqlmodel import SQLModel

from mediator.domain.errors import Damaged, MediatorError, NewerDatabase, NotFound
from mediator.storage import offices, schema
from mediator.storage.engine import APPLICATION_ID, Header, peek, uri
from mediator.storage.store import FILE_NAME, Store, create, exists, open_store
from tests.people import OFFICE

OLD = sorted((Path(__file__).parents[1] / "fixtures" / "databases").glob("v*.db"))


def sha256(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def raw(folder: Path, *statements: str) -> None:
    connection = sqlcipher3.dbapi2.connect(str(folder / FILE_NAME))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def tables(store: Store) -> dict[str, dict[str, tuple[bool, bool]]]:
    """Table → column → (may be empty, is key)."""
    with store.look() as work:
        connection = work.session.connection()
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE 'case_search%'"
        ).scalars()
        return {
            name: {
                row[1]: (not row[3], bool(row[5]))
                for row in connection.exec_driver_sql(f'PRAGMA table_info("{name}")')
            }
            for name in names
        }


def test_a_new_folder_becomes_a_database_of_this_program(tmp_path: Path) -> None:
    folder = tmp_path / "数据 ‘一’" / "b"
    assert not exists(folder)
    with create(folder):
        pass
    header = peek(folder / FILE_NAME)
    assert (header.application, header.version) == (APPLICATION_ID, schema.latest())
    assert exists(folder)
    with open_store(folder) as store, store.look() as work:
        assert not offices.has_office(work)


@pytest.mark.parametrize("name", ["100%#1", "100%41", "file：甲 乙", "'𬱖'"])
def test_any_name_of_a_folder_will_do(tmp_path: Path, name: str) -> None:
    with create(tmp_path / name):
        pass
    with open_store(tmp_path / name) as store, store.look() as work:
        assert not offices.has_office(work)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (PureWindowsPath(r"C:\100%#1\mediator.db"), "file:///C:/100%25%231/mediator.db"),
        (PureWindowsPath(r"\\server\share\a b\mediator.db"), "file:////server/share/a%20b/mediator.db"),
        (PurePosixPath("/a?b/mediator.db"), "file:///a%3Fb/mediator.db"),
    ],
)
def test_a_server_is_no_authority_to_the_database(path: PureWindowsPath, wanted: str) -> None:
    assert uri(path) == wanted


@pytest.mark.parametrize("look", [exists, create, open_store])
def test_a_folder_nobody_may_look_into_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: Callable[[Path], object]
) -> None:
    def forbid(_path: Path, **_how: bool) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "stat", forbid)
    with pytest.raises(MediatorError, match="folder-unreachable"):
        look(tmp_path)


def test_there_must_be_data_to_open(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as refusal:
        open_store(tmp_path / "nowhere")
    assert refusal.value.code == "no-data"
    assert list(tmp_path.iterdir()) == []


def test_a_newer_database_is_refused_untouched(tmp_path: Path) -> None:
    create(tmp_path).close()
    raw(tmp_path, f"PRAGMA user_version={schema.latest() + 1}")
    before = sha256(tmp_path)
    with pytest.raises(NewerDatabase) as refusal:
        open_store(tmp_path)
    assert refusal.value.values == {"version": schema.latest() + 1, "known": schema.latest()}
    assert sha256(tmp_path) == before


def test_a_newer_database_left_by_a_crash_is_refused_untouched(tmp_path: Path) -> None:
    live, left = tmp_path / "live", tmp_path / "left"
    left.mkdir()
    with create(live) as store:
        raw(live, f"PRAGMA user_version={schema.latest() + 1}", "CREATE TABLE later (a)")
        for part in live.iterdir():
            if not part.name.endswith("-shm"):
                shutil.copyfile(part, left / part.name)
        with store.look():
            pass
    before = sha256(left)
    assert len(before) == 2
    with pytest.raises(NewerDatabase):
        open_store(left)
    after = sha256(left)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE notes (a)",),
        ("PRAGMA application_id=7",),
        ("PRAGMA user_version=1",),
        (f"PRAGMA user_version={10**6}", "CREATE TABLE notes (a)"),
    ],
)
@pytest.mark.parametrize("opening", [create, open_store])
def test_a_foreign_database_is_refused_untouched(
    tmp_path: Path, statements: tuple[str, ...], opening: type[Store]
) -> None:
    raw(tmp_path, *statements)
    before = sha256(tmp_path)
    with pytest.raises(Damaged) as refusal:
        opening(tmp_path)
    assert refusal.value.code == "not-our-database"
    assert sha256(tmp_path) == before


@pytest.mark.parametrize(
    "content", [b"x", b"\x00" * 5000, b"\x89PNG\r\n" * 9000, b"SQLite format 3\x00" + b"\xff" * 9000]
)
@pytest.mark.parametrize("opening", [create, open_store])
def test_a_file_that_is_no_database_is_refused_untouched(
    tmp_path: Path, content: bytes, opening: type[Store]
) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    before = sha256(tmp_path)
    with pytest.raises(Damaged) as refusal:
        opening(tmp_path)
    assert refusal.value.code in ("not-a-database", "database-damaged")
    assert sha256(tmp_path) == before


def test_an_empty_file_is_no_data_yet(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    assert not exists(tmp_path)
    with pytest.raises(NotFound):
        open_store(tmp_path)
    create(tmp_path).close()
    assert exists(tmp_path)


def test_a_first_start_that_was_broken_off_is_carried_on(tmp_path: Path) -> None:
    raw(tmp_path, "PRAGMA journal_mode=wal")
    assert peek(tmp_path / FILE_NAME) == Header(0, 0, 0)
    with open_store(tmp_path) as store:
        assert set(tables(store)) == set(SQLModel.metadata.tables)


@pytest.mark.parametrize("below", ["file", "file/deeper"])
def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("keep", encoding="utf-8")
    folder = tmp_path / below
    with pytest.raises(MediatorError) as refusal:
        create(folder)
    assert (refusal.value.code, refusal.value.values) == ("folder-unreachable", {"folder": str(folder)})
    assert not exists(folder)


def test_a_database_name_taken_by_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME / "x").mkdir(parents=True)
    with pytest.raises(MediatorError) as refusal:
        create(tmp_path)
    assert refusal.value.code in ("folder-unreachable", "disk-fault")  # by the operating system's answer


def declared() -> dict[str, dict[str, tuple[bool, bool]]]:
    return {
        name: {column.name: (bool(column.nullable), bool(column.primary_key)) for column in table.columns}
        for name, table in SQLModel.metadata.tables.items()
    }


def test_the_steps_make_what_the_tables_say(store: Store) -> None:
    assert tables(store) == declared()


def test_the_steps_make_the_indexes_and_links_the_tables_say(store: Store) -> None:
    with store.look() as work:
        connection = work.session.connection()
        sql = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        made = set(connection.exec_driver_sql(sql).scalars())
        links = {
            (name, row[3], row[2])
            for name in SQLModel.metadata.tables
            for row in connection.exec_driver_sql(f'PRAGMA foreign_key_list("{name}")')
        }
    metadata = SQLModel.metadata.tables
    assert made == {str(index.name) for table in metadata.values() for index in table.indexes}
    assert links == {
        (name, key.parent.name, key.column.table.name)
        for name, table in metadata.items()
        for key in table.foreign_keys
    }


BAD_STEPS = {
    "last": ("ALTER TABLE room ADD COLUMN floor INTEGER", "CREATE TABLE attic (id INTEGER)", "NONSENSE"),
    "data": (
        "CREATE TABLE attic (id INTEGER NOT NULL)",
        "INSERT INTO attic VALUES (1)",
        "INSERT INTO attic VALUES (NULL)",
    ),
}


@pytest.mark.parametrize("bad", BAD_STEPS)
def test_a_step_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: str) -> None:
    with create(tmp_path) as store, store.work() as work:
        offices.save_office(work, OFFICE)
    before = sha256(tmp_path)
    good = schema.steps()
    monkeypatch.setattr(schema, "steps", lambda: [*good, (len(good) + 1, BAD_STEPS[bad])])
    backups: list[int] = []
    for _ in range(2):
        with pytest.raises(Exception, match=r"NONSENSE|NOT NULL"):
            open_store(tmp_path, backup=lambda: backups.append(peek(tmp_path / FILE_NAME).version))
    assert backups == [len(good)] * 2
    monkeypatch.undo()
    with open_store(tmp_path) as store:
        assert "attic" not in tables(store)
        assert "floor" not in tables(store)["room"]
        with store.look() as work:
            assert offices.office(work) == OFFICE
    assert sha256(tmp_path)[FILE_NAME] == before[FILE_NAME]


def test_a_failed_start_lets_go_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create(tmp_path).close()
    good = schema.steps()
    monkeypatch.setattr(schema, "steps", lambda: [*good, (len(good) + 1, ("NONSENSE",))])
    with pytest.raises(Exception, match="NONSENSE"):
        open_store(tmp_path)
    names = {FILE_NAME, f"mediator-v{len(good)}.db"}
    assert {path.name for path in tmp_path.iterdir()} == names  # -wal and -shm go with the last handle


def test_a_good_step_runs_once_and_after_the_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create(tmp_path).close()
    good = schema.steps()
    step = (len(good) + 1, ("ALTER TABLE room ADD COLUMN floor INTEGER",))
    monkeypatch.setattr(schema, "steps", lambda: [*good, step])
    backups: list[Header] = []
    for _ in range(2):
        with open_store(tmp_path, backup=lambda: backups.append(peek(tmp_path / FILE_NAME))) as store:
            assert "floor" in tables(store)["room"]
    assert [header.version for header in backups] == [len(good)]
    assert peek(tmp_path / FILE_NAME).version == len(good) + 1


@pytest.mark.parametrize("opening", [create, open_store])
def test_an_old_database_is_kept_as_it_was_before_it_is_brought_up_to_date(
    tmp_path: Path, opening: Callable[[Path], Store]
) -> None:
    shutil.copyfile(OLD[0], tmp_path / FILE_NAME)
    raw(tmp_path, "PRAGMA journal_mode=wal")
    live = sqlcipher3.dbapi2.connect(str(tmp_path / FILE_NAME))  # what it saved last lies in the -wal
    live.execute("UPDATE office SET short_name = '新'")
    live.commit()
    opening(tmp_path).close()
    live.close()
    opening(tmp_path).close()
    kept = tmp_path / "mediator-v1.db"
    assert {path.name for path in tmp_path.iterdir()} == {FILE_NAME, kept.name}
    assert peek(kept).version == 1
    again = tmp_path / "again"
    again.mkdir()
    shutil.copyfile(kept, again / FILE_NAME)
    with open_store(again) as store, store.look() as work:
        assert offices.office(work).short_name == "新"


def test_where_no_copy_can_be_kept_nothing_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copyfile(OLD[0], tmp_path / FILE_NAME)

    def full(_path: Path) -> Path:
        raise sqlcipher3.dbapi2.OperationalError("database or disk is full")

    monkeypatch.setattr("mediator.storage.store.keep_copy", full)
    with pytest.raises(MediatorError, match="disk-full"):
        open_store(tmp_path)
    assert peek(tmp_path / FILE_NAME).version == 1


def test_the_data_are_released_when_the_store_is_closed(tmp_path: Path) -> None:
    store = create(tmp_path)
    with store.work() as work:
        offices.save_office(work, OFFICE)
    assert len(list(tmp_path.iterdir())) == 3
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    (tmp_path / FILE_NAME).rename(tmp_path / "moved.db")
    assert not exists(tmp_path)


def test_there_is_a_database_of_every_version() -> None:
    assert [path.name for path in OLD] == [f"v{version}.db" for version in range(1, schema.latest() + 1)]


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_a_database_of_every_version_opens_with_its_data(tmp_path: Path, old: Path) -> None:
    shutil.copyfile(old, tmp_path / FILE_NAME)
    with open_store(tmp_path) as store:
        assert peek(tmp_path / FILE_NAME).version == schema.latest()
        assert tables(store) == declared()
        with store.look() as work:
            assert offices.office(work) == OFFICE
            connection = work.session.connection()
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_the_register_of_an_old_database_joins_the_same_number_and_no_words(tmp_path: Path) -> None:
    shutil.copyfile(OLD[0], tmp_path / FILE_NAME)
    raw(
        tmp_path,
        "UPDATE party SET id_type = 'resident', id_number = '无' WHERE id IN (1, 2)",
        "UPDATE party SET id_type = 'resident', id_number = '11010119850203001X' WHERE id IN (3, 4)",
    )
    with open_store(tmp_path) as store, store.look() as work:
        rows = work.session.connection().exec_driver_sql("SELECT id, person_id FROM party ORDER BY id").all()
        people = dict(tuple(row) for row in rows)
    assert len({people[1], people[2], people[3]}) == 3
    assert people[3] == people[4]
    assert None not in people.values()
