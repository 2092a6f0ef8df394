"""A scenario read again and again with other values: what studies vary goes through the reader like anything else."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sim.load.files import Files
from sim.load.levels import MAX_AGE_S
from sim.load.loading import Asked, Loaded, read_whole
from sim.load.node import Block, Node, Scalar
from sim.load.place import Faults
from sim.load.scenario_form import StormShape
from sim.scenario import Scenario
from sim.units import Dimension, parse


@dataclass(frozen=True, slots=True)
class FormulaRain:
    """A rain as it is written: where it stands, and the storm it is."""

    path: str
    """The dotted path of its block, for changes."""
    formula: str
    """The park's storm formula that tells how much falls."""
    lasts_s: float
    shape: StormShape


@dataclass(slots=True)
class Rereader:
    """The scenario of `load_case`, to be read with further changes.

    Files and the park they hold are read once, so that each further scenario takes milliseconds.
    """

    path: str | os.PathLike[str]
    pick: str | None = None
    sets: Sequence[str] = ()
    levels: str | os.PathLike[str] | None = None
    max_age_s: float = MAX_AGE_S
    files: Files = field(default_factory=Files, repr=False)

    def scenario(self, *more: str) -> Scenario:
        """The scenario with more changes `path=value`, made after all others.

        Raises:
            Problems: everything that is wrong with it.
        """
        return self._read(more).scenario

    def formula_rains(self) -> dict[str, FormulaRain]:
        """Rains that come from a storm formula, second storms included, by their ids.

        Raises:
            Problems: everything that is wrong with the scenario.
        """
        loaded = self._read(())
        tree, middle = loaded.scenario_tree, {each.path: each.spread.median for each in loaded.scenario.uncertain}
        rains, faults = tree.within("rain"), tree.within("faults")
        written = {id: (f"rain.{id}", rains.within(id)) for id in rains.ids()}
        written |= {id: (f"faults.{id}.storm", faults.within(id).within("storm")) for id in faults.ids()}
        return {id: _formula_rain(path, rain, middle) for id, (path, rain) in written.items()
                if "formula" in rain.entries}  # fmt: skip

    def _read(self, more: Sequence[str]) -> Loaded:
        levels = None if self.levels is None else os.path.normpath(os.fspath(self.levels))
        self.files.faults = Faults()  # what was wrong with other values is over
        asked = Asked(self.pick, (*self.sets, *more), levels, self.max_age_s)
        return read_whole(os.fspath(self.path), None, asked, self.files)


def _formula_rain(path: str, rain: Block, middle: Mapping[str, float]) -> FormulaRain:
    """A rain as it is written; one of uncertain length lasts the `middle` of what it may."""
    formula, lasts, shape = (_text(rain.get(key)) for key in ("formula", "lasts", "shape"))
    uncertain_s = middle.get(f"{path}.lasts")
    lasts_s = parse(lasts, Dimension.TIME) if uncertain_s is None else uncertain_s
    return FormulaRain(path, formula, lasts_s, StormShape(shape))


def _text(node: Node | None) -> str:
    """What is written, with its basis or without."""
    if isinstance(node, Block):
        node = node.get("value")
    return node.text if isinstance(node, Scalar) else ""
