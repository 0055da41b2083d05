"""What comes again and again: an iCalendar rule from words, back into words, and the day it next falls on."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": -1,
}
_ORDINAL_WORDS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_COUNTS = {"other": "2", "second": "2", "two": "2", "third": "3", "three": "3", "four": "4", "six": "6"}
_ALONE: Mapping[str, str] = {
    **dict.fromkeys(
        ("daily", "every day", "each day", "every morning", "every evening", "every night"), "FREQ=DAILY"
    ),
    **dict.fromkeys(("weekly", "once a week", "each week", "every week"), "FREQ=WEEKLY"),
    **dict.fromkeys(("fortnightly", "biweekly", "every fortnight"), "FREQ=WEEKLY;INTERVAL=2"),
    **dict.fromkeys(("monthly", "once a month", "each month", "every month"), "FREQ=MONTHLY"),
    **dict.fromkeys(("yearly", "once a year", "each year", "every year"), "FREQ=YEARLY"),
    **dict.fromkeys(("every weekday", "every working day", "weekdays"), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    **dict.fromkeys(("every weekend", "weekends"), "FREQ=WEEKLY;BYDAY=SA"),
}
_EVERY = re.compile(
    r"(?:every|each) (?:(?P<n>other|second|third|two|three|four|six|[1-9][0-9]?) )?"
    r"(?:(?P<unit>day|week|month|year)s?|(?P<days>[a-z]+(?:(?: and|,)? [a-z]+){0,6}))"
)
_ON_DAYS = re.compile(r"(?:on )?(?P<days>(?:mon|tues|wednes|thurs|fri|satur|sun)days)")
_NTH = re.compile(
    rf"(?:on |every )?(?:the )?(?P<nth>{'|'.join(_ORDINALS)}) (?P<day>[a-z]+)"
    r" (?:of|in|every|each) (?:the |every |each )?month"
)
_MORNINGS = re.compile(r"(?<=[a-z]day) (?:morning|afternoon|evening|night)s$")
"""Saturday mornings come again as saturdays do."""
_PART_OF_DAY = re.compile(r" (?:morning|afternoon|evening|night)s?$")
_DAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
_VALUES = {
    "INTERVAL": "[1-9][0-9]?",
    "UNTIL": "[0-9]{8}",
    "WKST": _DAY,
    "BYDAY": f"(?:[+-]?[1-4])?{_DAY}(?:,(?:[+-]?[1-4])?{_DAY}){{0,6}}",
    "BYMONTHDAY": "-1|[1-9]|[12][0-9]|3[01]",
    "BYMONTH": "[1-9]|1[0-2]",
}
_TAKES = {
    "DAILY": {"INTERVAL", "UNTIL"},
    "WEEKLY": {"INTERVAL", "UNTIL", "WKST", "BYDAY"},
    "MONTHLY": {"INTERVAL", "UNTIL", "BYDAY", "BYMONTHDAY"},
    "YEARLY": {"INTERVAL", "UNTIL", "BYMONTH", "BYMONTHDAY"},
}
"""What a rule of each frequency may say. These always fall on some day before long, so that a search ends."""


def said_rule(text: str) -> str | None:
    """The rule meant by "every sunday", "every two weeks", "first monday of the month"; else None.

    >>> said_rule("every other thursday"), said_rule("first monday of the month")
    ('FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', 'FREQ=MONTHLY;BYDAY=1MO')
    """
    words = " ".join(text.casefold().split())
    words = words if words.startswith(("every ", "each ")) else _MORNINGS.sub("s", words)
    words = words if words in _ALONE else _PART_OF_DAY.sub("", words)
    if words in _ALONE:
        return _ALONE[words]
    if found := _NTH.fullmatch(words):
        day = _weekday(found["day"])
        return f"FREQ=MONTHLY;BYDAY={_ORDINALS[found['nth']]}{day}" if day else None
    if found := _ON_DAYS.fullmatch(words):
        return f"FREQ=WEEKLY;BYDAY={_weekday(found['days'][:-1])}"
    if found := _EVERY.fullmatch(words):
        count = _COUNTS.get(found["n"] or "", found["n"])
        every = f";INTERVAL={count}" if count and count != "1" else ""
        if found["unit"]:
            return f"FREQ={_frequency(found['unit'])}{every}"
        days = [_weekday(name) for name in re.split(r" and | |, ?", found["days"])]
        if all(days):
            return f"FREQ=WEEKLY{every};BYDAY={','.join(sorted(set(filter(None, days)), key=_DAYS.index))}"
    return None


def rule_refusal(rule: str) -> str | None:
    """Why this cannot be a rule, as one sentence; None if it can, or is empty."""
    if not rule:
        return None
    sentence = f'"{rule}" is no rule for days; write one such as FREQ=WEEKLY;BYDAY=SU.'
    parts = _parts(rule)
    takes = _TAKES.get(parts.pop("FREQ", ""))
    if takes is None or not takes >= parts.keys() or ("BYDAY" in parts and "BYMONTHDAY" in parts):
        return sentence
    if ("BYMONTH" in parts) != ("BYMONTHDAY" in parts) and "BYMONTH" in takes:
        return sentence
    if not all(re.fullmatch(_VALUES[name], value) for name, value in parts.items()):
        return sentence
    try:
        if "BYMONTH" in parts and parts["BYMONTHDAY"] != "-1":
            date(2024, int(parts["BYMONTH"]), int(parts["BYMONTHDAY"]))
        _after(rule, date(2026, 1, 1), date(2026, 1, 1))
    except (ValueError, OverflowError):
        return sentence
    return None


def first_day(rule: str, today: date) -> date | None:
    """The first day after today on which the rule falls: the next such weekday, or one interval on."""
    named = "BYDAY" in rule or "BYMONTHDAY" in rule
    plain = re.sub(r";?INTERVAL=[0-9]+", "", rule) if named else rule
    return next_day(plain, today, today)


def next_day(rule: str, day: date, after: date) -> date | None:
    """The first day after `after` of a rule that counts from `day`; None where it has ended or is none."""
    if not rule or rule_refusal(rule):
        return None
    try:
        return _after(rule, day, after)
    except OverflowError:
        return None


def _after(rule: str, day: date, after: date) -> date | None:
    from dateutil.rrule import rrulestr

    start, late = datetime.combine(day, time()), datetime.combine(after, time(23, 59))
    found: datetime | None = rrulestr(rule, dtstart=start).after(late)
    return found.date() if found else None


def _parts(rule: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in rule.split(";")]
    parts = {name: value for name, _, value in pairs}
    return parts if len(parts) == len(pairs) else {}


def rule_in_words(rule: str) -> str:
    """A rule as people say it; the rule itself where it is an unusual one.

    >>> rule_in_words("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"), rule_in_words("FREQ=MONTHLY")
    ('every other Thursday', 'every month')
    """
    parts = _parts(rule)
    unit, count = _UNITS.get(parts.pop("FREQ", ""), ""), parts.pop("INTERVAL", "1")
    days = parts.pop("BYDAY", "")
    if not unit or parts:
        return rule
    every = {"1": "every", "2": "every other"}.get(count, f"every {count}")
    if not days:
        return f"{every} {unit}" if count in ("1", "2") else f"{every} {unit}s"
    if unit == "week" and days == "MO,TU,WE,TH,FR" and count == "1":
        return "every weekday"
    if unit == "week" and all(day in _DAYS for day in days.split(",")):
        names = [_NAMES[_DAYS.index(day)] for day in days.split(",")]
        listed = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
        return f"{every} {listed}" if count in ("1", "2") else f"{every} weeks on {listed}"
    if unit == "month" and count == "1" and (one := re.fullmatch(r"\+?(-?[1-4])([A-Z]{2})", days)):
        nth = _ORDINAL_WORDS.get(int(one[1]))
        return f"the {nth} {_NAMES[_DAYS.index(one[2])]} of the month" if nth and one[2] in _DAYS else rule
    return rule


def _weekday(name: str) -> str | None:
    fits = [place for place, day in enumerate(_NAMES) if len(name) >= 3 and day.casefold().startswith(name)]
    return _DAYS[fits[0]] if len(fits) == 1 else None


def _frequency(unit: str) -> str:
    return next(freq for freq, name in _UNITS.items() if name == unit)
