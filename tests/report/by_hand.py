"""What a console prints, and an accident to print."""

from io import StringIO

import numpy as np

from sim.called import Called
from sim.check import judge
from sim.park import Basis
from sim.record.record import Ledger
from sim.report.terminal import print_result
from tests.check.by_hand import HOUR, Passed, Wet, accident, number, small_park, small_record

ZERO = np.zeros(6)
WRITTEN = (
    number("storages.pool.capacity", "1000 m3"),
    number("storages.pool.spillway.crest", "5 m"),
    number("storages.basin.capacity", "2000 m3", Basis.PUBLISHED),
    number("storages.main.capacity", "500 m3"),
    number("storages.river.capacity", "10000 m3"),
    number("links.valve.capacity", "2 m3/s"),
    number("published.pools.value", "9", Basis.PUBLISHED),
)
WHERE = "results/tank-fire-3f2a91c0"


def printed(width, show, *values, **others):
    """What `show(console, *values)` prints without colour, blanks at the ends of lines taken off."""
    from rich.console import Console

    file = StringIO()
    show(Console(file=file, width=width, color_system=None), *values, **others)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def result_of(record, width, park=None, where=WHERE, language="en", **others):
    """A record's result as it is printed."""
    called = Called(park or small_park(provenance=WRITTEN), accident(), language)
    return printed(width, print_result, called, record, judge(called.park, accident(), record), where, **others)


def ledger(stored, out=0.0, error=0.0):
    """`stored` and `out` m3 of fire water in all, of which `error` m3 are not accounted for."""
    one = np.array([0.0, 1, 0, 0, 0, 0])
    return Ledger(
        one * (stored + out), ZERO, ZERO, stored=one * (stored - error), travelling=ZERO, treated=ZERO, recovered=ZERO,
        out=one * out,
    )  # fmt: skip


def fire(park=None):
    """
    The plant moves 700 m3 on into the public pool. 748 m3 of fire water fall into the rain main itself: it loses
    48 m3 through the outfall and 200 over its crest, and keeps 500. The river keeps the 248.
    """
    park = park or small_park(provenance=WRITTEN)
    return small_record(
        park,
        wet={
            "pool": Wet(900, reached=10),
            "basin": Wet(1400, reached=2 * HOUR, initial={"rain": 700}),
            "main": Wet(500, reached=3 * HOUR),
            "river": Wet(2500, reached=3.5 * HOUR, initial={"river": 2252}),
        },
        passed={
            "pump": Passed(1.9 * HOUR, firewater=700),
            "main-spillway": Passed(5 * HOUR, firewater=200),
            "outfall": Passed(3.5 * HOUR, firewater=40, product=8),
        },
        peaks={"plant": (900, 9000), "public": (1900, 18_000), "boundary": (2500, 30_000)},
        ledger=ledger(156_234.1, error=2.1e-10),
    )
