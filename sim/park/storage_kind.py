"""Kinds of storages, in the program's words and in those of Chinese inventories."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum


class StorageKind(StrEnum):
    """Kinds of storages that mean something to the program; others are words of a park's own."""

    BUND = "bund"
    TANK = "tank"
    ACCIDENT_POOL = "accident-pool"
    PIT = "pit"
    PIPE = "pipe"
    TREATMENT_PLANT = "treatment-plant"
    UPSET_BASIN = "upset-basin"
    RIVER_SECTION = "river-section"
    BASIN = "basin"
    FIRST_FLUSH_POOL = "first-flush-pool"
    RESERVOIR = "reservoir"
    POND = "pond"
    CANAL = "canal"
    WETLAND = "wetland"
    DRY_CHANNEL = "dry-channel"


OPEN_WATERS = frozenset((
    StorageKind.RIVER_SECTION, StorageKind.RESERVOIR, StorageKind.POND, StorageKind.CANAL, StorageKind.WETLAND,
    StorageKind.DRY_CHANNEL,
))  # fmt: skip
"""Kinds out in the landscape: what stands in them is the river's water, not rain of the works."""


CHINESE = {
    StorageKind.BUND: ("围堰", "防火堤", "围堤", "罐区围堰", "罐区防火堤"),
    StorageKind.TANK: ("储罐", "贮罐", "应急罐", "应急储罐", "事故罐", "事故应急罐", "事故储罐"),
    StorageKind.ACCIDENT_POOL: (
        "事故应急池", "应急事故池", "事故水池", "事故池", "应急池", "事故应急水池", "应急事故水池", "公共应急池",
        "公共事故池", "公共事故应急池", "园区事故应急池", "园区公共应急池", "园区应急池", "事故废水池",
        "应急水池", "事故缓冲池",
    ),
    StorageKind.PIT: ("集水井", "集水坑", "截流井", "雨水井"),
    StorageKind.PIPE: (
        "管道", "管网", "雨水管", "雨水管道", "雨水管网", "雨水干管", "污水管", "污水管道", "污水管网", "排水管网",
        "雨水管渠",
    ),
    StorageKind.TREATMENT_PLANT: ("污水处理厂", "污水处理站", "污水厂", "污水站", "园区污水处理厂"),
    StorageKind.UPSET_BASIN: ("事故调节池", "污水处理厂事故池", "污水处理厂调节池"),
    StorageKind.RIVER_SECTION: ("河道", "河段", "河道段", "江心洲型河道", "江心洲河道", "河涌", "河流"),
    StorageKind.BASIN: ("缓冲池", "中转池", "调蓄池", "雨水调蓄池", "蓄水池"),
    StorageKind.FIRST_FLUSH_POOL: ("初期雨水池", "初雨池", "初期雨水收集池"),
    StorageKind.RESERVOIR: ("水库", "山塘水库"),
    StorageKind.POND: ("坑塘", "池塘", "水塘", "鱼塘", "塘坝"),
    StorageKind.CANAL: ("人工渠", "渠道", "灌渠", "干渠", "明渠", "排水渠", "沟渠", "雨水明渠", "排洪沟"),
    StorageKind.WETLAND: ("湿地", "人工湿地"),
    StorageKind.DRY_CHANNEL: ("干枯河道", "干涸河道", "旱河"),
}  # fmt: skip
"""What inventories call them; other words stay a park's own."""
CALLED_KIND = {word: kind for kind, words in CHINESE.items() for word in words}


def nearest_kind(word: str) -> StorageKind | None:
    """The kind that a word of somebody's own may stand for; None when it is like none.

    >>> nearest_kind("应急水池").value, nearest_kind("accident-basin").value, nearest_kind("lagoon")
    ('accident-pool', 'accident-pool', None)
    """
    names = {**{kind.value: kind for kind in StorageKind}, **CALLED_KIND}
    close = get_close_matches(word, names, 1)
    return names[close[0]] if close else None
