"""What words and shares for an opening mean at a link that starts and stops at levels of its own."""

from __future__ import annotations

from sim.message import Message
from sim.park import Switch, Switching


def switched(written: float | Switch, *, manual: bool = False) -> tuple[float, Switching]:
    """The share that such a link passes when it runs, 0 when its levels may not start it, and how it is switched.

    Running or stopped is how it stands at the start: from there on its levels start and stop it, unless it is
    `manual`, and so only people start it.

    >>> switched(0.0)
    (1.0, Switching(runs=False, manual=False))
    >>> switched(0.4, manual=True)
    (0.4, Switching(runs=True, manual=True))
    >>> switched(Switch.OFF)
    (0.0, Switching(runs=False, manual=False))
    """
    match written:
        case Switch.AUTOMATIC:
            return 1.0, Switching()
        case Switch.MANUAL:
            return 0.0, Switching(manual=True)
        case Switch.OFF:
            return 0.0, Switching()
        case _ if written == 0:
            return (0.0 if manual else 1.0), Switching(manual=manual)
    return float(written), Switching(runs=True, manual=manual)


def has_no_levels(written: Switch) -> Message:
    """Why a link without levels of its own cannot be switched so, and what to write instead."""
    return Message("'{written}' is for a link with start_at and stop_at; write running or stopped, open or shut",
                   written=written)  # fmt: skip
