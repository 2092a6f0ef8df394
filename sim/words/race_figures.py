"""Words of the figures of people against water: the N-1 matrix."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "waterfall_title": {"en": "From the spill to the boundary: what took it", "zh": "从泄漏到边界：各级消纳"},
    "waterfall_axis": {"en": "water on its way [m³]", "zh": "在途水量（m³）"},
    "waterfall_means": {
        "en": "All water of the storages that accident water reached, with what stood there at the start. Room left: in the "
              "tightest storage at the worst moment.",
        "zh": "事故水所到各设施的全部水量，含初始存水。余：最紧设施最不利时刻所余。",
    },
    "waterfall_came": {"en": "{tier}: came", "zh": "{tier}：来水"},
    "waterfall_stays": {"en": "stays there", "zh": "存留"},
    "waterfall_taken": {"en": "treated or recovered", "zh": "处理或回收"},
    "waterfall_elsewhere": {"en": "in pipes, or beyond what is shown", "zh": "在管道中或未列设施"},
    "waterfall_gone": {"en": "left the park", "zh": "流出园区"},
    "waterfall_onward": {"en": "goes on to the next tier", "zh": "进入下一级"},
    "waterfall_margin": {"en": "room left {volume}", "zh": "余{volume}"},
    "waterfall_lacked": {"en": "escaped {volume}", "zh": "外泄{volume}"},
    "waterfall_key_stays": {"en": "stays", "zh": "存留"},
    "waterfall_key_taken": {"en": "treated or recovered", "zh": "处理或回收"},
    "waterfall_key_moved": {"en": "passed on by design", "zh": "受控转输"},
    "waterfall_key_lost": {"en": "escaped", "zh": "失控外泄"},
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
