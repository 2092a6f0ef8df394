"""The written form of a park: every key of `park.yaml`, its kind, and the manual's sentence.

This is the one source of truth: the reader, the resolved copies and the JSON Schema follow it.
"""

from __future__ import annotations

from sim.hydrology.storm_sets import STORM_SETS
from sim.load.kinds.blocks import Collection, Field, Many, Pairs, Record
from sim.load.kinds.how_held import HowHeld
from sim.load.kinds.numbers import Coefficient, Content, Count, Level, Quantity, Share, Switched, Total
from sim.load.kinds.pattern import DayPattern
from sim.load.kinds.storage_kind import KindOfSite, KindOfStorage
from sim.load.kinds.version import WRITTEN_IN
from sim.load.kinds.words import Choice, Flag, Id, Names, Reason, Ref, Text, TimeOfDay, UtcOffset
from sim.load.size_form import PLANT_SIZING
from sim.message import Message, a
from sim.park import (
    KNOWN_ORIGINS,
    Basis,
    Because,
    LinkKind,
    Operation,
    Outlet,
    ReceiverKind,
    Response,
    SensorKind,
    SheetText,
)
from sim.park.report_duty import Grade, Medium, Stage, Trigger
from sim.regulation.wording import Wording
from sim.units import Dimension

VOLUME, FLOW, TIME = Quantity(Dimension.VOLUME), Quantity(Dimension.FLOW), Quantity(Dimension.TIME)
LENGTH, SPEED = Quantity(Dimension.LENGTH), Quantity(Dimension.SPEED, positive=True)
SIZE, SPAN = Quantity(Dimension.LENGTH, positive=True), Quantity(Dimension.TIME, positive=True)
HEIGHT = Quantity(Dimension.LENGTH, signed=True)
"""Above a common zero."""
EAST_NORTH = Quantity(Dimension.LENGTH, signed=True, largest=5e7)
"""Eastings of national grids may begin with the number of their zone, 45 at most."""
AREA = Quantity(Dimension.AREA, positive=True)
SLOPE = Share(wanted=Message("a slope such as 2 ‰ or 0.002"))
FACTOR, UNITS = Coefficient(positive=True), Coefficient(positive=True, example="2")
NAME = Field("name", Names(), "What people call it, {en: ..., zh: ...} or text; its id when left out.")
TAGS = Field("tags", Many(Id()), "Words of your own to pick it by, such as rain-main.")
INVENTORY = tuple(
    Field(key, Text(), f"From the inventory, {what}; papers name it, no run looks at it.") for key, what in (
        ("label", "its reference number there"), ("owner", "whose it is"), ("function", "what it is for"),
        ("district", "where it lies"), ("river_basin", "the river basin it lies in"),
        ("river", "the river it lies on"), ("address", "its address"), ("link", "a page about it"),
        ("note", "anything worth knowing"),
    )
)  # fmt: skip
"""Columns of planners' inventories that a run does not need."""
LISTED = tuple(each.key for each in INVENTORY)
ASSUMABLE = ("tier", "kind", "capacity", "overflows_to", "longitude", "latitude", "x", "y")
"""Keys of a storage that may be there though nobody told them."""
LONGITUDE = Coefficient(low=-180, high=180, example="107.05")
LATITUDE = Coefficient(low=-90, high=90, example="29.8")
PLACE = (
    Field("longitude", LONGITUDE, "Degrees east; with it crews know the way."),
    Field("latitude", LATITUDE, "Degrees north."),
    Field("x", EAST_NORTH, "Instead of degrees: metres east of a zero of the park's own, or of a grid that datum: "
          "names. On Chinese survey sheets that is Y."),
    Field("y", EAST_NORTH, "Metres north of it. On Chinese survey sheets that is X."),
)
BOTH = (("longitude", "latitude"), ("latitude", "longitude"), ("x", "y"), ("y", "x"))
ONE_SORT = (("longitude", "x"), ("longitude", "y"), ("latitude", "x"), ("latitude", "y"))
ROAD = (
    Field("speed", SPEED, "On the road, for the way between places."),
    Field("detour", Coefficient(low=1, example="1.3"), "Way on the road over distance as the crow flies.",
          default=1),
)
ON_ROAD = (("detour", "speed"), *BOTH)

