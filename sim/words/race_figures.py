"""Words of the figures of people against water: the N-1 matrix."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "matrix_title": {"en": "What single faults break (N-1)", "zh": "单一失效（N-1）后果"},
    "matrix_base": {"en": "As it is, nothing fails besides", "zh": "按情景推演（无其他失效）"},
    "matrix_worse": {"en": "worse than as it is", "zh": "较情景推演恶化"},
    "matrix_more": {"en": "{count} more are in the table", "zh": "另有{count}项见数据表"},
    "matrix_none": {
        "en": "No single fault makes any tier's verdict worse, nor lets more escape.",
        "zh": "任何单一失效均不使各级结论恶化，也不增加外泄量。",
    },
    "matrix_counts": {"en": "Single faults that make some tier's verdict worse, of those tried: {parts}.",
                      "zh": "使结论恶化的单一失效数/试算数：{parts}。"},
    "matrix_of_sort": {"en": "{sort} {harmful} of {tried:,}", "zh": "{sort}{harmful}/{tried:,}"},
    "matrix_comma": {"en": ", ", "zh": "，"},
    "matrix_gate": {"en": "gates", "zh": "闸门"},
    "matrix_valve": {"en": "valves", "zh": "阀门"},
    "matrix_pump": {"en": "pumps", "zh": "水泵"},
    "matrix_power": {"en": "power areas", "zh": "供电片区"},
    "matrix_crew": {"en": "crews", "zh": "队伍"},
    "matrix_equipment": {"en": "equipment", "zh": "装备"},
    "matrix_sensor": {"en": "sensors", "zh": "传感器"},
}  # fmt: skip
