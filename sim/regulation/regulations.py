"""The rules that papers and checks of this program name, as they are in 2026."""

from __future__ import annotations

from sim.park import Name
from sim.regulation.regulation import Regulation, Sure

_NOTICE_2025 = Name("the ministry of emergency management's notice No. 1 of 2025, which renamed eleven standards",
                    "应急管理部2025年第1号公告，十一项标准更名")
_EVERY = (
    Regulation(
        "environmental-code",
        Name("Environmental Code", "生态环境法典"),
        "",
        2026,
        Name("Art. 121: find and control risks, keep stores, drill regularly; in an emergency stop the source at once, "
             "tell those at risk, report to the ecology and the emergency authorities. Art. 125: tell neighbouring "
             "areas that may be hit. Art. 126: have the damage assessed.",
             "第121条：开展风险防控和隐患排查，储备应急物资，定期演练；事发后立即切断源头，通报可能受到危害的单位和居民，"
             "向生态环境、应急管理部门报告。第125条：通报可能受影响的相邻地区。第126条：开展损害评估。"),
        Name("reports owed; steps of the exercise plan that tell those at risk; the word for such an incident",
             "应报事项；演练方案中的通报步骤；“突发生态环境事件”一词"),
        Name("passed on 2026-03-12, President's Order 70; in force by the press, its articles by a digest",
             "2026年3月12日通过，主席令第70号；施行日期据报刊，条文据摘编"),
        Sure.SECOND_HAND,
        since="2026-08-15",
    ),
    Regulation(
        "environmental-protection-law",
        Name("Environmental Protection Law", "环境保护法"),
        "",
        2014,
        Name("Art. 47: emergency plans, reports and telling those at risk.", "第47条：应急预案、报告和通报。"),
        Name("nowhere; older plans name it", "不再引用；旧预案中可见"),
        Name("repealed by art. 1242 of the Environmental Code, by a digest of it; its article from memory",
             "由生态环境法典第1242条废止，据摘编；条文凭记忆"),
        Sure.SECOND_HAND,
        since="2015-01-01",
        replaced_by="environmental-code",
    ),
    Regulation(
        "water-pollution-law",
        Name("Law on the Prevention and Control of Water Pollution", "水污染防治法"),
        "",
        2017,
        Name("Art. 76 to 79: accidents that pollute water.", "第76至79条：水污染事故处置。"),
        Name("nowhere; older plans name it", "不再引用；旧预案中可见"),
        Name("repealed by art. 1242 of the Environmental Code, by a digest of it; its articles from memory",
             "由生态环境法典第1242条废止，据摘编；条文凭记忆"),
        Sure.SECOND_HAND,
        since="2018-01-01",
        replaced_by="environmental-code",
    ),
    Regulation(
        "decree-17-2011",
        Name("Measures on reporting environmental emergencies", "突发环境事件信息报告办法"),
        "17",
        2011,
        Name("Art. 3: the county's or city's ecology authority reports upwards within 4 h of knowing of an ordinary or "
             "larger incident, within 2 h of a major one or worse; the province to the ministry within 1 h. Art. 4: "
             "where the grade is not settled and drinking water, homes, schools or another province are near, as "
             "of a major one.",
             "第3条：县级或设区的市级生态环境主管部门对一般、较大事件4小时内，对重大、特别重大事件2小时内上报；"
             "省级1小时内报生态环境部。第4条：一时无法判明等级且涉及饮用水水源、居民聚居区、学校或跨省影响等的，"
             "按重大、特别重大事件的程序上报。"),
        Name("reports owed", "应报事项"),
        Name("its text; of the ministry of environmental protection, as it was called then",
             "原文；原环境保护部令"),
        Sure.READ,
        since="2011-05-01",
    ),
    Regulation(
        "decree-493-2007",
        Name("Regulation on reporting and investigating work accidents", "生产安全事故报告和调查处理条例"),
        "493",
        2007,
        Name("Art. 9: people on the spot tell the head of the works at once; the head reports to the county's "
             "authority within 1 h.",
             "第9条：现场有关人员立即报告本单位负责人；单位负责人1小时内向事发地县级以上应急管理等部门报告。"),
        Name("reports owed", "应报事项"),
        Name("plans of cities and counties that quote it; of the State Council",
             "市、县预案转引；国务院令"),
        Sure.SECOND_HAND,
        since="2007-06-01",
    ),
    Regulation(
        "plan-measures",
        Name("Measures on emergency plans for work accidents", "生产安全事故应急预案管理办法"),
        "2",
        2019,
        Name("Art. 33: a comprehensive or special plan is drilled once a year at least, an on-site plan once every "
             "half-year; makers and stores of hazardous chemicals drill some plan every half-year and report the "
             "drill to the county's authority.",
             "第33条：综合或专项应急预案每年至少演练一次，现场处置方案每半年至少一次；危险化学品生产、储存单位每半年至少"
             "组织一次应急预案演练，并将演练情况报县级应急管理部门。"),
        Name("the year of drills and its calendar", "年度演练计划及日历"),
        Name("notices of the cities of Wuhu (2023-06-07) and Bozhou (2025-01-09) that quote art. 33; its number from "
             "memory",
             "芜湖市（2023-06-07）、亳州市（2025-01-09）通知所引第33条；令号凭记忆"),
        Sure.READ,
        since="2019-09-01",
    ),
    Regulation(
        "drill-basics",
        Name("Basic rules on emergency drills for work accidents", "生产安全事故应急演练基本规范"),
        "YJ/T 9007-2019",
        2019,
        Name("How drills are planned, held and evaluated; what plan and script hold. It says nothing of how often.",
             "演练的计划、准备、实施和评估，以及演练方案、脚本的内容；不规定演练频次。"),
        Name("phases, script and plan of an exercise", "演练阶段、脚本和方案"),
        Name(f"{_NOTICE_2025.en}; its columns and phases from memory", f"{_NOTICE_2025.zh}；栏目和阶段凭记忆"),
        Sure.SECOND_HAND,
        formerly="AQ/T 9007-2019",
        is_standard=True,
    ),
    Regulation(
        "plan-review",
        Name("Guide to evaluating enterprises' emergency plans", "生产经营单位生产安全事故应急预案评估指南"),
        "YJ/T 9011-2019",
        2019,
        Name("How an emergency plan is evaluated.", "应急预案的评估方法。"),
        Name("nowhere yet; beside YJ/T 9007-2019", "尚未引用；与YJ/T 9007-2019并列"),
        _NOTICE_2025,
        Sure.SECOND_HAND,
        formerly="AQ/T 9011-2019",
        is_standard=True,
    ),
    Regulation(
        "drill-evaluation",
        Name("Rules on evaluating emergency drills for work accidents", "生产安全事故应急演练评估规范"),
        "AQ/T 9009-2015",
        2015,
        Name("How a drill is evaluated. Not among the standards that were renamed.",
             "演练的评估方法。不在更名标准之列。"),
        Name("forms of evaluation in the exercise plan", "演练方案的评估表"),
        Name("lists of standards after the notice of 2025",
             "2025年公告之后的标准目录"),
        Sure.SECOND_HAND,
        is_standard=True,
    ),
    Regulation(
        "drill-scripts",
        Name("Heilongjiang's standard on drills; its title was not at hand", "黑龙江省地方标准（名称待核）"),
        "DB23/T 2574-2020",
        2020,
        Name("Columns of a drill's script.", "演练脚本的栏目。"),
        Name("columns of the script", "演练脚本的栏目"),
        Name("scripts that are made after it",
             "按其编制的脚本"),
        Sure.MEMORY,
        is_standard=True,
    ),
    Regulation(
        "hseep",
        Name("Homeland Security Exercise and Evaluation Program", "美国国土安全演练与评估计划"),
        "HSEEP",
        2020,
        Name("The master scenario events list; ratings P, S, M, U.", "主情景事件清单；P/S/M/U评定等级。"),
        Name("the exercise's timeline and ratings", "演练时间表和评定等级"),
        Name("the programme's doctrine of 2020",
             "该计划2020年版"),
        Sure.MEMORY,
        is_standard=True,
    ),
    Regulation(
        "three-tier-guide",
        Name("The ministry's guide to three tiers of control in chemical parks (trial)",
             "生态环境部化工园区三级防控指南（试行）"),
        "",
        None,
        Name("What each tier promises: nothing leaves the plant, the public emergency space, the park.",
             "一级不出厂区、二级不出公共应急空间、三级不出园区。"),
        Name("promises of tiers that a park does not word itself", "园区未自定承诺时各级防线的承诺"),
        Name("Heilongjiang's ecology authority, 2025-06-28, which quotes it; its title, date and text were not at hand",
             "黑龙江省生态环境厅2025-06-28转引；全称、日期和原文未查得"),
        Sure.SECOND_HAND,
    ),
)  # fmt: skip

REGULATIONS = {each.id: each for each in _EVERY}
"""By id; those that were repealed are there, too, with what came instead."""


def regulation(id: str) -> Regulation:
    """A rule that is in force by its id.

    >>> regulation("drill-basics").short.zh
    'YJ/T 9007-2019'

    Raises:
        KeyError: there is no such rule, or it was repealed.
    """
    found = REGULATIONS[id]
    if found.replaced_by:
        raise KeyError(id)
    return found


def article(id: str, *numbers: int) -> Name:
    """Articles of a rule, as papers cite them.

    >>> article("environmental-code", 121).zh, article("decree-17-2011", 3, 4).en
    ('生态环境法典（2026年）第121条', 'Measures on reporting environmental emergencies (decree 17, 2011), art. 3, 4')
    """
    short, listed = regulation(id).short, [str(each) for each in numbers]
    return Name(f"{short.en}, art. {', '.join(listed)}", f"{short.zh}第{'、'.join(listed)}条")
