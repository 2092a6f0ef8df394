"""The written form of a sizing sheet: every key, its kind, and the manual's sentence; and its reader.

What the standards need is asked for by its own words, with the standards' letter beside it. A sheet stands in a file of
its own, or in a park file for one of its plants; there what the park knows need not be written.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sim.hydrology.printed import WHERE
from sim.hydrology.rain_records import DAY_M, MEAN_YEAR_M
from sim.hydrology.size_sheet import Use, Wall
from sim.load.kinds.blocks import Collection, Field, Record
from sim.load.kinds.numbers import Count, Quantity, Share
from sim.load.kinds.sizes import Intensity, MeanYear, OneOf, Tonnes
from sim.load.kinds.version import WRITTEN_IN
from sim.load.kinds.words import Choice, Id, Names, Ref
from sim.message import Message, a
from sim.units import Dimension

if TYPE_CHECKING:
    from sim.hydrology.size_sheet import SizeSheet

VOLUME, SOME_VOLUME = Quantity(Dimension.VOLUME), Quantity(Dimension.VOLUME, positive=True)
DEPTH = OneOf(Dimension.LENGTH, units=("mm",), most=DAY_M)
SOME_DEPTH = OneOf(Dimension.LENGTH, positive=True, units=("mm",), most=DAY_M)
DAYS_DEPTH = OneOf(Dimension.LENGTH, units=("mm",), most=MEAN_YEAR_M)
YEAR, HEIGHT = MeanYear(Dimension.LENGTH, units=("mm",), most=MEAN_YEAR_M), Quantity(Dimension.LENGTH, positive=True)
AREA, SPAN = OneOf(Dimension.AREA, positive=True, units=("ha", "m2")), Quantity(Dimension.TIME, positive=True)

HOSE = Record(Message("fire water"), (
    Field("flow", Quantity(Dimension.FLOW, positive=True), "Q.", required=True),
    Field("lasts", SPAN, "t.", required=True),
))  # fmt: skip

GROUP = Record(a("tank group"), (
    Field("largest_tank", VOLUME, "V1: its largest tank, or the largest vessel of a unit.", required=True),
    Field("fire_water", Collection(HOSE, Message("fire "
                                                 "water")), "V2 as a list of hoses, monitors, cooling: flow and time."),
    Field("fire_water_total", VOLUME, "V2 where only the total is known; 0 m3 where nothing is fought with water. One "
          "of the two, unless nothing but bunds is asked."),
    Field("transferable", Collection(VOLUME, a("volume")), "V3 of family (a): what other storage takes over during the "
          "accident, by where that is. Use the id under `bunds` or `available` for what stands there too; none when "
          "left out."),
    Field("all_tanks", SOME_VOLUME, "All tanks of the group together, for the 25 % rule."),
    Field("stored", Tonnes(), "What is stored, in tonnes."),
), at_most=(("fire_water", "fire_water_total"),))  # fmt: skip

AROUND = Record(Message("rain around an incident"), (
    Field("before", DEPTH, "In the 24 h before.", required=True),
    Field("during", DEPTH, "During the incident.", required=True),
    Field("after", DAYS_DEPTH, "In the 8 days after.", required=True),
))  # fmt: skip

STORM = (
    Field("formula", Ref(("storm formula",)), "A storm formula of the park that tells the intensity of family (b)."),
    Field("period", Quantity(Dimension.PERIOD, positive=True), "Return period of the formula's storm."),
)
"""Rain as only a park knows it."""
GROUND = (("annual", "area"), ("depth", "area"), ("depth", "runoff"), ("intensity", "area"), ("intensity", "runoff"))
"""What a sheet of its own must say of the ground."""


def _rain(in_park: bool) -> Record:
    """The rain; a park knows the ground that drains, and how hard it rains."""
    own = (("formula", "period"), ("formula", "lasts"), ("period", "formula"))
    return Record(Message("the rain"), (
        Field("area", AREA, "F: what drains into the accident pool."
              + " The plant's catchments when left out." * in_park),
        Field("volume", VOLUME, "V5 of family (a), where it is known as such; 0 m3 where no rain comes into the pool."),
        Field("annual", YEAR, "qa: rain of a mean year."),
        Field("days", Count(low=1), "n: rain days of a mean year."),
        Field("runoff", Share(positive=True), "psi: share of the storm that runs off, of family (b)."
              + " Mean of the plant's catchments when left out." * in_park),
        Field("depth", SOME_DEPTH, "Depth of the storm of family (b), over the fire."),
        Field("intensity", Intensity(), "q: intensity of the storm of family (b), from a storm formula; instead of "
              "depth."),
        *(STORM if in_park else ()),
        Field("lasts", SPAN, "T: how long the intensity lasts, which is as long as the fire."),
        Field("freeboard", SOME_DEPTH, "Storm that a bund's freeboard must hold, of SPCC; 25 years, 24 h is usual."),
        Field("around", AROUND, "Rain of 10 % chance a year before, during and after an incident, of CIRIA C736."),
    ), at_most=(
        ("depth", "intensity", "formula") if in_park else ("depth", "intensity"),
        ("volume", "annual"), ("volume", "days"),
    ), needs=(
        ("annual", "days"), ("days", "annual"), ("intensity", "lasts"),
        *(own if in_park else (*GROUND, ("lasts", "intensity"))),
    ))  # fmt: skip


FIRST_FLUSH = Record(Message("first flush"), (
    Field("area", AREA, "F: area that may be polluted.", required=True),
    Field("depth", SOME_DEPTH, "h: 15 to 30 mm.", required=True),
))  # fmt: skip

DISPLACED = ("largest_tank_base", "other_tanks", "bund_body", "walls_and_pipes")


def _bund(in_park: bool) -> Record:
    """A bund; in a park its area and height are those of the storage of that id."""
    known = " That of the storage when left out." * in_park
    base, others, body, walls = DISPLACED
    whole = (("area", "height"), ("height", "area"), *((key, "area") for key in DISPLACED))
    return Record(a("bund"), (
        Field("group", Ref(("tank group",)), "The tank group it lies round."
              + " The only one when left out." * in_park, required=not in_park),
        Field("area", AREA, f"A: area between the wall's centre lines.{known}", required=not in_park),
        Field("height", HEIGHT, "Hj: height of the design liquid level above the floor, not of the wall's top."
              + known, required=not in_park),
        Field(base, VOLUME, "V1: base of the largest tank below that level.", default="0 m3"),
        Field(others, VOLUME, "V2: other tanks and their bases below that level.", default="0 m3"),
        Field(body, VOLUME, "V3: the wall's own body within its centre line.", default="0 m3"),
        Field(walls, VOLUME, "V4: inner walls, pipes and other things below that level.", default="0 m3"),
        Field("wall", Choice("wall", tuple(Wall)), "What its wall is made of, for the freeboard of CIRIA C736."),
    ), needs=whole if in_park else ())  # fmt: skip


def _space(in_park: bool) -> Record:
    """A space; in a park its volume and what stands in it are those of the storage of that id."""
    known = " Less dead volume and freeboard that of the storage when left out." * in_park
    return Record(a("space"), (
        Field("use", Choice("use", tuple(Use)), "What it is for; shared is accident pool and first flush in one.",
              required=not in_park),
        Field("volume", SOME_VOLUME, f"What it can hold.{known}", required=not in_park),
        Field("holds", VOLUME, "What usually stands in it."
              + " What stands in the storage at the start when left out." * in_park,
              default=None if in_park else "0 m3"),
    ))  # fmt: skip


PUBLISHED = Record(Message("published figures"), tuple(
    Field(key, VOLUME, f"What a sheet printed for {name}.")
    for key, name in zip(WHERE, ("V2", "V5", "V_total", "V_rain", "V_pool"), strict=True)
))  # fmt: skip

NAMED = (
    Field("id", Id(), "Its name for the program; the file's name when left out."),
    Field("name", Names(), "What people call it; its id when left out."),
    WRITTEN_IN,
)


def _sizing(in_park: bool) -> Record:
    """A sheet of its own, or that of a plant in its park's file."""
    bunds, pools = " Every storage of the plant of kind bund is one." * in_park, "Pools there are."
    drains = "those storages of the plant that drain into its pools" if in_park else "none"
    return Record(a("sizing block") if in_park else a("sizing sheet"), (
        *(() if in_park else NAMED),
        Field("groups", Collection(GROUP, a("tank group"), ordered=True, filled=True),
              "Tank groups, units and stores, each of which may be the accident's.", required=True),
        Field("process_water", VOLUME, "V4: process water that must still go into the pool; 0 m3 where there is none."),
        Field("rain", _rain(in_park), "What rain may come with it."),
        Field("first_flush", FIRST_FLUSH, "The first-flush pool."),
        Field("bunds", Collection(_bund(in_park), a("bund"), ordered=True), f"Bunds round the tank groups.{bunds}"),
        Field("drains", VOLUME, "Accident drains below the pool's highest gravity inflow; "
              f"{drains} when left out."),
        Field("available", Collection(_space(in_park), a("space"), ordered=True),
              pools + " The plant's accident pools are there without being written." * in_park),
        Field("published", PUBLISHED,
              "Figures that a sheet printed, to hold against the same formulas worked out here."),
    ))  # fmt: skip


SIZING = _sizing(in_park=False)
PLANT_SIZING = _sizing(in_park=True)
"""One a plant in a park file; what the park knows need not be written."""


def load_sheet(path: str | os.PathLike[str]) -> SizeSheet:
    """The sizing sheet of a file.

    Raises:
        Problems: everything that is wrong with it, at once.
    """
    from sim.load.builder.sizing import build_sheet
    from sim.load.files import Files

    files, name = Files(), os.path.normpath(os.fspath(path))
    tree = files.block(name)
    sheet = None if tree is None else build_sheet(tree, name, files.faults)
    files.faults.raise_any()
    assert sheet is not None  # nothing was noted, so it is there
    return sheet
