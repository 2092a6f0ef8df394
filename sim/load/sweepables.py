"""The numbers of a scenario and its park that a study may give one value after the other."""

from __future__ import annotations

import os
from collections.abc import Sequence

from sim.load.files import Files
from sim.load.loading import Asked, Loaded, read_whole
from sim.load.node import Block, Node
from sim.load.override import INTO_PARK, picks_of
from sim.load.sweepable import Sweepable
from sim.park import Provenance
from sim.scenario import Slider


class Sweepables:
    """The numbers of a scenario and its park, by their paths."""

    def __init__(self, scenario: str, asked: Asked, files: Files | None = None) -> None:
        """Read both; `files` then knows what was read.

        Raises:
            Problems: everything that is wrong with them.
        """
        files = files or Files()
        self._loaded: Loaded = read_whole(os.fspath(scenario), None, asked, files)
        written = files.block(os.path.normpath(os.fspath(scenario)))
        self.picks = picks_of(written) if written else []
        """What may be picked in the scenario."""

    def at(self, path: str) -> Sweepable:
        """The number at a path, which begins with `park.` where it stands in the park.

        Raises:
            InputError: there is no such place, or no number that may have other values.
        """
        return self._loaded.written.at(path)

    @property
    def sliders(self) -> Sequence[Slider]:
        """Those that the scenario lets people move; none where it leaves that to the board."""
        return self._loaded.scenario.sliders

    @property
    def provenance(self) -> tuple[tuple[Provenance, ...], tuple[Provenance, ...]]:
        """How each number of the park, and each of the scenario, is known."""
        return self._loaded.stage.park.provenance, self._loaded.scenario.provenance

    def ids(self, path: str) -> list[str]:
        """What is written below a path, such as `releases` or `park.crews`; nothing where nothing is."""
        here: Node | None = self._loaded.written.tree_of(path)
        for key in path.removeprefix(INTO_PARK).split("."):
            here = here.get(key) if isinstance(here, Block) else None
        return list(here.ids()) if isinstance(here, Block) else []