WRITTEN_KINDS = tuple(kind.value for kind in LinkKind if kind not in (LinkKind.SPILLWAY, LinkKind.WALL))
NO_SPILLWAY = (
    ("spillway", Message("write overflows_to: or spillway: at the storage it belongs to")),
    ("wall", Message("write over_wall: in the spillway: of the storage it belongs to")),
)
NO_CLOSE = (("close", Message("write shut")),)

TIER = Record(a("tier"), (
    NAME,
    Field("promise", Names(), "What this line of defence promises, such as nothing leaves the plant; of three tiers it "
          "may be left out, and is what wording says."),
))  # fmt: skip

PLANT = Record(a("plant"), (
    NAME,
    Field("sub_area", Text(), "The part of the park it lies in."),
    Field("trade", Names(), "What it makes."),
    Field("hazardous", Flag(), "Whether it holds hazardous chemicals.", default=False),
    Field("major_hazards", Count(), "Number of major hazard sources on its site.", default=0),
    *PLACE,
    Field("note", Text(), "Anything worth knowing."),
), at_most=ONE_SORT, needs=BOTH)  # fmt: skip

STAGES = Pairs(LENGTH, VOLUME, "[1 m, 500 m3]", order="rising", least=2)
SHAPE = Record(a("shape"), (
    Field("area", AREA, "Floor area between vertical walls."),
    Field("length", SIZE, "Length of a channel reach with sloping banks, or of a pipe."),
    Field("bottom", SIZE, "Width of the reach's bed."),
    Field("side_slope", Coefficient(), "Slope of its banks, horizontal over vertical."),
    Field("bed_slope", SLOPE, "Fall of its bed over its length. Depths are those at the gate.", default="0 ‰"),
    Field("diameter", SIZE, "Inner diameter of a round pipe that stores water; depths are over the invert at its lower "
          "end."),
    Field("slope", SLOPE, "Fall of the pipe over its length.", default="0 ‰"),
    Field("table", STAGES, "Surveyed rows of depth and volume, from [0 m, 0 m3] up."),
), one_of=(("area", "bottom", "diameter", "table"),), at_most=(("area", "length"), ("length", "table")), needs=(
    ("bottom", "length"), ("bottom", "side_slope"), ("side_slope", "bottom"), ("bed_slope", "bottom"),
    ("diameter", "length"), ("slope", "diameter"),
))  # fmt: skip

ALLOWED = Record(a("allowed level"), (
    Field("level", SIZE, "Highest depth over the floor that is allowed, such as 3.2 m; the crest when left out. What "
          "fits above it is freeboard."),
    Field("because", Reason("reason", tuple(Because)), "What stands in the way of more: bank, outfall-invert, "
          "control-level, gate-top, or in your own words.", required=True),
))  # fmt: skip

SPILLWAY = Record(a("spillway"), (
    Field("to", Ref(("storage", "receiver")), "Where the water goes.", required=True),
    Field("crest", SIZE, "Length of the crest; water then stands above it as the weir formula says, and the storage "
          "needs a shape. Without it the excess passes at once."),
    Field("head", SIZE, "Water that can stand above the crest before the wall itself is overtopped.",
          default="0.5 m"),
    Field("over_wall", Ref(("storage", "receiver")), "Where water goes that runs over the wall, since the crest cannot "
          "pass it. Nobody designed that way: where it leaves a tier, it is an escape.", default="ground"),
    Field("coefficient", FACTOR, "Weir coefficient m, 0.42 sharp, 0.32 to 0.36 broad.", default=0.42),
    Field("lag", TIME, "Travel time.", default="0 s"),
    Field("transfer", Flag(), "Whether somebody designed it to carry accident water on.", default=False),
), needs=(("head", "crest"), ("coefficient", "crest"), ("over_wall", "crest")))  # fmt: skip

INITIAL = Collection(Level(), a("amount"), keys=Choice("origin", KNOWN_ORIGINS))

