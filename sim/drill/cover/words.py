"""What the calendar of drills says, in English and in Chinese."""

from __future__ import annotations

from sim.drill.cover.play import Season
from sim.park import Name

SEASONS = {
    Season.ANY: Name("any", "不限"),
    Season.WET: Name("before and in the rainy season", "汛前及汛期"),
    Season.LOW_WATER: Name("low water", "枯水期"),
}

WORDS: dict[str, Name] = {
    "title": Name("Calendar of drills {year}, {park}", "{park}{year}年度应急演练计划"),
    "control": Name("Copy of exercise control: with the day of the no-notice drill; do not pass on",
                    "导调组专用：含“双盲”演练日期，不得外传"),
    "distributed": Name("Copy for all: the no-notice drill stands last, without its day",
                        "分发版：“双盲”演练列于末尾，不注明日期"),
    "sheet_calendar": Name("Calendar", "演练计划"),
    "sheet_covered": Name("Operation sheets", "操作卡"),
    "sheet_cumulative": Name("Coverage", "累计覆盖"),
    "sheet_about": Name("About", "编制说明"),
    "date": Name("Date", "日期"),
    "weekday": Name("Day", "星期"),
    "drill": Name("Drill", "演练名称"),
    "type": Name("Type", "演练形式"),
    "from": Name("From", "开始"),
    "until": Name("Until", "结束"),
    "teams": Name("Teams that turn out", "出动队伍"),
    "sheets": Name("Operation\nsheets", "操作卡\n数量"),
    "new": Name("New this\nyear", "本年\n首次"),
    "plants": Name("Plants", "涉及企业"),
    "season": Name("Season", "适宜季节"),
    "key": Name("Identifier", "编号"),
    "sheet": Name("Operation sheet", "操作卡"),
    "facility": Name("Facility", "设施"),
    "crew": Name("Crew", "队伍"),
    "control_room": Name("control room", "中控室"),
    "no_day": Name("not given", "不公布"),
    "unplaced": Name("no day found", "未排定"),
    "out_of_season": Name("{season} (not met)", "{season}（未满足）"),
    "field": Name("in the field", "现场操作"),
    "played": Name("in the field or control rooms", "现场或中控室操作"),
    "talked": Name("or talked through", "含桌面推演"),
    "sheets_so_far": Name("Operation sheets exercised so far", "累计演练操作卡数"),
    "and_more": Name("{plants} and {count} more", "{plants}等{count}家"),
    "listed": Name(", ", "、"),
    "team_of": Name("{crew}: {count}", "{crew}{count}队"),
    "about_set": Name(
        "The drills of the park are the smallest set found that carries out every operation sheet within reach; each "
        "was played once by the simulator. They are spread evenly, types in turn; over three years each of them is "
        "full-scale, functional and table-top once.",
        "园区演练为覆盖全部可达操作卡的最小集合，逐场经模拟推演验证；全年均匀安排，演练形式轮换，三年内每场依次按实战、功能、桌面形式各演练一次。",
    ),
    "about_own": Name(
        "Every plant is drilled in either half of the year; where no drill of the park comes to it, by its own people. "
        "That a comprehensive drill is due every year and one of the on-site plan every half-year is from memory "
        "(AQ/T 9007, the ministry's rules on emergency plans); check what holds for you.",
        "各企业上、下半年至少各演练一次；园区演练未涉及的，由企业自行组织。“综合预案每年至少一次、现场处置方案每半年至少一次”"
        "系凭记忆引用（AQ/T 9007、应急预案管理办法），请以现行规定核对。",
    ),
    "about_rest": Name(
        "No team turns out twice within {days} days. Weekends and public holidays are left out; of these, assumed ones "
        "are: {assumed}. Times include half an hour of briefing before and of hot wash after.",
        "同一队伍{days}天内不重复出动；避开周末和法定节假日，其中假定的有：{assumed}。时间含演练前准备与演练后讲评各半小时。",
    ),
    "about_types": Name(
        "Only full-scale and no-notice drills carry operation sheets out in the field; functional ones stop at the "
        "control rooms, table-top ones talk them through. The chart keeps the three apart.",
        "仅实战演练和“双盲”演练在现场执行操作卡，功能演练止于中控室，桌面演练仅作推演；累计图分别统计。",
    ),
    "none": Name("none", "无"),
    "cell_about": Name("{type}. {count} operation sheets. Identifier: {id}.", "{type}，操作卡{count}项，编号{id}。"),
    "cell_teams": Name("Teams: {teams}.", "出动队伍：{teams}。"),
    "weekdays": Name("Mon Tue Wed Thu Fri Sat Sun", "一 二 三 四 五 六 日"),
}  # fmt: skip


def say(key: str, language: str, **values: object) -> str:
    """The words of a key, with values put in.

    >>> say("title", "zh", year=2027, park="园区")
    '园区2027年度应急演练计划'
    """
    return WORDS[key].in_language(language).format(**values)
