"""What commands say while they work."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "command_compiling": {
        "en": "Compiling the water kernel: about 20 s, once on this machine.",
        "zh": "正在编译水量计算内核：约20 s，每台机器仅一次。",
    },
    "command_holds_park": {"en": "park {park}: {counts}", "zh": "园区 {park}：{counts}"},
    "command_holds_scenario": {
        "en": "scenario {scenario} in park {park}: {counts}, {horizon}{picks}",
        "zh": "情景 {scenario}（园区 {park}）：{counts}、历时{horizon}{picks}",
    },
    "command_more": {"en": "{names} and {count} more", "zh": "{names}，另有{count}项"},
    "command_picks": {"en": "; --pick {picks}", "zh": "；可选 --pick {picks}"},
    "command_count_tiers": {"en": "{count} tiers", "zh": "{count}级防线"},
    "command_count_storages": {"en": "{count} storages", "zh": "{count}处储存设施"},
    "command_count_links": {"en": "{count} links", "zh": "{count}条连接"},
    "command_count_catchments": {"en": "{count} catchments", "zh": "{count}个汇水区"},
    "command_count_plants": {"en": "{count} plants", "zh": "{count}家企业"},
    "command_count_sensors": {"en": "{count} sensors", "zh": "{count}个监测点"},
    "command_count_crews": {"en": "{count} crews", "zh": "{count}支队伍"},
    "command_count_sheets": {"en": "{count} sheets", "zh": "{count}张操作单"},
    "command_count_sites": {"en": "{count} sites", "zh": "{count}处不蓄水的点位"},
    "command_count_inflows": {"en": "{count} inflows", "zh": "{count}项来水"},
    "command_count_actions": {"en": "{count} actions", "zh": "{count}项行动"},
    "command_count_rules": {"en": "{count} rules", "zh": "{count}条规则"},
    "command_routing": {"en": "routing: {routing}", "zh": "演算方法：{routing}"},
    "command_not_carried": {"en": "Not carried into SWMM:", "zh": "未能写入 SWMM 的内容："},
    "command_without_place": {"en": "Without a place, so not on the map:", "zh": "没有位置、因而不在图上的内容："},
    "command_without_place_of": {"en": "{sort}: {ids}", "zh": "{sort}：{ids}"},
    "command_sort_storage": {"en": "storages", "zh": "储存设施"},
    "command_sort_link": {"en": "links", "zh": "连接"},
    "command_sort_receiver": {"en": "receivers", "zh": "受纳水体"},
    "command_sort_plant": {"en": "plants", "zh": "企业"},
    "command_sort_catchment": {"en": "catchments", "zh": "汇水区"},
    "command_sort_sensor": {"en": "sensors", "zh": "监测点"},
    "command_sort_crew": {"en": "crews", "zh": "队伍"},
    "upgrade_off": {
        "en": "A link with start_at that is stopped starts at its level now; what only people start is off:",
        "zh": "带 start_at 的连接写 stopped 时，如今到液位即启动；只由人员启动的写 off：",
    },
    "upgrade_automatic": {
        "en": "A link with start_at that is running runs from the start now; what waits for its level is automatic:",
        "zh": "带 start_at 的连接写 running 时，如今从一开始就运行；等液位启动的写 automatic：",
    },
    "upgrade_share": {
        "en": "A link with start_at at a share runs from the start now, and used to wait for its level; if it shall "
        "wait, write automatic and a smaller capacity:",
        "zh": "带 start_at 的连接写比例时，如今从一开始就运行，以前等液位；如需等待，请写 automatic 并减小能力：",
    },
    "upgrade_lip": {
        "en": "How far a gate with a rating is open was a share of the flow, and is now where its lip stands, as a "
        "share of its height:",
        "zh": "带流量公式的闸门，开度以前是流量的比例，如今是闸门下缘的开启高度占门高的比例：",
    },
    "upgrade_leak": {
        "en": "What leaks through a gate with a rating was a share of the flow, and is now a gap of so much of its "
        "height:",
        "zh": "带流量公式的闸门，渗漏以前是流量的比例，如今是缝隙占门高的比例：",
    },
    "upgrade_by_hand": {
        "en": "{path}: for people to write, and then format: 1 at its top",
        "zh": "{path}：以下需由人改写，然后在开头写 format: 1",
    },
    "upgrade_nothing": {"en": "{path}: nothing to do", "zh": "{path}：无需改动"},
    "upgrade_would": {"en": "{path} would be written anew", "zh": "{path} 将被改写"},
    "upgrade_kept": {
        "en": "{path} is written anew; {path}.bak is what it was",
        "zh": "{path} 已改写；原文件保留为 {path}.bak",
    },
    "command_sort_equipment": {"en": "equipment", "zh": "装备"},
}
