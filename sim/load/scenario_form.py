"""The written form of a scenario: every key, its kind, and the manual's sentence.

This is the one source of truth: the reader, the resolved copies and the JSON Schema follow it.
"""

from __future__ import annotations

from enum import StrEnum

from sim.load.kinds.anything import Anything
from sim.load.kinds.blocks import Collection, Field, Many, Pairs, Record
from sim.load.kinds.numbers import Coefficient, Count, Level, Opening, Quantity, Share, Switched
from sim.load.kinds.short import Shorts
from sim.load.kinds.version import WRITTEN_IN
from sim.load.kinds.when import When
from sim.load.kinds.words import Choice, ClockTime, Flag, Id, Names, Ref, Text
from sim.load.park_form import AREA, FLOW, INITIAL, LENGTH, SIZE, SPAN, TIME, VOLUME
from sim.message import Message, a
from sim.scenario import Behaviour, Blindness, TierState
from sim.units import Dimension

SOME_FLOW = Quantity(Dimension.FLOW, positive=True)
INTO = Field("into", Ref(("storage",)), "The storage it runs into.", required=True)
AT = Field("at", TIME, "When it begins, since the start of the run.", required=True)
LASTS = Field("lasts", SPAN, "For how long.", required=True)

RELEASE = Record(a("release"), (
    INTO,
    AT,
    Field("volume", VOLUME, "Product that runs out, evenly over the time `over`."),
    Field("over", SPAN, "Time in which the volume runs out."),
    Field("rate", FLOW, "Product that runs out, at this rate for the time `lasts`."),
    Field("lasts", SPAN, "For how long."),
    Field("profile", Pairs(TIME, FLOW, "[30 min, 2 L/s]"), "Rows of time after `at` and the rate from then on."),
), one_of=(("volume", "rate", "profile"),), needs=(
    ("volume", "over"), ("over", "volume"), ("rate", "lasts"), ("lasts", "rate"),
))  # fmt: skip

FIRE = Record(a("fire"), (INTO, AT, Field("water", FLOW, "Fire water that runs off.", required=True), LASTS))
PROCESS = Record(Message("process water"), (
    INTO, AT, Field("rate", FLOW, "What cannot be stopped.", required=True), LASTS,
))  # fmt: skip

STORM_KEYS = ("period", "lasts", "shape")


class StormShape(StrEnum):
    """How a storm of a formula is spread over its time."""

    BLOCK = "block"
    CHICAGO = "chicago"


DEPTHS = Pairs(TIME, LENGTH, "[10 min, 3.2 mm]", order="level")
RAIN = Record(Message("rain"), (
    Field("on", Many(Ref(("catchment",), also=("all",))), "Catchments it falls on: all, one or a list.", required=True),
    AT,
    Field("depths", DEPTHS, "Rows of time after `at` and the depth fallen by then, cumulative."),
    Field("table", Text(Message("a file name such as storm.csv")),
          "The same as a table, CSV or a workbook: time, and depth, increment or intensity."),
    Field("formula", Ref(("storm formula",)), "The park's storm formula that tells how much falls."),
    Field("period", Quantity(Dimension.PERIOD, positive=True), "How often such a storm comes: once in so many years."),
    Field("lasts", SPAN, "How long it rains."),
    Field("shape", Choice("shape of a storm", tuple(StormShape)), "A block, or a Chicago storm with a peak."),
    Field("peak", Share(positive=True), "Where in a Chicago storm its peak lies.", default="40 %"),
    Field("step", SPAN, "Steps in which a Chicago storm falls; never more than it lasts.", default="5 min"),
), one_of=(("depths", "table", "formula"),), needs=(
    *(("formula", key) for key in STORM_KEYS), *((key, "formula") for key in STORM_KEYS),
    ("peak", "formula"), ("step", "formula"),
))  # fmt: skip

DIRTY_AREA = Record(a("dirty area"), (
    Field("of", Ref(("catchment",)), "The catchment it is part of; rain there falls on it too.", required=True),
    Field("area", AREA, "Its area, which is taken off that catchment for this scenario.", required=True),
    Field("drains_to", Ref(("storage",)), "The storage that its runoff is led to.", required=True),
    Field("runoff", Share(), "Share of the rain that runs off; that of its catchment when left out."),
))  # fmt: skip

