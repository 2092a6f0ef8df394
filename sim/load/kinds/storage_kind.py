"""What sort of storage it is: the field's words, in English or as Chinese inventories write them."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from sim.load.emit import Data
from sim.load.kinds.words import Id, check_id
from sim.load.node import Node
from sim.load.reading import Spot
from sim.park import StorageKind

CHINESE = {
    StorageKind.BUND: ("围堰", "防火堤", "围堤", "罐区围堰", "罐区防火堤"),
    StorageKind.TANK: ("储罐", "贮罐"),
    StorageKind.ACCIDENT_POOL: (
        "事故应急池", "应急事故池", "事故水池", "事故池", "应急池", "事故应急水池", "应急事故水池", "公共应急池",
        "公共事故池", "公共事故应急池", "园区事故应急池",
    ),
    StorageKind.PIT: ("集水井", "集水坑"),
    StorageKind.PIPE: ("管道", "管网", "雨水管", "雨水管道", "雨水管网", "雨水干管", "污水管", "污水管道", "污水管网"),
    StorageKind.TREATMENT_PLANT: ("污水处理厂", "污水处理站", "污水厂", "污水站"),
    StorageKind.UPSET_BASIN: ("事故调节池", "污水处理厂事故池"),
    StorageKind.RIVER_SECTION: ("河道", "河段", "河道段"),
}  # fmt: skip
"""What inventories call them; other words stay a park's own."""
CALLED = {word: kind for kind, words in CHINESE.items() for word in words}


@dataclass(frozen=True)
class KindOfStorage(Id):
    """One of the field's kinds, whatever it is called, or a word of one's own."""

    def parse(self, text: str, spot: Spot) -> str:
        plain = normalize("NFKC", text).strip()
        return CALLED[plain].value if plain in CALLED else check_id(text)

    def plain(self, node: Node) -> Data:
        text = str(super().plain(node))
        return self.parse(text, Spot.nowhere()) if text else text
