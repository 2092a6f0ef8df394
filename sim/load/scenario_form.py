"""The written form of a scenario: every key, its kind, and the manual's sentence.

This is the one source of truth: the reader, the resolved copies and the JSON Schema follow it.
"""

from __future__ import annotations

from sim.load.anything import Anything
from sim.load.blocks import Collection, Field, Many, Pairs, Record
from sim.load.numbers import Level, Opening, Quantity, Share
from sim.load.park_form import FLOW, INITIAL, LENGTH, TIME, VOLUME
from sim.load.words import Choice, ClockTime, Id, Names, Ref, Text
from sim.scenario import Behaviour
from sim.units import Dimension

SPAN = Quantity(Dimension.TIME, positive=True)
INTO = Field("into", Ref(("storage",)), "The storage it runs into.", required=True)
AT = Field("at", TIME, "When it begins, since the start of the run.", required=True)
LASTS = Field("lasts", SPAN, "For how long.", required=True)

RELEASE = Record("a release", (
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

FIRE = Record("a fire", (INTO, AT, Field("water", FLOW, "Fire water that runs off.", required=True), LASTS))
PROCESS = Record("process water", (INTO, AT, Field("rate", FLOW, "What cannot be stopped.", required=True), LASTS))

DEPTHS = Pairs(TIME, LENGTH, "[10 min, 3.2 mm]", order="level")
RAIN = Record("rain", (
    Field("on", Many(Ref(("catchment",), also=("all",))), "Catchments it falls on: all, one or a list.", required=True),
    AT,
    Field("depths", DEPTHS, "Rows of time after `at` and the depth fallen by then, cumulative."),
    Field("table", Text("a file name such as storm.csv"), "The same rows as a CSV file, columns time and depth."),
), one_of=(("depths", "table"),))  # fmt: skip

RIVER = Record("river flow", (
    INTO,
    Field("at", TIME, "When it begins; at the start when left out."),
    Field("rate", FLOW, "Base flow.", required=True),
    Field("lasts", SPAN, "For how long; to the end when left out."),
))  # fmt: skip

WHEN = Record("a trigger", (
    Field("storage", Ref(("storage",)), "The storage that is watched.", required=True),
    Field("above", Level(), "When it rises through this volume, share of what it holds, or depth."),
    Field("below", Level(), "When it falls through this volume, share of what it holds, or depth."),
), one_of=(("above", "below"),))  # fmt: skip

LINKS = Many(Ref(("link",)))
VERBS = {"shut": 0.0, "open": 1.0, "start": 1.0, "stop": 0.0}
"""Orders without a share, and the opening each means."""

ACTION = Record("an action", (
    Field("at", TIME, "Ordered at this time since the start of the run."),
    Field("when", WHEN, "Ordered when a storage rises or falls through a level."),
    Field("after", TIME, "From the order until it is carried out; at once when left out."),
    *(Field(verb, LINKS, f"Links to {verb}: one or a list.") for verb in VERBS),
    Field("set", Collection(Opening(), "an opening", keys=Ref(("link",))), "Links to set to an opening."),
    Field("text", Text(), "The order in words."),
), one_of=(("at", "when"),))  # fmt: skip

PRODUCT = Record("a product", (
    Field("name", Names(), "What people call it.", required=True),
    Field("behaviour", Choice("behaviour", tuple(Behaviour)), "What it does in water.", required=True),
))  # fmt: skip

LIMITS = Record("the limits", (
    Field("product_share", Share(), "Share of product above which rain and river water is accident water; 0.1 %."),
    Field("escape", VOLUME, "Smallest volume of accident water that counts as having crossed; 1 L."),
    Field("mixture_quantum", Share(positive=True), "Drift of a mixture at which it is computed anew; 1 %."),
))  # fmt: skip

SCENARIO = Record("a scenario", (
    Field("id", Id(), "Its name for the program; the file's name when left out."),
    Field("name", Names(), "What people call it; its id when left out."),
    Field("description", Names(), "What happens, in a sentence or two."),
    Field("park", Text("a folder or file name such as ../configs/changshou-yanjia"),
          "The park it plays in: a folder or a park file, from this file's folder.", required=True),
    Field("starts", ClockTime(), "Clock time of the start, with its offset."),
    Field("horizon", SPAN, "How long the run lasts.", required=True),
    Field("product", PRODUCT, "What is spilled."),
    Field("limits", LIMITS, "From where on water is accident water, and a crossing counts."),
    Field("releases", Collection(RELEASE, "a release", ordered=True), "Product that runs out."),
    Field("fires", Collection(FIRE, "a fire", ordered=True), "Fire water."),
    Field("process_water", Collection(PROCESS, "process water", ordered=True), "Process water that keeps coming."),
    Field("rain", Collection(RAIN, "rain", ordered=True), "Rain on catchments."),
    Field("river", Collection(RIVER, "river flow", ordered=True), "Base flow of rivers."),
    Field("initial", Collection(INITIAL, "what stands in a storage", keys=Ref(("storage",))),
          "Storages that do not start as the park file has them."),
    Field("openings", Collection(Opening(), "an opening", keys=Ref(("link",))),
          "Links that do not start as the park file has them."),
    Field("actions", Collection(ACTION, "an action", ordered=True), "What people and automatics do."),
    Field("overrides", Collection(Anything("values by their dotted paths"), "an override"),
          "Named changes: dotted paths with other values; park. reaches into the park file."),
    Field("scenarios", Collection(Many(Id()), "a list of overrides"), "Named lists of overrides, to be picked."),
))  # fmt: skip
