"""Measures to choose from: what each costs, and the changes that it makes to a scenario and its park."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from unicodedata import normalize

from sim.load.emit import in_one_line
from sim.load.file_sort import FileSort, mistaken
from sim.load.files import Files
from sim.load.kinds.anything import written
from sim.load.kinds.blocks import Form
from sim.load.kinds.money import Money
from sim.load.loading import Loaded
from sim.load.measures_form import MEASURES
from sim.load.node import HERITAGE, Block, Node, Scalar
from sim.load.override import INTO_PARK
from sim.load.place import Place
from sim.load.reading import Reading
from sim.load.suggest import hint
from sim.message import Message
from sim.park import Basis, Name, Provenance

_AMOUNT = re.compile(r"([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*([^\s\d.].*)?")
MOST_STEPS = 20


@dataclass(frozen=True, slots=True)
class Option:
    """A measure, taken so far."""

    measure: str
    """Its id."""
    steps: int
    """0 for one that has none."""
    cost: float
    sets: tuple[str, ...]
    """What it changes, as `path=value`."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that might be built, bought or staffed."""

    id: str
    name: Name
    options: tuple[Option, ...]
    """How far it may be taken, the cheapest first."""
    growth: tuple[Decimal, str]
    """By how much it grows at each step, and the unit; of one without steps nothing."""
    excludes: frozenset[str]
    """Those that cannot be taken with it, whichever of the two says so."""
    needs: frozenset[str]
    place: Place


@dataclass(frozen=True, slots=True)
class Measures:
    """What a file of measures holds."""

    path: str
    each: Mapping[str, Measure]
    """By their ids, in the order of the file."""
    money: str
    """The unit of every cost."""
    costs: tuple[Provenance, ...]
    """How each figure in it is known."""

    @property
    def assumed(self) -> int:
        """How many of these are assumed."""
        return sum(each.basis is Basis.ASSUMED for each in self.costs)


def load_measures(path: str | os.PathLike[str], loaded: Loaded) -> Measures:
    """The measures of a file, for a scenario in its park, from which steps begin.

    Raises:
        Problems: everything that is wrong with it, at once.
    """
    files, name = Files(), os.path.normpath(os.fspath(path))
    tree = files.block(name)
    if tree is not None and (text := mistaken(tree, FileSort.MEASURES)):
        files.faults.add(Place(name), "", text)
        tree = None
    reading = Reading(files.faults, {})
    form = None if tree is None else MEASURES.read_block(tree, reading.start())
    files.faults.raise_any()
    assert form is not None  # nothing was noted, so it is there
    forms: Mapping[str, Form] = form["measures"]
    money = _money(forms)
    measures = {id: _measure(id, forms, loaded) for id in forms}
    _check_together(forms, measures)
    files.faults.raise_any()
    costs = tuple(each for each in reading.provenance if each.path.endswith((".cost", ".fixed")))
    return Measures(name, measures, money, costs)


def _money(forms: Mapping[str, Form]) -> str:
    """The unit of all costs; notes each cost that is in another."""
    unit = ""
    for form in forms.values():
        for key in ("cost", "fixed"):
            if key in form:
                cost: Money = form[key]
                unit = unit or cost.unit
                if cost.unit != unit:
                    form.fault(key, Message("is in {other}, and the costs before it in {unit}; write all in one, so "
                                            "that they can be added", other=cost.unit, unit=unit))  # fmt: skip
    return unit


def _measure(id: str, forms: Mapping[str, Form], loaded: Loaded) -> Measure:
    form = forms[id]
    growth = _amount(form["steps"], "by") if "steps" in form else None
    _check_price(form, growth)
    named = {key: _others(id, key, forms) for key in ("excludes", "needs")}
    said = {other for other in forms if id in _named(forms[other], "excludes")}
    return Measure(id, form.get("name", Name(id)), _options(id, form, growth, loaded), growth or (Decimal(0), ""),
                   frozenset(named["excludes"] | said), frozenset(named["needs"]), form.place())  # fmt: skip


def _named(form: Form, key: str) -> tuple[str, ...]:
    found: tuple[str, ...] = form.get(key, ())
    return found


def _others(id: str, key: str, forms: Mapping[str, Form]) -> set[str]:
    """Other measures that one names; notes those that are not there, and itself."""
    form, others = forms[id], [each for each in forms if each != id]
    for other in _named(form, key):
        if other not in others:
            form.fault(key, Message("no other measure is named '{other}'; {hint}", other=other,
                                    hint=hint(other, others)))  # fmt: skip
    return set(_named(form, key))


