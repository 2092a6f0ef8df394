"""Every standard that a sheet gives enough for, beside the space there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import fsum

from sim.hydrology.bund_sizes import (
    bund_rule,
    cautions_of,
    ciria_rule,
    france_rule,
    sandoz_rule,
    spcc_rule,
    tenth_rule,
    uk_rule,
)
from sim.hydrology.french_sizes import d9_rule, d9a_rule
from sim.hydrology.pool_sizes import (
    Storm,
    family_a,
    family_a_with,
    family_b,
    fire_water,
    first_flush,
    flush_storm,
    greatest_day,
    told,
)
from sim.hydrology.printed import Printed, held_against
from sim.hydrology.size_sheet import Bund, SizeSheet, Space, TankGroup, Use
from sim.hydrology.sizing import Caution, Sizing, Standard, Term, Warned

SHARE_OF_SHARED = 1 / 3
"""Most of a shared pool that first flush may occupy."""
FAR_APART = 2.0
"""Ratio of the two rain terms from which on they are told of."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A standard that could not be asked, and the keys of the sheet that it wants."""

    standard: Standard
    wants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sizes:
    """What the standards say of a sheet."""

    sizings: tuple[Sizing, ...]
    left_out: tuple[LeftOut, ...]
    printed: tuple[Printed, ...]


def size_by_standards(sheet: SizeSheet) -> Sizes:
    """Ask the standards that the sheet names, and hold printed figures against all of them."""
    found: list[Sizing] = []
    left_out: list[LeftOut] = []
    for standard, ask in _ASK.items():
        wants = _wants(standard, sheet)
        if not wants:
            found.extend(ask(sheet))
        elif standard in sheet.asked:
            left_out.append(LeftOut(standard, wants))
    every = [_told(_with_space(each, sheet), sheet) for each in found]
    asked = _compare_rain([each for each in every if each.standard in sheet.asked])
    return Sizes(tuple(asked), tuple(left_out), held_against(sheet.published, every))


def _wants(standard: Standard, sheet: SizeSheet) -> tuple[str, ...]:
    """Keys that a standard needs and the sheet does not have."""
    rain, groups = sheet.rain, sheet.groups
    has = {
        "process_water": sheet.process_water_m3 is not None,
        V5: any(each is not None for each in (rain.annual_m, rain.volume_m3, rain.greatest_day_m)),
        FOUGHT: all(group.is_fought for group in groups),
        "rain.depth / rain.intensity": _storm(sheet) is not None,
        "first_flush.depth": rain.first_flush_m is not None,
        "first_flush.intensity": rain.flush_intensity_m_s is not None,
        "bunds": bool(sheet.bunds),
        "rain.freeboard": rain.freeboard_m is not None,
        "rain.around": rain.around_m is not None,
        "bunds.ID.wall": any(bund.wall for bund in sheet.bunds),
        "groups.ID.fire_water": any(group.hoses for group in groups),
        "groups.ID.all_tanks": any(group.all_tanks_m3 is not None for group in groups),
        CONTAINERS: any(group.all_containers_m3 is not None for group in groups),
        "groups.ID.d9": any(group.d9 for group in groups),
        "groups.ID.d9a": any(group.d9a for group in groups),
        D9_OR_FOUGHT: any(group.d9a and (group.d9 or group.is_fought) for group in groups),
        "groups.ID.stored": any(group.stored_t is not None for group in groups),
    }
    return tuple(key for key in _NEEDS[standard] if not has[key])


V5 = "rain.annual / rain.volume / rain.greatest_day"
FOUGHT = "groups.ID.fire_water / fire_water_total"
CONTAINERS = "groups.ID.all_containers"
D9_OR_FOUGHT = "groups.ID.d9 / fire_water / fire_water_total"

