"""Numbers of a scenario or its park that a study may give one value after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.errors import InputError
from sim.load.kinds.blocks import Pairs
from sim.load.kinds.kind import Kind, Number
from sim.load.kinds.spread import Range
from sim.load.node import Block, Items, Node, Scalar
from sim.load.override import INTO_PARK, Change, standing
from sim.load.park_form import PARK
from sim.load.park_form import VARIED as OF_PARK
from sim.load.place import Place
from sim.load.reading import Spot
from sim.load.scenario_form import SCENARIO
from sim.load.scenario_form import VARIED as OF_SCENARIO
from sim.message import Listed, Message
from sim.park import Uncertain
from sim.park.spread import Empirical
from sim.units import Dimension, UnitError


@dataclass(frozen=True, slots=True)
class Sweepable:
    """A number that may have other values, and how these are written."""

    path: str
    kind: Number
    own: Range | None
    """What it is in the files, or the middle of what it may be; None when no number is written there."""
    text: str = ""
    """How the files write that; empty where they do not, as of the middle of a spread."""
    seen: tuple[float, float] | None = None
    """The least and the most of data that it is drawn from; None for any other number [SI]."""

    def read(self, text: str) -> Range:
        """A value of it, and between what another may lie.

        Raises:
            InputError: it is none, or out of what is permitted.
        """
        try:
            return self.kind.range_of(self.kind.parse(text, Spot.nowhere()))
        except UnitError as error:
            raise InputError(error.message) from error


@dataclass(frozen=True, slots=True)
class Written:
    """What is written of a scenario and its park, and which of its numbers are spread."""

    scenario: Block
    park: Block | None
    """None where the park was handed in ready."""
    of_scenario: Sequence[Uncertain]
    of_park: Sequence[Uncertain]

    def at(self, path: str) -> Sweepable:
        """The number at a path, which begins with `park.` where it stands in the park.

        Raises:
            InputError: there is no such place, or no number that may have other values.
        """
        in_park = path.startswith(INTO_PARK)
        rest = path.removeprefix(INTO_PARK)
        probe = Change(path, Scalar("", Place("")), Place(""), path)
        kind, node = standing(self.tree_of(path), PARK if in_park else SCENARIO, rest, probe)
        found = _number(kind, node, rest, OF_PARK if in_park else OF_SCENARIO)
        spread = {each.path: each for each in (self.of_park if in_park else self.of_scenario)}.get(rest)
        own = _own(found, node, spread)
        text = "" if own is None or spread is not None else _bare(node)
        return Sweepable(path, found, own, text, _seen(spread))

    def tree_of(self, path: str) -> Block:
        """What is written where a path leads: in the park or in the scenario.

        Raises:
            InputError: the park was handed in ready.
        """
        if not path.startswith(INTO_PARK):
            return self.scenario
        if self.park is None:
            raise InputError(Message("the park was handed in ready; only a park from a file can change"))
        return self.park


def _number(kind: Kind | None, node: Node | None, path: str, varied: Sequence[str]) -> Number:
    """The kind of a number.

    Raises:
        InputError: it is a table, no number, or one that nothing varies.
    """
    if isinstance(kind, Pairs) or isinstance(node, Items):
        raise InputError(Message("a table or a list stands here, and only a single number can be swept"))
    if not isinstance(kind, Number):
        raise InputError(Message("no number stands here; name one, such as a volume, a time or a share"))
    if not kind.spreads or path.partition(".")[0] not in varied:
        raise InputError(Message("this number cannot be swept; of this file those of {parts} can",
                                 parts=Listed(varied)))  # fmt: skip
    return kind


def _own(kind: Number, node: Node | None, uncertain: Uncertain | None) -> Range | None:
    """What a number is in the files; None where it is none."""
    text = _bare(node) if uncertain is None else _middle(uncertain)
    if not text:
        return None
    try:
        own = kind.range_of(kind.parse(text, Spot.nowhere()))
        return own if uncertain is None else own._replace(number=uncertain.spread.median)
    except (InputError, UnitError):
        return None  # a word, such as `automatic`


def _seen(uncertain: Uncertain | None) -> tuple[float, float] | None:
    """The ends of data that a number is drawn from."""
    if uncertain is None or not isinstance(uncertain.spread, Empirical):
        return None
    return uncertain.spread.values[0], uncertain.spread.values[-1]


def _middle(uncertain: Uncertain) -> str:
    """The middle of a distribution as it could be written; to twelve digits."""
    unit = Dimension(uncertain.measures).si if uncertain.measures not in ("", Dimension.SHARE) else ""
    return f"{uncertain.spread.median:.12g} {unit}".strip()


def _bare(node: Node | None) -> str:
    """A value as it is written, without its basis; empty where there is none."""
    bare = node.get("value") if isinstance(node, Block) else node
    return bare.text if isinstance(bare, Scalar) else ""