STORAGE = Record(a("storage"), (
    NAME,
    Field("tier", Ref(("tier",)), "The line of defence it belongs to.", required=True),
    Field("kind", KindOfStorage(), "bund, tank, accident-pool, pit, pipe, treatment-plant, upset-basin, river-section, "
          "basin, first-flush-pool, reservoir, pond, canal, wetland, dry-channel, what Chinese inventories call them, "
          "or a word of your own, which no rule of the standards knows.", required=True),
    Field("plant", Ref(("plant",)), "The plant it stands in."),
    Field("compartment_of", Id(), "Of a bund: the bund that inner dikes make it a part of, by a name of your own; "
          "the sizing standards judge all parts of that name as one bund."),
    Field("capacity", Quantity(Dimension.VOLUME, positive=True), "Volume to the crest it spills over; left out, it is "
          "what fits below the allowed level."),
    Field("initial", INITIAL, "What stands in it at the start, by origin; a share is of capacity less dead, a depth "
          "all that stands in it. Nothing when left out."),
    Field("dead", VOLUME, "Part of the capacity that silt or standing plant on its floor takes up for good.",
          default="0 m3"),
    Field("freeboard", VOLUME, "Part of the capacity kept free by rule.", default="0 m3"),
    Field("allowed", ALLOWED, "How high water may stand in it and why, instead of freeboard."),
    Field("shape", SHAPE, "How deep a volume stands; needed by crests, ratings and depths."),
    Field("floor", HEIGHT, "Height of its floor above a zero that the whole park shares, such as the sea's level; "
          "needed by links that feel the backwater."),
    Field("counts", Flag(), "Whether it counts as emergency space; yes when left out, but of treatment plants and "
          "upset basins no."),
    Field("counts_because", Names(), "Why a treatment plant or upset basin counts all the same; reports say it."),
    Field("length", SIZE, "Length, of pipes and river sections."),
    TAGS,
    Field("overflows_to", Ref(("storage", "receiver")), "Where water beyond capacity goes, at once; onto the ground "
          "when neither this nor a spillway is written."),
    Field("spillway", SPILLWAY, "Where water beyond capacity goes, over a crest or with a lag."),
    Field("assumed", Many(Choice("key", ASSUMABLE)), "Which of its keys nobody told, such as overflows_to; reports "
          "count them as assumed."),
    *PLACE,
    *INVENTORY,
), any_of=(("capacity", "allowed"),), at_most=(
    ("overflows_to", "spillway"), ("allowed", "freeboard"), *ONE_SORT,
), needs=BOTH)  # fmt: skip

SITE = Record(a("site"), (
    NAME,
    Field("kind", KindOfSite(), "sluice, bridge, dam-site, power-station, other, a kind of storage whose volume nobody "
          "knows, what Chinese inventories call them, or a word of your own.", required=True),
    Field("tier", Ref(("tier",)), "The line of defence it belongs to."),
    *PLACE,
    *INVENTORY,
), at_most=ONE_SORT, needs=BOTH)  # fmt: skip

RATING = Record(a("rating"), (
    Field("orifice", Record(a("orifice"), (
        Field("area", AREA, "Area of the hole.", required=True),
        Field("centre", LENGTH, "Height of its centre above the storage's floor.", default="0 m"),
        Field("coefficient", FACTOR, "mu, 0.60 to 0.62 for sharp edges.", default=0.61),
    )), "A hole: mu A sqrt(2 g H)."),
    Field("weir", Record(a("weir"), (
        Field("length", SIZE, "Length of the crest.", required=True),
        Field("crest", LENGTH, "Height of the crest above the storage's floor.", required=True),
        Field("coefficient", FACTOR, "m, 0.42 sharp, 0.32 to 0.36 broad.", default=0.42),
    )), "A crest: m b sqrt(2 g) H^1.5."),
    Field("gate", Record(a("gate"), (
        Field("width", SIZE, "Clear width.", required=True),
        Field("height", SIZE, "Height when fully open.", required=True),
        Field("sill", LENGTH, "Height of its sill above the storage's floor.", default="0 m"),
        Field("coefficient", FACTOR, "mu.", default=0.60),
    )), "A sluice: a weir below its lip, an orifice above."),
    Field("pipe", Record(a("pipe"), (
        Field("diameter", SIZE, "Inner diameter.", required=True),
        Field("length", SIZE, "Length.", required=True),
        Field("fall", LENGTH, "Drop of the invert from inlet to outlet.", required=True),
        Field("invert", LENGTH, "Height of the inlet's invert above the storage's floor.", default="0 m"),
        Field("roughness", FACTOR, "Manning's n.", default=0.013),
    )), "A gravity pipe with free outfall."),
    Field("siphon", Record(a("siphon"), (
        Field("diameter", SIZE, "Inner diameter.", required=True),
        Field("length", SIZE, "Length.", required=True),
        Field("outlet", LENGTH, "Height of the lip of its outlet above the storage's floor; what stands lower stays.",
              required=True),
        Field("pipes", Count(low=1), "Pipes side by side.", default=1),
        Field("losses", FACTOR, "Entry, bends and exit together, in velocity heads.", default=1.5),
        Field("roughness", FACTOR, "Manning's n.", default=0.013),
    )), "An inverted siphon: always full, run by the difference of the levels at its ends."),
), one_of=(("orifice", "weir", "gate", "pipe", "siphon"),))  # fmt: skip

