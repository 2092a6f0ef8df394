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
CALLED_KIND = {word: kind for kind, words in CHINESE.items() for word in words}


def nearest_kind(word: str) -> StorageKind | None:
    """The kind that a word of somebody's own may stand for; None when it is like none.

    >>> nearest_kind("应急水池").value, nearest_kind("accident-basin").value, nearest_kind("lagoon")
    ('accident-pool', 'accident-pool', None)
    """
    names = {**{kind.value: kind for kind in StorageKind}, **CALLED_KIND}
    close = get_close_matches(word, names, 1)
    return names[close[0]] if close else None
