"""Sets of measures: which may be taken together, what each costs, and in which order they are tried."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from math import fsum, prod

from sim.ensemble.player import Start
from sim.load.measures import Measure, Measures, Option

Chosen = tuple[Option, ...]
"""A set of measures, in the order of their file."""


def with_measures(start: Start, chosen: Chosen) -> Start:
    """A start with measures taken."""
    return replace(start, sets=(*start.sets, *(each for option in chosen for each in option.sets)))


def cost_of(chosen: Iterable[Option]) -> float:
    """What a set costs, the same whatever the order of its measures."""
    return fsum(each.cost for each in chosen)


def fits(chosen: Chosen, measures: Measures) -> bool:
    """Whether the measures of a set may be taken together, and all are there that one of them needs."""
    ids = {each.measure for each in chosen}
    return all(not ids & measures.each[id].excludes and measures.each[id].needs <= ids for id in ids)


def count_sets(measures: Measures) -> int:
    """How many ways there are to take or leave each measure."""
    return prod(len(each.options) + 1 for each in measures.each.values())


def sets_of(measures: Measures) -> list[Chosen]:
    """Every set that may be taken, the cheapest first, of equal ones the one with fewer measures."""
    ways: list[Sequence[Option | None]] = [(None, *each.options) for each in measures.each.values()]
    found = (tuple(each for each in taken if each) for taken in product(*ways))
    return sorted((each for each in found if fits(each, measures)), key=lambda each: (cost_of(each), len(each)))


def with_needed(option: Option, measures: Measures) -> Chosen:
    """An option with the first ones of all measures that it needs, in the order of the file."""
    needed, work = {option.measure: option}, [option.measure]
    while work:
        for id in measures.each[work.pop()].needs - needed.keys():
            needed[id] = measures.each[id].options[0]
            work.append(id)
    return tuple(needed[id] for id in measures.each if id in needed)


def next_step(measure: Measure, taken: Option | None) -> Option | None:
    """The next step of a measure; None after the last."""
    place = measure.options.index(taken) + 1 if taken else 0
    return measure.options[place] if place < len(measure.options) else None


def text_of(chosen: Chosen) -> str:
    """A set for programs: ids, with how many steps."""
    return "; ".join(f"{each.measure} x {each.steps}" if each.steps else each.measure for each in chosen)
