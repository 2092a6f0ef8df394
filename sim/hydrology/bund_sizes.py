"""How large a bund is, and how large the standards want it; pure formulas."""

from __future__ import annotations

from collections.abc import Iterator

from sim.hydrology.bund_geometry import numbered
from sim.hydrology.pool_sizes import MM_A_METRE, told
from sim.hydrology.size_sheet import Bund, TankGroup, Wall
from sim.hydrology.sizing import Caution, Sizing, Standard, Sure, Term, Warned

FOAM_M = 0.100
"""CIRIA C736, from memory."""
FREEBOARD_M = {Wall.CONCRETE: 0.250, Wall.EARTH: 0.750}
"""CIRIA C736, from memory."""
PER_TONNE_M3 = (3.0, 5.0)
"""Retention at Sandoz and Ciba [m3/t]."""


def net_terms(bund: Bund) -> tuple[Term, ...]:
    """Net volume of a bund, `A Hj - (V1 + V2 + V3 + V4)`, and what it is made of; of its compartments, their sum.

    Source: GB 50351-2014, 3.2.7.
    """
    if not bund.parts:
        return _net_terms(bund)
    parts = [numbered(_net_terms(part), k) for k, part in enumerate(bund.parts, start=1)]
    formula = " + ".join(terms[0].name for terms in parts)
    return Term("V_net", bund.net_m3, formula=formula, note=bund.id), *(term for terms in parts for term in terms)


def _net_terms(bund: Bund) -> tuple[Term, ...]:
    """The same of a bund that is one."""
    displaced = (Term(f"V{k}", volume_m3) for k, volume_m3 in enumerate(bund.displaced_m3, start=1))
    net = Term("V_net", bund.net_m3, formula="A x Hj - (V1 + V2 + V3 + V4)", note=bund.id)
    worked = {term.name: term for term in bund.worked}
    letters = [net, Term("A", bund.area_m2, "m2"), Term("Hj", bund.height_m, "m"), *displaced]
    named = {term.name for term in letters}
    made_of = (term for name, term in worked.items() if name not in named)
    return *(worked.get(term.name, term) for term in letters), *made_of


def bund_rule(bund: Bund, group: TankGroup) -> Sizing:
    """A bund holds the largest tank of its group; what it holds is `A Hj - (V1 + V2 + V3 + V4)`.

    Source: GB 50351-2014, 3.2.5 and 3.2.7.

    >>> farm = TankGroup("farm", 10_000)
    >>> bund_rule(Bund("b", "farm", 9000, 1.2, (100, 600, 60, 40)), farm).difference_m3
    0.0
    """
    terms = (Term("V_tank", group.largest_tank_m3, note=group.id), *net_terms(bund))
    return Sizing(Standard.BUND, "GB 50351-2014", "3.2.5, 3.2.7", "V", "V_tank", terms, group.largest_tank_m3,
                  available_m3=bund.net_m3, about=bund.id, warnings=tuple(cautions_of(bund)))  # fmt: skip


def net_volume(bund: Bund) -> Sizing:
    """A bund's net volume by itself, term by term; nothing is asked of it."""
    net, *terms = net_terms(bund)
    return Sizing(Standard.BUND, "GB 50351-2014", "3.2.7", net.name, net.formula, tuple(terms), net.value,
                  about=bund.id)  # fmt: skip


def cautions_of(bund: Bund) -> Iterator[Warned]:
    """What a reader of a bund's net volume must know."""
    if bund.parts:
        yield Warned(Caution.COMPARTMENTS, {"bund": bund.id, "parts": tuple(part.id for part in bund.parts)})
    one_by_one = bund.parts or (bund,)
    if any(term.name == "Hj" for each in one_by_one for term in each.worked):
        yield Warned(Caution.DESIGN_LEVEL)
    if unsaid := dict.fromkeys(key for each in one_by_one for key in each.unsaid):
        yield Warned(Caution.UNSAID, {"keys": tuple(unsaid)})
    for each in one_by_one:
        yield from told(each.unlike)


def uk_rule(group: TankGroup, all_tanks_m3: float) -> Sizing:
    """110 % of the largest tank or 25 % of all tanks, whichever is more.

    Source: the UK's oil storage rules and guidance.

    >>> uk_rule(TankGroup("farm", 1000), 6000).result
    1500.0
    """
    terms = (Term("V1", group.largest_tank_m3, note=group.id), Term("V_all", all_tanks_m3))
    result = max(1.1 * group.largest_tank_m3, 0.25 * all_tanks_m3)
    return Sizing(Standard.UK, "UK 110 % / 25 %", "", "V", "max(1.1 x V1, 0.25 x V_all)", terms, result,
                  about=group.id)  # fmt: skip


