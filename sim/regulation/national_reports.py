"""Reports that are owed in China where a park does not write its own; provinces and cities are often stricter."""

from __future__ import annotations

from sim.park import Name
from sim.park.report_duty import Grade, Medium, ReportDuty, Stage, Trigger
from sim.regulation.regulations import article
from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR

_SPOT = Name("People on the spot", "现场有关人员")
_HEAD = Name("Head of the works", "企业主要负责人")
_WORKS = Name("Works", "事发企业")
_ECOLOGY = Name("County's or city's ecology and environment authority", "县级或市级生态环境主管部门")
_PROVINCE = Name("Province's ecology and environment authority", "省级生态环境主管部门")
_FIRST_SAYS = Name(
    "when and where; what happened and why; which substance and how much; who is hurt; which waters, intakes, homes "
    "and schools are hit or may be; what was done and what is wanted",
    "时间、地点；起因和经过；物质及数量；人员受害情况；已受或可能受影响的水体、取水口、居民区和学校；已采取措施和所需支援",
)
_WARNING_SAYS = Name(
    "what is in the water, when it may come, what not to do: draw no water, water no animals, fish not",
    "污染物种类、可能到达时间和防护要求：停止取水、禁止放牧饮水和捕捞",
)
ASSUMED = Name("assumed; the park's own plan decides", "假定值，以园区预案为准")
"""The rule behind the time of the park's own office."""

_EVERY = (
    ReportDuty(
        "head-of-works", Name("The head of the works is told", "向企业主要负责人报告"), _SPOT, _HEAD,
        says=_FIRST_SAYS, rule=article("decree-493-2007", 9),
    ),
    ReportDuty(
        "works-authorities",
        Name("First report to the county's ecology and emergency authorities", "向县级生态环境和应急管理部门首次报告"),
        _WORKS, Name("County's ecology and emergency authorities", "县级生态环境、应急管理部门"),
        says=_FIRST_SAYS, rule=article("environmental-code", 121),
    ),
    ReportDuty(
        "park-office", Name("First report to the park's emergency office", "向园区应急管理部门首次报告事件信息"),
        Name("Command post", "现场指挥部"), Name("Park emergency office", "园区应急管理部门"),
        within_s=15 * SECONDS_A_MINUTE, says=_FIRST_SAYS, rule=ASSUMED,
    ),
    ReportDuty(
        "county-safety",
        Name("Report of the accident to the county's emergency management authority", "向县级应急管理部门报告事故"),
        _HEAD, Name("County's emergency management authority", "县级应急管理部门"),
        within_s=SECONDS_AN_HOUR, says=_FIRST_SAYS, rule=article("decree-493-2007", 9),
    ),
    ReportDuty(
        "ecology-next",
        Name("Report of an ordinary or larger incident to the next authority", "一般、较大突发生态环境事件信息上报"),
        _ECOLOGY,
        Name("Government of its own level and the next ecology authority", "本级人民政府和上一级生态环境主管部门"),
        within_s=4 * SECONDS_AN_HOUR, medium=Medium.WRITTEN, grade=Grade.MINOR, says=_FIRST_SAYS,
        rule=article("decree-17-2011", 3),
    ),
    ReportDuty(
        "ecology-province",
        Name("Report of a major or ungraded environmental emergency",
             "重大及以上或等级未判明的突发生态环境事件信息上报"),
        _ECOLOGY, Name("Government of its own level, the province's ecology authority, the ministry",
                       "本级人民政府、省级生态环境主管部门，同时报生态环境部"),
        within_s=2 * SECONDS_AN_HOUR, medium=Medium.WRITTEN, grade=Grade.MAJOR, says=_FIRST_SAYS,
        rule=article("decree-17-2011", 3, 4),
    ),
    ReportDuty(
        "province-ministry", Name("Report of the province to the ministry", "省级向生态环境部报告"),
        _PROVINCE, Name("Ministry of Ecology and Environment", "生态环境部"), trigger="ecology-province",
        within_s=SECONDS_AN_HOUR, medium=Medium.WRITTEN, grade=Grade.MAJOR, says=_FIRST_SAYS,
        rule=article("decree-17-2011", 3),
    ),
    ReportDuty(
        "at-risk-told", Name("Those at risk downstream are told", "通报下游可能受到危害的单位和居民"),
        _WORKS, Name("Units and residents at risk downstream", "下游可能受到危害的单位和居民"),
        trigger=Trigger.BREACHED, stage=Stage.WARNING, says=_WARNING_SAYS, rule=article("environmental-code", 121),
    ),
    ReportDuty(
        "neighbours-told", Name("Neighbouring areas that may be hit are told", "通报可能受影响的相邻地区"),
        Name("County's government", "事发地县级人民政府"),
        Name("Governments of neighbouring areas", "相邻地区人民政府"),
        trigger=Trigger.BREACHED, stage=Stage.WARNING, says=_WARNING_SAYS, rule=article("environmental-code", 125),
    ),
)  # fmt: skip

NATIONAL_REPORTS = {each.id: each for each in _EVERY}
"""By id, in the order of the ways that a report takes. Two hours, not four, are in the way of an exercise: no run knows
the grade, and an incident whose grade is not settled is reported as a major one."""
