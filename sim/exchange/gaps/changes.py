"""Answers as values of a park: changes that the loader checks, and where they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sim.exchange.gaps.answers import Answer
from sim.load.files import Files
from sim.load.node import Block, Entry, Scalar
from sim.load.override import INTO_PARK, Change
from sim.message import Message

_PLACE = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*°?\s*[EＥ]?\s*[,，;；\s]\s*(-?\d+(?:\.\d+)?)\s*°?\s*[NＮ]?\s*")
"""Longitude and latitude in degrees."""


@dataclass(frozen=True, slots=True)
class Known:
    """A value that is known by now."""

    answer: Answer
    path: tuple[str, ...]
    """From the park's file down."""
    text: str

    @property
    def change(self) -> Change:
        """What the loader is to try."""
        value = Scalar(self.text, self.answer.text.place)
        parts = {"value": value, "basis": self.answer.basis, "source": self.answer.source}
        node = Block({key: Entry(each.place, each) for key, each in parts.items()}, value.place)
        dotted = ".".join(self.path)
        bare = value if self.answer.question.choices else node
        return Change(INTO_PARK + dotted, bare, value.place, dotted)


def known_of(answers: Sequence[Answer], files: Files) -> list[Known]:
    """The values that answers give; of places, two each. What is no place, or names nothing, is noted."""
    found: list[Known] = []
    for answer in answers:
        question = answer.question
        at = (question.of, question.thing)
        if not question.of:
            continue
        if question.key == "place":
            found += _place(answer, at, files)
        elif question.choices:
            named = question.choices.get(answer.text.text, answer.text.text)
            found.append(Known(answer, (*at, question.key), named))
        else:
            found.append(Known(answer, (*at, *question.key.split(".")), answer.text.text))
    return found


def _place(answer: Answer, at: tuple[str, ...], files: Files) -> list[Known]:
    match = _PLACE.fullmatch(answer.text.text)
    if match is None:
        wrong = Message("write longitude and latitude in degrees, such as 107.05, 29.80; found {text}",
                        text=answer.text.text)  # fmt: skip
        files.faults.add(answer.text.place, "", wrong)
        return []
    degrees = zip(("longitude", "latitude"), match.groups(), strict=True)
    return [Known(answer, (*at, key), text) for key, text in degrees]