def spcc_rule(bund: Bund, group: TankGroup, rain_m: float) -> Sizing:
    """The largest single container, with freeboard for the rain that falls into the bund.

    Which rain that is the rule leaves open; the 25-year 24-hour storm is the EPA's opinion.

    Source: 40 CFR 112.8(c)(2).

    >>> spcc_rule(Bund("b", "farm", 1000, 1.5), TankGroup("farm", 1000), 0.150).result
    1150.0
    """
    rain = Term("R", rain_m * MM_A_METRE, "mm")
    terms = (Term("V1", group.largest_tank_m3, note=group.id), rain, Term("A", bund.area_m2, "m2"))
    result = group.largest_tank_m3 + rain_m * bund.area_m2
    return Sizing(Standard.SPCC, "40 CFR 112 (SPCC)", "112.8(c)(2)", "V", "V1 + R x A / 1000", terms, result,
                  available_m3=bund.net_m3, about=bund.id,
                  warnings=(Warned(Caution.EPA_OPINION), *cautions_of(bund)))  # fmt: skip


def ciria_rule(bund: Bund, group: TankGroup, wall: Wall, rain_m: tuple[float, float, float]) -> Sizing:
    """Spill, fire water, rain, foam and freeboard over a bund's area.

    Rain of 10 % chance a year: the 24 h before, during the incident, the 8 days after. Written
    down from memory.

    Source: CIRIA C736 (2014).

    >>> farm = TankGroup("farm", 1000, fire_water_m3=500)
    >>> round(ciria_rule(Bund("b", "farm", 1000, 3), farm, Wall.CONCRETE, (0.05, 0.02, 0.08)).result, 6)
    2000.0
    """
    before, during, after = rain_m
    board = FREEBOARD_M[wall]
    mm = {"R1": before, "R2": during, "R3": after, "foam": FOAM_M, "freeboard": board}
    terms = (
        Term("V1", group.largest_tank_m3, note=group.id),
        Term("V2", group.fought_m3),
        *(Term(name, depth * MM_A_METRE, "mm") for name, depth in mm.items()),
        Term("A", bund.area_m2, "m2"),
    )
    result = group.largest_tank_m3 + group.fought_m3 + sum(mm.values()) * bund.area_m2
    formula = "V1 + V2 + (R1 + R2 + R3 + foam + freeboard) x A / 1000"
    return Sizing(Standard.CIRIA, "CIRIA C736", "", "V", formula, terms, result, sure=Sure.MEMORY,
                  available_m3=bund.net_m3, about=bund.id,
                  warnings=(Warned(Caution.BY_MEMORY), *cautions_of(bund)))  # fmt: skip


def france_rule(group: TankGroup, all_tanks_m3: float) -> Sizing:
    """The largest tank, or half of all tanks, whichever is more.

    Source: the orders on stores of flammable liquids, such as that of 4 October 2010 (France).

    >>> france_rule(TankGroup("farm", 10_000), 36_000).result
    18000.0
    """
    terms = (Term("V1", group.largest_tank_m3, note=group.id), Term("V_all", all_tanks_m3))
    return Sizing(Standard.FRANCE, "arrêté du 4 octobre 2010", "", "V", "max(V1, 0.5 x V_all)", terms,
                  max(group.largest_tank_m3, 0.5 * all_tanks_m3), about=group.id)  # fmt: skip


_TENTHS = {
    Standard.RCRA: ("40 CFR 264 (RCRA)", "264.175(b)(3)", Sure.FOUND, ()),
    Standard.VAWS: ("VAwS", "", Sure.MEMORY, (Warned(Caution.NO_LONGER), Warned(Caution.BY_MEMORY))),
    Standard.PGS: ("PGS 15 (2016)", "", Sure.MEMORY, (Warned(Caution.BY_MEMORY),)),
}
"""Source, clause, how well it is known and what to be careful about, of each rule of a tenth."""


def tenth_rule(standard: Standard, group: TankGroup, all_m3: float) -> Sizing:
    """A tenth of all containers of a store, or the largest of them, whichever is more.

    Source: 40 CFR 264.175(b)(3) (USA); Germany's VAwS of the states, until 2017; PGS 15 (Netherlands).

    >>> tenth_rule(Standard.RCRA, TankGroup("store", 1), 40).result
    4.0
    """
    source, clause, sure, warnings = _TENTHS[standard]
    terms = (Term("V1", group.largest_tank_m3, note=group.id), Term("V_all", all_m3))
    return Sizing(standard, source, clause, "V", "max(V1, 0.1 x V_all)", terms,
                  max(group.largest_tank_m3, 0.1 * all_m3), sure=sure, about=group.id, warnings=warnings)  # fmt: skip


def sandoz_rule(group: TankGroup, stored_t: float) -> Sizing:
    """Retention by what is stored: 3 to 5 m3 a tonne, of which the larger counts here.

    Source: UNECE safety guidelines for fire-water retention (2019), which report it of Sandoz and Ciba.

    >>> sandoz_rule(TankGroup("store", 0), 1200).result
    6000.0
    """
    low, high = PER_TONNE_M3
    return Sizing(Standard.SANDOZ, "UNECE 2019 (Sandoz, Ciba)", "", "V", f"{high:g} m3/t x m",
                  (Term("m", stored_t, "t", note=group.id),), high * stored_t, about=group.id,
                  warnings=(Warned(Caution.PER_TONNE, {"low_m3": low * stored_t}),
                            Warned(Caution.SCHWEIZERHALLE)))  # fmt: skip
