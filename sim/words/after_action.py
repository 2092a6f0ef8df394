"""Every word of an after-action report, in English and in Chinese."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "title": {"en": "After-action report: {scenario}", "zh": "演练评估报告：{scenario}"},
    "park": {"en": "Park: {park}", "zh": "园区：{park}"},
    "log": {"en": "Log: {log}, {rows} rows", "zh": "记录：{log}，共{rows}行"},
    "list_named": {"en": "Read by the master list: {name} ({mark})", "zh": "所依清单：{name}（{mark}）"},
    "list_own": {
        "en": "Read by the master list that the scenario gives ({mark}), as the log says",
        "zh": "所依清单：情景自带清单（{mark}），与记录所载一致",
    },
    "list_unsaid": {
        "en": "Read by the master list that the scenario gives ({mark}); the log does not say by which it was written, "
        "so numbers and clock times hold only if it was this one (else --list)",
        "zh": "所依清单：情景自带清单（{mark}）；记录未注明清单，仅当演练所用即为此清单时，"
        "序号和钟点方可采信（否则请用 --list 指明）",
    },
    "rule_done": {
        "en": "Not in the log, so counted as done when the plan has them done (--not-mentioned done): {actions}",
        "zh": "记录未提及的行动按预案时间完成计（--not-mentioned done）：{actions}",
    },
    "rule_missed": {
        "en": "Not in the log, so counted as never done (--not-mentioned missed): {actions}",
        "zh": "记录未提及的行动按未完成计（--not-mentioned missed）：{actions}",
    },
    "none": {"en": "none", "zh": "无"},
    "verdicts": {"en": "Verdict", "zh": "结论"},
    "planned": {"en": "Planned", "zh": "预案"},
    "actual": {"en": "Actual", "zh": "实际"},
    "escaped_planned": {"en": "Escaped, planned", "zh": "外泄量（预案）"},
    "escaped_actual": {"en": "Escaped, actual", "zh": "外泄量（实际）"},
    "first_actual": {"en": "First escape, actual", "zh": "首次外泄（实际）"},
    "improvements": {"en": "What to improve, by what it cost", "zh": "改进事项（按后果排序）"},
    "worst": {"en": "The worst single delay: {action}.", "zh": "后果最重的单项延误：{action}。"},
    "no_worst": {"en": "No delay cost any water.", "zh": "各项延误均未造成外泄增加。"},
    "after_late": {
        "en": "{action} ({who}; {facility}): done {when}, {late} after the plan.",
        "zh": "{action}（{who}；{facility}）：{when}完成，比预案晚{late}。",
    },
    "after_never": {
        "en": "{action} ({who}; {facility}): not done; the plan has it done {planned}.",
        "zh": "{action}（{who}；{facility}）：未完成；预案应于{planned}完成。",
    },
    "unplanned_done": {
        "en": "{action} ({who}; {facility}): done {when}, which the plan's run does not have.",
        "zh": "{action}（{who}；{facility}）：{when}完成，预案推演中无此行动。",
    },
    "after_note": {"en": "Noted: {note}.", "zh": "记录：{note}。"},
    "lost_order": {"en": "{time} before the order", "zh": "下令前{time}"},
    "lost_way": {"en": "{time} on the way", "zh": "途中{time}"},
    "lost_work": {"en": "{time} at work", "zh": "操作中{time}"},
    "lost_answer": {"en": "{time} between order and end", "zh": "下令至完成{time}"},
    "lost": {"en": "Lost: {where}.", "zh": "延误环节：{where}。"},
    "won": {"en": "Won back: {where}.", "zh": "追回：{where}。"},
    "cost": {
        "en": "It cost {volume}: so much less would have left {tier} ({link}, from {when} on) with it on time.",
        "zh": "代价{volume}：若仅此项按时，{tier}的外泄（{link}，{when}起）可减少这么多。",
    },
    "cost_alone": {
        "en": "Other delays did the same harm; alone it would have let {volume} more leave {tier} "
        "({link}, from {when} on).",
        "zh": "本次其他延误造成同样后果；若仅此项延误，{tier}将多外泄{volume}（{link}，{when}起）。",
    },
    "gain": {
        "en": "It let {volume} less leave {tier} ({link}) than on time.",
        "zh": "与按时相比，{tier}反而少外泄{volume}（{link}）。",
    },
    "cost_none": {"en": "It cost no water.", "zh": "未造成外泄增加。"},
    "slack_left": {"en": "{time} were left until its deadline.", "zh": "距最晚完成时间尚余{time}。"},
    "slack_early": {"en": "It was {time} too early.", "zh": "完成过早，早{time}。"},
    "slack_gone": {"en": "Its deadline had passed by {time}.", "zh": "已超过最晚完成时间{time}。"},
    "report_late": {
        "en": "{report} ({to}): made {late} late, {when}.",
        "zh": "{report}（报{to}）：迟{late}，{when}完成。",
    },
    "warning_late": {
        "en": "The warning of {sensor} was open {time}; {benchmark} is the benchmark.",
        "zh": "{sensor}预警用时{time}闭环，超过{benchmark}基准。",
    },
    "warnings_without_rule": {
        "en": "No rule deals with the warnings of {sensors}; they are not counted.",
        "zh": "{sensors}的预警无处置规则，不计入。",
    },
    "warning_open": {"en": "The warning of {sensor} was never closed.", "zh": "{sensor}预警未闭环。"},
    "nothing_late": {"en": "Everything was done on time.", "zh": "各项行动均按时完成。"},
    "actions": {"en": "Actions", "zh": "行动"},
    "number": {"en": "No.", "zh": "序号"},
    "after_action": {"en": "Action", "zh": "行动"},
    "late_by": {"en": "Later by", "zh": "晚"},
    "slack_planned": {"en": "Slack, planned", "zh": "富余时间（预案）"},
    "slack_actual": {"en": "Slack, actual", "zh": "富余时间（实际）"},
    "cost_m3": {"en": "Cost m3", "zh": "代价 m3"},
    "star_means": {"en": "* by the rule, not by the log", "zh": "* 按规则计，非记录所载"},
    "failed": {"en": "failed", "zh": "失败"},
    "not_done": {"en": "never", "zh": "未完成"},
    "after_warnings": {
        "en": "Warnings, held against {benchmark} from alarm to closed",
        "zh": "预警闭环（基准{benchmark}）",
    },
    "sensor": {"en": "Sensor", "zh": "监测点"},
    "alarm": {"en": "Alarm", "zh": "报警"},
    "noticed": {"en": "Noticed", "zh": "发现"},
    "closed": {"en": "Closed", "zh": "闭环"},
    "open": {"en": "Open", "zh": "用时"},
    "in_time": {"en": "On time", "zh": "按时"},
    "after_unknown": {"en": "nobody can say", "zh": "无法判断"},
    "reports": {"en": "Reports owed", "zh": "应报信息"},
    "report": {"en": "Report", "zh": "报告"},
    "to": {"en": "To", "zh": "报送"},
    "due": {"en": "Due", "zh": "时限"},
    "made": {"en": "Made", "zh": "完成"},
    "doubts": {"en": "What nobody can say from the log", "zh": "记录无法说明之处"},
    "no_doubts": {"en": "The log leaves nothing open.", "zh": "记录完整，无遗留问题。"},
    "doubt_not-mentioned": {
        "en": "Whether and when these were done, which the log does not mention; the rule above decides: {what}.",
        "zh": "记录未提及、是否及何时完成不明，按上述规则处理：{what}。",
    },
    "doubt_never-ended": {
        "en": "How these ended, which were ordered or begun; counted as never done: {what}.",
        "zh": "已下令或开始、结果未记录，按未完成计：{what}。",
    },
    "doubt_no-order": {
        "en": "Whether the decision or the work was late, since the time of the order is missing: {what}.",
        "zh": "缺下令时间，无法区分决策延误与操作延误：{what}。",
    },
    "doubt_no-beginning": {
        "en": "Whether the way or the work was late, since the time of the beginning is missing: {what}.",
        "zh": "缺开始时间，无法区分途中延误与操作延误：{what}。",
    },
    "doubt_refused": {
        "en": "How these could be done, which the scenario's faults do not let be; the water goes by it: {what}.",
        "zh": "记录为完成，但情景设定的故障使其不能完成，水量按情景推演：{what}。",
    },
    "doubt_unplanned": {
        "en": "What these would have been worth in the plan, whose run does not have them: {what}.",
        "zh": "预案推演中无此行动，无从对照：{what}。",
    },
    "doubt_by-itself": {
        "en": "Whether anybody did these, which the plan orders since water rose otherwise; the rule decides: {what}.",
        "zh": "因水情变化由预案触发、记录与原推演均无，按上述规则处理：{what}。",
    },
    "doubt_not-reported": {
        "en": "Whether these reports were made: {what}.",
        "zh": "是否已报送：{what}。",
    },
    "doubt_not-closed": {
        "en": "When exactly these warnings were closed; reckoned from the last of the jobs they set off: {what}.",
        "zh": "预警闭环时间未记录，按其触发的最后一项行动推算：{what}。",
    },
    "doubt_to-the-minute": {
        "en": "Seconds: every time of the log is a whole minute.",
        "zh": "记录时间均为整分钟，秒级差异无法判断。",
    },
    "doubt_disordered": {
        "en": "Why the rows do not stand in the order of time; they were read all the same.",
        "zh": "记录未按时间顺序排列，仍予采用。",
    },
    "doubt_other-inputs": {
        "en": "Whether the list still fits: park or scenario have changed since it was made.",
        "zh": "清单与现行输入不一致：编制后园区或情景文件已改动，是否仍适用无法判断。",
    },
    "doubt_no-action": {
        "en": "Whether these numbers are of this list, since what has them is no action, and the log does not name its "
        "list: {what}.",
        "zh": "记录未注明清单，下列序号在所依清单中并非行动，序号是否出自此清单无法判断：{what}。",
    },
    "row_of_line": {"en": "{place}, line {number} ({text})", "zh": "{place}，第{number}项（{text}）"},
    "doubt_jumped": {
        "en": "What crews would have needed without the jumps of the clock, which count as time they had: {what}.",
        "zh": "期间演练时钟被推进，推进时间计入操作时间，实际所需无法判断：{what}。",
    },
    "jumped_by": {"en": "{what} ({time})", "zh": "{what}（{time}）"},
    "control_room": {"en": "control room", "zh": "中控室"},
}
