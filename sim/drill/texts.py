"""What a master list says: templates in both languages, which a designer may replace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter

from sim.errors import InputError
from sim.message import Message, about
from sim.park import Name
from sim.words import LANGUAGES

TEMPLATES: dict[str, Name] = {
    # Injects: what players see, hear or are told; never what they should find out.
    "start": Name(
        "Exercise begins. {setting} Everybody is at their usual work; nothing unusual has been reported.",
        "演练开始。{setting}各岗位正常运行，未接到异常报告。",
    ),
    "setting": Name("It is {clock}.", "当前时间{clock}。"),
    "alarm_level": Name("{sensor}: alarm, the level in {place} has passed {threshold}.",
                        "{sensor}报警：{place}液位超过{threshold}。"),
    "alarm_level_low": Name("{sensor}: alarm, the level in {place} has fallen below {threshold}.",
                            "{sensor}报警：{place}液位低于{threshold}。"),
    "alarm_flow": Name(
        "{sensor}: alarm, {place} passes more than {threshold}.",
        "{sensor}报警：{place}流量超过{threshold}。",
    ),
    "alarm_flow_low": Name("{sensor}: alarm, {place} passes less than {threshold}.",
                           "{sensor}报警：{place}流量低于{threshold}。"),
    "alarm_current": Name(
        "{sensor}: the motor of {place} runs outside its limits.",
        "{sensor}报警：{place}电机电流异常。",
    ),
    "alarm_water-quality": Name(
        "{sensor}: alarm, the water in {place} is not as it should be; a sample is being taken.",
        "{sensor}报警：{place}水质异常，正在取样。",
    ),
    "alarm_toxicity": Name("{sensor}: alarm, the organisms at {place} react; the cause is not known.",
                           "{sensor}报警：{place}生物毒性异常，原因未明。"),
    "alarm_camera": Name("{sensor}: the picture shows liquid collecting.", "{sensor}：画面显示有液体积聚。"),
    "alarm_call": Name("{sensor}: liquid is running there; the caller cannot say what it is.",
                       "{sensor}：现场有液体流动，来电者不清楚是何物质。"),
    "report": Name("A report comes in: {product} is running out; the caller puts it at some {volume}.",
                   "接到报告：{product}泄漏，报告人估计约{volume}。"),
    "corrected": Name(
        "The works correct their first report: {volume} of {product} ran out.",
        "企业更正首次报告：{product}泄漏量为{volume}。",
    ),
    "fire": Name("It burns. The brigade pours on water, {rate}; it runs off into: {place}.",
                 "现场起火，消防队射水{rate}，消防废水流入{place}。"),
    "fire_ends": Name("The brigade stops the water that runs into: {place}.", "流入{place}的消防射水停止。"),
    "process": Name("Process water goes on running, {rate}, into: {place}; the units cannot be shut down at once.",
                    "生产废水仍以{rate}流入{place}，装置不能立即停车。"),
    "rain": Name("It begins to rain hard over the park.", "园区开始下大雨。"),
    "rain_ends": Name("The rain stops.", "雨停。"),
    "power": Name("The power fails in {place}.", "{place}停电。"),
    "power_back": Name("The power is back in {place}.", "{place}恢复供电。"),
    "failed": Name("Reported from the spot: \"{sheet}\" cannot be carried out. {reason}",
                   "现场报告：“{sheet}”无法完成。{reason}"),
    "arrived": Name("{who} has arrived and reports to the command post.", "{who}到达，向指挥部报到。"),
    # Why a job failed.
    "reason_stuck": Name("It cannot be moved any further.", "设备卡阻，无法动作。"),
    "reason_refuses": Name("It does not follow.", "设备不动作。"),
    "reason_no power": Name("There is no power.", "现场停电。"),
    "reason_tripped": Name("The pump has tripped.", "水泵跳闸。"),
    "reason_luck": Name("It does not work.", "操作未成功。"),
    # Expected actions.
    "action": Name("{who}: {sheet}.", "{who}：{sheet}。"),
    "action_text": Name("{order} ({who}: {sheet}.)", "{order}（{who}：{sheet}。）"),
    "decided": Name("{order}", "{order}"),
    "discuss": Name("Players say who does this, with what, and when it is done: {what}",
                    "参演人员说明由谁、用何装备、何时完成：{what}"),
    # Contingencies.
    "contingency": Name("\"{sheet}\" has not been reported done. {sign}", "“{sheet}”尚未报告完成。{sign}"),
    "sign_tier": Name("If nothing is done water leaves {tier} ({way}) in {time}, {volume} of it.",
                      "若不处置，约{time}后事故水将流出{tier}，途径为{way}，共约{volume}。"),
    "sign_leaving": Name("Water is leaving {tier} ({way}); {volume} more would follow in all.",
                         "事故水正流出{tier}，途径为{way}；若不处置共将多流出约{volume}。"),
    "sign_filling": Name(
        "{place} is {share} full and would be full in {time}.",
        "{place}已满{share}，约{time}后满溢。",
    ),
    "sign_level": Name("{place} is {share} full.", "{place}已满{share}。"),
    # Measurements and reports.
    "measure": Name("Read the level in {place}; the run has {volume}, {share} full.",
                    "读取{place}液位；推演值{volume}，充满度{share}。"),
    "owed": Name("{report}.", "{report}。"),
    "owed_closing": Name("The warning of {sensor} is closed: checked, dealt with, reported back.",
                         "{sensor}预警处置闭环：核实、处置、反馈。"),
    # Ends.
    "jump": Name(
        "The clock is put forward by {time}, to {clock}. In between: {between}",
        "时间推进{time}，至{clock}。其间：{between}",
    ),
    "between_nothing": Name("nothing that players have to answer.", "无须参演人员处置的情况。"),
    "between_on": Name(
        "water runs on as before; {place} now stands at {share}.",
        "水流持续，{place}现充满度{share}。",
    ),
    "end": Name("The emergency is over: what is spilled is held or on its way to treatment.",
                "应急终止：事故水已受控或正送处理。"),
    "end_breached": Name(
        "The exercise ends here. Accident water has left {tier}; recovery would go on for days.",
        "演练到此终止。事故水已流出{tier}，后续清理将持续数日。",
    ),
    "review": Name("Hot wash: each cell says what went well, what did not, and what it would change.",
                   "现场讲评：各组说明做得好的、不足之处和改进建议。"),
    # What evaluators look at.
    "evaluate_notice": Name("Is it noticed, written down and passed on at once?", "是否立即发现、记录并上报？"),
    "evaluate_action": Name(
        "Done by whom, when, in how long? Does the check hold: {check}?",
        "由谁、何时、多久完成？核对：{check}",
    ),
    "evaluate_done": Name("Done by whom, when, in how long?", "由谁、何时、多久完成？"),
    "evaluate_decision": Name("Who decides, on what information, how fast?", "由谁决策、依据何信息、用时多少？"),
    "evaluate_fallback": Name("Is the fall-back chosen without being prompted?", "是否未经提示即启用后备措施？"),
    "evaluate_level": Name("Does what players believe agree with it?", "与参演人员掌握的情况是否一致？"),
    "evaluate_report": Name("In time, complete, to the right people?", "是否按时、完整、报告对象正确？"),
    "evaluate_report_says": Name("In time, to the right people? Does it say: {says}?",
                                 "是否按时、报告对象正确？内容是否包括：{says}？"),
    "evidence_log": Name("log of the control room", "中控室值班记录"),
    "evidence_time": Name("time stamp, photograph of the position", "时间记录、阀位（设备状态）照片"),
    "evidence_reading": Name("reading with time", "读数及时间"),
    "evidence_copy": Name("copy of the report", "报告副本"),
    # Who, and how.
    "control": Name("Exercise control", "导调组"),
    "cell": Name("Simulation cell", "模拟组"),
    "control_room": Name("Control room", "中控室"),
    "command": Name("Command post", "现场指挥部"),
    "all": Name("All players", "全体参演人员"),
    "evaluators": Name("Evaluators", "评估组"),
    "office": Name("Park emergency office", "园区应急管理部门"),
    "card": Name("card", "情景卡"),
    "telephone": Name("telephone", "电话"),
    "radio": Name("radio", "对讲机"),
    "screen": Name("screen", "监控画面"),
    "announcement": Name("announcement", "广播通知"),
    "written": Name("in writing", "书面"),
    "on_site": Name("on the spot", "现场"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Texts:
    """The templates with those that a designer has replaced.

    >>> Texts().fill("power", place=Name("area A", "A片区")).zh
    'A片区停电。'
    """

    own: Mapping[str, Name] = field(default_factory=dict)

    def fill(self, key: str, **values: Name | str) -> Name:
        """A template with its values put in, in both languages."""
        template = self.own.get(key, TEMPLATES[key])
        return Name(**{language: filled(template, language, values) for language in LANGUAGES})


def filled(template: Name, language: str, values: Mapping[str, Name | str]) -> str:
    """A template in one language with its values put in."""
    words = {name: each.in_language(language) if isinstance(each, Name) else each for name, each in values.items()}
    return template.in_language(language).format(**words)


def placeholders(template: str) -> set[str]:
    """The names of the values that a template puts in.

    >>> sorted(placeholders("{place} is {share} full"))
    ['place', 'share']

    Raises:
        InputError: a brace has no partner.
    """
    try:
        return {name for _, name, _, _ in Formatter().parse(template) if name}
    except ValueError as error:
        raise InputError(about(repr(template), Message("{error}; braces come in pairs, such as {{place}}",
                                                       error=str(error)))) from error  # fmt: skip
