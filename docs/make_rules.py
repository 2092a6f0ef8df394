"""Write docs/rules.md and docs/rules.zh.md from the rules that the program knows: `make reference`."""

from __future__ import annotations

from pathlib import Path

from sim.drill.span import span_name
from sim.park import Name, ReportDuty
from sim.park.report_duty import Grade, Medium, Stage, Trigger
from sim.regulation import NATIONAL_REPORTS, REGULATIONS, WORDINGS, Regulation, Sure

DOCS = Path(__file__).parent
PAGES = {"en": DOCS / "rules.md", "zh": DOCS / "rules.zh.md"}
TITLE = Name("# Rules as they are in 2026", "# 2026年现行规定")
HEAD = Name(
    "Made from `sim/regulation` by `make reference`. Papers and checks take name, number and year of a rule from\n"
    "there, so that a rule that changes is changed in one place. Nothing here is legal advice: look up what binds\n"
    "you. Standards for the size of pools and bunds are told by `size`.",
    "本页由 `make reference` 按 `sim/regulation` 生成。文书和检查中的规定名称、编号、年份均取自该处，规定变动只改一处。"
    "本页不是法律意见，请核对适用规定。池容、围堰容积的标准由 `size` 说明。",
)
RULES = Name("## Rules", "## 规定")
RULE_HEAD = Name("| rule | in force | what it asks | where the program uses it | how sure |",
                 "| 规定 | 施行 | 要求（我们的表述） | 程序何处使用 | 把握 |")  # fmt: skip
SURE = {
    Sure.READ: Name("read", "已读"),
    Sure.SECOND_HAND: Name("second-hand", "转引"),
    Sure.MEMORY: Name("from memory", "凭记忆"),
}
COLON = Name("{sure}: {source}", "{sure}：{source}")
REPORTS = Name("## Reports owed where a park writes none", "## 园区未自定时的应报事项")
REPORTS_TEXT = Name(
    "A park that writes `reports:` ([format.md](format.md)) has those alone. Provinces and cities are often stricter:\n"
    "Hunan's 30 min by telephone and 60 min in writing of larger incidents, Henan's 1 h of larger and 20 min of\n"
    "major ones (second-hand); so write yours. A newer notice of the ministry on reporting incidents in sensitive\n"
    "places was not at hand. What each report must say stands in `reports.csv` of a result.",
    "园区写有 `reports:` 的（见 [format.md](format.md)），只按园区自定。省、市规定往往更严（如湖南较大事件电话30分钟、"
    "书面60分钟，河南较大事件1小时、重大事件20分钟，均为转引），请写入适用规定。生态环境部关于重大敏感事件报告的"
    "新通知未能查得。各报告须含内容见结果中的 `reports.csv`。",
)
REPORT_HEAD = Name("| id | who | to whom | from when on | within | how | grade | rule |",
                   "| id | 报告人 | 报告对象 | 起算 | 时限 | 方式 | 等级 | 依据 |")  # fmt: skip
TRIGGERS = {
    Trigger.KNOWN: Name("the incident is known", "获知事件"),
    Trigger.BREACHED: Name("water leaves a tier uncontrolled", "事故水失控越过任一级防线"),
}
MEDIA = {Medium.TELEPHONE: Name("telephone", "电话"), Medium.WRITTEN: Name("in writing", "书面")}
GRADES = {
    Grade.ANY: Name("any", "不限"),
    Grade.MINOR: Name("settled as ordinary or larger", "判定为一般、较大"),
    Grade.MAJOR: Name("major or worse, or not settled", "重大及以上或未判明"),
}
AT_ONCE, AFTER = Name("at once", "立即"), Name("after {id}", "{id} 之后")
WARNING = Name("a warning", "通报")
WORDING = Name("## What tiers promise", "## 各级防线的承诺")
WORDING_TEXT = Name(
    "A tier that writes no `promise:` has that of the park's `wording:`, the guide's unless the park says otherwise.",
    "未写 `promise:` 的防线按园区 `wording:` 的表述，未写时取指南（guide）的表述。",
)
WORDING_HEAD = Name("| `wording` | first | second | third |", "| `wording` | 一级 | 二级 | 三级 |")


def page(language: str) -> str:
    """The whole page in a language."""
    parts = [
        TITLE, HEAD, RULES, _table(RULE_HEAD, [_rule(each, language) for each in REGULATIONS.values()], language),
        REPORTS, REPORTS_TEXT,
        _table(REPORT_HEAD, [_report(each, language) for each in NATIONAL_REPORTS.values()], language),
        WORDING, WORDING_TEXT,
        _table(WORDING_HEAD, [[f"`{key}`", *(each.in_language(language) for each in promises)]
                              for key, promises in WORDINGS.items()], language),
    ]  # fmt: skip
    said = [each if isinstance(each, str) else each.in_language(language) for each in parts]
    return "\n\n".join(said) + "\n"


def _table(head: Name, rows: list[list[str]], language: str) -> str:
    said = head.in_language(language)
    lines = [said, "|" + "---|" * (said.count("|") - 1), *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines)


def _rule(rule: Regulation, language: str) -> list[str]:
    name = rule.name.in_language(language)
    called = f"{rule.number} {name}" if rule.is_standard else rule.short.in_language(language)
    if rule.formerly:
        called += Name(f"; formerly {rule.formerly}", f"（原{rule.formerly}）").in_language(language)
    asks = rule.asks.in_language(language)
    since = rule.since
    if rule.replaced_by:
        other = REGULATIONS[rule.replaced_by]
        gone = Name(f"repealed {other.since}, now {other.name.en}", f"{other.since}废止，现为{other.name.zh}")
        since = gone.in_language(language)
    sure = COLON.in_language(language).format(sure=SURE[rule.sure].in_language(language),
                                              source=rule.source.in_language(language))  # fmt: skip
    return [called, since, asks, rule.used.in_language(language), sure]


def _report(duty: ReportDuty, language: str) -> list[str]:
    words = [duty.sender, duty.receiver, TRIGGERS.get(Trigger(duty.trigger)) if duty.trigger in set(Trigger) else None]
    said = [each.in_language(language) if each else AFTER.in_language(language).format(id=f"`{duty.trigger}`")
            for each in words]  # fmt: skip
    within = (span_name(duty.within_s) if duty.within_s else AT_ONCE).in_language(language)
    how = WARNING if duty.stage is Stage.WARNING else MEDIA[duty.medium]
    return [f"`{duty.id}`", *said, within, how.in_language(language), GRADES[duty.grade].in_language(language),
            duty.rule.in_language(language)]  # fmt: skip


if __name__ == "__main__":
    for each, path in PAGES.items():
        path.write_text(page(each), encoding="utf-8", newline="\n")
