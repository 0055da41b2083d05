"""Following up: once and it is done, or on the next day that its rule names."""

from datetime import date, datetime, time

from .log import FollowUp


def followed_up(one: FollowUp, today: date) -> FollowUp:
    """As it is after it was done today. With a rule it comes again; a rule that nobody can read ends it."""
    if one.rrule and (next_day := next_after(one, today)) is not None:
        return one.changed_to(due=next_day)
    return one.changed_to(done_on=today)


def put_off_to(one: FollowUp, day: date) -> FollowUp:
    """As it is when it is to come back on another day."""
    return one.changed_to(due=day)


def next_after(one: FollowUp, today: date) -> date | None:
    """The first day after today that the rule names, counted from the day it was due."""
    from dateutil.rrule import rrulestr

    begins = one.due or today
    try:
        rule = rrulestr(one.rrule, dtstart=datetime.combine(begins, time()))
        found = rule.after(datetime.combine(max(today, begins), time()))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return None
    return None if found is None else found.date()