RIVER = Record(Message("river flow"), (
    INTO,
    Field("at", TIME, "When it begins.", default="0 s"),
    Field("rate", FLOW, "Base flow.", required=True),
    Field("lasts", SPAN, "For how long; to the end when left out."),
))  # fmt: skip

SHEETS = Many(Ref(("sheet",)))
TRIGGERS = ("storage", "alarm", "done", "failed", "tier", "at", "reported", "detected")
WHEN = When(Record(a("trigger"), (
    Field("storage", Ref(("storage",)), "The storage that is watched; with above or below."),
    Field("above", Level(), "When it rises through this volume, share of what it holds, or depth."),
    Field("below", Level(), "When it falls through this volume, share of what it holds, or depth."),
    Field("reset", Level(), "How far back it must come before it can set this off again: the dead band."),
    Field("alarm", Ref(("sensor",)), "When this sensor's alarm is confirmed."),
    Field("done", Ref(("sheet",)), "When this operation sheet has been carried out."),
    Field("failed", Ref(("sheet",)), "When carrying out this operation sheet has failed."),
    Field("tier", Ref(("tier",)), "The tier whose state is meant; with is."),
    Field("is", Choice("state", tuple(TierState)), "What it has come to: reached by accident water, or breached."),
    Field("at", TIME, "At this time since the start of the run."),
    Field("reported", VOLUME, "When the incident is known and the spill is said to be this large or larger."),
    Field("detected", Flag(), "When the incident is known; `when: detected` says the same."),
), one_of=(TRIGGERS,), at_most=(("above", "below"),), needs=(
    ("above", "storage"), ("below", "storage"), ("reset", "storage"), ("tier", "is"), ("is", "tier"),
)))  # fmt: skip

LINKS = Many(Ref(("link",)))
VERBS = {"shut": 0.0, "open": 1.0, "start": 1.0, "stop": 0.0}
"""Orders without a share, and the opening each means."""

ACTION = Record(a("action"), (
    Field("at", TIME, "Ordered at this time since the start of the run."),
    Field("when", WHEN, "Ordered when this happens, such as a storage rising through a level."),
    Field("after", TIME, "From the order until it is carried out.", default="0 s"),
    *(Field(verb, LINKS, f"Links to {verb}: one or a list.") for verb in VERBS),
    Field("set", Collection(Switched(), a("opening"), keys=Ref(("link",))), "Links to set to an opening; those with "
          "start_at to automatic, too."),
    Field("text", Names(), "The order in words, {en: ..., zh: ...} or text."),
), one_of=(("at", "when"),))  # fmt: skip

RULE = Record(a("rule"), (
    Field("when", WHEN, "What sets it off.", required=True),
    Field("after", TIME, "Time to decide.", default="0 s"),
    Field("do", SHEETS, "Operation sheets to carry out: one or a list."),
    Field("one_by_one", Flag(), "Whether each waits for the one before it to be done.", default=False),
    Field("otherwise", SHEETS, "Operation sheets for when one of these fails."),
    Field("call", Many(Ref(("crew", "equipment"))), "Crews and equipment from outside that are called now."),
    Field("priority", Count(low=None), "Lower is served first in the queue for crews and equipment.", default=0),
    Field("preempt", Flag(), "Whether a crew is called off work of lower priority.", default=False),
    Field("text", Names(), "The order in words, {en: ..., zh: ...} or text."),
))  # fmt: skip

DETECTION = Record(Message("detection"), (
    Field("report", TIME, "When somebody reports the incident, whatever sensors see; nobody does when left out."),
))  # fmt: skip

