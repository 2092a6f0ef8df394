"""How a state is handed to the kernel: where each array begins and how long it is, in one array of numbers.

Handed over one by one, the arrays would take longer to be looked through than most calls take to do what they are for.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from sim.water.jit import COMPILED
from sim.water.records import State


class Handle(NamedTuple):
    """Addresses and lengths of a state's arrays, which must live as long."""

    address: Any
    """Where these numbers lie; without the compiler the state itself."""
    numbers: Any = None


def handle_of(state: State) -> Handle:
    """What to hand to the kernel for a state; another one once an array has been exchanged."""
    if not COMPILED:
        return Handle(state)
    numbers = np.array([number for each in state for number in (each.ctypes.data, len(each))], dtype=np.int64)
    return Handle(numbers.ctypes.data, numbers)
