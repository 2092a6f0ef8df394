"""How a state is handed to the kernel: where each array begins and how long it is, in one array of numbers.

Handed over one by one, the arrays would take longer to be looked through than most calls take to do what they are for.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic
from numba.np.arrayobj import make_array, populate_array
from numba.np.numpy_support import from_dtype

from sim.water.jit import COMPILED
from sim.water.records import DTYPES, State

Handle = Any
"""Addresses and lengths of a state's arrays, which must live as long; without the compiler the state itself."""

TYPE = types.NamedTuple([types.Array(from_dtype(dtype), 1, "C") for dtype in DTYPES], State)
"""A state as the compiler knows it."""


def handle_of(state: State) -> Handle:
    """What to hand to the kernel for a state; another one once an array has been exchanged."""
    if not COMPILED:
        return state
    return np.array([number for each in state for number in (each.ctypes.data, len(each))], dtype=np.int64)


def _arrays(context: Any, builder: Any, signature: Any, values: Any) -> Any:
    """The arrays that a handle names, side by side."""
    numbers = make_array(signature.args[0])(context, builder, values[0])
    made = []
    for place, sort in enumerate(TYPE.types):
        address, count = (
            builder.load(cgutils.gep_inbounds(builder, numbers.data, 2 * place + more)) for more in (0, 1)
        )
        array = make_array(sort)(context, builder)
        size = context.get_constant(types.intp, np.dtype(DTYPES[place]).itemsize)
        data = builder.inttoptr(address, array.data.type)
        populate_array(array, data=data, shape=[count], strides=[size], itemsize=size, meminfo=None)
        made.append(array._getvalue())
    return context.make_tuple(builder, TYPE, made)


def _typed(_: Any, handle: Any) -> Any:
    """What a handle stands for, and how it is got."""
    return TYPE(handle), _arrays


def _itself(handle: Handle) -> State:
    state: State = handle
    return state


state_at: Any = intrinsic(_typed) if COMPILED else _itself
"""The state that a handle stands for."""
