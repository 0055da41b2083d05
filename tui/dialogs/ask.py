"""The ask dialog: the words to ask somebody with, to be changed, copied, mailed or kept. Nothing is sent."""

import asyncio
from typing import ClassVar, Literal, NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.domain.language.text import clean_line
from tui.interchange.mail import mail_address, mailto
from tui.widgets.opener import NothingOpens, open_mail

from .form import DraftKeeper
from .message import READING, MessageDialog


class AskAnswer(NamedTuple):
    """What is to be kept: the words, and whether they were sent."""

    state: Literal["drafted", "sent", "reminded"]
    text: str


class To(NamedTuple):
    """Whom the message is for: their name, their mail addresses, and what the message is about."""

    name: str
    emails: tuple[str, ...]
    subject: str


class AskDialog(MessageDialog[AskAnswer], inherit_bindings=False):
    """Shows the words with whom they are for and what is worth knowing before; answers with what to keep.

    Its keys are listed anew, so that those that end it stand first. With `remind` it is the reminder of an
    ask: it is not kept, only noted when they were reminded.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep_read", "Keep", id="ask.keep", tooltip="Keep it as a draft"),
        Binding("ctrl+o", "keep", "Keep", id="ask.keep", tooltip="Keep it as a draft"),
        Binding("s", "sent", "Sent", id="ask.sent", tooltip="You have sent it: note the day"),
        Binding("y", "copy", "Copy", id="message.copy", tooltip="Copy the message"),
        Binding("o", "mail", "Mail", id="ask.mail", tooltip="Open it in your mail program"),
        Binding("e", "write", "Change", id="message.write", tooltip="Change the message here"),
        Binding("w", "save", "File", id="message.save", tooltip="Save the message as a file of its own"),
        Binding("f4", "edit", "Editor", id="message.editor", tooltip="Change the message in your editor"),
        Binding("escape", "leave", "Back", id="ask.leave", tooltip="Back; a change is kept as a draft"),
        Binding("question_mark,f1", "app.help", "Keys", id="app.help", tooltip="All keys that work here"),
    ]

    DEFAULT_CSS = """
    AskDialog {
        & .ask--note { color: $accent; margin: 0 0 1 0; }
        & .ask--to { color: $quiet; margin: 0 0 1 0; }
    }
    """

    def __init__(
        self,
        to: To,
        heading: str,
        text: str,
        *,
        draft: str,
        drafts: DraftKeeper,
        notes: tuple[str, ...] = (),
        remind: bool = False,
    ) -> None:
        """`notes` are what is worth knowing before it is sent."""
        super().__init__(draft, heading, text, f"to {to.name}", drafts=drafts)
        self._to = to
        self._notes = notes
        self._remind = remind
        self._address = mail_address(to.emails)

    def above(self) -> ComposeResult:
        for note in self._notes:
            yield Static(clean_line(note), classes="ask--note", markup=False)
        if self._address is not None:
            subject = clean_line(self._to.subject)
            yield Static(f"o writes to {self._address}: {subject}", classes="ask--to", markup=False)

    def next_step(self) -> str:
        if _has_blank(self.read):
            return "Fill in what stands in [brackets] with e. Nothing is sent from here."
        return "Nothing is sent from here: copy or mail it, and press s when it is sent."

    def same(self, kept: dict[str, object]) -> bool:
        return kept.get("title") == self._heading

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While it is being written, letters are letters. A reminder is not kept."""
        if action in ("keep", "keep_read") and self._remind:
            return False
        return action not in (*READING, "sent", "mail", "keep_read") or not self.has_class("-writing")

    def action_keep_read(self) -> None:
        """Keep it; while it is being written enter is a new line."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep it as a draft that is not sent yet."""
        self._answer("drafted")

    def action_sent(self) -> None:
        """It is sent."""
        self._answer("reminded" if self._remind else "sent")

    def _answer(self, state: Literal["drafted", "sent", "reminded"]) -> None:
        """Close with the words; they stay a draft until they are saved."""
        self.close_with(AskAnswer(state, self.text))

    @work
    async def action_mail(self) -> None:
        """Open it in the person's mail program, away from the keys."""
        if self._address is None:
            self.notify(
                f"No mail address of {self._to.name} yet. y copies the message.",
                severity="warning",
                markup=False,
            )
            return
        link = mailto(self._address, clean_line(self._to.subject), self.text)
        try:
            await asyncio.to_thread(open_mail, link)
        except NothingOpens as nothing:
            self.notify(str(nothing), severity="warning", markup=False)
        else:
            self.notify("Handed to your mail program. Press s when it is sent.", markup=False)


def _has_blank(text: str) -> bool:
    start = text.find("[")
    return start >= 0 and "]" in text[start:]
