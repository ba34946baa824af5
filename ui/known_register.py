"""What the forms ask of the register of people, over the desk."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mediator.casework import register
from mediator.domain.register import KnownPerson
from ui.dialogs.earlier_cases import EarlierCases
from ui.services import Services
from ui.widgets.known_people import Register


def register_of(
    services: Services,
    parent: QWidget,
    case_id: Callable[[], int | None],
    parted: Callable[[], object],
) -> Register:
    """The register as a form over one case asks it; this case itself is not told as an earlier one."""
    desk = services.desk

    def show(person: KnownPerson) -> None:
        dialog = EarlierCases(services, person, parent)
        dialog.parted.connect(parted)
        dialog.open()

    return Register(
        known=lambda text: register.known(desk, text),
        earlier=lambda people: register.earlier(desk, people, case_id()),
        show=show,
        today=desk.today,
    )
