"""What sort of storage or site it is: the field's words, in English or as Chinese inventories write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from unicodedata import normalize

from sim.load.emit import Data
from sim.load.kinds.words import Id, check_id
from sim.load.node import Node
from sim.load.reading import Spot
from sim.message import a
from sim.park.site import CALLED_SITE
from sim.park.storage_kind import CALLED_KIND


@dataclass(frozen=True)
class KindOfStorage(Id):
    """One of the field's kinds, whatever it is called, or a word of one's own."""

    wanted = a("kind such as accident-pool")
    called: ClassVar[Mapping[str, StrEnum]] = CALLED_KIND

    def parse(self, text: str, spot: Spot) -> str:
        plain = normalize("NFKC", text).strip()
        return self.called[plain].value if plain in self.called else check_id(text)

    def plain(self, node: Node) -> Data:
        text = str(super().plain(node))
        return self.parse(text, Spot.nowhere()) if text else text


@dataclass(frozen=True)
class KindOfSite(KindOfStorage):
    """One of the kinds of places that hold nothing, or of storages of unknown volume, or a word of one's own."""

    wanted = a("kind such as bridge")
    called: ClassVar[Mapping[str, StrEnum]] = {**CALLED_KIND, **CALLED_SITE}
