"""The written form of a sizing sheet: every key, its kind, and the manual's sentence; and its reader.

What the standards need is asked for by its own words, with the standards' letter beside it. A sheet stands in a file of
its own, or in a park file for one of its plants; there what the park knows need not be written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sim.hydrology.printed import OF_BUND, OF_GROUP, WHERE
from sim.hydrology.rain_records import DAY_M, MEAN_YEAR_M
from sim.hydrology.size_sheet import Risk, Use, Wall
from sim.hydrology.standard_names import NAMES
from sim.load.kinds.blocks import Collection, Field, Many, Record
from sim.load.kinds.numbers import Coefficient, Count, Quantity, Share
from sim.load.kinds.sizes import Intensity, MeanYear, OneOf, PrintedVolume, Tonnes
from sim.load.kinds.version import WRITTEN_IN
from sim.load.kinds.words import Choice, Flag, Id, Names, Ref
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

TANK = Record(a("size of tank"), (
    Field("volume", SOME_VOLUME, "What one of them holds.", required=True),
    Field("diameter", HEIGHT, "Of the tank; without it nothing of these tanks is taken off from a bund."),
    Field("base", Quantity(Dimension.LENGTH), "How high its base or ring stands above the bund's floor.",
          default="0 m"),
    Field("base_diameter", HEIGHT, "Of the base; that of the tank when left out."),
    Field("number", Count(low=1), "How many of this size stand there.", default=1),
    Field("bund", Id(), "The bund or compartment it stands in, where the group has several."),
), needs=(("base", "diameter"), ("base_diameter", "diameter")))  # fmt: skip

D9_STORE = Record(Message("D9's inputs"), (
    Field("surface", AREA, "S: the largest part of the store that fire walls do not divide.", required=True),
    Field("additions", Coefficient(low=-0.9, high=9, example="0.1"), "C: sum of the coefficients for height of "
          "storage, construction and help at hand.", required=True),
    Field("risk", Choice("category of risk", tuple(Risk)), "Category of risk: rf (low), 1, 2 or 3.", required=True),
    Field("sprinkled", Flag(), "Whether sprinklers halve the flow.", default="no"),
))  # fmt: skip

D9A_STORE = Record(Message("D9A's inputs"), (
    Field("sprinkler", VOLUME, "Water of the sprinklers; 0 m3 where there are none.", required=True),
    Field("liquids", VOLUME, "Liquids in the largest part of the store, a fifth of which counts.", required=True),
    Field("area", AREA, "What drains into the retention, on which 10 mm of rain fall.", required=True),
))  # fmt: skip

GROUP = Record(a("tank group"), (
    Field("largest_tank", VOLUME, "V1: its largest tank, the largest vessel of a unit, or the largest container of a "
          "store. That of its tanks when left out."),
    Field("tanks", Collection(TANK, a("size of tank"), filled=True), "Its tanks by their sizes: the largest, all of "
          "them together, and what they take up in a bund, are worked out from these. A figure that is written counts "
          "all the same, and a difference is told."),
    Field("fire_water", Collection(HOSE, Message("fire "
                                                 "water")), "V2 as a list of hoses, monitors, cooling: flow and time."),
    Field("fire_water_total", VOLUME, "V2 where only the total is known; 0 m3 where nothing is fought with water. One "
          "of the two, unless nothing but bunds is asked."),
    Field("transferable", Collection(VOLUME, a("volume")), "V3 of family (a): what other storage takes over during the "
          "accident, by where that is. Use the id under `bunds` or `available` for what stands there too; none when "
          "left out."),
    Field("all_tanks", SOME_VOLUME, "All tanks of the group together, for the rules of a quarter and of a half. That "
          "of its tanks when left out."),
    Field("all_containers", SOME_VOLUME, "All drums and other containers of a store together, for the rules of a "
          "tenth."),
    Field("stored", Tonnes(), "What is stored, in tonnes."),
    Field("d9", D9_STORE, "What the French guide D9 asks of a store, for its fire water."),
    Field("d9a", D9A_STORE, "What D9A asks besides, for the retention."),
), at_most=(("fire_water", "fire_water_total"),), any_of=(("largest_tank", "tanks"),))  # fmt: skip

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
GROUND = (("annual", "area"), ("greatest_day", "area"), ("greatest_day", "runoff"),
          ("depth", "area"), ("depth", "runoff"), ("intensity", "area"), ("intensity", "runoff"))
"""What a sheet of its own must say of the ground."""


def _rain(in_park: bool) -> Record:
    """The rain; a park knows the ground that drains, and how hard it rains."""
    own = (("formula", "period"), ("formula", "lasts"), ("period", "formula"))
    return Record(Message("the rain"), (
        Field("area", AREA, "F: what drains into the accident pool."
              + " The plant's catchments when left out." * in_park),
        Field("volume", VOLUME, "V5 of family (a), where it is known as such; 0 m3 where no rain comes into the pool."),
        Field("none_because", Names(), "Why no rain comes into the pool; goes with volume: 0 m3."),
        Field("greatest_day", SOME_DEPTH, "V5 of family (a) by the greatest daily rain on record, as oil depots have "
              "it, instead of a mean rain day: that depth x runoff x area."),
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
        ("volume", "annual"), ("volume", "days"), ("volume", "greatest_day"), ("annual", "greatest_day"),
    ), needs=(
        ("none_because", "volume"), ("annual", "days"), ("days", "annual"), ("intensity", "lasts"),
        *(own if in_park else (*GROUND, ("lasts", "intensity"))),
    ))  # fmt: skip


def _first_flush(in_park: bool) -> Record:
    """First flush: by a depth, by the first minutes of a storm, or both."""
    formula = ("formula",) if in_park else ()
    storm = [(key, other) for key in ("intensity", *formula) for other in ("runoff", "lasts")]
    return Record(Message("first flush"), (
        Field("area", AREA, "F: area that may be polluted.", required=True),
        Field("depth", SOME_DEPTH, "h: 15 to 30 mm."),
        Field("intensity", Intensity(), "q: intensity of a storm, for q psi F t beside F h or instead of it."),
        *((
            Field("formula", Ref(("storm formula",)), "A storm formula of the park that tells q."),
            Field("period", Quantity(Dimension.PERIOD, positive=True), "Return period of the formula's storm."),
        ) if in_park else ()),
        Field("runoff", Share(positive=True), "psi: share of it that runs off."),
        Field("lasts", SPAN, "t: how long its rain is first flush; 10 to 20 min is usual."),
    ), any_of=(("depth", "intensity", *formula),), at_most=(("intensity", "formula"),) if in_park else (),
        needs=(*storm, *((("formula", "period"), ("period", "formula")) if in_park else ())))  # fmt: skip


DISPLACED = ("largest_tank_base", "other_tanks", "bund_body", "walls_and_pipes")
ACROSS, UP = ("area", "length", "width", "perimeter"), ("height", "wall_height", "wall_top", "wall_foot", "wall_slope")
"""Keys of a bund's ground plan and of its wall."""

