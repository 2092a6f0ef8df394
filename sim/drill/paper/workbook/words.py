"""What the workbook says outside of its table of lines."""

from __future__ import annotations

from sim.park import Name

SHEETS_HIDDEN = ("_lists", "_memory")

WORDS: dict[str, Name] = {
    # Sheets.
    "timeline": Name("Timeline", "时间线"),
    "read_me": Name("Read me", "填写说明"),
    "evaluation": Name("Evaluation", "评估表"),
    "operations": Name("Operation sheets", "操作单"),
    "card": Name("Card", "卡"),
    # Heads and feet.
    "title": Name("Master list of the exercise: {incidents}", "演练总清单：{incidents}"),
    "page": Name("page", "第"),
    "of_pages": Name("of", "页，共"),
    "pages_end": Name("", "页"),
    "and": Name(" and ", "、"),
    # Facts.
    "facts": Name("{type}; begins {begins}; lasts {lasts}; {park}", "{type}；{begins}开始；历时{lasts}；{park}"),
    "begins_unsaid": Name("at a time still to be set", "时间待定，"),
    "hash": Name("Made from the inputs {hashes}.", "由输入{hashes}推演生成。"),
    # Cards.
    "card_title": Name("Card for: {player}", "参演卡：{player}"),
    "card_note": Name(
        "What reaches you, and what you are expected to do about it. Times are those of the exercise clock.",
        "你将收到的信息及应采取的行动。时间为演练时刻。",
    ),
    "card_time": Name("Exercise\nclock", "演练时刻"),
    "card_from": Name("From, by", "来自、方式"),
    "card_told": Name("What reaches you", "收到的信息"),
    "card_do": Name("What you are expected to do", "应采取的行动"),
    "card_notes": Name("Notes", "记录"),
    "card_order": Name("Give the order to {receiver}: {text}", "向{receiver}下达指令：{text}"),
    "card_report": Name("Report to {receiver}: {text}", "向{receiver}报告：{text}"),
    "card_carry_out": Name("{sheet}. {handling}", "{sheet}。{handling}"),
    "card_done": Name("Report back when it is done.", "完成后报告。"),
    # Operation sheets.
    "op_lines": Name("Lines", "清单序号"),
    "op_sheet": Name("Operation sheet", "操作单"),
    "op_crew": Name("Carried out by", "执行队伍"),
    "op_person": Name("Person in charge", "责任岗位"),
    "op_start": Name("When to start", "启动条件"),
    "op_division": Name("Who does what", "分工"),
    "op_handling": Name("Handling", "处置步骤"),
    "op_means": Name("Means", "所需物资"),
    "op_check": Name("Check afterwards", "事后核对"),
    "op_time": Name("Way, work\nmin", "路程、作业\nmin"),
    "op_control_room": Name("Control room", "中控室"),
    # Evaluation.
    "ev_how": Name(
        "Rate each expected action: P performed without challenges, S with some challenges, M with major challenges, "
        "U unable to be performed. Write times of the exercise clock.",
        "对每项预期行动评级：P 顺利完成，S 完成但有一定困难，M 完成但有重大困难，U 未能完成。时间填演练时刻。",
    ),
    "ev_rated": Name("Rated so far", "已评级"),
    "ev_ordered": Name("Ordered", "下达指令"),
    "ev_done": Name("Done", "完成"),
    "ev_latest": Name("Latest", "最晚完成"),
    "ev_planned": Name("Planned", "计划"),
    "ev_actual": Name("Actual", "实际"),
    "ev_on_clock": Name("Exercise clock", "演练时刻"),
    "ev_rating": Name("Rating\nP S M U", "评级\nP S M U"),
    "ev_missed": Name("If missed", "未执行的后果"),
    "ev_missed_text": Name("{volume} m3 {where}, first at T+ {first}", "{first}起{where}外泄{volume} m3"),
    "ev_question": Name("To evaluate", "评估要点"),
    "ev_evidence": Name("Evidence", "佐证"),
    "ev_observed": Name("Observed", "观察记录"),
    "ev_evaluator": Name("Evaluator\n(role)", "评估人\n（岗位）"),
    "ev_none": Name("-", "—"),
    "ev_never": Name("not done", "未完成"),
    "ev_wrong": Name("Write P, S, M or U.", "请填P、S、M或U。"),
    # Read me.
    "rm_what": Name("What this is", "说明"),
    "rm_back": Name("Your changes come back", "修改后回读"),
    "rm_may": Name("What you may change", "可以修改"),
    "rm_not": Name("What follows from the run", "由推演确定，不可修改"),
    "rm_kinds": Name("What the colours mean", "颜色含义"),
    "rm_columns": Name("What the columns mean", "各列含义"),
    "wrong_word": Name("Choose one of the list.", "请从列表中选择。"),
}

