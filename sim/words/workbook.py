"""What the workbook says outside of its table of lines."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    # Sheets.
    "book_timeline": {"en": "Timeline", "zh": "时间线"},
    "read_me": {"en": "Read me", "zh": "填写说明"},
    "book_evaluation": {"en": "Evaluation", "zh": "评估表"},
    "operations": {"en": "Operation sheets", "zh": "操作单"},
    "card": {"en": "Card", "zh": "卡"},
    # Heads and feet.
    "book_title": {"en": "Master list of the exercise: {incidents}", "zh": "演练总清单：{incidents}"},
    "pages": {"en": "page {page} of {pages}", "zh": "第 {page} 页，共 {pages} 页"},
    # Facts.
    "facts": {
        "en": "{type}; begins {begins}; lasts {lasts}; {park}",
        "zh": "{type}；{begins}开始；历时{lasts}；{park}",
    },
    "begins_unsaid": {"en": "at a time still to be set", "zh": "时间待定，"},
    "hash": {"en": "Made from the inputs {hashes}.", "zh": "由输入{hashes}推演生成。"},
    # Cards.
    "card_title": {"en": "Card for: {player}", "zh": "参演卡：{player}"},
    "card_note": {
        "en": "What reaches you, and what you are expected to do about it. Times are those of the exercise clock.",
        "zh": "你将收到的信息及应采取的行动。时间为演练时刻。",
    },
    "card_time": {"en": "Exercise\nclock", "zh": "演练时刻"},
    "card_from": {"en": "From, by", "zh": "来自、方式"},
    "card_told": {"en": "What reaches you", "zh": "收到的信息"},
    "card_do": {"en": "What you are expected to do", "zh": "应采取的行动"},
    "card_notes": {"en": "Notes", "zh": "记录"},
    "card_order": {"en": "Give the order to {receiver}: {text}", "zh": "向{receiver}下达指令：{text}"},
    "card_report": {"en": "Report to {receiver}: {text}", "zh": "向{receiver}报告：{text}"},
    "card_carry_out": {"en": "{sheet}. {handling}", "zh": "{sheet}。{handling}"},
    "card_done": {"en": "Report back when it is done.", "zh": "完成后报告。"},
    # Operation sheets.
    "op_lines": {"en": "Lines", "zh": "清单序号"},
    "op_crew": {"en": "Carried out by", "zh": "执行队伍"},
    "op_person": {"en": "Person in charge", "zh": "责任岗位"},
    "op_start": {"en": "When to start", "zh": "启动条件"},
    "op_division": {"en": "Who does what", "zh": "分工"},
    "op_handling": {"en": "Handling", "zh": "处置步骤"},
    "op_means": {"en": "Means", "zh": "所需物资"},
    "op_check": {"en": "Check afterwards", "zh": "事后核对"},
    "op_time": {"en": "Way, work\nmin", "zh": "路程、作业\nmin"},
    "op_control_room": {"en": "Control room", "zh": "中控室"},
    # Evaluation.
    "ev_how": {
        "en": "Rate each expected action: P performed without challenges, S with some challenges, M with major "
        "challenges, U unable to be performed. Write times of the exercise clock.",
        "zh": "对每项预期行动评级：P 顺利完成，S 完成但有一定困难，M 完成但有重大困难，U 未能完成。时间填演练时刻。",
    },
    "ev_rated": {"en": "Rated so far", "zh": "已评级"},
    "ev_ordered": {"en": "Ordered", "zh": "下达指令"},
    "ev_done": {"en": "Done", "zh": "完成"},
    "ev_latest": {"en": "Latest", "zh": "最晚完成"},
    "ev_planned": {"en": "Planned", "zh": "计划"},
    "ev_on_clock": {"en": "Exercise clock", "zh": "演练时刻"},
    "ev_rating": {"en": "Rating\nP S M U", "zh": "评级\nP S M U"},
    "ev_missed": {"en": "If missed", "zh": "未执行的后果"},
    "ev_missed_text": {"en": "{volume} m3 {where}, first at T+ {first}", "zh": "{first}起{where}外泄{volume} m3"},
    "ev_evidence": {"en": "Evidence", "zh": "佐证"},
    "ev_observed": {"en": "Observed", "zh": "观察记录"},
    "ev_evaluator": {"en": "Evaluator\n(role)", "zh": "评估人\n（岗位）"},
    "ev_never": {"en": "not done", "zh": "未完成"},
    "ev_wrong": {"en": "Write P, S, M or U.", "zh": "请填P、S、M或U。"},
    # Read me.
    "rm_what": {"en": "What this is", "zh": "说明"},
    "rm_back": {"en": "Your changes come back", "zh": "修改后回读"},
    "rm_may": {"en": "What you may change", "zh": "可以修改"},
    "rm_not": {"en": "What follows from the run", "zh": "由推演确定，不可修改"},
    "rm_kinds": {"en": "What the colours mean", "zh": "颜色含义"},
    "wrong_word": {"en": "Choose one of the list.", "zh": "请从列表中选择。"},
    "rm_what_timeline": {
        "en": "The timeline is the master list of the exercise, worked out from a run of the scenario: how water "
        "rises, by when each action must be done, and what escapes if it is not.",
        "zh": "时间线为本次演练的总清单，由情景推演得出：水位如何上涨、各项行动最晚何时完成、未完成时外泄多少。",
    },
    "rm_what_times": {
        "en": "T+ is time since the incident began, the exercise clock time since the exercise began. They differ "
        "where the clock is put forward over quiet stretches.",
        "zh": "T+为事件发生后的时间，演练时刻为演练开始后的时间；时间推进跳过平静时段后，二者不同。",
    },
    "rm_what_cards": {
        "en": "Cards are for players; timeline and evaluation are for exercise control and evaluators only.",
        "zh": "参演卡发给参演人员；时间线和评估表仅供导调组和评估组使用。",
    },
    "rm_may_cells": {
        "en": "In the timeline: T+, texts, from, to, medium, phase, tier, what to evaluate, evidence (dark heads). "
        "Times as h:mm:ss, or in words such as 40 min. Exercise clock and clock may be written instead of T+.",
        "zh": "时间线中深色表头各列：T+、内容、发出、接收、方式、阶段、防线、评估要点、佐证。时间写作 时:分:秒，或如 "
        "40 min；也可改演练时刻或时钟，二者将换算为T+。",
    },
    "rm_may_sort": {
        "en": "Rows: sort, filter, move and delete them. Numbers stay with their lines; that of a deleted line is "
        "never given again.",
        "zh": "行可以排序、筛选、移动、删除。序号随行不变；已删除行的序号不再使用。",
    },
    "rm_may_new": {
        "en": "New rows: write T+ and the text below the last row or in between, and leave the number empty. Kind is "
        'inject unless you say otherwise. Name a storage under "State of", and its state is filled in.',
        "zh": "新增行：在末行之后或中间填写T+和内容，序号留空；类别默认为情景注入。在“设施状态”列写设施名称，其状态将"
        "自动填入。",
    },
    "rm_not_heads": {
        "en": "Light heads: numbers, states, deadlines, slack, what follows if missed, expected actions. Change "
        "them, and the program says what the run has instead.",
        "zh": "浅色表头各列：序号、设施状态、推演完成、最晚完成、富余时间、未执行的后果、预期行动。"
        "若改动，程序将指出推演值。",
    },
    "rm_not_jumps": {
        "en": "Lines that put the clock forward follow from the lines around them and from how long the exercise "
        "lasts.",
        "zh": "时间推进行由前后各行及演练时长确定。",
    },
    "rm_back_file": {
        "en": "Hand the file to the program: drill SCENARIO --from FILE. It keeps your changes and your numbers, "
        "says where they disagree with the run, and writes everything anew, for a changed scenario too.",
        "zh": "将本文件交给程序：drill 情景文件 --from 本文件。程序保留修改和序号，指出与推演不符之处，并重新生成全部"
        "文件；情景改动后同样适用。",
    },
    "rm_back_sheets": {
        "en": "What is written on cards, operation sheets and evaluation forms stays in this file.",
        "zh": "参演卡、操作单和评估表中填写的内容只保存在本文件中。",
    },
}
