"""Published storm intensity formulas that a park may name instead of writing their coefficients."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sim.hydrology.storms import StormFormula

REVISION_2017 = "Chongqing, revised storm formula and design storms, 2017 (重庆市暴雨强度修订公式与设计暴雨雨型)"
REVISION_2013 = "Chongqing, revised storm formula of the main urban area, 2013 (重庆市主城区暴雨强度修订公式)"
SHAPINGBA_2013 = f"{REVISION_2013}; its figures second-hand"


@dataclass(frozen=True, slots=True)
class StormSet:
    """A formula as it was published, for one district."""

    name: Mapping[str, str]
    """Of the district, by language."""
    year: int
    source: str
    formula: StormFormula


STORM_SETS = {
    "shapingba-2017": StormSet({"en": "Shapingba", "zh": "沙坪坝"}, 2017, REVISION_2017,
                               StormFormula(1132, 0.958, 5.408, 0.595)),
    "banan-2017": StormSet({"en": "Banan", "zh": "巴南"}, 2017, REVISION_2017,
                               StormFormula(1898, 0.867, 9.480, 0.709)),
    "yubei-2017": StormSet({"en": "Yubei", "zh": "渝北"}, 2017, REVISION_2017,
                               StormFormula(1111, 0.945, 9.713, 0.561)),
    "shapingba-2013": StormSet({"en": "Shapingba", "zh": "沙坪坝"}, 2013, SHAPINGBA_2013,
                               StormFormula(1563.609, 0.633, 6.947, 0.624)),
    "yubei-2013": StormSet({"en": "Yubei", "zh": "渝北"}, 2013, REVISION_2013,
                               StormFormula(1178.521, 0.633, 8.534, 0.551)),
    "banan-2013": StormSet({"en": "Banan", "zh": "巴南"}, 2013, REVISION_2013,
                               StormFormula(1737.388, 0.724, 7.149, 0.692)),
}  # fmt: skip
"""By id, the district and the year. None of them is Changshou's own, which was not found."""
