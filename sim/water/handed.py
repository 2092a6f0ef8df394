"""The arrays of a state, from the address that was handed to the kernel."""

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

TYPE = types.NamedTuple([types.Array(from_dtype(dtype), 1, "C") for dtype in DTYPES], State)
"""A state as the compiler knows it."""
NUMBERS = types.Array(types.int64, 1, "C")
"""What lies at the address."""


def _arrays(context: Any, builder: Any, signature: Any, values: Any) -> Any:
    """The arrays that the numbers at an address tell of, side by side."""
    numbers = builder.inttoptr(values[0], make_array(NUMBERS)(context, builder).data.type)
    made = []
    for place, sort in enumerate(TYPE.types):
        address, count = (builder.load(cgutils.gep_inbounds(builder, numbers, 2 * place + more)) for more in (0, 1))
        array = make_array(sort)(context, builder)
        size = context.get_constant(types.intp, np.dtype(DTYPES[place]).itemsize)
        data = builder.inttoptr(address, array.data.type)
        populate_array(array, data=data, shape=[count], strides=[size], itemsize=size, meminfo=None)
        made.append(array._getvalue())
    return context.make_tuple(builder, TYPE, made)


def _typed(_: Any, address: Any) -> Any:
    """What an address stands for, and how it is got."""
    return TYPE(types.int64), _arrays


def _itself(address: Any) -> State:
    state: State = address
    return state


state_at: Any = intrinsic(_typed) if COMPILED else _itself
"""The state that was handed over."""
