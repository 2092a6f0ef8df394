"""Where water goes that a storage has no room for: over its crest, over its wall, onto the ground.

Every storage spills somewhere. One without a spillway runs over onto the ground; behind a crest of a certain length
stands a wall, and what the crest cannot pass at its full head runs over that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sim.park.kept import kept
from sim.park.link import Link, LinkKind, Outlet, ReceiverKind
from sim.park.names import Name
from sim.park.park import Park
from sim.park.rating import WeirRating
from sim.park.storage import Storage

TO_GROUND, OVER_WALL = ">ground", ">wall"
"""What the ids of links end in that no park file writes: `STORAGE>ground` and `STORAGE>wall`."""


@kept
def spillways(park: Park) -> Mapping[str, Link]:
    """The spillway of each storage that has one."""
    return {link.source: link for link in park.links.values() if link.kind is LinkKind.SPILLWAY}


def unwritten(park: Park) -> Iterator[Link]:
    """The links that a park has besides those of its file: spills onto the ground, and ways over walls."""
    over = spillways(park)
    for id, storage in park.storages.items():
        if id not in over:
            yield _spill(f"{id}{TO_GROUND}", LinkKind.SPILLWAY, id, ReceiverKind.GROUND.value)
        elif isinstance(over[id].rating, WeirRating):
            yield _spill(f"{id}{OVER_WALL}", LinkKind.WALL, id, storage.over_wall)


def is_unwritten(id: str) -> bool:
    """Whether a link is one that no park file writes.

    >>> is_unwritten("bund>wall"), is_unwritten("bund-spillway")
    (True, False)
    """
    return id.endswith((TO_GROUND, OVER_WALL))


def ends_of(park: Park, link: str) -> tuple[str, str]:
    """The storage that a link leaves and where it leads, one that no park file writes included."""
    written = park.links.get(link)
    if written is not None:
        return written.source, written.target
    if link.endswith(OVER_WALL):
        source = link.removesuffix(OVER_WALL)
        return source, park.storages[source].over_wall
    return link.removesuffix(TO_GROUND), ReceiverKind.GROUND.value


def raised(park: Park, storage: str) -> list[str]:
    """The links that stand higher while a storage's crest is raised: what runs over its crest and its wall."""
    spillway = spillways(park).get(storage)
    if spillway is None:
        return [f"{storage}{TO_GROUND}"]
    return [spillway.id, f"{storage}{OVER_WALL}"] if isinstance(spillway.rating, WeirRating) else [spillway.id]


def raise_m(storage: Storage) -> float:
    """How far its crest can be raised; 0 for one without a shape [m]."""
    if storage.shape is None or storage.raise_m3 <= 0:
        return 0.0
    return storage.shape.depth_m(storage.capacity_m3 + storage.raise_m3) - storage.shape.depth_m(storage.capacity_m3)


def wall_m3(storage: Storage, spillway: Link | None, raised_m: float = 0.0) -> float:
    """Volume of water at the top of the wall, with its crest raised by so much [m3].

    It is the crest's own where no crest of a certain length holds water above it.

    >>> from sim.park import Prism
    >>> bund = Storage("bund", Name("Bund"), "plant", "bund", 2000.0, shape=Prism(1000))
    >>> crest = WeirRating(length_m=1, crest_m=2, head_m=0.5)
    >>> over = Link("over", Name("Over"), LinkKind.SPILLWAY, "bund", "pool", rating=crest)
    >>> wall_m3(bund, over), wall_m3(bund, over, raised_m=0.1), wall_m3(bund, None)
    (2500.0, 2600.0, 2000.0)
    """
    rating = spillway.rating if spillway else None
    if not isinstance(rating, WeirRating):
        return storage.holds_m3 + (storage.raise_m3 if raised_m > 0 else 0.0)
    assert storage.shape is not None  # the loader asks for one
    depth = storage.shape.depth_m(storage.capacity_m3) + raised_m + rating.head_m
    return storage.shape.volume_m3(depth) - storage.dead_m3


def top_m3(storage: Storage, spillway: Link | None) -> float:
    """Volume of water that fits in at all: at the top of the wall, as high as it can be raised [m3]."""
    if storage.shape is None or spillway is None or spillway.rating is None:
        return storage.holds_m3 + storage.raise_m3
    return wall_m3(storage, spillway, raise_m(storage))


def _spill(id: str, kind: LinkKind, storage: str, target: str) -> Link:
    return Link(id, Name(id), kind, storage, target, outlet=Outlet.TOP)
