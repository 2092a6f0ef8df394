"""Amounts of water in a storage to cubic metres."""

from __future__ import annotations

from sim.errors import InputError
from sim.load.kinds.amount import Amount
from sim.message import Message
from sim.park import Storage
from sim.units import Dimension, unlike_texts

ROUNDED = 1e-9
"""Share by which an amount may be more than what holds it: files round their numbers."""


def amount_m3(amount: Amount, storage: Storage) -> float:
    """The volume that an amount is in this storage, 0 to what it holds [m3].

    A depth is measured from the floor, on which the dead volume lies.

    Raises:
        InputError: a depth in a storage without shape, or more than it holds.
    """
    volume = _volume_m3(amount, storage)
    if volume > storage.holds_m3 * (1 + ROUNDED):
        _, holds = unlike_texts(volume, storage.holds_m3)
        held = Message("'{id}' holds {volume} (capacity less dead)", id=storage.id, volume=holds)
        if amount.dimension is Dimension.LENGTH and storage.shape is not None:
            depth_m = storage.shape.depth_m(storage.capacity_m3)
            held = Message("{held}, {depth_m} m deep", held=held, depth_m=f"{depth_m:.3g}")
        raise InputError(Message("{text} is more than the storage can hold; {held}", text=amount.text, held=held))
    return min(volume, storage.holds_m3)


def _volume_m3(amount: Amount, storage: Storage) -> float:
    if amount.dimension is Dimension.SHARE:
        return amount.value * storage.holds_m3
    if amount.dimension is Dimension.VOLUME:
        return amount.value
    if storage.shape is None:
        raise InputError(Message("{text} is a depth, and '{id}' has no shape; write a volume or a share of it",
                                 text=amount.text, id=storage.id))  # fmt: skip
    return max(storage.shape.volume_m3(amount.value) - storage.dead_m3, 0.0)