CROSSED = Record(a("cross connection"), (
    Field("from", Ref(("storage",)), "Where the water comes from.", required=True),
    Field("to", Ref(("storage", "receiver")), "Where it should not go.", required=True),
    Field("capacity", SOME_FLOW, "How much passes.", required=True),
    Field("lag", TIME, "Travel time.", default="0 s"),
))  # fmt: skip
FAULTS = (
    "stuck", "refuses", "trips", "power", "blocked", "collapsed", "leaks", "crossed", "breaks", "sensor",
    "underreported", "absent", "missing", "storm",
)  # fmt: skip
FAULT = Record(a("fault"), (
    Field("stuck", Ref(("link",)), "A link that cannot be moved; with at."),
    Field("at", Opening(), "How it stands; as it happens to stand when left out."),
    Field("refuses", Ref(("link",)), "A link that stays as it is when it is ordered about."),
    Field("trips", Ref(("link",)), "A pump that stops and cannot be started."),
    Field("power", Ref(("power area",)), "A power area without power: its pumps stop, sheets that need power fail."),
    Field("blocked", Ref(("link",)), "A link that passes less: blocked by what it carries; with left."),
    Field("collapsed", Ref(("link",)), "A link that passes less: caved in; with left."),
    Field("left", Share(), "Share of its flow that a blocked or collapsed link still passes."),
    Field("leaks", Ref(("link",)), "A link that passes a share of its flow when shut; with share."),
    Field("share", Share(), "That share."),
    Field("crossed", CROSSED, "A connection between mains, such as foul and rain, that should not be there."),
    Field("breaks", Ref(("storage",)), "A storage whose wall or dam breaks; with width or rate."),
    Field("at_level", Level(), "It breaks when filled so far, instead of at a time."),
    Field("width", SIZE, "Width of the breach, a weir from its sill up; the storage needs a shape."),
    Field("sill", LENGTH, "Height of the breach's lower edge above the floor.", default="0 m"),
    Field("rate", SOME_FLOW, "What runs out of the breach, instead of width."),
    Field("to", Ref(("storage", "receiver")), "Where it runs to.", default="ground"),
    Field("lag", TIME, "Time the water takes from the breach to there.", default="0 s"),
    Field("sensor", Ref(("sensor",)), "A sensor that does not tell the truth; with how."),
    Field("how", Choice("sensor fault", tuple(Blindness)), "silent, stuck at what it read, or drifting."),
    Field("reads", Share(), "Share of the truth that a drifting sensor has come down to."),
    Field("over", SPAN, "Time in which it has drifted so far."),
    Field("underreported", Share(positive=True), "Share of the spill that is reported, until it is corrected (lasts)."),
    Field("absent", Ref(("crew",)), "A crew that is not there."),
    Field("missing", Ref(("equipment",)), "Equipment that is not there."),
    Field("storm", RAIN, "A second storm."),
    Field("from", TIME, "When it begins.", default="0 s"),
    Field("lasts", SPAN, "Until it is repaired; to the end when left out."),
    Field("text", Names(), "What happened, in words, {en: ..., zh: ...} or text."),
), one_of=(FAULTS,), at_most=(("width", "rate"), ("from", "at_level")), needs=(
    ("at", "stuck"), ("share", "leaks"), ("leaks", "share"), ("at_level", "breaks"), ("width", "breaks"),
    ("sill", "width"), ("rate", "breaks"), ("to", "breaks"), ("lag", "breaks"), ("sensor", "how"), ("how", "sensor"),
    ("reads", "how"), ("over", "reads"), ("reads", "over"),
))  # fmt: skip

PRODUCT = Record(a("product"), (
    Field("name", Names(), "What people call it.", required=True),
    Field("behaviour", Choice("behaviour", tuple(Behaviour)), "What it does in water.", required=True),
    Field("density", Quantity(Dimension.DENSITY, positive=True), "Its mass; without it what comes downstream is "
          "not known."),
))  # fmt: skip

LIMITS = Record(Message("the limits"), (
    Field("product_share", Share(), "Share of product above which rain and river water is accident water.",
          default="0.1 %"),
    Field("escape", VOLUME, "Smallest volume of accident water that counts as having crossed.", default="1 L"),
    Field("mixture_quantum", Share(positive=True), "Drift of a mixture at which it is computed anew.", default="1 %"),
))  # fmt: skip

CORRECTION = Record(a("measured level"), (
    Field("storage", Ref(("storage",)), "The storage that was measured.", required=True),
    Field("at", TIME, "When, since the start of the run.", required=True),
    Field("level", Level(), "All that stood in it: a volume, a share of what it holds, or a depth.", required=True),
))  # fmt: skip

