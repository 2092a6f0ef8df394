"""Fire water and its retention by the French guides D9 and D9A; pure formulas, both written down from memory."""

from __future__ import annotations

from math import floor

from sim.hydrology.size_sheet import D9, D9A, Risk, TankGroup
from sim.hydrology.sizing import Caution, Sizing, Standard, Sure, Term, Warned

RISK = {Risk.LOW: 0.5, Risk.ONE: 1.0, Risk.TWO: 1.5, Risk.THREE: 2.0}
"""What D9 multiplies by for the category of risk [-]."""
PER_500_M2 = 30.0
"""[m3/h] for each 500 m2."""
STEP_M3_H, LEAST_M3_H = 30.0, 60.0
"""D9 rounds to multiples of the first, and asks for the second at least."""
HOURS = 2.0
SHARE_OF_LIQUIDS = 0.2
RAIN_MM = 10.0


def _flow(d9: D9) -> tuple[Term, ...]:
    """Q, rounded, then the flow it was rounded from and what that is made of."""
    half = 2.0 if d9.sprinkled else 1.0
    bare = PER_500_M2 * d9.surface_m2 / 500 * (1 + d9.additions) * RISK[d9.risk] / half
    rounded = max(floor(bare / STEP_M3_H + 0.5) * STEP_M3_H, LEAST_M3_H)
    formula = "30 x S / 500 x (1 + C) x k" + " / 2" * d9.sprinkled
    return (
        Term("Q", rounded, "m3/h", formula="max(30 x round(Qi / 30), 60)"),
        Term("Qi", bare, "m3/h", formula=formula), Term("S", d9.surface_m2, "m2"),
        Term("C", d9.additions, "-"), Term("k", RISK[d9.risk], "-", note=d9.risk),
    )  # fmt: skip


def d9_rule(group: TankGroup, d9: D9) -> Sizing:
    """Fire water of a store over two hours; its flow is rounded to 30 m3/h, 60 m3/h at least.

    Source: guide pratique D9 (2020).

    >>> store = TankGroup("store", 0)
    >>> found = d9_rule(store, D9(4144, 0.1, Risk.ONE))
    >>> found.term("Q").value, found.result
    (270.0, 540.0)
    """
    flow, *parts = _flow(d9)
    return Sizing(Standard.D9, "guide D9 (2020)", "", "V", "Q x 2 h", (flow, *parts), flow.value * HOURS,
                  sure=Sure.MEMORY, about=group.id, warnings=(Warned(Caution.BY_MEMORY),))  # fmt: skip


def d9a_rule(group: TankGroup, d9a: D9A) -> Sizing:
    """Retention of a store: fire water, sprinklers, a fifth of its liquids, and 10 mm of rain on what drains into it.

    The fire water is that of D9 where the sheet has what it takes, else V2.

    Source: guide pratique D9A (2020).

    >>> store = TankGroup("store", 0, d9=D9(4144, 0.1, Risk.ONE))
    >>> d9a_rule(store, D9A(sprinkler_m3=100, liquids_m3=200, area_m2=10_000)).result
    780.0
    """
    fire = d9_rule(group, group.d9) if group.d9 else None
    poured = fire.result if fire else group.fought_m3
    first = "Q x 2 h" if fire else "V2"
    terms = (
        *(fire.terms if fire else (Term("V2", poured, note=group.id),)),
        Term("Vs", d9a.sprinkler_m3), Term("Vl", d9a.liquids_m3),
        Term("R", RAIN_MM, "mm"), Term("A", d9a.area_m2, "m2"),
    )  # fmt: skip
    result = poured + d9a.sprinkler_m3 + SHARE_OF_LIQUIDS * d9a.liquids_m3 + RAIN_MM / 1000 * d9a.area_m2
    return Sizing(Standard.D9A, "guide D9A (2020)", "", "V", f"{first} + Vs + 0.2 x Vl + R x A / 1000", terms, result,
                  sure=Sure.MEMORY, about=group.id, warnings=(Warned(Caution.BY_MEMORY),))  # fmt: skip
