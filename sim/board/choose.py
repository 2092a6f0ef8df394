"""Which numbers of a scenario the board lets people move: of those that may be, the ones that change what comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sim.board.knob import Knob, knob_of
from sim.check.assumption import wet
from sim.ensemble.player import Player, Point, Run, Start
from sim.ensemble.sweep.axis import Axis
from sim.errors import InputError
from sim.load.sweepables import Sweepables
from sim.park import KNOWN_ORIGINS, Uncertain
from sim.park.spread import Uniform

MOST = 12
"""Numbers that are shown to be moved."""
PARTS = {
    "releases": ("volume", "rate", "lasts"),
    "fires": ("water", "lasts"),
    "process_water": ("rate", "lasts"),
    "rain": ("period", "lasts"),
    "river": ("rate",),
    "detection": ("report",),
    "response": ("after",),
    "actions": ("at", "after"),
    "faults": ("from", "left", "share", "lasts"),
    "initial": KNOWN_ORIGINS,
    "park.crews": ("teams",),
}
"""Numbers that are tried, by where they stand, in the order in which one reads them: what comes, when people act, what
fails, where things stand at the start, who is there."""
STORED = "park.storages"
LAST_MINUTE_S = 60.0
"""Before the run ends: a fault that begins then is as good as none [s]."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The numbers that may be moved."""

    knobs: tuple[Knob, ...]
    """In the order in which one reads them."""
    idle: int
    """How many more were tried that change no verdict and no volume at either end of their range."""
    beside: int
    """How many more change something, but less than those shown."""


def axis_of(knob: Knob) -> Axis:
    """A knob as a quantity that is swept."""
    own = knob.own
    number = Uncertain(knob.path, Uniform(*knob.ends), "", own.measures, whole=own.whole)
    return Axis(number, knob.ends, own.number, written=f"{knob.path}={knob.text}")


def freed(start: Start, knobs: Sequence[Knob]) -> Start:
    """The same with these numbers free."""
    return replace(start, sets=(*start.sets, *(axis_of(knob).flag for knob in knobs)))


def chosen(start: Start, known: Sweepables) -> Chosen:
    """Those that the scenario names, else the numbers that change most between the ends of their ranges, those that
    turn a verdict first.

    Raises:
        Problems: the scenario is wrong.
    """
    base = Player(start)
    tried = _named(base, known) if known.sliders else _candidates(base, known)
    if not tried:
        return Chosen((), 0, 0)
    player = Player(freed(start, tried))
    middle = tuple(each.spread.median for each in player.uncertain)
    own, = player.play_points([Point(0, middle, None)])
    scores = [_score(player, knob, middle, own) for knob in tried]
    if known.sliders:
        return Chosen(tuple(replace(knob, turns=score[0] > 0) for knob, score in zip(tried, scores, strict=True)), 0, 0)
    moving = [k for k, score in enumerate(scores) if score > (0, 0.0)]
    first = sorted(moving, key=lambda k: (-scores[k][0], -scores[k][1], k))[:MOST]
    knobs = tuple(replace(tried[k], turns=scores[k][0] > 0) for k in sorted(first))
    return Chosen(knobs, len(tried) - len(moving), len(moving) - len(first))


def _named(base: Player, known: Sweepables) -> list[Knob]:
    """The numbers that the scenario names, in its order."""
    horizon_s = base.varying.scenario.horizon_s
    found = [knob_of(known.at(each.path), _most(each.path, base, horizon_s), each.ends) for each in known.sliders]
    return [each for each in found if each is not None]


def _candidates(base: Player, known: Sweepables) -> list[Knob]:
    """Every number that may be tried, with its range."""
    park, scenario, record = base.record([each.spread.median for each in base.uncertain], None)
    found: list[Knob | None] = []
    for part, keys in PARTS.items():
        paths = [f"{part}.{key}" for key in keys] if part == "detection" else [
            f"{part}.{id}.{key}" for id in known.ids(part) for key in keys]  # fmt: skip
        found += [_knob(known, path, _most(path, base, scenario.horizon_s)) for path in paths]
    reached = sorted(id for collection, id in wet(record) if collection == "storages" and id in park.storages)
    for id in reached:
        if id not in scenario.initial:
            found += [_knob(known, f"{STORED}.{id}.initial.{origin}", _most(f"initial.{id}", base, 0.0))
                      for origin in known.ids(f"{STORED}.{id}.initial")]  # fmt: skip
    return [each for each in found if each is not None]


def _most(path: str, base: Player, horizon_s: float) -> float | None:
    """Up to where something may be moved, where the park or the scenario says; None where they do not [SI]."""
    collection, _, rest = path.partition(".")
    if collection == "faults" and rest.endswith(".from"):
        return max(horizon_s - LAST_MINUTE_S, 0.0)
    id = rest.rpartition(".")[0] or rest
    storages = base.varying.park.storages
    id = id if id in storages else rest
    return storages[id].holds_m3 if collection == "initial" and id in storages else None


def _knob(known: Sweepables, path: str, most: float | None) -> Knob | None:
    """A number with its range; None where none is written that may have another value."""
    try:
        return knob_of(known.at(path), most)
    except InputError:
        return None  # it stands in a table, or as a word


def _score(player: Player, knob: Knob, middle: Sequence[float], own: Run) -> tuple[int, float]:
    """How many verdicts are other ones at an end of a number's range, and how far margins move."""
    place = axis_of(knob).place(player)
    points = [Point(0, (*middle[:place], end, *middle[place + 1 :]), None) for end in knob.ends]
    runs = [run for run in player.play_points(points) if run.tiers]  # an end that does not fit is not reached
    turned = [sum(a.word != b.word for a, b in zip(run.tiers, own.tiers, strict=True)) for run in runs]
    return max(turned, default=0), max((_moved(run, own) for run in runs), default=0.0)


def _moved(run: Run, own: Run) -> float:
    """By which share of the larger one the margins of two runs differ, all tiers together: a river's are thousands of
    cubic metres where a bund's are tens [-]."""
    pairs = [(_known(a.margin_m3), _known(b.margin_m3)) for a, b in zip(run.tiers, own.tiers, strict=True)]
    return sum(abs(a - b) / max(abs(a), abs(b)) for a, b in pairs if a != b)


def _known(margin_m3: float) -> float:
    """A margin; 0 where there is none, since no accident water came."""
    return 0.0 if margin_m3 != margin_m3 else margin_m3