INSIDE = Record(a("thing in a bund"), (
    Field("area", AREA, "What it takes up of the floor; or length and width."),
    Field("length", HEIGHT, "Of an inner dike, between the walls."),
    Field("width", HEIGHT, "Of an inner dike, half way up."),
    Field("height", HEIGHT, "Above the bund's floor; only what is below the design level is taken off.",
          required=True),
    Field("number", Count(low=1), "How many of this size there are.", default=1),
), one_of=(("area", "length"),), at_most=(("area", "width"),), needs=(("length", "width"),))  # fmt: skip


def _bund(in_park: bool) -> Record:
    """A bund; in a park its area and height are those of the storage of that id."""
    known = " That of the storage when left out." * in_park
    base, others, body, walls = DISPLACED
    return Record(a("bund"), (
        Field("group", Ref(("tank group",)), "The tank group it lies round."
              + " The only one when left out." * in_park, required=not in_park),
        Field("compartment_of", Id(), "The bund that inner dikes make this one a part of, by a name of your own: all "
              f"parts of that name are judged as one bund.{known}"),
        Field("area", AREA, f"A: area between the wall's centre lines.{known}"),
        Field("length", HEIGHT, "Of a rectangle, between the wall's centre lines; with width instead of area."),
        Field("width", HEIGHT, "The same across."),
        Field("perimeter", HEIGHT, "Of the wall's centre line, where the bund is no rectangle."),
        Field("height", HEIGHT, "Hj: height of the design liquid level above the floor, not of the wall's top."
              + known),
        Field("wall_height", HEIGHT, "Of the wall's top above the floor inside; Hj is 0.2 m less (GB 50351)."),
        Field("wall_top", Quantity(Dimension.LENGTH), "Width of the wall's top."),
        Field("wall_foot", HEIGHT, "Width of the wall's foot."),
        Field("wall_slope", Coefficient(low=0, high=20, example="1.5"), "Lean of either face, across over up, instead "
              "of the foot's width."),
        Field("inside", Collection(INSIDE, a("thing in a bund")), "V4 by dimensions: inner dikes, foundations, racks."),
        Field(base, VOLUME, "V1: base of the largest tank below that level. From the tanks' sizes when left out."),
        Field(others, VOLUME, "V2: other tanks and their bases below that level. From their sizes when left out."),
        Field(body, VOLUME, "V3: the wall's own body within its centre line. From its widths when left out."),
        Field(walls, VOLUME, "V4: inner walls, pipes and other things below that level. From `inside` when left out."),
        Field("wall", Choice("wall", tuple(Wall)), "What its wall is made of, for the freeboard of CIRIA C736."),
    ), at_most=(("wall_foot", "wall_slope"),), needs=(
        ("length", "width"), ("width", "length"), ("wall_top", "wall_height"), ("wall_foot", "wall_top"),
        ("wall_slope", "wall_top"),
    ))  # fmt: skip


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