INCIDENT = Record(a("incident"), (
    Field("name", Names(), "What people call it; its id when left out."),
    Field("frequency", Quantity(Dimension.FREQUENCY, positive=True), "How often it happens."),
    Field("weight", Coefficient(positive=True, high=1e9, example="3"), "How often it is drawn beside the others, where "
          "nobody knows how often it happens."),
), one_of=(("frequency", "weight"),))  # fmt: skip

AN_END = Message("a value such as 500 m3")
SLIDER = Record(a("slider"), (
    Field("number", Text(Message("the dotted path of a number, such as releases.rupture.volume")),
          "Which number, by its dotted path; park. reaches into the park file.", required=True),
    Field("from", Text(AN_END), "The least it may be moved to; with to. What the file says can always be had."),
    Field("to", Text(AN_END), "The most."),
), needs=(("from", "to"), ("to", "from")))  # fmt: skip

BOARD = Record(Message("what the board shows"), (
    Field("sliders", Shorts(SLIDER, "[releases.rupture.volume, {number: rain.storm.period, from: 2 a, to: 50 a}]"),
          "Numbers that may be moved, in this order, instead of those that decide most.", required=True),
))  # fmt: skip

SCENARIO = Record(a("scenario"), (
    Field("id", Id(), "Its name for the program; the file's name when left out."),
    Field("name", Names(), "What people call it; its id when left out."),
    Field("description", Names(), "What happens, in a sentence or two."),
    Field("park", Text(Message("a folder or file name such as ../configs/changshou-yanjia")),
          "The park it plays in: a folder or a park file, from this file's folder.", required=True),
    Field("starts", ClockTime(), "Clock time of the start, with its offset."),
    Field("horizon", SPAN, "How long the run lasts.", required=True),
    Field("product", PRODUCT, "What is spilled."),
    Field("limits", LIMITS, "From where on water is accident water, and a crossing counts."),
    Field("releases", Collection(RELEASE, a("release"), ordered=True), "Product that runs out."),
    Field("fires", Collection(FIRE, a("fire"), ordered=True), "Fire water."),
    Field("process_water", Collection(PROCESS, PROCESS.name, ordered=True), "Process water that keeps coming."),
    Field("rain", Collection(RAIN, Message("rain"), ordered=True), "Rain on catchments."),
    Field("dirty_areas", Collection(DIRTY_AREA, a("dirty area")),
          "Areas of the incident, each a catchment of its own that drains elsewhere."),
    Field("river", Collection(RIVER, Message("river flow"), ordered=True), "Base flow of rivers."),
    Field("initial", Collection(INITIAL, Message("what stands in a storage"), keys=Ref(("storage",))),
          "Storages that do not start as the park file has them."),
    Field("openings", Collection(Switched(), a("opening"), keys=Ref(("link",))),
          "Links that do not start as the park file has them."),
    Field("actions", Collection(ACTION, a("action"), ordered=True), "What people and automatics do."),
    Field("detection", DETECTION, "How the incident becomes known, beside what sensors see."),
    Field("response", Collection(RULE, a("rule"), ordered=True), "The response plan: when, after, do."),
    Field("faults", Collection(FAULT, a("fault"), ordered=True), "What fails."),
    Field("measured", Collection(CORRECTION, CORRECTION.name, ordered=True),
          "Levels measured while it goes on: from then on the run has what was measured; what it did not expect is of "
          "an origin of its own."),
    Field("correlated", Collection(Coefficient(high=0.99, positive=True, example="0.8"), a("rank correlation")),
          "Groups of uncertain numbers, which name them by with, and how closely each two of a group move together."),
    Field("overrides", Collection(Anything(Message("values by their dotted paths")), a("override")),
          "Named changes: dotted paths with other values; park. reaches into the park file."),
    Field("scenarios", Collection(Many(Id()), a("list of overrides")), "Named lists of overrides, to be picked."),
    Field("incidents", Collection(INCIDENT, a("incident")), "Accidents of which an ensemble draws one a run, by its "
          "frequency or weight: each an override or a named scenario, by its id."),
    Field("board", BOARD, "What the board lets people move."),
    WRITTEN_IN,
))  # fmt: skip
VARIED = ("releases", "fires", "process_water", "rain", "dirty_areas", "river", "initial", "openings", "actions",
          "detection", "response", "faults")  # fmt: skip
"""Parts of a scenario whose numbers may be spread."""
