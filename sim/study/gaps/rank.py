"""How much verdicts hang on what nobody knows: scenarios re-run over the range of each value, one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import isnan

from sim.check.judge import judge
from sim.check.judgement import Judgement
from sim.check.tier_verdict import Verdict
from sim.engine import play
from sim.errors import InputError
from sim.load import Case, load_case
from sim.record.event import Ordered
from sim.study.gaps.find import gaps_of, scenario_gaps
from sim.study.gaps.gap import Gap, GapSort, Value
from sim.study.trial import Tell, nobody

NOISE_M3 = 0.5
"""Volumes that differ by less are the same [m3]."""


class Hangs(IntEnum):
    """How much hangs on a gap, most first."""

    VERDICT = 0
    """The verdict of a tier."""
    VOLUME = 1
    """Cubic metres of what escapes, or of a margin."""
    NOTHING = 2
    """Neither, at either end of its range."""
    NOT_THERE = 3
    """Not tried: no accident water came there, or nobody was called there."""
    NOT_TRIED = 4
    """No run can tell: nothing in it is computed from such a value, or the value was refused."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a value made of a tier."""

    scenario: str
    value: str
    tier: str
    before: str
    """Its verdict as assumed, a word of the catalogue."""
    after: str
    moved_m3: float
    """By how much its margin is another one; of a breached tier, what escapes [m3]."""
    rank: int = 0
    """Place of the tier from the inside out, 0 first."""

    @property
    def turns(self) -> bool:
        """Whether its verdict is another one."""
        return self.before != self.after

    @property
    def decides(self) -> bool:
        """Whether it is held with the one and lost with the other."""
        return _lost(self.before) != _lost(self.after)

    @property
    def weight(self) -> tuple[bool, bool, int, float]:
        """What matters most is the largest: whether a tier holds, another verdict, the outer tier, the volume."""
        return self.decides, self.turns, self.rank if self.turns else 0, self.moved_m3


@dataclass(frozen=True, slots=True)
class Ranked:
    """A gap, and how much hangs on it."""

    gap: Gap
    hangs: Hangs
    worst: Effect | None = None
    """The effect that matters most; None where there is none."""
    refused: str = ""
    """Why a value of its range cannot be tried, in the words of the reader."""

    @property
    def order(self) -> tuple[int, bool, float, int]:
        """Its place: verdicts first, of these whether a tier holds at all; then volumes, then by sort."""
        decides, moved = (self.worst.decides, self.worst.moved_m3) if self.worst else (False, 0.0)
        return self.hangs, not decides, -moved, list(GapSort).index(self.gap.sort)


@dataclass(frozen=True, slots=True)
class _Base:
    """A scenario as it is written, and what became of it."""

    path: str
    case: Case
    judged: Judgement
    wet: frozenset[str]
    """Storages that accident water came to."""
    ordered: frozenset[str]
    """Operation sheets that were ordered."""

    @classmethod
    def of(cls, path: str) -> _Base:
        """Play a scenario.

        Raises:
            Problems: it cannot be read.
        """
        case = load_case(path)
        record = play(case.park, case.scenario)
        reached = zip(record.storages.ids, record.storages.reached_at_s.tolist(), strict=True)
        ordered = {each.sheet for each in record.events if isinstance(each, Ordered)}
        return cls(path, case, judge(case.park, case.scenario, record),
                   frozenset(id for id, at_s in reached if not isnan(at_s)), frozenset(ordered))  # fmt: skip

    def touches(self, gap: Gap) -> bool:
        """Whether the run came to what is missing."""
        if gap.scenario and gap.scenario != self.case.scenario.id:
            return False
        return gap.thing in self.ordered if gap.of == "sheets" else gap.near in self.wet


def ranked(paths: Sequence[str], tell: Tell = nobody) -> list[Ranked]:
    """The gaps of the park and of its scenarios, that first on which most hangs.

    Raises:
        Problems: a scenario cannot be read.
    """
    bases = [_Base.of(path) for path in paths]
    found = [gap for gap in gaps_of(bases[0].case.park) if gap.sort is not GapSort.RIVER_FLOW]  # scenarios say it
    found += [gap for base in bases for gap in scenario_gaps(base.case.park, base.case.scenario)]
    ranks = []
    for place, gap in enumerate(found):
        ranks.append(_ranked(gap, bases))
        tell((place + 1) / len(found))
    return sorted(ranks, key=lambda each: each.order)


def _ranked(gap: Gap, bases: Sequence[_Base]) -> Ranked:
    """A gap, tried in every scenario that comes to it."""
    if not gap.tried:
        return Ranked(gap, Hangs.NOT_TRIED)
    touched = [base for base in bases if base.touches(gap)]
    if not touched:
        return Ranked(gap, Hangs.NOT_THERE)
    effects: list[Effect] = []
    refused = ""
    for base in touched:
        for value in gap.tried:
            try:
                effects += _effects(base, value)
            except InputError as error:
                refused = refused or error.message
    return _weighed(gap, effects, refused)


def _weighed(gap: Gap, effects: Iterable[Effect], refused: str) -> Ranked:
    worst = max(effects, key=lambda each: each.weight, default=None)
    if worst is None:
        return Ranked(gap, Hangs.NOT_TRIED if refused else Hangs.NOTHING, refused=refused)
    hangs = Hangs.VERDICT if worst.turns else (Hangs.VOLUME if worst.moved_m3 > NOISE_M3 else Hangs.NOTHING)
    return Ranked(gap, hangs, worst if hangs is not Hangs.NOTHING else None, refused)


def _effects(base: _Base, value: Value) -> list[Effect]:
    """What a value makes of each tier.

    Raises:
        InputError: it does not go with the rest of the park.
    """
    case = load_case(base.path, sets=value.sets)
    after = _figures(judge(case.park, case.scenario, play(case.park, case.scenario)))
    before = _figures(base.judged)
    return [Effect(base.case.scenario.id, value.text, tier, word, after[tier][0], abs(margin_m3 - after[tier][1]), rank)
            for rank, (tier, (word, margin_m3)) in enumerate(before.items())]  # fmt: skip


def _lost(word: str) -> bool:
    """Whether a tier is breached, or only not so because of space that does not count."""
    return word == Verdict.BREACHED or word.endswith("_uncounted")


def _figures(judged: Judgement) -> Mapping[str, tuple[str, float]]:
    """Of each tier its verdict, and its margin: what is left, or less what escaped [m3]."""
    return {each.tier: (each.word, 0.0 if isnan(each.margin_m3) else each.margin_m3) for each in judged.tiers}
