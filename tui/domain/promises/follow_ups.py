"""Following up: once and it is done, or on the next day that its rule names."""

from datetime import date

from tui.domain.calendar.recurrence import next_day
from tui.domain.records.log import FollowUp


def followed_up(one: FollowUp, today: date) -> FollowUp:
    """As it is after it was done today. With a rule it comes again; a rule that nobody can read ends it."""
    begins = one.due or today
    again = next_day(one.rrule, begins, max(begins, today))
    return one.changed_to(done_on=today) if again is None else one.changed_to(due=again)


def put_off_to(one: FollowUp, day: date) -> FollowUp:
    """As it is when it is to come back on another day."""
    return one.changed_to(due=day)
