"""What input files hold, for somebody who wants to know before playing them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from sim.load.files import Files
from sim.load.loading import check_files, leaning, load_case, load_park
from sim.load.override import picks_of
from sim.park import Park
from sim.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Held:
    """A park, or a scenario in its park."""

    path: str
    park: Park
    scenario: Scenario | None = None
    picks: tuple[str, ...] = ()
    """What may be picked: named scenarios, and overrides that stand in none of them."""


def held_by(paths: Sequence[str | os.PathLike[str]]) -> list[Held]:
    """What each file holds, once all of them are right.

    Raises:
        Problems: everything that is wrong with any of them, at once.
    """
    check_files(paths)
    files = Files()
    return [_held(os.path.normpath(os.fspath(path)), files) for path in paths]


def _held(path: str, files: Files) -> Held:
    tree = None if os.path.isdir(path) else files.block(path)
    if tree is None or leaning(tree) > 0:
        return Held(path, load_park(path))
    case = load_case(path)
    return Held(path, case.park, case.scenario, tuple(picks_of(tree)))