FULL_PIPE = Record(a("full pipe"), (
    Field("diameter", SIZE, "Inner diameter.", required=True),
    Field("slope", Share(positive=True, wanted=SLOPE.wanted), "Fall over length.", required=True),
    Field("roughness", FACTOR, "Manning's n.", default=0.013),
))  # fmt: skip

TREATMENT = Record(a("treatment capacity"), (
    Field("capacity", Quantity(Dimension.FLOW, positive=True), "What the plant can treat.", required=True),
    Field("load", FLOW, "What it treats every day; the capacity less this is its headroom.", required=True),
    Field("pattern", DayPattern(), "Load of each hour of the day over its mean, 24 factors from midnight on, or the "
          "name of an offered pattern; the same all day when left out. Needs a scenario that starts at a clock time; "
          "midnight is that of the park's clocks."),
))  # fmt: skip

LINK = Record(a("link"), (
    NAME,
    Field("kind", Choice("kind of link", WRITTEN_KINDS, NO_SPILLWAY), "What it is.", required=True),
    Field("from", Ref(("storage",)), "The storage it empties.", required=True),
    Field("to", Ref(("storage", "receiver")), "The storage or receiver it fills.", required=True),
    Field("capacity", Quantity(Dimension.FLOW, positive=True), "Flow when fully open; this, a rating, a full pipe or a "
          "treatment."),
    Field("rating", RATING, "Geometry from which its flow follows the head in the storage behind it."),
    Field("full_pipe", FULL_PIPE, "A pipe whose capacity is what it carries when just full."),
    Field("treatment", TREATMENT, "Of a link into a receiver of kind treated: what the plant has beside its load."),
    Field("inlet_limit", Content(), "Of a link into a treatment plant: product from which on the plant refuses it, a "
          "share or mg/L."),
    Field("inlet_reset", Content(), "Product down to which it must have come before the plant takes it again."),
    Field("opening", Switched(), "At the start; must be said of pumps, valves and gates, open for the others. With "
          "start_at: automatic, manual (people start it), off, or how it stands then, its levels going on from there. "
          "Of a gate with a rating where its lip stands, as a share of its height; else a share of the flow."),
    Field("leak", Share(), "Share of its flow that passes when shut, of a gate with a rating a gap of so much of its "
          "height.", default="0 %"),
    Field("lag", TIME, "Travel time; or write length and velocity. None when left out; of a full pipe with a "
          "length that of its own velocity."),
    Field("velocity", SPEED, "Mean velocity, from which the travel time over its length follows."),
    Field("start_at", Level(), "Amount in the storage behind it at which it starts by itself: volume, share, depth."),
    Field("stop_at", Level(), "Amount at which it stops again; lower than start_at."),
    Field("back_pressure", Flag(), "Whether it slows to what a full target can pass on.", default=False),
    Field("backwater", Flag(), "Whether water in its target pushes back, so that its flow follows the difference of "
          "the two levels; a flap gate always feels it, others do not when left out. Both ends need their heights."),
    Field("opens_under", LENGTH, "Head that it takes to open a flap gate.", default="0 m"),
    Field("priority", Count(low=None), "Lower is served first when water is short.", default=0),
    Field("outlet", Choice("outlet", tuple(Outlet)), "Whether it takes from the top or the bottom.",
          default=Outlet.BOTTOM.value),
    Field("transfer", Flag(), "Whether somebody designed it to carry accident water on.", default=False),
    Field("length", SIZE, "Length."),
    Field("power", Ref(("power area",)), "The power area its motor runs on; without it no power loss stops it."),
    TAGS,
    *PLACE,
    *INVENTORY,
), one_of=(("capacity", "rating", "full_pipe", "treatment"),), at_most=(("lag", "velocity"), *ONE_SORT), needs=(
    ("velocity", "length"), ("start_at", "stop_at"), ("stop_at", "start_at"), ("inlet_limit", "inlet_reset"),
    ("inlet_reset", "inlet_limit"), *BOTH,
))  # fmt: skip

