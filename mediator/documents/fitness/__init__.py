"""Whether an agreement is fit to be signed: its people, its terms, its days."""

from mediator.documents.fitness.days import day_findings
from mediator.documents.fitness.people import people_findings
from mediator.documents.fitness.terms import term_findings
from mediator.documents.matter import Matter
from mediator.domain.finding import Finding
from mediator.findings import weight_of


def unfit(matter: Matter) -> tuple[Finding, ...]:
    """Everything to mend or look at before the agreement is signed, what must be mended first.

    Without an agreement there is nothing to sign, and nothing is found.
    """
    agreement = matter.file.agreement
    if agreement is None:
        return ()
    found = (
        *people_findings(matter.file, agreement),
        *term_findings(matter.file, agreement),
        *day_findings(matter, agreement),
    )
    return tuple(sorted(found, key=lambda one: weight_of(one) != "must"))
