"""What is said while an exercise is held, in English and in Chinese."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "meant": {"en": "'{word}' is no entry; did you mean '{close}'?", "zh": "没有“{word}”这一指令，是否为“{close}”？"},
    "unknown": {
        "en": "'{word}' is no entry; write such as: 14 done, undo, pause, go, jump, show, help, quit",
        "zh": "没有“{word}”这一指令；可输入：14 完成、撤销、暂停、继续、跳时、显示、帮助、退出",
    },
    "no_line": {"en": "there is no line {number}; the list goes to {most}", "zh": "没有第{number}条；清单至{most}条"},
    "no_what": {
        "en": "line {number} cannot be '{word}'; it may be: {may}",
        "zh": "第{number}条不能记为“{word}”；可记：{may}",
    },
    "wrong": {"en": "{why}", "zh": "{why}"},
    "marked": {"en": "{number} {what}, {time}", "zh": "已记：{number} {what}，{time}"},
    "marked_early": {
        "en": "{number} {what}, {time}; the list has it from {due} on (undo takes it back)",
        "zh": "已记：{number} {what}，{time}；清单为{due}起（可撤销）",
    },
    "marked_note": {"en": "; note: {note}", "zh": "；备注：{note}"},
    "to_come": {"en": "{time} is still to come; it is {now}", "zh": "{time}尚未到，现为{now}"},
    "before": {"en": "{time} is before the incident began", "zh": "{time}早于事故开始"},
    "past": {"en": "{time} is after the end of the scenario", "zh": "{time}超出情景时长"},
    "twice": {
        "en": "line {number} is {what} already, or done; undo that first",
        "zh": "第{number}条已记{what}或已完成，请先撤销",
    },
    "disordered": {
        "en": "line {number} cannot be {what} at {time}, on the wrong side of its being {other}",
        "zh": "第{number}条{what}的时间{time}与已记的{other}先后矛盾",
    },
    "nothing_to_undo": {"en": "there is nothing to take back", "zh": "没有可撤销的记录"},
    "undone": {"en": "taken back: {number} {what}", "zh": "已撤销：{number} {what}"},
    "jumped": {"en": "the clock is put forward by {time}", "zh": "时钟推进{time}"},
    "no_jump": {
        "en": "the list has no further jump; write such as: jump 20 min",
        "zh": "清单中已无跳时；可输入：跳时 20 min",
    },
    "paused": {"en": "the clock stands; go lets it run", "zh": "时钟已暂停；输入“继续”恢复"},
    "going": {"en": "the clock runs", "zh": "时钟运行"},
    "ended": {"en": "the exercise has ended", "zh": "演练结束"},
    "released": {"en": "let go: {number}. {text}", "zh": "投放：{number}. {text}"},
    "withheld": {"en": "withheld: {number}", "zh": "不投放：{number}"},
    "play_due": {"en": "due: {number}. {text}", "zh": "到时：{number}. {text}"},
    "torn": {
        "en": "The last line of the journal was torn and has been cut off; make that entry again.",
        "zh": "日志最后一行不完整，已截去；请重新输入该条记录。",
    },
    "resumed": {
        "en": "Taken up at {time} of the exercise, after {entries} entries; the clock stood meanwhile.",
        "zh": "自演练时间{time}继续，已有{entries}条记录；其间时钟停走。",
    },
    "cut_off": {
        "en": "Cut off; every entry is in {where}. Go on with --resume.",
        "zh": "已中断；全部记录在{where}，可用 --resume 继续。",
    },
    "log_at": {"en": "Log: {where}", "zh": "记录：{where}"},
    "journal_at": {"en": "Journal: {where}", "zh": "日志：{where}"},
    "exercise": {"en": "Exercise", "zh": "演练"},
    "incident": {"en": "Incident", "zh": "事故"},
    "clock": {"en": "Clock", "zh": "钟点"},
    "stands": {"en": "PAUSED", "zh": "已暂停"},
    "now": {"en": "Due now", "zh": "当前"},
    "next": {"en": "Next", "zh": "随后"},
    "overdue": {"en": "Overdue", "zh": "逾期"},
    "nothing": {"en": "nothing", "zh": "无"},
    "waits": {
        "en": "The jump to {time} waits for {numbers}; jump makes it now.",
        "zh": "推进至{time}须待第{numbers}条结束；输入“跳时”立即推进。",
    },
    "play_late": {"en": "late by {time}", "zh": "迟{time}"},
    "must": {"en": "must be done by {time}", "zh": "最晚{time}"},
    "too_late": {"en": "deadline passed", "zh": "已过最晚时间"},
    "help": {
        "en": "14 done | 14 failed NOTE | 14 ordered | 14 begun | 14 noticed | 14 done at T+1:20 NOTE\n"
        "T+25 is 25 minutes after the incident began; T+1:20 is hours and minutes; 02:50 the clock on the wall\n"
        "undo | pause | go | jump | jump 20 min | show | help | quit",
        "zh": "14 完成 | 14 失败 说明 | 14 下令 | 14 开始 | 14 发现 | 14 完成 于T+1:20 说明\n"
        "T+25 即事故后25分钟；T+1:20 即1小时20分；02:50 为钟点\n"
        "撤销 | 暂停 | 继续 | 跳时 | 跳时 20 min | 显示 | 帮助 | 退出",
    },
    "play_noticed": {"en": "noticed", "zh": "发现"},
    "play_ordered": {"en": "ordered", "zh": "下令"},
    "play_begun": {"en": "begun", "zh": "开始"},
    "play_done": {"en": "done", "zh": "完成"},
    "play_failed": {"en": "failed", "zh": "失败"},
    "play_jump": {"en": "jump", "zh": "跳时"},
}