CATCHMENT = Record(a("catchment"), (
    NAME,
    Field("area", AREA, "Area; either this with runoff, or land_use."),
    Field("runoff", Share(), "Share of the rain that runs off."),
    Field("land_use", Collection(AREA, a("area"), filled=True), "Areas by land use; its runoff is their mean."),
    Field("drains_to", Ref(("storage",)), "The storage it drains to.", required=True),
    Field("response", Choice("response", tuple(Response)), "Whether it sheds rain at once, as its mean over the time "
          "of concentration, or as a linear reservoir.", default=Response.AT_ONCE.value),
    Field("concentration", SPAN, "Time of concentration, of response rational or reservoir."),
    Field("first_flush", SIZE, "Depth of the first runoff of each storm that runs into first_flush_to."),
    Field("first_flush_to", Ref(("storage",)), "The storage that takes the first flush."),
    Field("misconnected", Share(), "Share of its runoff that runs into misconnected_to, by cross connections."),
    Field("misconnected_to", Ref(("storage",)), "The storage that takes it, such as a foul main."),
    *PLACE,
), one_of=(("area", "land_use"),), at_most=(("runoff", "land_use"), *ONE_SORT), needs=(*BOTH,
    ("area", "runoff"), ("runoff", "area"), ("concentration", "response"), ("first_flush", "first_flush_to"),
    ("first_flush_to", "first_flush"), ("misconnected", "misconnected_to"), ("misconnected_to", "misconnected"),
))  # fmt: skip

STORM_FORMULA = Record(a("storm formula"), (
    NAME,
    Field("set", Choice(Message("published "
                                "formula"), tuple(STORM_SETS)), "A published formula, by its district and year."),
    Field("a", Coefficient(low=100, example="1111"), "A of q = A (1 + C lg P) / (t + b)^n, q in L/(s ha), t in min."),
    Field("c", Coefficient(example="0.945"), "C."),
    Field("b", Coefficient(positive=True, example="9.713"), "b, in min."),
    Field("n", Coefficient(positive=True, high=1, example="0.561"), "n."),
), one_of=(("set", "a"),), needs=(
    *(("a", key) for key in "cbn"), *((key, "a") for key in "cbn"),
))  # fmt: skip

RECEIVER = Record(a("receiver"), (
    NAME,
    Field("kind", Choice(Message("kind of "
                                 "receiver"), tuple(ReceiverKind)), "What becomes of the water.", required=True),
    Field("level", HEIGHT, "Height of its water above the park's zero; low enough for a free outfall when left out."),
    *PLACE,
), at_most=ONE_SORT, needs=BOTH)  # fmt: skip

REACH = Record(a("reach"), (
    NAME,
    Field("from", Ref(("receiver", "reach")), "Where it begins: a receiver of kind out, or the end of another reach.",
          required=True),
    Field("width", SIZE, "Width of its water.", required=True),
    Field("depth", SIZE, "Mean depth of its section.", required=True),
    Field("velocity", SPEED, "Mean velocity; with width and depth the river's flow.", required=True),
    Field("slope", Share(positive=True), "Fall over length, such as 0.5 ‰.", required=True),
    Field("length", SIZE, "Length.", required=True),
    Field("dispersion", Quantity(Dimension.DISPERSION, positive=True), "Longitudinal dispersion, where it was "
          "measured; else Fischer's formula."),
))  # fmt: skip

