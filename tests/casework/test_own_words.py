"""The office keeps its own words for the papers, and its dossier, beside the defaults."""

import pytest

from mediator.casework.desk import Desk
from mediator.casework.set_up import save_settings
from mediator.domain.errors import RuleBroken
from mediator.domain.office import Settings

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
