"""What the kinds of an inventory mean for the water: space that counts, space that does not, a site that holds none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from sim.load.kinds.words import nearly
from sim.park import PLANTS_OWN, SiteKind, StorageKind
from sim.park.names import in_chinese
from sim.park.site import CALLED_SITE
from sim.park.storage_kind import CALLED_KIND, nearest_kind

HOLDS = {
    SiteKind.SLUICE: StorageKind.RIVER_SECTION, SiteKind.BRIDGE: StorageKind.RIVER_SECTION,
    SiteKind.DAM_SITE: StorageKind.RIVER_SECTION, SiteKind.POWER_STATION: StorageKind.RESERVOIR,
    SiteKind.OTHER: StorageKind.BASIN,
}  # fmt: skip
"""What holds the water of a site that a volume is listed for: the river behind a sluice, a bridge or a dam, the
reservoir of a power station."""
DIVERTS = "引水"
"""In the name of a power station whose water stands in a canal, not in a reservoir."""
KNOWN: dict[str, StorageKind | SiteKind] = {
    **{each.value: each for each in (*StorageKind, *SiteKind)}, **CALLED_KIND, **CALLED_SITE,
}  # fmt: skip
SPELT = {word.replace("-", ""): kind for word, kind in KNOWN.items()}
"""The same without hyphens, as words are compared without blanks."""
_BLANKS = re.compile(r"[\s_-]+")
SHORTEST = 2
"""Letters that a known word must have to be looked for inside of another."""
OUTER = 3
TIERS = {
    **dict.fromkeys((StorageKind.BUND, StorageKind.TANK, StorageKind.ACCIDENT_POOL, StorageKind.FIRST_FLUSH_POOL,
                     StorageKind.PIT), 1),
    **dict.fromkeys((StorageKind.PIPE, StorageKind.BASIN, *PLANTS_OWN), 2),
}  # fmt: skip
"""The line of defence to which a kind belongs where the list has none; the waters outside to the third."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a word of an inventory means."""

    kind: str
    """A `StorageKind`, a `SiteKind` or, as an id, a word of the list's own."""
    is_exact: bool = True
    """Whether the word itself is known, not only a part of it."""
    nearest: str = ""
    """Of a word that is not known, the kind it is like."""

    @property
    def is_site(self) -> bool:
        """Whether it holds nothing by itself."""
        return self.kind in set(SiteKind)

    @property
    def is_own(self) -> bool:
        """Whether no rule knows it."""
        return self.kind not in KNOWN


@lru_cache(maxsize=1024)
def meant_by(word: str) -> Meant:
    """The kind that a word means.

    >>> meant_by("事故应急池").kind, meant_by("地下式事故应急池（2座）").kind, meant_by("坝式水电站").is_site
    ('accident-pool', 'accident-pool', True)
    >>> meant_by("应急水囊")
    Meant(kind='应急水囊', is_exact=True, nearest='accident-pool')
    >>> meant_by("Accident pool").kind, meant_by("waste-water treatment plant").kind
    ('accident-pool', 'treatment-plant')
    """
    words = _BLANKS.sub(" ", normalize("NFKC", word).lower()).strip()
    plain = words.replace(" ", "")
    if plain in SPELT:
        return Meant(SPELT[plain].value)
    if (inside := kind_inside(plain if in_chinese(plain) else words)) is not None:
        return Meant(inside, is_exact=False)
    near = nearest_kind(words.replace(" ", "-"))
    return Meant(nearly(words) or "other", nearest=near.value if near else "")


def kind_inside(text: str) -> str | None:
    """The kind whose longest known word stands in a text, the last of several; None when there is none.

    >>> kind_inside("2#事故应急池"), kind_inside("污水处理厂事故池"), kind_inside("甲"), kind_inside("Tank farm bund")
    ('accident-pool', 'upset-basin', None, 'bund')
    """
    found = max(_inside(text.lower()), default=None)
    return None if found is None else KNOWN[found[2]].value


def _inside(text: str) -> Iterator[tuple[int, int, str]]:
    """The known words in a text, with their lengths and where they stand."""
    for word in KNOWN:
        if word.isascii():  # a word of English is one by itself: no pit in a pitch
            at = f" {text} ".rfind(f" {word.replace('-', ' ')} ")
        else:
            at = text.rfind(word) if len(word) >= SHORTEST else -1
        if at >= 0:
            yield len(word), at, word


def holder(kind: str, name: str) -> str:
    """The kind of storage that holds the water of a site.

    >>> holder("sluice", "三号闸"), holder("power-station", "某引水式电站")
    ('river-section', 'canal')
    """
    site = SiteKind(kind)
    if site is SiteKind.POWER_STATION and DIVERTS in name:
        return StorageKind.CANAL.value
    return HOLDS[site].value


def usual_tier(kind: str) -> int:
    """The number of the line of defence that a kind belongs to."""
    return TIERS.get(StorageKind(kind), OUTER) if kind in set(StorageKind) else OUTER
