"""The lines of defence that an inventory names, and the usual ones for a park that is made from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sim.park import Park
from sim.park.names import named
from sim.park.tier import Tier, tier_meant, tier_number
from sim.regulation.wording import TIERS, Wording, promise_of

WORDS = {
    "plant": ("企业", "企业级", "厂区", "厂区级"), "public": ("公共", "公共设施", "公共空间", "公共应急空间"),
    "boundary": ("园区边界", "边界", "园区"), "basin": ("流域", "流域级", "river"),
}  # fmt: skip


def _tier(place: int, id: str) -> Tier:
    promise = promise_of(Wording.GUIDE, place) if place < TIERS else named("inventory_promise_basin")
    return Tier(id, named(f"inventory_tier_{id}"), promise)


USUAL = {id: (_tier(place, id), words) for place, (id, words) in enumerate(WORDS.items())}
"""The four lines, from the inside out, and other words for them; the fourth only where a list names it."""
ALWAYS = 3


@dataclass(frozen=True, slots=True)
class TierWords:
    """The tiers of a park, and the words by which a list may mean each."""

    tiers: Mapping[str, Tier]
    words: Mapping[str, tuple[str, ...]]

    def meant(self, word: str) -> str | None:
        """The id of the tier that a word means; None when no tier or several may be meant."""
        return tier_meant(word, self.words)

    def numbered(self, number: int) -> str:
        """The tier of a number, by what the tiers are called, else by their order; the last where there are fewer."""
        ids = list(self.tiers)
        named = (id for id in ids if any(tier_number(word) == number for word in (id, *self.words[id])))
        return next(named, ids[min(number, len(ids)) - 1])

    def needed(self, used: Collection[str]) -> tuple[Tier, ...]:
        """The tiers that a park wants when these are used: the usual three, and a fourth that a list names."""
        return tuple(each for place, each in enumerate(self.tiers.values()) if place < ALWAYS or each.id in used)


def usual_tiers() -> TierWords:
    """The usual lines of defence."""
    return TierWords({id: tier for id, (tier, _) in USUAL.items()},
                     {id: (tier.name.en, tier.name.zh, *more) for id, (tier, more) in USUAL.items()})  # fmt: skip


def known_tiers(park: Park) -> TierWords:
    """The tiers of a park that is there already, also by the usual words for those it has."""
    words = {id: [each.name.en, each.name.zh] for id, each in park.tiers.items()}
    numbered = any(tier_number(word) for id, names in words.items() for word in (id, *names))
    for number, id in enumerate(park.tiers, start=1):
        words[id] += USUAL[id][1] if id in USUAL else ()
        words[id] += () if numbered else (f"{number}级",)  # tiers stand in their order
    return TierWords(park.tiers, {id: tuple(filter(None, each)) for id, each in words.items()})
