"""Words of the command map: the sheet that hangs in a command post."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "cmap_title": {"en": "Emergency command map: {scenario}", "zh": "环境应急指挥图：{scenario}"},
    "cmap_below": {"en": "{park}. Verdict of the run: {verdicts}", "zh": "{park}　推演结论：{verdicts}"},
    "cmap_verdict": {"en": "{tier}: {verdict}", "zh": "{tier}：{verdict}"},
    "cmap_verdict_joint": {"en": "; ", "zh": "；"},
    "cmap_sources": {"en": "Risk sources and water of this accident", "zh": "风险源与本情景来水"},
    "cmap_tier": {"en": "{tier}: {promise}", "zh": "{tier}：{promise}"},
    "cmap_usable": {"en": "usable {volume}", "zh": "可用{volume}"},
    "cmap_orders": {"en": "Order of operations", "zh": "操作顺序"},
    "cmap_orders_on": {"en": "Order of operations, continued", "zh": "操作顺序（续）"},
    "cmap_more": {"en": "{{count}} more; the run's tables have them all", "zh": "另有{{count}}项，见推演结果表"},
    "cmap_more_orders": {"en": "{{count}} more; jobs.csv has them all", "zh": "另有{{count}}项，见 jobs.csv"},
    "cmap_into": {"en": "{what} into {places}", "zh": "{what}流入{places}"},
    "cmap_fire": {"en": "fire water", "zh": "消防水"},
    "cmap_process": {"en": "process water", "zh": "生产废水"},
    "cmap_rain": {"en": "rain", "zh": "雨水"},
    "cmap_river": {"en": "river water", "zh": "河水"},
    "cmap_places": {"en": "{count} storages", "zh": "{count}处设施"},
    "cmap_hazards": {
        "en": "Major hazard sources of the park, at {works} works",
        "zh": "园区重大危险源（{works}家企业）",
    },
    "cmap_hazard_count": {"en": "{count}", "zh": "{count}处"},
    "cmap_no_hazards": {
        "en": "The park file does not say which works have major hazard sources.",
        "zh": "园区文件未给出重大危险源。",
    },
    "cmap_others": {"en": "{kind}: {count} more", "zh": "其他{kind}{count}处"},
    "cmap_all": {"en": "{kind}: {count}", "zh": "{kind}{count}处"},
    "cmap_uncounted": {"en": "{name} (not emergency space)", "zh": "{name}（不计入应急空间）"},
    "cmap_mains": {"en": "{name}, {length}", "zh": "{name}，长{length}"},
    "cmap_valves": {"en": "valves and gates: {count}", "zh": "阀（闸）门{count}座"},
    "cmap_pumps": {"en": "pumps: {count}", "zh": "水泵{count}台"},
    "cmap_order": {"en": "{number}  {start}  {job}{crew}{end}", "zh": "{number}　{start}　{job}{crew}{end}"},
    "cmap_crew": {"en": " ({crew})", "zh": "（{crew}）"},
    "cmap_done": {"en": "; done {when}", "zh": "；{when}完成"},
    "cmap_failed": {"en": "; not done in the run", "zh": "；推演中未完成"},
    "cmap_latest": {"en": "by {when}", "zh": "最迟{when}"},
    "cmap_no_orders": {
        "en": "Not known who does what: the scenario gives no orders.",
        "zh": "未知：情景未给出由谁做什么。",
    },
    "cmap_means": {
        "en": "Numbers in circles: the order of operations, where it is carried out. R: a risk source. Volumes are "
              "what a facility holds below its crest. Links are drawn as they stand before the accident.",
        "zh": "圆圈内数字为操作顺序及其部位，R为风险源；容量为溢流口以下容积；阀门、水泵按事故前状态绘制。",
    },
    "cmap_contacts": {"en": "Duty telephones (to be filled in)", "zh": "值守电话（待填）"},
    "cmap_way": {"en": "way of a crew", "zh": "队伍行进路线"},
}  # fmt: skip