def _check_price(form: Form, growth: tuple[Decimal, str] | None) -> None:
    """Note the price of a unit where nothing grows, or where it is the price of another unit than what grows is in."""
    cost: Money = form["cost"]
    if cost.per and "steps" not in form:
        form.fault("cost", Message("a price goes with steps; write what the measure costs as a sum"))
    elif cost.per and growth and cost.per != growth[1]:
        form.fault("cost", Message("is the price of one {per}, and a step is {by}; write both in one unit",
                                   per=cost.per, by=form["steps"]["by"]))  # fmt: skip


def _amount(form: Form, key: str) -> tuple[Decimal, str] | None:
    """The number and unit of a text; None when it has no number, which is noted."""
    found = _AMOUNT.fullmatch(normalize("NFKC", form[key]).strip())
    if found is None or not Decimal(found[1]):
        form.fault(key, Message("'{text}' is no amount to grow by; write a number with its unit, such as 1000 m3",
                                text=form[key]))  # fmt: skip
        return None
    return Decimal(found[1]), found[2] or ""


def _options(id: str, form: Form, growth: tuple[Decimal, str] | None, loaded: Loaded) -> tuple[Option, ...]:
    cost: Money = form["cost"]
    changes = tuple(_set(key, entry.node) for key, entry in form["changes"].entries.items() if key not in HERITAGE) \
        if "changes" in form else ()  # fmt: skip
    if "steps" not in form:
        return (Option(id, 0, cost.amount, changes),)
    steps: Form = form["steps"]
    begins = _begin(steps, growth, loaded) if growth else None
    if steps["most"] > MOST_STEPS:
        steps.fault("most", Message("must be at most {most}, found {text}", most=MOST_STEPS, text=steps["most"]))
    if growth is None or begins is None:
        return ()
    by, unit = growth
    each = cost.amount * float(abs(by)) if cost.per else cost.amount
    fixed = form["fixed"].amount if "fixed" in form else 0.0
    values = [f"{begins + k * by:f} {unit}".strip() for k in range(1, steps["most"] + 1)]
    return tuple(Option(id, k, fixed + k * each, (*changes, f"{steps['of']}={value}"))
                 for k, value in enumerate(values, 1))  # fmt: skip


def _set(path: str, node: Node) -> str:
    """A change as `--set` writes it."""
    return f"{path}={in_one_line(written(node))}"


def _begin(form: Form, growth: tuple[Decimal, str], loaded: Loaded) -> Decimal | None:
    """The number from which steps begin; None when there is none, which is noted."""
    path, unit = form["of"], growth[1]
    tree = loaded.folded.tree if path.startswith(INTO_PARK) and loaded.folded else loaded.scenario_tree
    node = _at(tree, path.removeprefix(INTO_PARK))
    if isinstance(node, Block) and "value" in node.entries:
        node = node.get("value")
    if not isinstance(node, Scalar):
        form.fault("of", Message("no single number is written at '{path}', from which steps could begin; name the path "
                                 "of one", path=path))  # fmt: skip
        return None
    found = _AMOUNT.fullmatch(normalize("NFKC", node.text).strip())
    if found is None or (found[2] or "") != unit:
        form.fault("by", Message("'{by}' cannot be added to '{text}', which stands at '{path}'; write it in the same "
                                 "unit", by=form["by"], text=node.text, path=path))  # fmt: skip
        return None
    return Decimal(found[1])


def _at(tree: Node | None, path: str) -> Node | None:
    """What stands at a dotted path; ids may have dots themselves."""
    if not path or not isinstance(tree, Block):
        return tree
    keys = [key for key in tree.entries if path == key or path.startswith(f"{key}.")]
    key = max(keys, key=len, default=None)
    return None if key is None else _at(tree.get(key), path[len(key) + 1 :])


def _check_together(forms: Mapping[str, Form], measures: Mapping[str, Measure]) -> None:
    """Note measures that change one thing and do not exclude each other: one change would be lost."""
    for one, other in combinations(measures.values(), 2):
        if other.id in one.excludes:
            continue
        for path in _paths(one):
            lost = next((each for each in _paths(other) if f"{each}.".startswith(f"{path}.")
                         or f"{path}.".startswith(f"{each}.")), None)  # fmt: skip
            if lost:
                forms[other.id].spot.fault(other.place, Message(
                    "changes '{path}', which '{one}' changes too, so that one of the two would be lost; write "
                    "excludes: {one}", path=lost, one=one.id))  # fmt: skip
                break


def _paths(measure: Measure) -> Iterator[str]:
    return (each.partition("=")[0] for each in (measure.options[-1].sets if measure.options else ()))
