"""常用语 under a long text: a quiet menu, Alt+1 … Alt+9 for the first nine, and a way to keep a selection."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from mediator.casework.offer_phrases import Offered, count_use, offered
from mediator.casework.phrases import save_phrase
from mediator.domain.errors import MediatorError
from ui.dialogs.phrases import PhrasesDialog
from ui.services import Services
from ui.widgets.button import button
from ui.widgets.form import FieldForm
from ui.widgets.label import in_short
from ui.widgets.text_edit import LongText
from ui.widgets.text_tools import TextTools

MOST_SHOWN = 20
BY_KEY = 9
TALL = 5  # lines from which a field is for texts that one looks something up in
LONGEST = 42  # characters of a phrase in the menu


class PhraseLink(QObject):
    """Belongs to one long text and offers the phrases of its kind of field."""

    def __init__(
        self,
        services: Services,
        place: str,
        text: LongText,
        dispute_type: Callable[[], str] = str,
    ) -> None:
        super().__init__(text)
        self._services, self._place, self._text = services, place, text
        self._dispute_type = dispute_type
        self.link: QPushButton = button("常用语", self.open_menu, role="link", parent=text)
        self.link.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes on to the next field
        self.link.setToolTip("插入常用语（Alt+0）；Alt+1 到 Alt+9 插入前九条")
        text.add_tool(self.link)
        text.edit.installEventFilter(self)

    def offers(self) -> list[Offered]:
        """What is on offer now."""
        return offered(self._services.desk, self._place, self._dispute_type())

    def insert(self, phrase: Offered) -> None:
        """Put a phrase where the cursor is and remember that it was used."""
        self._text.insert(phrase.text)
        try:
            count_use(self._services.desk, self._place, phrase)
        except MediatorError as refusal:
            self._services.messages.refuse(refusal)

    def keep_selection(self) -> bool:
        """Keep the selected words as a phrase of one's own."""
        words = self._text.selected()
        return self._services.attempt(lambda: save_phrase(self._services.desk, self._place, words, own=True))

    def manage(self) -> None:
        """Open the list in which phrases are reworded, shared and dropped."""
        PhrasesDialog(self._services, self._place, self._text.window()).exec()

    def menu(self) -> QMenu:
        """The menu as it would open now."""
        menu = QMenu(self.link)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, phrase in enumerate(self.offers()[:MOST_SHOWN], 1):
            words = in_short(" ".join(phrase.text.split()), LONGEST).replace("&", "&&")
            title = f"&{place}  {words}" if place <= BY_KEY else f"    {words}"
            menu.addAction(title, lambda chosen=phrase: self.insert(chosen))
        menu.addSeparator()
        keep = menu.addAction("把选中的文字存为常用语(&S)", self.keep_selection)
        keep.setEnabled(bool(self._text.selected()))
        menu.addAction("管理常用语(&M)…", self.manage)
        return menu

    def open_menu(self) -> None:
        """Show the menu under the link."""
        menu = self.menu()
        menu.popup(self.link.mapToGlobal(QPoint(0, self.link.height())))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Alt with a digit of the upper row; with those of the keypad Windows types signs by their code."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        digit = event.key() - Qt.Key.Key_0
        if event.modifiers() != Qt.KeyboardModifier.AltModifier or not 0 <= digit <= BY_KEY:
            return False
        if self._text.edit.isReadOnly():
            return False
        if digit == 0:
            self.open_menu()
        elif digit <= len(offers := self.offers()):
            self.insert(offers[digit - 1])
        return True


def offer_phrases(form: FieldForm, services: Services, dispute_type: Callable[[], str] = str) -> None:
    """Give every long field that names a kind of phrases its menu, and tall ones what long texts need."""
    for field in form.fields:
        if field.phrases:
            PhraseLink(services, field.phrases, form.field(field.name), dispute_type)
        if field.kind == "long" and field.lines >= TALL:
            TextTools(form.field(field.name))


def phrase_offer(services: Services, place: str) -> Callable[[LongText], QWidget]:
    """For rows that are made later and know no services: gives a long text its menu."""
    return lambda text: PhraseLink(services, place, text).link