RECEPTOR = Record(a("receptor"), (
    NAME,
    Field("kind", Id(), "water-intake, fishery, border or a word of your own.", required=True),
    Field("on", Ref(("reach",)), "The reach it lies on.", required=True),
    Field("at", SIZE, "Way from the reach's upper end.", required=True),
    Field("limit", Quantity(Dimension.CONCENTRATION, positive=True), "Most product that its water may have in it.",
          required=True),
))  # fmt: skip

POWER_AREA = Record(a("power area"), (NAME,))

SENSOR = Record(a("sensor"), (
    NAME,
    Field("kind", Choice("kind of sensor", tuple(SensorKind)), "What it is.", required=True),
    Field("storage", Ref(("storage",)), "The storage it looks at."),
    Field("link", Ref(("link",)), "The link it looks at."),
    Field("above", Level(flows=True), "It alarms when more: an amount in a storage, a flow in a link, of water quality "
          "and toxicity a share of product. Cameras and callers need none: they see accident water."),
    Field("below", Level(flows=True), "It alarms when less."),
    Field("reset", Level(flows=True), "How far back the water must come before it can alarm again: the dead band. "
          "Without it it alarms once."),
    Field("every", TIME, "Time between two readings; with none it looks always.", default="0 s"),
    Field("delay", TIME, "From a reading to the alarm.", default="0 s"),
    Field("confirm", TIME, "From the alarm until the control room believes it.", default="0 s"),
    Field("misses", Share(), "Chance that a reading sees nothing.", default="0 %"),
    *PLACE,
    Field("note", Text(), "Anything worth knowing."),
), one_of=(("storage", "link"),), at_most=(("above", "below"), *ONE_SORT), needs=BOTH)  # fmt: skip

SHIFT = Record(a("shift"), (
    Field("from", TimeOfDay(), "Its first time of day, by the park's clocks.", required=True),
    Field("until", TimeOfDay(), "Its end; earlier than `from` when it goes over midnight.", required=True),
    Field("teams", Count(), "Teams on duty in it.", required=True),
))  # fmt: skip

CREW = Record(a("crew"), (
    NAME,
    Field("teams", Count(), "Teams on duty, outside of the shifts; each does one sheet at a time.", required=True),
    Field("shifts", Collection(SHIFT, a("shift"), ordered=True), "Times of day with other numbers of teams."),
    Field("people", Count(low=1), "In a team."),
    *PLACE,
    *ROAD,
    Field("arrives", TIME, "From the first call until it is there, of one from outside.", default="0 s"),
    Field("note", Text(), "Anything worth knowing."),
), at_most=ONE_SORT, needs=ON_ROAD)  # fmt: skip

EQUIPMENT = Record(Message("equipment"), (
    NAME,
    Field("count", UNITS, "Units in stock.", required=True),
    Field("unit", Text(), "What a unit is: a pump, a km, a bag."),
    Field("takes", TIME, "Work to set up one unit, on top of the sheet's own.", default="0 s"),
    Field("travel", TIME, "From its store to any facility; or from places and speed; else it comes with the crew."),
    *PLACE,
    *ROAD,
    Field("arrives", TIME, "From the first call until it is in the park, of what comes from outside.", default="0 s"),
    Field("spent", Flag(), "Whether it stays where it was used, as sandbags do.", default=False),
    Field("note", Text(), "Anything worth knowing."),
), at_most=ONE_SORT, needs=ON_ROAD)  # fmt: skip

PLACED = Record(a("placed pump"), (
    Field("from", Ref(("storage",)), "The storage it empties.", required=True),
    Field("to", Ref(("storage", "receiver")), "Where it pumps to.", required=True),
    Field("capacity", Quantity(Dimension.FLOW, positive=True), "Its flow.", required=True),
    Field("lag", TIME, "Travel time in its hose.", default="0 s"),
    Field("start_at", Level(), "Amount in the storage at which it starts by itself."),
    Field("stop_at", Level(), "Amount at which it stops again."),
    Field("back_pressure", Flag(), "Whether it slows to what a full target can pass on.", default=False),
    Field("outlet", Choice("outlet", tuple(Outlet)), "Whether it takes from the top or the bottom.",
          default=Outlet.BOTTOM.value),
    Field("transfer", Flag(), "Whether it is a designed way for accident water.", default=False),
), needs=(("start_at", "stop_at"), ("stop_at", "start_at")))  # fmt: skip

