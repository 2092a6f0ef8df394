"""Bunds of a sizing sheet: written ones, and those of a plant that its park knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import fsum

from sim.hydrology.size_sheet import Bund, Wall
from sim.load.builder.plant_known import Known, room_m3
from sim.load.builder.size_tanks import build_tanks, check_bunds
from sim.load.builder.size_volumes import Stands, sized_bund
from sim.load.kinds.blocks import Form
from sim.load.size_form import ACROSS, DISPLACED, UP
from sim.load.suggest import did_you_mean, hint
from sim.message import Message
from sim.park import Storage


def build_bunds(sheet: Form, known: Known) -> tuple[Bund, ...]:
    """The bunds that are written, then those of the plant that are not, compartments of one put together; what is
    wrong with them is noted."""
    written: dict[str, Form] = sheet.get("bunds", {})
    lying = [_Lying.of(id, written.get(id), sheet, known) for id in dict.fromkeys((*written, *known.bunds))]
    round_group: dict[str, list[_Lying]] = defaultdict(list)
    for each in lying:
        if each.group is not None:
            round_group[each.group].append(each)
    groups: dict[str, Form] = sheet.get("groups", {})
    for id, group in groups.items():
        if id in round_group:
            check_bunds(group, [each.id for each in round_group[id]])
    found = [_bund(each, round_group, sheet, known) for each in lying]
    return tuple(_put_together([bund for bund in found if bund is not None], sheet))


@dataclass(frozen=True)
class _Lying:
    """A bund, the group it lies round and what it is a compartment of, before its size is asked."""

    id: str
    form: Form | None
    group: str | None
    whole: str

    @classmethod
    def of(cls, id: str, form: Form | None, sheet: Form, known: Known) -> _Lying:
        storage = known.bunds.get(id)
        whole = storage.compartment_of or "" if storage else ""
        if form is not None:
            whole = form.get("compartment_of", whole)
        return cls(id, form, _group(id, form, sheet, known), whole)

    def shares_wall(self, other: _Lying) -> bool:
        """Whether both are one bund in the eyes of the standards."""
        return self.id == other.id or (bool(self.whole) and self.whole == other.whole)


def _bund(lying: _Lying, round_group: dict[str, list[_Lying]], sheet: Form, known: Known) -> Bund | None:
    """A bund with its size: as written, at least by the id of a storage; None when something is wrong."""
    id, form, group = lying.id, lying.form, lying.group
    if group is None or (form is not None and form.wrong):
        return None
    storage = known.bunds.get(id)
    is_sized = form is not None and any(key in form for key in (*ACROSS, *UP, *DISPLACED, "inside"))
    if form is not None and (is_sized or not known.is_park):
        stands = _stands(lying, round_group[group], sheet)
        bund = sized_bund(id, group, form, stands)
    elif storage is not None:
        bund = _of(storage, group, sheet)
    else:
        assert form is not None  # an id comes from one or the other
        form.spot.fault(form.node, Message("area and height missing; {hint}",
                                           hint=hint(id, known.bunds, "these are known of {names}")))  # fmt: skip
        return None
    if bund is not None and form is not None and "wall" in form:
        bund = replace(bund, wall=Wall(form["wall"]))
    return replace(bund, compartment_of=lying.whole) if bund and lying.whole else bund


def _stands(lying: _Lying, beside: Sequence[_Lying], sheet: Form) -> Stands:
    """The tanks of a bund, and those of all that is one bund with it; `beside` are the bunds of its group."""
    groups: dict[str, Form] = sheet.get("groups", {})
    tanks = build_tanks(groups[lying.group]) if lying.group in groups else ()
    ids = [each.id for each in beside]
    return Stands.of(tanks, lying.id, [each.id for each in beside if each.shares_wall(lying)], ids)


def _group(id: str, form: Form | None, sheet: Form, known: Known) -> str | None:
    """The group that a bund lies round; noted when nobody can tell."""
    ids = list(sheet.node.within("groups").ids())
    if form is not None and "group" in form:
        if form["group"] in ids:
            return str(form["group"])
        form.fault("group", Message("no tank group is named '{form}'; {hint}", form=form["group"],
                                    hint=hint(form["group"], ids)))  # fmt: skip
    elif len(ids) == 1:
        return ids[0]
    elif ids and known.is_park and (form is None or "group" not in form.wrong):
        text = Message("which tank group '{id}' lies round is not said; write bunds: {{{id}: {{group: {ids}}}}}", id=id,
                       ids=ids[0])  # fmt: skip
        sheet.fault("bunds", text)
    return None


def _of(storage: Storage, group: str, sheet: Form) -> Bund | None:
    """A bund from its storage, which is net of tanks and walls; its mean area where it widens upwards."""
    if storage.shape is None:
        text = Message("'{id}' has no shape; give it one, or write area and height of it here", id=storage.id)
        sheet.fault("bunds", text)
        return None
    gross_m3 = storage.capacity_m3 - storage.freeboard_m3
    height_m = storage.shape.depth_m(gross_m3)
    return Bund(storage.id, group, gross_m3 / height_m, height_m, (0.0, 0.0, 0.0, storage.dead_m3),
                surveyed_m3=room_m3(storage))  # fmt: skip


def _put_together(bunds: Sequence[Bund], sheet: Form) -> Iterator[Bund]:
    """Compartments as the one bund they are, where its first stands; other bunds as they are."""
    wholes: dict[str, list[Bund]] = defaultdict(list)
    for bund in bunds:
        wholes[bund.compartment_of or bund.id].append(bund)
    for id, parts in wholes.items():
        if not any(part.compartment_of for part in parts):
            yield parts[0]
        elif _fits(id, parts, wholes, sheet):
            yield _whole(id, parts)


def _fits(id: str, parts: Sequence[Bund], wholes: dict[str, list[Bund]], sheet: Form) -> bool:
    """Whether compartments can be one bund; notes it when they cannot."""
    if any(not part.compartment_of for part in parts):
        text = Message("'{id}' is a bund itself and cannot be what others are compartments of; give the whole a name "
                       "of its own, and this one compartment_of: that name too", id=id)  # fmt: skip
        sheet.fault("bunds", text)
        return False
    if len(parts) == 1:
        meant = did_you_mean(id, [each for each in wholes if each != id])
        close = Message("did you mean '{close}'?", close=meant) if meant else Message("leave compartment_of out")
        sheet.fault("bunds", Message("'{part}' is the only compartment of '{id}'; {close}", part=parts[0].id, id=id,
                                     close=close))  # fmt: skip
        return False
    if len({part.group for part in parts}) > 1:
        sheet.fault("bunds", Message("compartments of '{id}' lie round different tank groups; one bund is of one group",
                                     id=id))  # fmt: skip
        return False
    return True


def _whole(id: str, parts: Sequence[Bund]) -> Bund:
    """Compartments as one bund: their areas, what stands in them and their net volumes together."""
    area_m2 = fsum(part.area_m2 for part in parts)
    height_m = fsum(part.area_m2 * part.height_m for part in parts) / area_m2
    one, two, three, four = (fsum(column) for column in zip(*(part.displaced_m3 for part in parts), strict=True))
    walls = {part.wall for part in parts}
    return Bund(id, parts[0].group, area_m2, height_m, (one, two, three, four),
                walls.pop() if len(walls) == 1 else None, parts=tuple(parts))  # fmt: skip
