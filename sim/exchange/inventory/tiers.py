"""The lines of defence that an inventory names, and the usual ones for a park that is made from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sim.park import Name, Park
from sim.park.tier import Tier, tier_meant, tier_number

USUAL = {
    "plant": (Tier("plant", Name("Plant", "一级防控（企业）"), Name("nothing leaves the plant", "不出厂区")),
              ("企业", "企业级", "厂区", "厂区级")),
    "public": (Tier("public", Name("Public facilities", "二级防控（公共设施）"),
                    Name("nothing leaves the public facilities", "不出公共设施")),
               ("公共", "公共设施", "公共空间")),
    "boundary": (Tier("boundary", Name("Park boundary", "三级防控（园区边界）"),
                      Name("nothing leaves the park", "不出园区边界")),
                 ("园区边界", "边界", "园区")),
    "basin": (Tier("basin", Name("River basin", "四级防控（流域）"),
                   Name("nothing leaves the waters below the park", "不出流域受控水体")),
              ("流域", "流域级", "river")),
}  # fmt: skip
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
