"""How far needs are covered, in counts and in words: never a percentage, never a score."""

from tui.domain.needs.needs_profile import NeedsProfile

_SHARES = (
    (0.1, "hardly anything"),
    (1 / 4, "about a quarter"),
    (1 / 3, "about a third"),
    (2 / 5, "about two fifths"),
    (1 / 2, "about half"),
    (2 / 3, "about two thirds"),
    (3 / 4, "about three quarters"),
    (0.9, "nearly all"),
)
_DECIMALS = 6  # a share summed up from thirds is not quite 1


def share_in_words(share: float) -> str:
    """A share of a whole in the nearest words; nothing at all and all of it only where that is so.

    >>> share_in_words(0.4277), share_in_words(1), share_in_words(0.99)
    ('about two fifths', 'all', 'nearly all')
    """
    rounded = round(share, _DECIMALS)
    if rounded <= 0:
        return "nothing"
    if rounded >= 1:
        return "all"
    return min(_SHARES, key=lambda words: abs(words[0] - share))[1]


def count_in_words(profile: NeedsProfile) -> str:
    """How many of the needed kinds are covered; what is not known is neither covered nor missing."""
    needed = len(profile.ranked)
    if not needed:
        asked = any(need is not None for need in profile.kinds.values())
        return "nothing needed" if asked else "not asked yet"
    unknown = sum(need.band is None for _, need in profile.ranked)
    if unknown == needed:
        return "not known yet"
    covered = len(profile.in_band("ok"))
    counted = f"all {needed} covered" if covered == needed else f"{covered or 'none'} of {needed} covered"
    return f"{counted}, {unknown} not known" if unknown else counted
