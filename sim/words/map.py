"""Words of the map."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "map_title": {"en": "The park at {when}", "zh": "园区态势：{when}"},
    "map_title_worst": {
        "en": "The park at its worst moment, {when}",
        "zh": "园区态势：最不利时刻 {when}",
    },
    "map_title_park": {"en": "The park: what stands where", "zh": "园区三级防控设施分布"},
    "map_of_park": {
        "en": "{park} | {storages} storages, {links} links",
        "zh": "{park} | 储存设施{storages}处，连接{links}条",
    },
    "map_outside": {"en": "Outside", "zh": "园区外"},
    "map_no_trace": {
        "en": "No volumes and flows: the run kept none over time (--no-trace).",
        "zh": "无水量与流量：本次计算未保存过程数据（--no-trace）。",
    },
    "map_area": {"en": "{area}: {count} storages, {volume}", "zh": "{area}：{count}处，{volume}"},
    "map_area_short": {"en": "{area}: {count}", "zh": "{area}：{count}处"},
    "map_area_free": {
        "en": "{area}: {count} storages, {free} of {volume} free",
        "zh": "{area}：{count}处，余量{free}/{volume}",
    },
    "map_area_free_short": {"en": "{area}: {free} free", "zh": "{area}：余量{free}"},
    "map_free": {"en": "{free} free\nof {volume}", "zh": "剩余{free}\n共{volume}"},
    "map_others": {"en": "others", "zh": "其他"},
    "map_volume": {"en": "{volume}, {share} %", "zh": "{volume}，{share}%"},
    "map_accident": {"en": "accident water has come in", "zh": "事故水已进入"},
    "map_pump_open": {"en": "pump running or ready", "zh": "水泵运行（待命）"},
    "map_pump_part": {"en": "pump at part load", "zh": "水泵部分出力"},
    "map_pump_shut": {"en": "pump stopped", "zh": "水泵停运"},
    "map_gate_open": {"en": "gate or valve open", "zh": "阀（闸）门开启"},
    "map_gate_part": {"en": "gate or valve part open", "zh": "阀（闸）门部分开启"},
    "map_gate_shut": {"en": "gate or valve shut", "zh": "阀（闸）门关闭"},
    "hindrance_tripped": {"en": "tripped", "zh": "跳闸"},
    "hindrance_no-power": {"en": "no power", "zh": "停电"},
    "hindrance_stuck": {"en": "stuck", "zh": "卡阻"},
    "hindrance_refuses": {"en": "does not follow", "zh": "不动作"},
    "hindrance_blocked": {"en": "blocked", "zh": "堵塞"},
    "hindrance_leaks": {"en": "leaks when shut", "zh": "关闭不严"},
    "hindrance_untrue": {"en": "sensor out of order", "zh": "监测点故障"},
    "map_flow": {"en": "flow {flow}", "zh": "流量{flow}"},
    "map_link": {"en": "link", "zh": "连接"},
    "map_no_flow": {"en": "no flow", "zh": "无过流"},
    "map_alarm": {"en": "alarm", "zh": "报警"},
    "map_sensor": {"en": "sensor", "zh": "监测点"},
    "map_crew": {"en": "team at work", "zh": "作业队伍"},
    "map_crew_coming": {"en": "team on its way", "zh": "赶赴途中的队伍"},
    "map_crew_home": {"en": "team's home", "zh": "队伍驻地"},
    "map_catchment": {"en": "catchment", "zh": "汇水区"},
    "map_unplaced": {"en": "place not known", "zh": "位置未知"},
    "map_scale": {"en": "{metres} m", "zh": "{metres} m"},
    "map_north": {"en": "N", "zh": "北"},
    "map_at_work": {"en": "{number}  {crew}: {sheet}", "zh": "{number}  {crew}：{sheet}"},
    "map_coming": {
        "en": "{number}  {crew}: {sheet} (on its way, there at {when})",
        "zh": "{number}  {crew}：{sheet}（赶赴途中，{when}到达）",
    },
    "map_nobody": {"en": "No team is at work or on its way.", "zh": "此刻无队伍作业或赶赴现场。"},
    "map_means": {
        "en": "Filled by level, in the colours of where the water comes from; a narrow line within a link is the "
              "accident water in it. Small squares: storages that no accident water came near.",
        "zh": "填充高度表示水位占比，颜色表示水的来源；粗线内的细线表示其中的事故水；小方格为事故水未触及的设施。",
    },
    "map_schematic": {"en": "Not to scale: a schematic, by tiers.", "zh": "示意图，按防线排列，不按比例。"},
    "map_crowded": {
        "en": "Not to scale: a schematic, by tiers, since boxes would lie on each other on a map of this size.",
        "zh": "设施密集，本幅面按比例绘制会相互重叠，故按防线排列为示意图。",
    },
    "map_park_means": {
        "en": "Boxes: storages with their capacity. Small squares: one storage each, by area.",
        "zh": "大框：设施及其容积；小方格：每格一处设施，按分区排列。",
    },
    "map_source_park": {
        "en": "Park {park}; three-tier-containment {version}",
        "zh": "园区 {park}；three-tier-containment {version}",
    },
}
