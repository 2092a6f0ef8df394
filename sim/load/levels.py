"""Measured levels: a run may start from what stands in the storages now.

Each becomes what a scenario would write about the start: measured, with the file and the time as its source.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from sim.errors import InputError
from sim.load.builder.amount import amount_m3
from sim.load.builder.park import PartialPark
from sim.load.files import Files
from sim.load.kinds.amount import Amount
from sim.load.kinds.blocks import Form
from sim.load.kinds.words import ClockTime
from sim.load.known import known_of_park
from sim.load.level_table import MEASURES, names_of, read_levels
from sim.load.node import Block, Entry, Scalar
from sim.load.override import Change
from sim.load.place import Faults, Place
from sim.load.reading import Spot
from sim.load.suggest import did_you_mean, one_of
from sim.message import Message
from sim.park import Park, Storage
from sim.park.storage_kind import OPEN_WATERS
from sim.scenario import Correction
from sim.units import Dimension, parse, time_text

MAX_AGE_S = parse("6 h", Dimension.TIME)
"""How old a level may be when the run starts, unless somebody says otherwise [s]."""
NOBODY_KNOWS: dict[str, None] = {"": None}
"""Ids of storages where they could not be read."""


def measured_changes(
    path: str, max_age_s: float, stage: PartialPark, before: Block, tree: Block, files: Files
) -> list[Change]:
    """The change that a file of levels makes to a scenario; what is wrong with the file is noted.

    `before` is the scenario that it changes, `tree` the one that says when the run starts.
    """
    forms = read_levels(path, files)
    starts = _starts(tree, path, forms, files.faults)
    initial = before.get("initial") or Block({}, Place(path))
    seen: dict[str, Place] = {}
    for form in forms:
        time, storage = _time(form, starts, max_age_s), _storage(form, stage)
        parts = _parts(form, storage) if storage and _is_first(form, storage, seen) else {}
        if storage and parts and time and isinstance(initial, Block):
            source = f"{PurePath(path).name}, {time.isoformat()}"
            initial = initial.put(storage.id, _block(parts, source, form), form.node.place)
    return [Change("initial", initial, Place(path), "initial")] if seen else []


def measured_since(data: bytes, name: str, park: Park, starts: datetime, now_s: float) -> list[Correction]:
    """What a table of levels says that was measured while an accident goes on, up to now [s since its start].

    Raises:
        Problems: everything that is wrong with the table.
    """
    files = Files(brought={name: data})
    stage = PartialPark(park, known_of_park(park))
    found: dict[tuple[str, float], Correction] = {}
    for form in read_levels(name, files):
        at_s, storage = _since(form, starts, now_s), _storage(form, stage)
        measured = _amount(form, storage) if storage else None
        if storage is None or measured is None or at_s is None:
            continue
        if (storage.id, at_s) in found:
            form.spot.fault(form.node, Message("'{id}' is measured twice at this time; keep one", id=storage.id))
        found[storage.id, at_s] = Correction(storage.id, storage.id, at_s, measured[1])
    files.faults.raise_any()
    return list(found.values())


def _since(form: Form, starts: datetime, now_s: float) -> float | None:
    """When a row was measured [s since the start]; None when that is missing, before the start or still to come."""
    if "time" not in form:
        return None
    time = datetime.fromisoformat(form["time"])
    since_s = ((time if time.tzinfo else time.replace(tzinfo=starts.tzinfo)) - starts).total_seconds()
    if 0 <= since_s <= now_s:
        return since_s
    at = starts.isoformat(sep=" ")
    if since_s < 0:
        form.fault("time", Message("measured {time} before the accident began, at {at}; what stood there then belongs "
                                   "into the scenario", time=time_text(-since_s), at=at))  # fmt: skip
    else:
        ahead, now = time_text(since_s - now_s), time_text(now_s)
        form.fault("time", Message("measured {time} from now, which nobody can have; it is {now} since the accident "
                                   "began, at {at}", time=ahead, now=now, at=at))  # fmt: skip
    return None


def _starts(tree: Block, path: str, forms: list[Form], faults: Faults) -> datetime | None:
    """Clock time of the start; None when it is wrong, or missing, which is noted."""
    node = tree.get("starts")
    if node is None and any("time" in form for form in forms):
        wanted = Message("write starts: with the clock time of T+0, such as 2025-07-14 14:20 +08:00")
        faults.add(tree.place, "", Message("starts is missing, so nobody knows how old the levels of {path} are; "
                                           "{wanted}", path=path, wanted=wanted))  # fmt: skip
    if not isinstance(node, Scalar):
        return None
    try:
        return datetime.fromisoformat(ClockTime().parse(node.text, Spot.nowhere()))
    except InputError:  # which the scenario notes
        return None


def _time(form: Form, starts: datetime | None, max_age_s: float) -> datetime | None:
    """When a row was measured, in the offset of the start; None when that is missing, too old or still to come."""
    if starts is None or "time" not in form:
        return None
    time = datetime.fromisoformat(form["time"])
    if starts.tzinfo is None and time.tzinfo is not None:
        form.fault("time", Message("has an offset from UTC, and starts: of the scenario has none; write one there too"))
        return None
    since = starts - (time if time.tzinfo else time.replace(tzinfo=starts.tzinfo))
    age, when = since.total_seconds(), Message("the run starts, at {at}", at=starts.isoformat(sep=" "))
    if age < 0:
        form.fault("time", Message("measured {time} after {when}; let the scenario start later",
                                   time=time_text(-age), when=when))  # fmt: skip
    elif age > max_age_s:
        least = Message("at most {time} is allowed; measure anew, or allow more with --max-age",
                        time=time_text(max_age_s))  # fmt: skip
        form.fault("time", Message("measured {time} before {when}; {least}", time=time_text(age), when=when,
                                   least=least))  # fmt: skip
    return starts - since if 0 <= age <= max_age_s else None


def _storage(form: Form, stage: PartialPark) -> Storage | None:
    """The storage that a row names; None when there is none, or several, which is noted."""
    names, storages = names_of(form.node), stage.park.storages
    if not names:
        form.spot.fault(form.node, Message("this row names no storage; write its id, or its name"))
        return None
    for name in names:
        found = [each for each in storages.values() if name in each.name.values()]
        if name in storages or len(found) == 1:
            return storages.get(name) or found[0]
        if found:
            ids = one_of([each.id for each in found])
            form.spot.fault(form.node, Message("{found} storages are named '{name}': {ids}; write the id of one",
                                               found=len(found), name=name, ids=ids))  # fmt: skip
            return None
    if storages.keys() == stage.known.get("storage", NOBODY_KNOWS).keys():  # else it may be one that could not be read
        known = [*storages, *(name for each in storages.values() for name in each.name.values())]
        close = did_you_mean(names[0], known)
        advice = Message("there are {names}", names=one_of(storages))
        if close:
            advice = Message("did you mean '{close}'?", close=close)
        form.spot.fault(form.node, Message("no storage is named '{names}'; {advice}", names=names[0], advice=advice))
    return None


def _is_first(form: Form, storage: Storage, seen: dict[str, Place]) -> bool:
    """Whether no row above is about the same storage; notes it when one is."""
    if storage.id in seen:
        text = Message("'{id}' is measured twice; it stands at {seen} already, keep one", id=storage.id,
                       seen=seen[storage.id])  # fmt: skip
        form.spot.fault(form.node, text)
        return False
    seen[storage.id] = form.node.place
    return True


def _amount(form: Form, storage: Storage) -> tuple[Amount, float] | None:
    """What stands in the storage, as it was measured and in m3; None when it is missing or does not fit."""
    key = next((each for each in MEASURES if each in form), None)
    if key is None:
        return None
    try:
        amount: Amount = form[key] if key == "level" else _over_floor(form[key], storage)
        return amount, amount_m3(amount, storage)
    except InputError as error:
        text = error.message
        if key == "level" and _may_be_height(form[key], storage):
            text = Message("{error}; if it is a height above the zero of the floors, name the column stage (水位)",
                           error=text)  # fmt: skip
        form.fault(key, text)
        return None


def _parts(form: Form, storage: Storage) -> dict[str, str]:
    """What stands in the storage, by origin, as text with its unit; empty when it is missing or does not fit."""
    found = None if "origin" in form.wrong else _amount(form, storage)
    if found is None:
        return {}
    amount, volume = found
    standing, whole = storage.initial, storage.initial_m3
    if "origin" not in form and len(standing) > 1:
        return {origin: f"{volume * part / whole:.15g} m3" for origin, part in standing.items()}
    origin = form.get("origin") or next(iter(standing), "river" if storage.kind in OPEN_WATERS else "rain")
    return {origin: f"{volume:.15g} m3" if amount.dimension is Dimension.LENGTH else amount.text}


def _over_floor(amount: Amount, storage: Storage) -> Amount:
    """A height of the surface above the common zero as a depth; a volume or a share is what it is.

    Raises:
        InputError: nobody knows how high the floor lies, or the surface would lie below it.
    """
    if amount.dimension is not Dimension.LENGTH:
        return amount
    if storage.floor_m is None:
        raise InputError(Message("{text} is a height of the surface, and nobody knows how high the floor of '{id}' "
                                 "lies; write floor: there, or name the column level (液位) if it is a depth",
                                 text=amount.text, id=storage.id))  # fmt: skip
    depth_m = amount.value - storage.floor_m
    if depth_m < 0:
        raise InputError(Message("{text} is a height of the surface, and the floor of '{id}' lies at {floor_m} m; name "
                                 "the column level (液位) if it is a depth", text=amount.text, id=storage.id,
                                 floor_m=f"{storage.floor_m:.10g}"))  # fmt: skip
    return replace(amount, value=depth_m)


def _may_be_height(amount: Amount, storage: Storage) -> bool:
    """Whether a depth that does not fit may be a height above the common zero."""
    return amount.dimension is Dimension.LENGTH and 0 < (storage.floor_m or 0) <= amount.value


def _block(parts: dict[str, str], source: str, form: Form) -> Block:
    """What a scenario would write about the start of a storage."""
    place = form.place(next(each for each in MEASURES if each in form))
    words = {**parts, "basis": "measured", "source": source}
    return Block({key: Entry(place, Scalar(text, place)) for key, text in words.items()}, form.node.place)
