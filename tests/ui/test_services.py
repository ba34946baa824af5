"""What pages are given: refusals get words, faults stay faults."""

import pytest

from mediator.domain.errors import MediatorError, RuleBroken
from ui.services import Services


def test_a_refusal_is_explained_and_a_fault_goes_on(services: Services) -> None:
    assert services.explain(MediatorError("disk-full")) == "disk-full"
    assert services.explain(RuleBroken("date-missing", field="on")) == "date-missing"
    with pytest.raises(ZeroDivisionError):
        services.explain(ZeroDivisionError())
