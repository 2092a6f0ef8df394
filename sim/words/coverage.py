"""Every word that the coverage of operation sheets says, in English and in Chinese."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "cover_whole_park": {"en": "whole park", "zh": "全园区"},
    "cover_leak": {"en": "Leak: {site}", "zh": "泄漏：{site}"},
    "cover_way": {"en": "Leak at {plant}, followed to {last}", "zh": "{plant}泄漏，沿水流路径至{last}"},
    "cover_fallback": {"en": "{name}; fall-back {number}", "zh": "{name}；启用后备措施{number}"},
    "cover_area": {"en": "sub-area {area}", "zh": "{area}片区"},
    "cover_shared": {"en": "shared facilities", "zh": "公共设施"},
    "cover_day": {"en": "{name}, day {day} of {days}", "zh": "{name}演练日（第{day}天，共{days}天）"},
    "cover_day_fallback": {"en": "{name}, fall-back {number}, day {day} of {days}",
                           "zh": "{name}演练日（启用后备措施{number}，第{day}天，共{days}天）"},
    "cover_own": {"en": "{plant}: own drill, on-site plan", "zh": "{plant}现场处置方案演练"},
    "head": {
        "en": "{scenarios} scenarios, {runs} runs with their picks: {done} of {all} operation sheets are carried "
        "out ({share}).",
        "zh": "{scenarios}个情景（含变化情形共{runs}次推演）：{all}张操作卡中执行{done}张（{share}）。",
    },
    "head_none": {
        "en": "No scenario is given; the park has {all} operation sheets.",
        "zh": "未给出情景；园区共有{all}张操作卡。",
    },
    "head_tag": {
        "en": "With the tag {tag}: {done} of {all} ({share}).",
        "zh": "其中标签为{tag}的：{all}张中执行{done}张（{share}）。",
    },
    "elsewhere": {
        "en": "Left out, since they play in another park: {files}",
        "zh": "以下情景属于其他园区，未计入：{files}",
    },
    "group_tier": {"en": "Tier", "zh": "防线"},
    "group_kind": {"en": "Kind of facility", "zh": "设施类型"},
    "group_crew": {"en": "Crew", "zh": "队伍"},
    "group_sub-area": {"en": "Sub-area", "zh": "片区"},
    "shared": {"en": "shared", "zh": "公共"},
    "sheets": {"en": "Sheets", "zh": "操作卡"},
    "coverage_done": {"en": "Carried\nout", "zh": "已执行"},
    "share": {"en": "%", "zh": "%"},
    "tried": {"en": "Only\ntried", "zh": "仅尝试"},
    "ordered": {"en": "Only\nordered", "zh": "仅下令"},
    "reach": {"en": "Within\nreach", "zh": "可覆盖"},
    "why": {"en": "Why the others are not:", "zh": "其余操作卡未执行的原因："},
    "why_unnamed": {
        "en": "{count}: no rule of any given scenario calls them",
        "zh": "{count}张：所给情景的任何规则均未下令",
    },
    "why_scripted": {
        "en": "{count}: a script moves their facility by the clock, without the sheet, as in {example}",
        "zh": "{count}张：其设施由脚本按时刻直接操作，未经操作卡，如{example}",
    },
    "why_not_called": {
        "en": "{count}: a rule names them, and its trigger never comes, as in {example}",
        "zh": "{count}张：有规则下令，但触发条件始终未出现，如{example}",
    },
    "why_stands_by": {
        "en": "{count}: stand by for a sheet that never fails, as in {example}",
        "zh": "{count}张：为后备操作，而其首选操作从未失败，如{example}",
    },
    "why_waited": {
        "en": "{count}: ordered, and their crew never got there, as in {example}",
        "zh": "{count}张：已下令，但队伍直至结束未能到位，如{example}",
    },
    "why_unfinished": {
        "en": "{count}: begun, and not finished by the end, as in {example}",
        "zh": "{count}张：已开始，但至结束仍未完成，如{example}",
    },
    "why_failed": {
        "en": "{count}: tried, and they did not work, as in {example}",
        "zh": "{count}张：已尝试但未成功，如{example}",
    },
    "under_fault": {
        "en": "{count} more would be carried out with one fault of ours each, such as {sheet}: {fault} fails in "
        "{scenario}",
        "zh": "另有{count}张在各加一个故障后可执行，如{sheet}：{scenario}中{fault}失效",
    },
    "set_head": {
        "en": "Smallest set of drills: {count} drills, {hours} h and {around} h around them, for {reach} of {all} "
        "sheets.",
        "zh": "最小演练集：{count}场，演练时长共{hours} h（另加准备与讲评{around} "
        "h），覆盖{all}张操作卡中的{reach}张。",
    },
    "set_none": {"en": "No drill exercises any operation sheet.", "zh": "没有任何演练能执行操作卡。"},
    "set_of": {
        "en": "Out of {pool} drills of at most {longest}: {given} given, {faulty} given with a fault, {generated} "
        "generated.",
        "zh": "备选{pool}场（单场不超过{longest}）：所给情景{given}场，加故障的{faulty}场，生成的{generated}场。",
    },
    "set_proved": {
        "en": "Weighed by {weigh}: {cost}. Proved: nothing smaller exists.",
        "zh": "按{weigh}计：{cost}。已证明最小。",
    },
    "set_bound": {
        "en": "Weighed by {weigh}: {cost}. Not proved: no set weighs less than {bound}, so it is at most {gap} too "
        "large.",
        "zh": "按{weigh}计：{cost}。尚未证明最小：任何集合不小于{bound}，即最多偏大{gap}。",
    },
    "set_greedy": {
        "en": "Greedily chosen it would weigh {greedy}; that is never more than H({largest}) = {guarantee} times "
        "the least.",
        "zh": "贪心算法结果为{greedy}；其值不超过最优值的H({largest}) = {guarantee}倍。",
    },
    "weigh_drills": {"en": "drills", "zh": "场数"},
    "weigh_hours": {"en": "hours", "zh": "小时数"},
    "weigh_team-hours": {"en": "team-hours", "zh": "队·时"},
    "drill": {"en": "Drill", "zh": "演练"},
    "length": {"en": "Lasts", "zh": "时长"},
    "teams": {"en": "Teams", "zh": "队伍数"},
    "new": {"en": "New", "zh": "新增"},
    "so_far": {"en": "So far", "zh": "累计"},
    "more_drills": {"en": "... and {count} more, see drill-set.csv", "zh": "……其余{count}场见drill-set.csv"},
    "beyond": {
        "en": "Beyond the reach of every drill: {count} sheets, such as {example}; uncovered.csv says why.",
        "zh": "任何演练均无法覆盖的：{count}张，如{example}；原因见uncovered.csv。",
    },
    "year_head": {
        "en": "Calendar of {year}: {park} drills of the park, {own} of plants alone; one without notice.",
        "zh": "{year}年度计划：园区演练{park}场，企业自行演练{own}场；其中“双盲”演练一场。",
    },
    "year_season": {
        "en": "{count} of the park's are out of their season. No day was found for {unplaced}.",
        "zh": "园区演练中{count}场不在适宜季节；{unplaced}场未能排定日期。",
    },
    "year_covered": {
        "en": "Carried out in the field {field}, there or in control rooms {played}, with what is talked through "
        "{talked} of {all}.",
        "zh": "全年现场执行{field}张，含中控室执行{played}张，含桌面推演{talked}张（共{all}张）。",
    },
    "year_assumed": {
        "en": "The public holidays of {year} are assumed; see holidays.csv, replace them with --holidays FILE.",
        "zh": "{year}年节假日为假定值，见holidays.csv；可用--holidays FILE替换。",
    },
    "coverage_files": {"en": "Files: {folder}", "zh": "结果文件：{folder}"},
    "written": {"en": "Scenarios written: {count} in {folder}", "zh": "已写出情景文件{count}个：{folder}"},
    "took": {"en": "{runs} runs and the search took {time}.", "zh": "{runs}次推演及求解用时{time}。"},
    "kind_bund": {"en": "bund", "zh": "围堰"},
    "kind_tank": {"en": "tank", "zh": "储罐"},
    "kind_accident-pool": {"en": "accident pool", "zh": "事故池"},
    "kind_pit": {"en": "pit", "zh": "应急池（井）"},
    "kind_pipe": {"en": "pipe", "zh": "管道"},
    "kind_river-section": {"en": "river section", "zh": "河段"},
    "kind_basin": {"en": "basin", "zh": "池"},
    "kind_treatment-plant": {"en": "treatment plant", "zh": "污水厂"},
    "kind_upset-basin": {"en": "upset basin", "zh": "调节池"},
    "kind_first-flush-pool": {"en": "first-flush pool", "zh": "初期雨水池"},
    "kind_reservoir": {"en": "reservoir", "zh": "水库"},
    "kind_pond": {"en": "pond", "zh": "坑塘"},
    "kind_canal": {"en": "canal", "zh": "人工渠"},
    "kind_wetland": {"en": "wetland", "zh": "湿地"},
    "kind_dry-channel": {"en": "dry channel", "zh": "干枯河道"},
    "kind_sluice": {"en": "sluice", "zh": "闸坝"},
    "kind_bridge": {"en": "bridge", "zh": "桥梁"},
    "kind_dam-site": {"en": "site for a dam", "zh": "临时筑坝点"},
    "kind_power-station": {"en": "power station", "zh": "电站"},
    "kind_other": {"en": "other", "zh": "其他"},
    "kind_pump": {"en": "pump", "zh": "水泵"},
    "kind_wall": {"en": "way over a wall", "zh": "墙顶漫溢"},
    "kind_valve": {"en": "valve", "zh": "阀门"},
    "kind_gate": {"en": "gate", "zh": "闸门"},
    "kind_flap-gate": {"en": "flap gate", "zh": "拍门"},
    "kind_orifice": {"en": "orifice", "zh": "孔口"},
    "kind_weir": {"en": "weir", "zh": "堰"},
    "kind_spillway": {"en": "spillway", "zh": "溢流口"},
}
