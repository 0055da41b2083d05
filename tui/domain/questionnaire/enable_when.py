"""When a question, row or note is shown: conditions on answers, as data."""

from typing import Literal, NamedTuple, get_args

from tui.domain.language.plain import Answers, Plain, as_mapping, is_number

Operator = Literal["ge", "le", "eq", "ne", "in", "count_ge", "count_eq", "any_ge"]
OPERATORS: tuple[Operator, ...] = get_args(Operator)


class Condition(NamedTuple):
    """One condition on the answer to a question, or to one row of it.

    On a question that was not answered it is false, negated or not: unknown is neither yes nor no.
    """

    question: str
    operator: Operator
    value: int | str | tuple[str, ...]
    row: str = ""
    negate: bool = False

    def holds(self, answers: Answers) -> bool:
        """Whether it is true of these answers, in which hidden questions are left out."""
        answer = answers.get(self.question)
        if self.row:
            answer = as_mapping(answer).get(self.row)
        if answer is None:
            return False
        return self._compare(answer) is not self.negate

    def holds_for_row(self, answers: Answers, row: str) -> bool:
        """Whether it is true of one row of the question's grid."""
        return Condition(self.question, self.operator, self.value, row, self.negate).holds(answers)

    def _compare(self, answer: Plain) -> bool:
        match self.operator:
            case "count_ge" | "count_eq":
                size = len(answer) if isinstance(answer, (list, tuple)) else -1
                least = self.value if isinstance(self.value, int) else 0
                return size == least if self.operator == "count_eq" else size >= least
            case "any_ge":
                return any(_at_least(value, self.value) for value in as_mapping(answer).values())
            case "ge":
                return _at_least(answer, self.value)
            case "le":
                return _at_least(self.value, answer)
        chosen = as_mapping(answer).get("choice", answer)
        if self.operator == "in":
            return isinstance(self.value, tuple) and chosen in self.value
        return (chosen == self.value) is (self.operator == "eq")


class EnableWhen(NamedTuple):
    """Conditions of which all, or any, must be true."""

    behaviour: Literal["all", "any"]
    conditions: tuple[Condition, ...]

    def holds(self, answers: Answers) -> bool:
        """Whether they are true of these answers, in which hidden questions are left out."""
        each = (condition.holds(answers) for condition in self.conditions)
        return all(each) if self.behaviour == "all" else any(each)


def _at_least(value: Plain, least: Plain) -> bool:
    return (
        isinstance(value, int) and isinstance(least, int) and is_number(value) and is_number(least)
    ) and value >= least