SHEET = Record(a("operation sheet"), (
    NAME,
    Field("facility", Ref(("link", "storage")), "The link or storage it belongs to; of a placed pump none."),
    Field("operation", Choice("operation", tuple(Operation), NO_CLOSE), "What is done there.", required=True),
    Field("opening", Switched(), "What the link is set to, of operation set; one with start_at to automatic, too."),
    Field("pump", PLACED, "The pump that is laid, of operation place; its link has the sheet's id."),
    Field("raise", Level(), "What the crest is raised by, of operation raise: a volume, share or height."),
    Field("crew", Ref(("crew",)), "Who goes; nobody when left out: a control room does it."),
    Field("travel", TIME, "From the crew's home; or it follows from places and the crew's speed."),
    Field("work", TIME, "Time the work takes there.", default="0 s"),
    Field("needs", Collection(UNITS, a("number of units"), keys=Ref(("equipment",))), "Equipment it takes, in units."),
    Field("power", Flag(), "Whether it can only be done with power.", default=False),
    Field("works", Share(), "Chance that it works on demand.", default="100 %"),
    Field("check", Text(), "What to look at afterwards."),
    Field(SheetText.PERSON, Names(), "Who is responsible: a role, not a name."),
    Field(SheetText.START, Names(), "What starts it: the start procedure."),
    Field(SheetText.DIVISION, Names(), "Who does what: the division of work."),
    Field(SheetText.HANDLING, Names(), "How it is done: the way of handling."),
    Field(SheetText.MEANS, Names(), "What supports it: the supporting means."),
    TAGS,
    Field("note", Text(), "Anything worth knowing."),
), one_of=(("facility", "pump"),))  # fmt: skip

WHERE = Record(a("choice of objects"), (
    Field("kind", KindOfStorage(), "Only of this kind."),
    Field("tier", Ref(("tier",)), "Only of this tier."),
    Field("plant", Ref(("plant",)), "Only of this plant."),
    Field("sub_area", Text(), "Only in this part of the park."),
    Field("counts", Flag(), "Only what counts as emergency space, or only what does not."),
    Field("hazardous", Flag(), "Only plants with hazardous chemicals, or only those without."),
    Field("tag", Id(), "Only with this tag."),
))  # fmt: skip
REPORT = Record(a("report"), (
    NAME,
    Field("from", Names(), "Who reports.", required=True),
    Field("to", Names(), "To whom.", required=True),
    Field("after", Ref(("report",), tuple(Trigger)), "From when on its time runs: known (the incident is known), "
          "detected (an alarm is believed), fire, released, ordered (the first order), breached (accident water leaves "
          "a tier), or the id of the report that must have been made.", default=Trigger.KNOWN.value),
    Field("within", TIME, "How long it may take; at once when left out.", default="0 min"),
    Field("by", Choice("way of reporting", tuple(Medium)), "How it is made.", default=Medium.TELEPHONE.value),
    Field("stage", Choice("stage", tuple(Stage)), "What it is: a first, follow-up or final report, or a warning to "
          "those whom the water may hit.", default=Stage.FIRST.value),
    Field("grade", Choice("grade", tuple(Grade)), "Of which official grade an incident must be: any, minor (settled as "
          "ordinary or larger), major (or worse, or not settled, as in every run).", default=Grade.ANY.value),
    Field("says", Names(), "What it must say."),
    Field("rule", Names(), "The rule that asks for it."),
    Field("note", Text(), "Anything worth knowing."),
))  # fmt: skip

SUMMED = ("storages", "links", "catchments", "plants")
COLLECTIONS = (*SUMMED, "sensors", "crews", "equipment", "sheets", "reports", "sites")
SUMS = ("capacity", "length", "area", "major_hazards", "treatment_capacity", "treatment_load", "headroom")
PUBLISHED = Record(a("published total"), (
    NAME,
    Field("sum", Choice("sum", SUMS), "What is added up."),
    Field("of", Choice("collection", SUMMED), "Of which objects, when something is added up."),
    Field("count", Choice("collection", COLLECTIONS), "Which objects are counted."),
    Field("where", WHERE, "Only some of them."),
    Field("value", Total(), "The published total.", required=True),
), one_of=(("sum", "count"),), at_most=(("of", "count"),), needs=(("sum", "of"), ("of", "sum")))  # fmt: skip

