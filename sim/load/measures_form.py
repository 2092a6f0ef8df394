"""The written form of a file of measures: what might be built, bought or staffed, what it costs, what it changes."""

from __future__ import annotations

from sim.load.kinds.anything import Anything
from sim.load.kinds.blocks import Collection, Field, Many, Record
from sim.load.kinds.money import Cost
from sim.load.kinds.numbers import Count
from sim.load.kinds.version import WRITTEN_IN
from sim.load.kinds.words import Id, Names, Text
from sim.message import Message, a

STEPS = Record(Message("steps"), (
    Field("of", Text(Message("a dotted path such as park.storages.pool.capacity")),
          "The dotted path of the number that grows; park. reaches into the park file.", required=True),
    Field("by", Text(Message("an amount such as 1000 m3")), "By how much at each step, in the unit in which the number "
          "is written; below 0 for what shrinks, such as a delay.", required=True),
    Field("most", Count(low=1), "How many steps there may be, 20 at most.", required=True),
))  # fmt: skip

MEASURE = Record(a("measure"), (
    Field("name", Names(), "What people call it; its id when left out."),
    Field("cost", Cost(priced=True), "What it costs, or each of its steps: a sum such as 1200000 CNY, or the price of "
          "a unit of what grows, such as 1800 CNY/m3. One sort of money in a file.", required=True),
    Field("fixed", Cost(), "What steps cost besides, however many they are."),
    Field("changes", Anything(Message("values by their dotted paths")), "What it changes: dotted paths with other "
          "values, as in an override; whole entries may be added."),
    Field("steps", STEPS, "A number that grows step by step."),
    Field("excludes", Many(Id()), "Measures that cannot be taken together with it."),
    Field("needs", Many(Id()), "Measures without which it cannot be taken."),
), any_of=(("changes", "steps"),), needs=(("fixed", "steps"),))  # fmt: skip

MEASURES = Record(a("file of measures"), (
    Field("name", Names(), "What people call it."),
    Field("measures", Collection(MEASURE, a("measure"), ordered=True, filled=True), "The measures to choose from.",
          required=True),
    WRITTEN_IN,
))  # fmt: skip