_NEEDS: dict[Standard, tuple[str, ...]] = {
    Standard.FIRE_WATER: ("groups.ID.fire_water",),
    Standard.FAMILY_A: (FOUGHT, "process_water", V5),
    Standard.FAMILY_B: (FOUGHT, "rain.depth / rain.intensity"),
    Standard.FIRST_FLUSH: ("first_flush.depth",),
    Standard.FLUSH_STORM: ("first_flush.intensity",),
    Standard.BUND: ("bunds",),
    Standard.UK: ("groups.ID.all_tanks",),
    Standard.CIRIA: (FOUGHT, "bunds", "bunds.ID.wall", "rain.around"),
    Standard.SPCC: ("bunds", "rain.freeboard"),
    Standard.FRANCE: ("groups.ID.all_tanks",),
    Standard.RCRA: (CONTAINERS,),
    Standard.VAWS: (CONTAINERS,),
    Standard.PGS: (CONTAINERS,),
    Standard.D9: ("groups.ID.d9",),
    Standard.D9A: ("groups.ID.d9a", D9_OR_FOUGHT),
    Standard.SANDOZ: ("groups.ID.stored",),
}


def _fire_waters(sheet: SizeSheet) -> Iterator[Sizing]:
    return (fire_water(group) for group in sheet.groups if group.hoses)


def _family_a(sheet: SizeSheet) -> Iterator[Sizing]:
    rain, process_m3 = sheet.rain, sheet.process_water_m3
    if process_m3 is None:
        return
    if rain.volume_m3 is not None:
        nil = () if rain.volume_m3 else (_no_rain(sheet),)
        yield family_a_with(sheet.groups, process_m3, (Term("V5", rain.volume_m3),), nil)
    elif rain.greatest_day_m is not None and rain.area_m2 and rain.runoff:
        day = greatest_day(rain.greatest_day_m, rain.runoff, rain.area_m2)
        yield family_a_with(sheet.groups, process_m3, day, (Warned(Caution.GREATEST_DAY),))
    elif rain.annual_m is not None and rain.days and rain.area_m2:
        yield family_a(sheet.groups, process_m3, rain.annual_m, rain.days, rain.area_m2)


def _no_rain(sheet: SizeSheet) -> Warned:
    """Why V5 is nil, or that nobody says why."""
    because = sheet.rain.none_because
    return Warned(Caution.NO_RAIN_BECAUSE, {"because": because}) if because else Warned(Caution.NO_RAIN)


def _storm(sheet: SizeSheet) -> Storm | None:
    rain = sheet.rain
    if rain.area_m2 is None or rain.runoff is None:
        return None
    if rain.depth_m is not None:
        return Storm(rain.area_m2, rain.runoff, depth_m=rain.depth_m)
    if rain.intensity_m_s is None or rain.lasts_s is None:
        return None
    return Storm(rain.area_m2, rain.runoff, intensity_m_s=rain.intensity_m_s, lasts_s=rain.lasts_s)


def _family_b(sheet: SizeSheet) -> Iterator[Sizing]:
    storm = _storm(sheet)
    if storm is not None:
        yield family_b(sheet.groups, storm, sheet.bunds, sheet.drains_m3)


def _first_flush(sheet: SizeSheet) -> Iterator[Sizing]:
    rain = sheet.rain
    if rain.dirty_area_m2 is not None and rain.first_flush_m is not None:
        yield first_flush(rain.dirty_area_m2, rain.first_flush_m)


def _flush_storm(sheet: SizeSheet) -> Iterator[Sizing]:
    rain = sheet.rain
    intensity_m_s, lasts_s = rain.flush_intensity_m_s, rain.flush_lasts_s
    if rain.dirty_area_m2 is not None and rain.flush_runoff and intensity_m_s and lasts_s:
        yield flush_storm(rain.dirty_area_m2, rain.flush_runoff, intensity_m_s, lasts_s)


def _with_groups(sheet: SizeSheet) -> Iterator[tuple[Bund, TankGroup]]:
    groups = {group.id: group for group in sheet.groups}
    return ((bund, groups[bund.group]) for bund in sheet.bunds)


def _bund_rules(sheet: SizeSheet) -> Iterator[Sizing]:
    return (bund_rule(bund, group) for bund, group in _with_groups(sheet))


def _uk_rules(sheet: SizeSheet) -> Iterator[Sizing]:
    for group in sheet.groups:
        if group.all_tanks_m3 is not None:
            yield uk_rule(group, group.all_tanks_m3)


def _france_rules(sheet: SizeSheet) -> Iterator[Sizing]:
    for group in sheet.groups:
        if group.all_tanks_m3 is not None:
            yield france_rule(group, group.all_tanks_m3)


