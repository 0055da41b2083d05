"""An answer as a person would say it, to look over before finishing."""

from collections.abc import Mapping

from tui.domain.language.plain import Plain, as_mapping, as_texts

from .items import Item


def in_words(item: Item, answer: Plain) -> str:
    """The answer in one line, with labels instead of ids; empty where there is none."""
    match item.type:
        case "choice":
            chosen = as_mapping(answer) or {"choice": answer}
            labels = [option.label for option in item.options if option.id == chosen.get("choice")]
            return ": ".join([*labels, *as_texts([chosen.get("name")])])
        case "scale":
            return _mark(item, answer)
        case "pair":
            lines = as_mapping(answer)
            return ", ".join(f"{blank.label} {lines[blank.id]}" for blank in item.blanks if blank.id in lines)
        case "grid":
            marks = as_mapping(answer)
            rows = [row for row in item.rows if marks.get(row.id) is not None]
            return "; ".join(f"{row.label}: {_mark(item, marks[row.id])}" for row in rows)
        case "multi":
            labels_by_id = {option.id: option.label for option in item.options}
            return ", ".join(labels_by_id[id_] for id_ in as_texts(answer) if id_ in labels_by_id)
        case "people":
            people = answer if isinstance(answer, (list, tuple)) else ()
            return ", ".join(str(person["name"]) for person in people if isinstance(person, Mapping))
        case "list":
            return ", ".join(as_texts(answer))
        case _:
            return answer if isinstance(answer, str) else ""


def _mark(item: Item, answer: Plain) -> str:
    return next((word.label for word in item.scale if word.id == str(answer)), "")
