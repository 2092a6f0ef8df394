"""Words of the figures of water: tiers over time, hydrographs, river sections, where every m3 went."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "origin_product": {"en": "product", "zh": "物料"},
    "origin_firewater": {"en": "fire water", "zh": "消防水"},
    "origin_rain": {"en": "rain", "zh": "雨水"},
    "origin_process": {"en": "process water", "zh": "生产废水"},
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
    "tiers_title": {"en": "The tiers over time: water held and room there was", "zh": "各级防线水量过程与可用容积"},
    "tiers_no_trace": {
        "en": "The run kept no trace, so how the volumes went is not known. Run it again with a trace.",
        "zh": "本次运行未保存过程记录，水量过程未知。请保留过程记录后重新运行。",
    },
    "tiers_means": {
        "en": "Water: all that stands in storages accident water had reached by then, what stood there before "
              "included; a step where it reaches one more. Room: of the same storages, up to their freeboard. "
              "T: start.",
        "zh": "水量：截至该时刻事故水已进入的各设施内全部存水（含事前存水），每进入一处设施即跃升一次；可用容积："
              "同一批设施预留超高以下的容积。T：事故开始。",
    },
    "tiers_until": {
        "en": " The run lasts {hours} h; no volume changes much after what is shown.",
        "zh": " 本次运行历时{hours} h，图示时段之后水量基本不变。",
    },
    "tiers_none": {"en": "No accident water reached this tier.", "zh": "事故水未到达本级防线。"},
    "tiers_since": {"en": "{verdict} from {when}", "zh": "{when}起{verdict}"},
    "tiers_room": {"en": "room at the end {volume}", "zh": "期末可用容积 {volume}"},
    "tiers_not_counted": {
        "en": ", of it {volume} not emergency space",
        "zh": "，其中{volume}不计入应急容积",
    },
    "tiers_peak": {"en": "peak {volume} at {when}", "zh": "峰值 {volume}，{when}"},
    "tiers_escape": {"en": "first escape {when}, {volume} in all", "zh": "首次外泄 {when}，累计 {volume}"},
    "tiers_escape_of": {
        "en": ", of which {volume} product, fire and process water",
        "zh": "，其中物料、消防水、生产废水 {volume}",
    },
    "tiers_moved": {"en": "moved on from {when}, {volume} in all", "zh": "{when}起转输，累计 {volume}"},
    "levels_title": {
        "en": "Storages accident water reached: volumes and flows",
        "zh": "事故水进入设施的水量与流量过程",
    },
    "levels_none": {"en": "Accident water reached no storage.", "zh": "事故水未进入任何储存设施。"},
    "levels_means": {
        "en": "Tightest first. Dashed: room below freeboard. Solid: crest. T: start.",
        "zh": "按余量由紧到松排列。虚线：预留超高以下容积；实线：满溢容积。T：事故开始。",
    },
    "levels_left_out": {"en": " {count} more storages are not shown.", "zh": " 另有{count}处设施未示出。"},
    "levels_above": {
        "en": " Where no such line is seen, it lies above the axis.",
        "zh": " 图中未见该线者，其值在坐标范围之上。",
    },
    "levels_inflow": {"en": "inflow", "zh": "流入"},
    "levels_outflow": {"en": "outflow", "zh": "流出"},
    "levels_peak": {"en": "peak {volume} of {room}, {when}", "zh": "峰值 {volume}，可用 {room}，{when}"},
    "levels_full": {"en": "full {when}, for {time}", "zh": "{when}满溢，历时{time}"},
    "levels_left": {"en": "{volume} left", "zh": "余量 {volume}"},
    "levels_over": {"en": "{volume} into freeboard", "zh": "占用超高 {volume}"},
    "sections_title": {"en": "River sections in profile", "zh": "河道分段纵剖面与水位"},
    "sections_none": {"en": "The park has no river section.", "zh": "园区没有河道储存段。"},
    "sections_means": {
        "en": "Levels at each section's gate; a section's water is level. Full: at the crest. T: start.",
        "zh": "水位为各段闸前水位，段内按水平水面计；满溢：达到漫顶水位。T：事故开始。",
    },
    "sections_own_bed": {
        "en": " Not every floor height is known: each section stands over its own bed.",
        "zh": " 河底高程不全，各段均自本段河底起绘。",
    },
    "sections_no_length": {
        "en": " Not every length is known: all sections are drawn equally long.",
        "zh": " 段长不全，各段按等长绘制。",
    },
    "sections_no_shape": {
        "en": " Of a section without a shape no level is known.",
        "zh": " 未给出断面形状的河段，水位未知。",
    },
    "sections_reached": {"en": "Accident water", "zh": "事故水到达"},
    "sections_shut": {"en": "Shut to the end", "zh": "关闸至期末"},
    "sections_full": {"en": "Full", "zh": "满溢"},
    "sections_peak": {"en": "Peak depth, m", "zh": "最高水深，m"},
    "sections_left": {"en": "Room left, m³", "zh": "最小余量，m³"},
    "sections_at_peak": {"en": "peak level", "zh": "最高水位"},
    "sections_at_end": {"en": "at the end", "zh": "期末水位"},
    "sections_at_start": {"en": "at the start", "zh": "初始水位"},
    "sections_allowed": {"en": "allowed", "zh": "允许水位"},
    "sections_crest": {"en": "crest", "zh": "漫顶水位"},
    "sections_wall": {"en": "gate shut", "zh": "闸门关闭"},
}