def _tenth_rules(standard: Standard, sheet: SizeSheet) -> Iterator[Sizing]:
    for group in sheet.groups:
        if group.all_containers_m3 is not None:
            yield tenth_rule(standard, group, group.all_containers_m3)


def _d9_rules(sheet: SizeSheet) -> Iterator[Sizing]:
    return (d9_rule(group, group.d9) for group in sheet.groups if group.d9)


def _d9a_rules(sheet: SizeSheet) -> Iterator[Sizing]:
    for group in sheet.groups:
        if group.d9a and (group.d9 or group.is_fought):
            yield d9a_rule(group, group.d9a)


def _spcc_rules(sheet: SizeSheet) -> Iterator[Sizing]:
    rain_m = sheet.rain.freeboard_m
    if rain_m is not None:
        yield from (spcc_rule(bund, group, rain_m) for bund, group in _with_groups(sheet))


def _ciria_rules(sheet: SizeSheet) -> Iterator[Sizing]:
    around_m = sheet.rain.around_m
    if around_m is not None:
        for bund, group in _with_groups(sheet):
            if bund.wall is not None:
                yield ciria_rule(bund, group, bund.wall, around_m)


def _sandoz_rules(sheet: SizeSheet) -> Iterator[Sizing]:
    return (sandoz_rule(group, group.stored_t) for group in sheet.groups if group.stored_t is not None)


_ASK: dict[Standard, Callable[[SizeSheet], Iterator[Sizing]]] = {
    Standard.FIRE_WATER: _fire_waters,
    Standard.FAMILY_A: _family_a,
    Standard.FAMILY_B: _family_b,
    Standard.FIRST_FLUSH: _first_flush,
    Standard.FLUSH_STORM: _flush_storm,
    Standard.BUND: _bund_rules,
    Standard.UK: _uk_rules,
    Standard.CIRIA: _ciria_rules,
    Standard.SPCC: _spcc_rules,
    Standard.FRANCE: _france_rules,
    **{each: partial(_tenth_rules, each) for each in (Standard.RCRA, Standard.VAWS, Standard.PGS)},
    Standard.D9: _d9_rules,
    Standard.D9A: _d9a_rules,
    Standard.SANDOZ: _sandoz_rules,
}


def _told(sizing: Sizing, sheet: SizeSheet) -> Sizing:
    """The same with what is to be told of the figures of the group that its V1 is of."""
    terms = {term.name: term for term in sizing.terms}
    first = terms.get("V_tank") or terms.get("V1")
    unlike = next((group.unlike for group in sheet.groups if first and group.id == first.note), ())
    return replace(sizing, warnings=(*sizing.warnings, *told(unlike))) if unlike else sizing


def _with_space(sizing: Sizing, sheet: SizeSheet) -> Sizing:
    """The same with the space there is for it, and what a reader must know of that."""
    spaces = sheet.spaces
    match sizing.standard:
        case Standard.FAMILY_A:
            return _beside_pools(sizing, sheet, _decisive(sizing, sheet).transferable_m3, _in_both(sheet))
        case Standard.FAMILY_B:
            bunds = sheet.bunds_of(_decisive(sizing, sheet))
            return _beside_pools(sizing, sheet, _nets_m3(bunds), (*_in_both(sheet), *_cautions_of(bunds)))
        case Standard.FIRST_FLUSH if spaces is not None:
            return replace(sizing, available_m3=fsum(map(_for_first_flush_m3, spaces)))
        case Standard.UK | Standard.FRANCE | Standard.RCRA | Standard.VAWS | Standard.PGS if (
            bunds := _about(sizing, sheet)
        ):
            warnings = (*sizing.warnings, *_cautions_of(bunds))
            return replace(sizing, available_m3=fsum(bund.net_m3 for bund in bunds), warnings=warnings)
        case Standard.SANDOZ | Standard.D9A if spaces is not None:
            bunds = _about(sizing, sheet)
            bare = _beside_pools(sizing, sheet, _nets_m3(bunds), _cautions_of(bunds))
            return replace(bare, available_m3=bare.available_m3 + fsum(bund.net_m3 for bund in bunds))
        case _:
            return sizing


