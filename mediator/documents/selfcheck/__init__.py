"""What a reviewer would send a dossier back for: missing papers and hands, and papers that contradict."""

from mediator.documents.fitness import unfit
from mediator.documents.matter import Matter
from mediator.documents.selfcheck.course import course_findings
from mediator.documents.selfcheck.hands import hand_findings
from mediator.documents.selfcheck.items import item_findings
from mediator.documents.selfcheck.sameness import sameness_findings
from mediator.documents.selfcheck.signed import signed_findings
from mediator.domain.finding import Finding
from mediator.findings import weight_of


def review(matter: Matter) -> tuple[Finding, ...]:
    """Everything a reviewer would send back, what must be mended first.

    Where the matter can read files, the papers that were signed are held against what the case says now.
    """
    if matter.file.ending.outcome == "refused":  # nothing was mediated, there is no dossier to complete
        return ()
    found = [
        *unfit(matter),
        *item_findings(matter),
        *hand_findings(matter),
        *course_findings(matter),
        *sameness_findings(matter.file),
        *(signed_findings(matter, matter.files) if matter.files else ()),
    ]
    return tuple(sorted(found, key=lambda one: weight_of(one) != "must"))
