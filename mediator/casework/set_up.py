"""Name the office, its people and its choices."""

from mediator.casework.desk import Desk
from mediator.documents.own_dossier import own_dossier
from mediator.documents.own_words import own_words
from mediator.domain.errors import RuleBroken
from mediator.domain.number import check_pattern
from mediator.domain.office import Committee, Office, Settings
from mediator.domain.staff import Mediator
from mediator.storage import offices


def has_office(desk: Desk) -> bool:
    """Whether the first run is finished."""
    with desk.store.look() as work:
        return offices.has_office(work)


def save_office(desk: Desk, office: Office) -> None:
    """Name the office, or correct what stands on its papers."""
    for field in ("name", "short_name"):
        if not getattr(office, field).strip():
            raise RuleBroken("office-field-missing", field=field)
    with desk.store.work() as work:
        before = offices.office(work) if offices.has_office(work) else None
        if any(one.name == office.name and not one.own for one in offices.committees(work)):
            raise RuleBroken("office-name-taken", field="name", name=office.name)
        offices.save_office(work, office)
        desk.note(work, "name-office", before, office)


def save_settings(desk: Desk, settings: Settings) -> None:
    """Change what the office has set for itself."""
    check_pattern(settings.code_pattern)
    check_pattern(settings.dossier_pattern)
    if not 1 <= settings.cut_day <= 28:
        raise RuleBroken("cut-day-unfit", field="cut_day", value=settings.cut_day)
    if not 1 <= settings.due_day <= 28:
        raise RuleBroken("due-day-unfit", field="due_day", value=settings.due_day)
    for field in ("mediation_months", "follow_up_days"):
        if getattr(settings, field) < 1:
            raise RuleBroken("limit-unfit", field=field, value=getattr(settings, field))
    if list(settings.band_edges) != sorted(set(settings.band_edges)):
        raise RuleBroken("band-edges-unfit", field="band_edges")
    kept = settings.model_copy(update={"wordings": own_words(settings.wordings)})
    if kept.own_dossier or kept.dossier_list == "own":
        kept = kept.model_copy(update={"own_dossier": own_dossier(kept.own_dossier)})
    with desk.store.work() as work:
        before = offices.settings(work)
        offices.save_settings(work, kept)
        desk.note(work, "set", before, kept)


def mediators(desk: Desk) -> list[Mediator]:
    """Everyone who works or has worked here."""
    with desk.store.look() as work:
        return offices.mediators(work)


def save_mediator(desk: Desk, name: str, mediator_id: int | None = None, *, active: bool = True) -> int:
    """Name a mediator, correct the name, or note that one has left."""
    clean = name.strip()
    if not clean:
        raise RuleBroken("mediator-name-missing", field="name")
    with desk.store.work() as work:
        known = {person.id: person for person in offices.mediators(work)}
        same = [p for p in known.values() if p.name == clean and p.id != mediator_id]
        if any(p.at_desk or mediator_id is not None for p in same):  # a ledger's name may take a desk
            raise RuleBroken("mediator-name-taken", field="name", name=clean)
        new_id = offices.save_mediator(work, clean, mediator_id=mediator_id, active=active)
        after = Mediator(id=new_id, name=clean, active=active)
        desk.note(work, "name-mediator", known.get(new_id), after)
        return new_id


def committees(desk: Desk) -> list[Committee]:
    """Every committee that cases or ledgers have named, the office's own first."""
    with desk.store.look() as work:
        return offices.committees(work)


def names_in_use(desk: Desk) -> tuple[list[str], list[str]]:
    """(rooms, areas) that cases have named so far."""
    with desk.store.look() as work:
        return offices.rooms(work), offices.areas(work)
