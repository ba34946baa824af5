"""The office keeps its own words for the papers, and its dossier, beside the defaults."""

import pytest

from mediator.casework.desk import Desk
from mediator.casework.set_up import save_settings
from mediator.domain.errors import RuleBroken
from mediator.domain.office import Settings
from mediator.domain.track import DossierItem

KEY = "application-form.told"


def keep(desk: Desk, **texts: str) -> None:
    save_settings(desk, desk.settings().model_copy(update={"wordings": texts}))


def test_own_words_are_kept_and_go_back_to_the_default(desk: Desk) -> None:
    keep(desk, **{KEY: " 申请人知道有关规定，自愿申请调解。\n"})
    assert desk.settings().wordings == {KEY: "申请人知道有关规定，自愿申请调解。"}
    keep(desk, **{KEY: " "})
    assert desk.settings() == Settings()


def test_words_that_cannot_be_printed_change_nothing(desk: Desk) -> None:
    keep(desk, **{KEY: "自愿申请。"})
    with pytest.raises(RuleBroken) as refused:
        keep(desk, **{KEY: "自愿向{法院}申请。"})
    assert refused.value.field == KEY
    assert desk.settings().wordings == {KEY: "自愿申请。"}


def test_the_own_dossier_is_kept_in_its_order(desk: Desk) -> None:
    items = (DossierItem(" 协议 ", True, ("agreement",)), DossierItem("照片", False))
    chosen = desk.settings().model_copy(update={"dossier_list": "own", "own_dossier": items})
    save_settings(desk, chosen)
    kept = (DossierItem("协议", True, ("agreement",)), DossierItem("照片", False))
    assert desk.settings().own_dossier == kept
    save_settings(desk, desk.settings().model_copy(update={"dossier_list": "national"}))
    assert desk.settings().own_dossier == kept  # kept for the day it is wanted again


def test_an_own_dossier_of_nothing_is_not_chosen(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="own-dossier-empty"):
        save_settings(desk, desk.settings().model_copy(update={"dossier_list": "own"}))
    assert desk.settings() == Settings()
