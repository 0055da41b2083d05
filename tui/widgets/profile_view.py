"""A needs profile in words and dots, now and compared with an earlier one."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from .drawn import Drawn, hanging

if TYPE_CHECKING:
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.language.words import Band, Kind
    from tui.domain.needs.needs_profile import Need, NeedsProfile

DOTS = ("···", "●··", "●●·", "●●●")
GAPS: dict["Band | None", str] = {"open": "○", "thin": "◐", "ok": "●", None: "?"}
NOT_KNOWN = "not known"

_BETWEEN = 2
_SET_IN = 2
_ROOM_FOR_A_REASON = 32
_ROOM_FOR_A_SHIFT = 32
_ROOM_FOR_BOTH = 41


class ProfileView(Drawn):
    """The kinds of support a goal needs, the widest gap first."""

    def show(self, profile: "NeedsProfile", words: "Vocabulary") -> None:
        """Show a profile in these words."""
        self.lay_out(lambda width: list(profile_lines(profile, words, width)))


def profile_lines(profile: "NeedsProfile", words: "Vocabulary", width: int) -> Iterator[Content]:
    """A line for each needed kind with its reasons beneath, then the kinds not needed and those not asked.

    A line says how much it would help, how well it is covered and what that leaves open. Where there is
    less room the words for the dots go first.
    """
    if not profile.ranked:
        yield Content("Nothing is marked as needed.")
    else:
        columns = _columns(words, width)
        yield _row(columns, "$quiet", "", "needed", "needed", "covered", "")
    for kind, need in _by_gap(profile):
        band = "not known" if need.band is None else words["band"][need.band].label
        yield _row(
            columns,
            "",
            words["kind"][kind].label,
            DOTS[need.importance],
            words["importance"][str(need.importance)].label,
            NOT_KNOWN if need.coverage is None else words["coverage"][str(need.coverage)].label,
            f"{GAPS[need.band]} {band}",
        )
        if need.adjustment:
            yield from _reasons(need, columns[0] + _BETWEEN, width)
    unneeded = [kind for kind, need in profile.kinds.items() if need is not None and need.need <= 0]
    unknown = [kind for kind, need in profile.kinds.items() if need is None]
    for said, kinds in (("not needed", unneeded), ("not asked", unknown)):
        if kinds and (profile.ranked or said == "not asked"):
            text = Content(", ".join(_spoken(kind, words) for kind in kinds))
            yield from hanging(Content.styled(said, "$quiet"), text.stylize("$quiet"), width, 12)


def shift_lines(
    before: "NeedsProfile", now: "NeedsProfile", words: "Vocabulary", width: int
) -> Iterator[Content]:
    """A line for each mark that differs, from what it was to what it is."""
    from tui.domain.needs.shifts import newly_asked, shifts

    found = shifts(before, now)
    indent = _label_width(words) + _BETWEEN
    room = width - indent
    told: Kind | None = None
    for shift in found:
        label = "" if shift.kind == told else words["kind"][shift.kind].label
        told = shift.kind
        scale = words[shift.scale]
        of = ("covered  " if shift.scale == "coverage" else "needed   ") if room >= _ROOM_FOR_BOTH else ""
        text = Content.assemble(
            (f"{of}{scale[str(shift.before)].label} → ", "$quiet"), scale[str(shift.now)].label
        )
        if room >= _ROOM_FOR_A_SHIFT:
            yield from hanging(label, text, width, indent)
        else:
            yield from [Content(label)] if label else []
            yield from hanging("", text, width, _SET_IN)
    if new := newly_asked(before, now):
        text = Content(", ".join(_spoken(kind, words) for kind in new))
        yield from hanging(Content.styled("asked anew", "$quiet"), text, width, 12)
    if not found and not new:
        yield Content("Nothing has changed since.")


def _by_gap(profile: "NeedsProfile") -> Sequence[tuple["Kind", "Need"]]:
    order: tuple[Band | None, ...] = ("open", "thin", None, "ok")
    return sorted(profile.ranked, key=lambda pair: order.index(pair[1].band))


def _reasons(need: "Need", indent: int, width: int) -> Iterator[Content]:
    if need.need == need.importance:
        more = "all the more"
    else:
        more = "a little more" if need.adjustment > 0 else "a little less"
    beneath = indent if width - indent >= _ROOM_FOR_A_REASON else _SET_IN
    for place, reason in enumerate(need.because):
        text = f"{more}, because {reason}" if place == 0 else f"and because {reason}"
        yield from hanging("", Content(text).stylize("$quiet"), width, beneath)


def _columns(words: "Vocabulary", width: int) -> tuple[int, int, int, int, int]:
    """The widths of kind, dots, help, coverage and gap; 0 where there is no room."""
    label = _label_width(words)
    helps = _widest(words, "importance")
    covered = max(_widest(words, "coverage"), len(NOT_KNOWN))
    gap = max(_widest(words, "band"), len(NOT_KNOWN)) + 2
    every = (label, len(DOTS[0]), helps, covered, gap)
    for columns in (every, (label, len("needed"), 0, covered, gap), (label, len("needed"), 0, 0, gap)):
        if sum(columns) + _BETWEEN * (sum(map(bool, columns)) - 1) <= width:
            return columns
    return (max(width - len("needed") - gap - 2 * _BETWEEN, 1), len("needed"), 0, 0, gap)


def _row(columns: tuple[int, int, int, int, int], style: str, *texts: str) -> Content:
    parts = []
    for place, (column, text) in enumerate(zip(columns, texts, strict=True)):
        if column:
            shown = "" if place == 1 and columns[2] and text == texts[2] else text
            part = Content(shown).truncate(column, ellipsis=True, pad=True)
            parts.append(part.stylize("$accent" if place == 1 and not style else style or "$foreground"))
    return Content("  ").join(parts)


def _label_width(words: "Vocabulary") -> int:
    return _widest(words, "kind")


def _widest(words: "Vocabulary", name: str) -> int:
    return max(len(word.label) for word in words[name].values())


def _spoken(kind: "Kind", words: "Vocabulary") -> str:
    label = words["kind"][kind].label
    return label[:1].lower() + label[1:]
