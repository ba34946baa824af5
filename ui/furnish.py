"""Composes what stands in the window: data, the person at the desk, pages and the ways between them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from mediator.casework import set_up
from mediator.casework.desk import Desk, local_now
from mediator.casework.look_up import latest_acceptance
from mediator.casework.rare_characters import has_rare_names, rare_characters
from mediator.command.words import say
from mediator.domain.dates import write_date
from mediator.domain.errors import MediatorError
from ui.dialogs.help import HelpDialog
from ui.dialogs.rare_character import ask_rare_character
from ui.dialogs.who import WhoDialog
from ui.draft_ways import DraftWays
from ui.drafts import DraftKeeper
from ui.main_window import MainWindow
from ui.messages import BoxMessages, Messages
from ui.opening import Opened, Wanted, open_data, read_arguments
from ui.page_list import page_entries
from ui.rare_faces import load_rare_faces
from ui.rare_input import RareInput
from ui.services import Services
from ui.tasks import Tasks
from ui.tokens import Tone
from ui.type_size import window_settings

if TYPE_CHECKING:
    from ui.pages.case_list_page import CaseListPage
    from ui.pages.case_page import CasePage
    from ui.pages.series_page import SeriesPage

FIRST_PAGE = "desk"
WHO_KEY = "who"
SHUTDOWN_MS = 30_000
Messenger = Callable[[MainWindow], Messages]


def box_messages(window: MainWindow) -> Messages:
    """Messages as boxes over the window."""
    return BoxMessages(window, say)


def furnish(
    window: MainWindow,
    arguments: Sequence[str],
    messenger: Messenger = box_messages,
    now: Callable[[], datetime] = local_now,
) -> bool:
    """Open the data, ask who it is, bring the pages; False when the person gave up."""
    wanted = read_arguments(arguments)
    messages = messenger(window)
    opened: Opened | None = None
    try:
        opened = open_data(wanted, messages, now().date(), window)
        return opened is not None and Furnisher(window, opened, messages, now).begin(wanted)
    except MediatorError as error:  # nothing is shown yet that one could go on with
        if opened is not None:
            opened.close()
        messages.refuse(error)
        return False


class Furnisher(QObject):
    """Lives as long as the window; furnishes it again when another person sits down."""

    def __init__(
        self, window: MainWindow, opened: Opened, messages: Messages, now: Callable[[], datetime]
    ) -> None:
        super().__init__(window)
        self.window_ = window
        self.opened = opened
        self.messages = messages
        self.now = now
        self.tasks = Tasks(self)
        self.services: Services | None = None
        self._settings = window_settings()
        window.before_close(self._put_away)
        window.closing.connect(self._look_at_drafts)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self._end_session)

    def begin(self, wanted: Wanted) -> bool:
        """Seat the first person; False, and the data closed again, when nobody sits down."""
        who = wanted.user or self.opened.first_person or self._ask_who(only_if_several=True)
        if not who:
            self.opened.close()
            return False
        self.seat(who)
        self._connect()
        return True

    def seat(self, who: str) -> None:
        """Furnish the window for a person."""
        if self.services is not None:
            self.services.drafts.close()
        self.services = self._services(Desk(self.opened.store, who, self.now))
        if not self.opened.sample:
            self._settings.setValue(WHO_KEY, who)
        if has_rare_names(self.services.desk):
            load_rare_faces()  # before the pages are laid out: later they would all be laid out anew
        self.window_.top_bar.show_person(who, [("who", "换人…")])
        self._offer_drafts(self.services)
        self.window_.furnish(page_entries(self.services), FIRST_PAGE)
        self._tell_office()
        self._tell_banner()

    def change_person(self) -> None:
        """Let another person sit down; the shown page is asked first."""
        window = self.window_
        if not window.page(window.current_page()).may_leave():
            return
        who = self._ask_who()
        if who:
            self.tasks.stop_all()
            self.seat(who)

    def open_case(self, case_id: int) -> bool:
        """Show a case; False when the shown page will not leave."""
        page = cast("CasePage", self.window_.page("case"))
        if self.window_.current_page() == "case":
            return page.show_case(case_id)
        current = self.window_.page(self.window_.current_page())
        return current.may_leave() and page.show_case(case_id) and self.window_.go("case")

    def open_series(self, series_id: int) -> bool:
        """Show a series, or the list of them; False when the shown page will not leave."""
        current = self.window_.page(self.window_.current_page())
        if not current.may_leave():
            return False
        cast("SeriesPage", self.window_.page("series")).show_series(series_id)
        return self.window_.go("series")

    def show_cases(self, codes: tuple[str, ...], title: str) -> bool:
        """Show the list of the cases behind a figure."""
        if not self.window_.go("cases"):
            return False
        cast("CaseListPage", self.window_.page("cases")).show_codes(codes, title)
        return True

    def search(self, text: str) -> None:
        """Look for words in all cases."""
        if text and self.window_.go("cases"):
            cast("CaseListPage", self.window_.page("cases")).search(text)

    def _search_on(self, text: str) -> None:
        """While typing, only a list that is already in front follows."""
        if self.window_.current_page() == "cases":
            cast("CaseListPage", self.window_.page("cases")).search(text)

    def _services(self, desk: Desk) -> Services:
        return Services(
            desk=desk,
            messages=self.messages,
            tasks=self.tasks,
            words=say,
            go=self.window_.go,
            open_case=self.open_case,
            show_cases=self.show_cases,
            open_series=self.open_series,
            saved=self._say_saved,
            drafts=DraftKeeper(desk, self.messages, self),
        )

    def _offer_drafts(self, services: Services) -> None:
        drafts = services.drafts
        drafts.go = DraftWays(self.window_, services).go
        drafts.written.connect(self._say_draft)
        drafts.load()
        self.window_.status_line.show_draft("")

    def _look_at_drafts(self) -> None:
        if self.services is not None:
            self.services.drafts.soon()

    def _end_session(self) -> None:
        """Windows is shut down or the person logs off: everything is written now, and nobody is asked."""
        if self.services is not None:
            self.services.drafts.flush()
        self.window_.close_unasked(True)
        # Somebody else may have stopped the shutdown: then closing asks again.
        QTimer.singleShot(SHUTDOWN_MS, self, lambda: self.window_.close_unasked(False))

    def _say_draft(self) -> None:
        if self.services is None:
            return
        drafts = self.services.drafts
        words = f"草稿 {self.services.desk.now():%H:%M}" if drafts.kept_anything() else ""
        self.window_.status_line.show_draft("草稿还没有存上，正在重试" if drafts.failed else words)

    def _ask_who(self, *, only_if_several: bool = False) -> str:
        desk = Desk(self.opened.store, "", self.now)
        names = [person.name for person in set_up.mediators(desk) if person.works_here]
        if len(names) == 1 and only_if_several:
            return names[0]
        dialog = WhoDialog(names, str(self._settings.value(WHO_KEY, "")), self.window_)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return ""
        if dialog.chosen not in names:
            set_up.save_mediator(Desk(self.opened.store, dialog.chosen, self.now), dialog.chosen)
        return dialog.chosen

    def _connect(self) -> None:
        window = self.window_
        window.top_bar.search_entered.connect(self.search)
        window.top_bar.searched.connect(self._search_on)
        window.top_bar.menu_asked.connect(lambda _key: self.change_person())
        window.page_shown.connect(lambda _key: self._tell_office())
        window.page_shown.connect(lambda _key: self._look_at_drafts())
        window.help_asked.connect(lambda key: HelpDialog(key, window).exec())
        RareInput(self._ask_rare, self)

    def _ask_rare(self, field: QWidget) -> str:
        known = rare_characters(self.services.desk) if self.services is not None else ()
        return ask_rare_character(known, self._settings, field.window())

    def _say_saved(self) -> None:
        if self.services is not None:
            self.window_.status_line.show_saved(f"已保存 {self.services.desk.now():%H:%M}")

    def _tell_office(self) -> None:
        if self.services is not None:
            self.window_.status_line.show_office(self.services.desk.office().name)

    def _tell_banner(self) -> None:
        """What concerns every page: a sample is not kept, and a clock may be wrong."""
        assert self.services is not None
        desk, banner = self.services.desk, self.window_.banner
        latest = latest_acceptance(desk)
        if latest is not None and desk.today() < latest:
            text = (
                f"电脑的日期是 {write_date(desk.today())}，比最近一次受理（{write_date(latest)}）还早。"
                "请检查电脑的日期和时间。"
            )
            banner.say(text, Tone.ATTENTION)
        elif self.opened.sample:
            banner.say("这是示例单位，里面的人和事都是虚构的；关闭窗口后不保留。", Tone.ACCENT)
        else:
            banner.clear()

    def _put_away(self) -> bool:
        """Close the data before the window goes; drafts are written, background work is asked to stop."""
        if self.services is not None:
            self.services.drafts.flush()
        if not self.tasks.stop_all():
            self.messages.warn("后台的工作还没有结束，请稍等一下再关闭。")
            return False
        if self.services is not None:
            self.services.drafts.close()
        self.opened.close()
        return True