def _printed(keys: Iterable[str]) -> tuple[Field, ...]:
    """Fields for printed figures, by what they are; each is named in `PRINTED`."""
    return tuple(Field(key, PrintedVolume(), f"What was printed for {PRINTED[key]}.") for key in keys)


PRINTED = {
    "v1": "V1", "v2": "V2", "v3": "V3", "v4": "V4", "v5": "V5 of family (a)", "v_total": "V_total of family (a)",
    "v_rain": "V_rain of family (b)", "v3_b": "V3 of family (b)", "v_pool": "V_pool of family (b)",
    "first_flush": "first flush by a depth", "flush_storm": "first flush by q psi F t",
    "fire_water": "fire water", "uk": "the UK's 110 % or 25 %", "france": "France's 100 % or 50 %",
    "rcra": "40 CFR 264.175", "vaws": "VAwS", "pgs": "PGS 15", "d9": "D9 over two hours", "d9a": "D9A",
    "unece": "3 to 5 m3 a tonne", "net": "the bund's net volume", "spcc": "40 CFR 112.8", "ciria": "CIRIA C736",
}  # fmt: skip
PUBLISHED = Record(Message("published figures"), (
    *_printed(WHERE),
    Field("groups", Collection(Record(Message("published figures"), _printed(OF_GROUP)), Message("published figures")),
          "Of tank groups, by their ids."),
    Field("bunds", Collection(Record(Message("published figures"), _printed(OF_BUND)), Message("published figures")),
          "Of bunds, by their ids; V1 to V4 are there those that its net volume takes off."),
))  # fmt: skip

NOT_KNOWN = tuple((name, Message("its figures were not found well enough to be asked")) for name in ("ch", "ie"))
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
        Field("standards", Many(Choice("standard", NAMES, NOT_KNOWN)), "Which to ask, one by one or by country; all "
              "when left out."),
        Field("groups", Collection(GROUP, a("tank group"), ordered=True, filled=True),
              "Tank groups, units and stores, each of which may be the accident's.", required=True),
        Field("process_water", VOLUME, "V4: process water that must still go into the pool; 0 m3 where there is none."),
        Field("rain", _rain(in_park), "What rain may come with it."),
        Field("first_flush", _first_flush(in_park), "The first-flush pool."),
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