FILES = Many(Text(Message("a file name such as pools.csv")))
TABLES = Record(Message("the tables"), tuple(
    Field(key, FILES, f"CSV files or workbooks with {key}, one a row, beside this file.")
    for key in COLLECTIONS
))  # fmt: skip

ORIGIN = Record(a("origin"), (
    Field("longitude", LONGITUDE, "Degrees east.", required=True),
    Field("latitude", LATITUDE, "Degrees north.", required=True),
))  # fmt: skip

PARK = Record(a("park"), (
    Field("id", Id(), "Its name for the program.", required=True),
    NAME,
    Field("origin", ORIGIN, "Where on earth x and y begin, so that the park can be laid on other maps."),
    Field("datum", HowHeld(), "How its places are held: degrees of wgs84 or cgcs2000, of gcj02 (Amap) or bd09 (Baidu); "
          "or x and y of a national grid by its central meridian, such as cgcs2000-gk-108, and good to the order of "
          "100 m beijing54-gk-108 and xian80-gk-108. They are read as WGS 84.", default="wgs84"),
    Field("utc_offset", UtcOffset(), "How far its clocks are ahead of UTC, such as +08:00: by them go shifts and loads "
          "over the day, however a scenario writes its start. Those of starts when left out."),
    Field("wording", Choice("wording", tuple(Wording)), "Whose words tiers without a promise of their own have: guide, "
          "the ministry's guide; case, Changshou's model case.", default=Wording.GUIDE.value),
    Field("tiers", Collection(TIER, a("tier"), ordered=True, filled=True),
          "Lines of defence from the inside out.", required=True),
    Field("tables", TABLES, "Long lists as CSV files or workbooks, one object a row."),
    Field("plants", Collection(PLANT, a("plant")), "Enterprises."),
    Field("storages", Collection(STORAGE, a("storage"), filled=True), "Places that hold water.",
          required=True),
    Field("links", Collection(LINK, a("link")), "Ways from a storage to another or out; spillways stand at storages."),
    Field("catchments", Collection(CATCHMENT, a("catchment")), "Ground that rain runs off."),
    Field("runoff_coefficients", Collection(Share(), a("share")), "Shares of the rain that run off, by land use."),
    Field("storm_formulas", Collection(STORM_FORMULA, a("storm formula")), "How hard it rains, by return period."),
    Field("receivers", Collection(RECEIVER, a("receiver")), "Ends beside ground, out, treated and recovered."),
    Field("reaches", Collection(REACH, a("reach")), "The river below the park."),
    Field("receptors", Collection(RECEPTOR, a("receptor")), "What must not be hit downstream, such as water intakes."),
    Field("power_areas", Collection(POWER_AREA, a("power area")), "What loses power together."),
    Field("sensors", Collection(SENSOR, a("sensor")), "What notices that something is wrong."),
    Field("crews", Collection(CREW, a("crew")), "People who go and do things."),
    Field("equipment", Collection(EQUIPMENT, EQUIPMENT.name), "Mobile pumps, hose, sandbags: what is carried about."),
    Field("sheets", Collection(SHEET, a("operation sheet")), "Operation sheets: who does what at which facility."),
    Field("reports", Collection(REPORT, a("report"), ordered=True), "Reports that are owed in an emergency; the "
          "country's rules when left out, all of its own when not."),
    Field("sites", Collection(SITE, a("site")), "Places where something is done but nothing is held, such as bridges "
          "and sluices; maps and papers show them, no run looks at them."),
    Field("sizing", Collection(PLANT_SIZING, a("sizing block"), keys=Ref(("plant",))),
          "What the sizing standards are asked with, by plant; `size` reads it, no run looks at it."),
    Field("published", Collection(PUBLISHED, a("published total"), basis=Basis.PUBLISHED),
          "Totals to hold against the sum of the parts."),
    WRITTEN_IN,
))  # fmt: skip
VARIED = ("storages", "links", "catchments", "sensors", "crews", "equipment", "sheets")
"""Parts of a park whose numbers may be spread."""
