"""Words of the figures of water: where it went."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "origin_product": {"en": "product", "zh": "物料"},
    "origin_firewater": {"en": "fire water", "zh": "消防水"},
    "origin_rain": {"en": "rain", "zh": "雨水"},
    "origin_process": {"en": "process water", "zh": "工艺废水"},
    "origin_river": {"en": "river water", "zh": "河水"},
    "sankey_title": {"en": "Where every cubic metre went", "zh": "每一立方米水的去向"},
    "sankey_colours": {"en": "Where it came from", "zh": "来源"},
    "sankey_start": {"en": "there at the start", "zh": "初始存水"},
    "sankey_elsewhere": {"en": "from storages accident water did not reach", "zh": "来自事故水未到的设施"},
    "sankey_onward": {"en": "on to storages accident water did not reach", "zh": "流往事故水未到的设施"},
    "sankey_under-way": {"en": "still in pipes", "zh": "仍在管道中"},
    "sankey_others": {"en": "small ones: {tier}", "zh": "其他小量：{tier}"},
    "sankey_stays": {"en": "stays: {tier}", "zh": "存留：{tier}"},
    "sankey_none": {"en": "Accident water reached no storage.", "zh": "事故水未到达任何设施。"},
    "sankey_shown": {
        "en": "All water of the storages that accident water reached; widths are volumes.",
        "zh": "事故水所到各设施的全部水量，带宽与水量成正比。",
    },
    "sankey_no_river": {
        "en": "River water is left out: {volume} came through these storages.",
        "zh": "未绘河水：流经上述设施的河水为{volume}。",
    },
}
