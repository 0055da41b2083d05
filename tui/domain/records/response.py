"""Responses: the finished answers to a questionnaire, kept for good so that then and now can be compared."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import JsonValue

from tui.domain.language.words import Form

from .record import Day, Line, Record, Reference


class Response(Record):
    """The answers given on one day, by question id. A question not asked or not answered is absent."""

    table: ClassVar[str] = "response"

    goal: Reference = None
    questionnaire: Line
    version: Line
    form: Form
    date: Day
    answers: Mapping[str, JsonValue]
