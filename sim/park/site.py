"""A place where something is done but nothing is held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sim.park.names import Name
from sim.park.place import AnyPlace


class SiteKind(StrEnum):
    """Kinds of places of an inventory that hold nothing by themselves."""

    SLUICE = "sluice"
    BRIDGE = "bridge"
    DAM_SITE = "dam-site"
    POWER_STATION = "power-station"
    OTHER = "other"


CHINESE_SITES = {
    SiteKind.SLUICE: ("闸坝", "水闸", "闸", "节制闸", "拦河坝", "橡胶坝", "闸站", "闸门"),
    SiteKind.BRIDGE: ("桥梁", "桥"),
    SiteKind.DAM_SITE: ("临时筑坝点", "筑坝点", "临时筑坝", "拟筑坝点"),
    SiteKind.POWER_STATION: ("电站", "水电站", "引水式电站", "引水式水电站", "坝式电站", "坝式水电站"),
    SiteKind.OTHER: ("其他", "其它"),
}
"""What inventories call them."""
CALLED_SITE = {word: kind for kind, words in CHINESE_SITES.items() for word in words}


@dataclass(frozen=True, slots=True)
class Site:
    """A place of the inventory where something is done but nothing is held: a sluice, a bridge, where a dam is built.

    No run looks at it; maps and the papers of the park do.
    """

    id: str
    name: Name
    kind: str
    """In the field's words, a `SiteKind`, a `StorageKind` whose volume nobody knows, or a word of the park's own."""
    tier: str | None = None
    place: AnyPlace | None = None
    listed: Mapping[str, str] = field(default_factory=dict)
    """What the inventory says of it besides, by key: `label`, `owner`, `function`, `note` and the like."""

    @property
    def label(self) -> str:
        """Its reference number in the inventory; empty for none."""
        return self.listed.get("label", "")