READ_ME: tuple[tuple[str, tuple[Name, ...]], ...] = (
    ("rm_what", (
        Name("The timeline is the master list of the exercise, worked out from a run of the scenario: how water rises, "
             "by when each action must be done, and what escapes if it is not.",
             "时间线为本次演练的总清单，由情景推演得出：水位如何上涨、各项行动最晚何时完成、未完成时外泄多少。"),
        Name("T+ is time since the incident began, the exercise clock time since the exercise began. They differ where "
             "the clock is put forward over quiet stretches.",
             "T+为事件发生后的时间，演练时刻为演练开始后的时间；时间推进跳过平静时段后，二者不同。"),
        Name("Cards are for players; timeline and evaluation are for exercise control and evaluators only.",
             "参演卡发给参演人员；时间线和评估表仅供导调组和评估组使用。"),
    )),
    ("rm_may", (
        Name("In the timeline: T+, texts, from, to, medium, phase, tier, what to evaluate, evidence (dark heads). "
             "Times as h:mm:ss, or in words such as 40 min. Exercise clock and clock may be written instead of T+.",
             "时间线中深色表头各列：T+、内容、发出、接收、方式、阶段、防线、评估要点、佐证。时间写作 时:分:秒，"
             "或如 40 min；也可改演练时刻或时钟，二者将换算为T+。"),
        Name("Rows: sort, filter, move and delete them. Numbers stay with their lines; that of a deleted line is never "
             "given again.",
             "行可以排序、筛选、移动、删除。序号随行不变；已删除行的序号不再使用。"),
        Name("New rows: write T+ and the text below the last row or in between, and leave the number empty. Kind is "
             "inject unless you say otherwise. Name a storage under \"State of\", and its state is filled in.",
             "新增行：在末行之后或中间填写T+和内容，序号留空；类别默认为情景注入。在“设施状态”列写设施名称，"
             "其状态将自动填入。"),
    )),
    ("rm_not", (
        Name("Light heads: numbers, states, deadlines, slack, what follows if missed, expected actions. Change them, "
             "and the program says what the run has instead.",
             "浅色表头各列：序号、设施状态、最晚完成、余时、未执行的后果、预期行动。若改动，程序将指出推演值。"),
        Name("Lines that put the clock forward follow from the lines around them and from how long the exercise lasts.",
             "时间推进行由前后各行及演练时长确定。"),
    )),
    ("rm_back", (
        Name("Hand the file to the program: drill SCENARIO --from FILE. It keeps your changes and your numbers, says "
             "where they disagree with the run, and writes everything anew, for a changed scenario too.",
             "将本文件交给程序：drill 情景文件 --from 本文件。程序保留修改和序号，指出与推演不符之处，"
             "并重新生成全部文件；情景改动后同样适用。"),
        Name("What is written on cards, operation sheets and evaluation forms stays in this file.",
             "参演卡、操作单和评估表中填写的内容只保存在本文件中。"),
    )),
)  # fmt: skip
"""What "Read me" says, by its headings."""


def say(key: str, language: str, **values: str) -> str:
    """The words of a key, with values put in.

    >>> say("card_title", "zh", player="中控室")
    '参演卡：中控室'
    """
    template = WORDS[key].zh if language == "zh" else WORDS[key].en
    return template.format(**values)
