"""Which operation sheets the given scenarios exercise, which not, and why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from sim.called import Called
from sim.drill.cover.candidate import Candidate, Sort
from sim.drill.cover.duty import failing_id, hindrances
from sim.drill.cover.play import Played, Reached, played
from sim.park import Park
from sim.record.event import Reason
from sim.scenario import Ending, Fault, Rule, SheetEnds


class How(IntEnum):
    """How near the given scenarios come to exercising a sheet; more is nearer."""

    UNNAMED = 0
    """No rule of any of them names it."""
    SCRIPTED = 1
    """A script moves its facility by the clock, without the sheet."""
    NOT_CALLED = 2
    """A rule names it, and its trigger never comes."""
    STANDS_BY = 3
    """It stands by for a sheet that never fails."""
    WAITED = 4
    """Ordered, and its crew never got there."""
    UNFINISHED = 5
    """Begun, and not finished before the run ended."""
    FAILED = 6
    """Tried, and it did not work."""
    DONE = 7
    """Carried out."""


REACHED = {Reached.WAITED: How.WAITED, Reached.BEGUN: How.UNFINISHED, Reached.FAILED: How.FAILED,
           Reached.DONE: How.DONE}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """The nearest that the given scenarios come to exercising a sheet, and what would do it."""

    sheet: str
    how: How
    drill: str = ""
    """The scenario that comes nearest."""
    detail: str = ""
    """The rule that would call it, or the action that moves its facility."""
    why: tuple[Reason, ...] = ()
    """Why it failed or waited."""
    fault: str = ""
    """What would have to fail for it to be done."""
    fault_in: str = ""
    """The scenario in which it would."""
    generated: str = ""
    """The generated drill that carries it out most plainly: at its own site, then the shortest."""
    beyond: Seen | None = None
    """Of one that no generated drill carries out: how far it gets in them."""

    def said(self, called: Called) -> str:
        """What stands in its way in words: a rule's or action's id, or why it failed or waited."""
        return self.detail or called.listed([called.reason(each) for each in self.why])


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every sheet of a park, in its order."""

    seen: tuple[Seen, ...]

    def of(self, *hows: How) -> list[Seen]:
        """The sheets that stand so."""
        return [each for each in self.seen if each.how in hows]

    @property
    def uncovered(self) -> list[Seen]:
        """What the given scenarios do not exercise."""
        return [each for each in self.seen if each.how is not How.DONE]


def coverage(
    sheets: Iterable[str], given: Sequence[Played], faulty: Sequence[Played], generated: Sequence[Played]
) -> Coverage:
    """Say of every sheet how near the given drills come, under which fault it is done, what else would do it."""
    nearest = _nearest(given)
    under = {id: each for each in reversed(faulty) for id in each.done}
    others = {id: each.candidate.id for each in sorted(generated, key=_plainness, reverse=True) for id in each.done}
    furthest = _nearest(generated)
    found = []
    for id in sheets:
        seen = nearest.get(id, Seen(id, How.UNNAMED))
        if seen.how is not How.DONE and id in under:
            fault = under[id].candidate
            seen = replace(seen, fault=fault.fault, fault_in=fault.id.rpartition("+")[0])
        away = None if id in others else furthest.get(id)
        found.append(replace(seen, generated=others.get(id, ""), beyond=away))
    return Coverage(tuple(found))


def _plainness(drill: Played) -> tuple[bool, float, str]:
    """The plain ones first: at one site, short."""
    return drill.candidate.sort is not Sort.SITE, drill.length_s, drill.candidate.id


def _nearest(given: Sequence[Played]) -> Mapping[str, Seen]:
    """Of each sheet the best that any run makes of it; of equals the first."""
    best: dict[str, Seen] = {}
    for seen in (seen for each in given for seen in _seen_in(each)):
        if seen.sheet not in best or seen.how > best[seen.sheet].how:
            best[seen.sheet] = seen
    return best


def _seen_in(drill: Played) -> Iterator[Seen]:
    """What one drill makes of sheets: by its run, its plan, its script."""
    id, scenario, park = drill.candidate.id, drill.candidate.scenario, drill.candidate.park
    for sheet, reached in drill.sheets.items():
        yield Seen(sheet, REACHED[reached], id, why=() if reached is Reached.DONE else drill.why.get(sheet, ()))
    for rule in scenario.rules:
        yield from (Seen(sheet, How.STANDS_BY, id, rule.id) for sheet in rule.otherwise)
        how = How.STANDS_BY if _awaits_failure(rule) else How.NOT_CALLED
        yield from (Seen(sheet, how, id, rule.id) for sheet in rule.do)
    moved = {link: action.id for action in scenario.actions for link, _ in action.openings}
    for sheet_ in park.sheets.values():
        if sheet_.facility in moved:
            yield Seen(sheet_.id, How.SCRIPTED, id, moved[sheet_.facility])


def _awaits_failure(rule: Rule) -> bool:
    return isinstance(rule.when, SheetEnds) and rule.when.how is Ending.FAILED


def with_faults(given: Sequence[Played]) -> list[Played]:
    """Runs of given scenarios with a fault of ours, each of which carries out a sheet that stands by in them.

    A sheet that some given run carries out is left alone; of the others one fault each is enough.
    """
    done = set().union(*(each.done for each in given))
    found: list[Played] = []
    for drill in given:
        for first, spare in _stand_bys(drill):
            if spare not in done and (proved := _proved(drill, first, spare)) is not None:
                found.append(proved)
                done |= proved.done
    return found


def _stand_bys(drill: Played) -> Iterator[tuple[str, str]]:
    """What is ordered in a run, and what stands by for it."""
    for rule in drill.candidate.scenario.rules:
        pairs = [(first, spare) for first in rule.do for spare in rule.otherwise]
        if _awaits_failure(rule) and isinstance(rule.when, SheetEnds):
            pairs += [(rule.when.sheet, spare) for spare in rule.do]
        yield from ((first, spare) for first, spare in pairs if first in drill.sheets)


def _proved(drill: Played, first: str, spare: str) -> Played | None:
    """The run with the first fault that makes one sheet fail and has the other done; None when there is no such."""
    candidate = drill.candidate
    park: Park = candidate.park
    for what in hindrances(park, park.sheets[first], park.sheets[spare]):
        id = failing_id(what)
        faults = (*candidate.scenario.faults, Fault(f"drill-{id}", what))
        scenario = replace(candidate.scenario, id=f"{candidate.scenario.id}-with-{id}", faults=faults)
        again = played(Candidate(f"{candidate.id}+{id}", candidate.name, Sort.FAULT, scenario, park, id))
        if spare in again.done:
            return again
    return None
