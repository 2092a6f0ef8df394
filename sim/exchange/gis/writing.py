"""Changes put into the files of a park, each with its basis and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.exchange.gis.held_park import HeldPark
from sim.exchange.gis.proposal import Change
from sim.load.inserting import Inserted, inserted, save_all
from sim.park import Basis


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and what only people can write."""

    files: tuple[str, ...]
    left: tuple[Change, ...]


def write(held: HeldPark, changes: Sequence[Change], basis: Basis, source: str) -> Written:
    """Put changes into the files of a park, whose former texts are kept beside them.

    Raises:
        InputError: a file cannot be written, or a former text of it is kept already; nothing is written then.
        Problems: the park could not be read afterwards; every file is what it was then.
    """
    of_value = {Inserted((each.thing.collection, each.thing.id, *each.key), each.new, basis, source): each
                for each in changes}  # fmt: skip
    files, left = inserted(held.tree, list(of_value))
    save_all(files, held.path)
    return Written(tuple(files), tuple(dict.fromkeys(of_value[each] for each in left)))
