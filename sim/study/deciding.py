"""The one action that decides a tier: one rule for the terminal, the page and the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sim.park import Operation, Park
from sim.park.sheet import sheet_of
from sim.park.way import way
from sim.scenario import Scenario
from sim.study.deadlines import Deadline, Stands
from sim.units import SECONDS_A_MINUTE

OPENING = (Operation.OPEN, Operation.UNSEAL, Operation.LOWER, Operation.START, Operation.SET)
"""Operations after which more may pass."""


def nearest(park: Park, scenario: Scenario, found: Sequence[Deadline], tier: str) -> Deadline | None:
    """What decides a tier: of actions that alone would have kept it the least off, of those that do the tightest.

    Only what people could have done in time counts, and what helps by being done: no looking, and no
    opening of what leads out. What keeps the tier at every earlier time comes before what does only
    at some; what was done, before what never was. None when no single action is in reach.
    """
    own = [each for each in found if each.tier == tier and each.needed and _in_reach(each)]
    own = [each for each in own if not _looks(park, each.action) and not _opens_outward(park, scenario, each.action)]
    return min(own, key=_rank, default=None)


def deciding(park: Park, scenario: Scenario, found: Sequence[Deadline]) -> Deadline | None:
    """What decides the run: of the outermost tier that some action could have kept, else what has least to spare."""
    every = [nearest(park, scenario, found, tier) for tier in reversed(list(park.tiers))]
    known = [each for each in every if each is not None]
    lost = [each for each in known if each.stands is not Stands.IN_TIME]
    return lost[0] if lost else min(known, key=_rank, default=None)


def pressing(park: Park, scenario: Scenario, found: Sequence[Deadline]) -> dict[str, Deadline]:
    """Of each action that must be done the deadline to tell: the one that decides, else the tightest of its tiers."""
    first = deciding(park, scenario, found)
    told: dict[str, Deadline] = {}
    for each in found:
        if each.needed:
            other = told.setdefault(each.action, each)
            told[each.action] = min(other, each, key=_tightness)
    return {**told, first.action: first} if first else told


def _tightness(each: Deadline) -> float:
    """Time left, or time until it must be done at the latest where it never was [s]."""
    return each.latest_s if each.stands is Stands.NEVER else each.margin_s


def _rank(each: Deadline) -> tuple[bool, bool, float, str]:
    """Least is nearest; of actions never done the one with most time comes first."""
    never = each.stands is Stands.NEVER
    near_s = -each.latest_s if never else each.margin_s if each.stands is Stands.IN_TIME else each.off_s
    return not each.monotone, never, near_s, each.action


def _in_reach(each: Deadline) -> bool:
    """Whether it could have been done by its latest time, which is not the very start."""
    return each.latest_s >= max(each.possible_s, SECONDS_A_MINUTE)


def _looks(park: Park, action: str) -> bool:
    """Whether nothing is moved."""
    sheet = park.sheets.get(sheet_of(action))
    return sheet is not None and sheet.operation is Operation.CHECK


def _opens_outward(park: Park, scenario: Scenario, action: str) -> bool:
    """Whether it lets more through where water leaves a tier uncontrolled, such as an outfall or a crest."""
    for id in _opened(park, scenario, action):
        link = park.links.get(id)
        if link is None:
            return True
        taken = way(park, link.id, link.source, link.target)
        if taken.leaves and not taken.controlled:
            return True
    return False


def _opened(park: Park, scenario: Scenario, action: str) -> Iterator[str]:
    """The links that an action opens; of a lowered crest, its storage."""
    sheet = park.sheets.get(sheet_of(action))
    if sheet is not None:
        if sheet.operation in OPENING:
            yield sheet.facility
        return
    script = next((each for each in scenario.actions if each.id == action), None)
    yield from (id for id, opening in script.openings if opening > 0) if script else ()