def _cautions_of(bunds: Sequence[Bund]) -> tuple[Warned, ...]:
    """What a reader must know of the net volumes of some bunds."""
    return tuple(warned for bund in bunds for warned in cautions_of(bund))


def _decisive(sizing: Sizing, sheet: SizeSheet) -> TankGroup:
    """The group that a maximum over groups was reached by."""
    return next(group for group in sheet.groups if group.id == sizing.term("V1").note)


def _about(sizing: Sizing, sheet: SizeSheet) -> tuple[Bund, ...]:
    """The bunds of the group that a result is about."""
    return tuple(bund for bund in sheet.bunds if bund.group == sizing.about)


def _in_both(sheet: SizeSheet) -> tuple[Warned, ...]:
    """Bunds that stand in V3 of both families."""
    moved = {id for group in sheet.groups for id in group.transferable_m3}
    return tuple(Warned(Caution.V3_IN_BOTH, {"bund": bund.id}) for bund in sheet.bunds if bund.nets_m3.keys() & moved)


def _nets_m3(bunds: Sequence[Bund]) -> dict[str, float]:
    """Net volumes of bunds and of their compartments, by id [m3]."""
    return {id: net_m3 for bund in bunds for id, net_m3 in bund.nets_m3.items()}


def _beside_pools(
    sizing: Sizing, sheet: SizeSheet, taken_m3: Mapping[str, float], more: Sequence[Warned]
) -> Sizing:
    """The same beside the accident pools; what V3 has taken off already is not counted once more."""
    cautions = [*sizing.warnings, *more]
    if sheet.spaces is None:
        return replace(sizing, warnings=tuple(cautions))
    counted_m3 = []
    for space in sheet.spaces:
        room_m3 = _for_accident_m3(space)
        twice_m3 = min(taken_m3.get(space.id, 0.0), room_m3)
        counted_m3.append(room_m3 - twice_m3)
        if twice_m3:
            cautions.append(Warned(Caution.BUND_TWICE, {"space": space.id, "volume_m3": twice_m3}))
        cautions.extend(_cautions(space))
    return replace(sizing, available_m3=fsum(counted_m3), warnings=tuple(cautions))


def _for_accident_m3(space: Space) -> float:
    """Room that a space has for accident water [m3]."""
    if space.use is Use.ACCIDENT_POOL:
        return space.volume_m3 - space.holds_m3
    if space.use is Use.SHARED:
        return space.volume_m3 - max(space.holds_m3, SHARE_OF_SHARED * space.volume_m3)
    return 0.0


def _for_first_flush_m3(space: Space) -> float:
    """Room that a space has for first flush [m3]."""
    if space.use is Use.FIRST_FLUSH:
        return space.volume_m3
    return SHARE_OF_SHARED * space.volume_m3 if space.use is Use.SHARED else 0.0


def _cautions(space: Space) -> Iterator[Warned]:
    """What a reader must know of a space."""
    match space.use:
        case Use.UPSET_BASIN:
            yield Warned(Caution.UPSET_BASIN, {"space": space.id})
        case Use.SHARED if space.holds_m3 > SHARE_OF_SHARED * space.volume_m3:
            yield Warned(Caution.OVER_A_THIRD, {"space": space.id, "holds_m3": space.holds_m3})
        case Use.SHARED:
            yield Warned(Caution.SHARED, {"space": space.id})
        case Use.ACCIDENT_POOL if space.holds_m3:
            yield Warned(Caution.OCCUPIED, {"space": space.id, "holds_m3": space.holds_m3})
        case _:
            return


def _compare_rain(found: list[Sizing]) -> list[Sizing]:
    """The same, with family (a) warned when its rain term is far from that of family (b)."""
    by_standard = {each.standard: each for each in found}
    a, b = by_standard.get(Standard.FAMILY_A), by_standard.get(Standard.FAMILY_B)
    if a is None or b is None:
        return found
    small, large = a.term("V5").value, b.term("V_rain").value
    if max(small, large) <= FAR_APART * min(small, large):
        return found
    warned = replace(a, warnings=(*a.warnings, Warned(Caution.RAIN_TERMS, {"a_m3": small, "b_m3": large})))
    return [warned if each is a else each for each in found]
