"""What `new` asks and says."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "new_how": {
        "en": "Type numbers with their units, such as 5000 m3 or 20 min; Enter takes what stands in brackets.",
        "zh": "请输入带单位的数，如 5000 m3、1万方、20 min；直接回车采用方括号中的值。",
    },
    "new_bund": {"en": "the bund", "zh": "围堰"},
    "new_ask_volume": {
        "en": "Volume of the largest tank, which runs out into {place}:",
        "zh": "最大储罐容积（全部泄入{place}）：",
    },
    "new_ask_bund": {"en": "What the bund around it holds:", "zh": "该罐区围堰的有效容积："},
    "new_ask_pool": {"en": "What the plant's accident pool holds:", "zh": "企业事故池的有效容积："},
    "new_ask_public_pool": {"en": "What the public accident pool holds:", "zh": "公共事故池的有效容积："},
    "new_ask_main": {"en": "What the rain main holds up to its outfall:", "zh": "雨水干管（至排口）的容积："},
    "new_ask_river": {"en": "What the river section holds between its gates:", "zh": "河段（两闸之间）的容积："},
    "new_ask_minutes": {"en": "How long the duty team takes to get to a gate:", "zh": "值班班组到达闸门现场所需时间："},
    "new_ask_fire": {"en": "Fire water:", "zh": "消防水流量："},
    "new_ask_lasts": {"en": "For how long:", "zh": "消防历时："},
    "new_name": {"en": "Tank fire", "zh": "储罐火灾"},
    "new_source_defaults": {
        "en": "offered by the program to begin with; nobody has checked it",
        "zh": "程序给出的起步值，未经核实",
    },
    "new_source_typed": {
        "en": "typed or taken from what was offered when this file was made; nobody has checked it",
        "zh": "建立本文件时输入或采用的起步值，未经核实",
    },
    "new_written": {"en": "written: {path}", "zh": "已写入：{path}"},
    "new_play": {"en": "Play it: {play}", "zh": "推演：{play}"},
}
