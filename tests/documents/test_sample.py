"""The invented case shows every form, and every sentence that an office may change."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mediator.documents import press
from mediator.documents.own_words import every_wording, own_words
from mediator.documents.sample import sample
from mediator.domain.errors import NotFound
from mediator.domain.office import Settings
from tests.people import OFFICE

Pages = Callable[[bytes], list[str]]
MARK = "本室另行写明"


@pytest.mark.parametrize("key", sorted(press.forms()))
def test_every_form_has_a_sample_of_the_office_s_own(key: str, pages_of: Pages):
    form = press.forms()[key]
    pages = pages_of(sample(form, OFFICE, Settings()))
    assert form.title in "".join(pages) or key in ("cover", "back-cover")
    assert len(pages) <= 8
    assert sample(form, OFFICE, Settings()) == sample(form, OFFICE, Settings())


@pytest.mark.parametrize("key", sorted(every_wording()))
def test_every_sentence_is_seen_in_the_sample(key: str, pages_of: Pages):
    wording = every_wording()[key]
    own = Settings(wordings=own_words({key: MARK + wording.default}))
    assert MARK in "".join(pages_of(sample(press.forms()[key.partition(".")[0]], OFFICE, own)))


def test_a_form_that_the_invented_case_lacks_is_refused():
    nowhere = replace(press.forms()["agreement"], needed=lambda matter: False)
    with pytest.raises(NotFound, match="paper-has-no-subject"):
        sample(nowhere, OFFICE, Settings())
