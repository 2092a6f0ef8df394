"""What the calendar of drills says, in English and in Chinese."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "season_any": {"en": "any", "zh": "不限"},
    "season_wet": {"en": "before and in the rainy season", "zh": "汛前及汛期"},
    "season_low_water": {"en": "low water", "zh": "枯水期"},
    "year_title": {"en": "Calendar of drills {year}, {park}", "zh": "{park}{year}年度应急演练计划"},
    "control": {
        "en": "Copy of exercise control: with the day of the no-notice drill; do not pass on",
        "zh": "导调组专用：含“双盲”演练日期，不得外传",
    },
    "distributed": {
        "en": "Copy for all: the no-notice drill stands last, without its day",
        "zh": "分发版：“双盲”演练列于末尾，不注明日期",
    },
    "sheet_calendar": {"en": "Calendar", "zh": "演练计划"},
    "sheet_covered": {"en": "Operation sheets", "zh": "操作卡"},
    "sheet_cumulative": {"en": "Coverage", "zh": "累计覆盖"},
    "sheet_about": {"en": "About", "zh": "编制说明"},
    "weekday": {"en": "Day", "zh": "星期"},
    "year_drill": {"en": "Drill", "zh": "演练名称"},
    "year_type": {"en": "Type", "zh": "演练形式"},
    "from": {"en": "From", "zh": "开始"},
    "until": {"en": "Until", "zh": "结束"},
    "year_teams": {"en": "Teams that turn out", "zh": "出动队伍"},
    "year_sheets": {"en": "Operation\nsheets", "zh": "操作卡\n数量"},
    "year_new": {"en": "New this\nyear", "zh": "本年\n首次"},
    "plants": {"en": "Plants", "zh": "涉及企业"},
    "season": {"en": "Season", "zh": "适宜季节"},
    "key": {"en": "Identifier", "zh": "编号"},
    "year_sheet": {"en": "Operation sheet", "zh": "操作卡"},
    "year_crew": {"en": "Crew", "zh": "队伍"},
    "no_day": {"en": "not given", "zh": "不公布"},
    "unplaced": {"en": "no day found", "zh": "未排定"},
    "out_of_season": {"en": "{season} (not met)", "zh": "{season}（未满足）"},
    "field": {"en": "in the field", "zh": "现场操作"},
    "played": {"en": "in the field or control rooms", "zh": "现场或中控室操作"},
    "talked": {"en": "or talked through", "zh": "含桌面推演"},
    "sheets_so_far": {"en": "Operation sheets exercised so far", "zh": "累计演练操作卡数"},
    "and_more": {"en": "{plants} and {count} more", "zh": "{plants}等，另有{count}家"},
    "team_of": {"en": "{crew}: {count}", "zh": "{crew}{count}队"},
    "about_set": {
        "en": "The drills of the park are the smallest set found that carries out every operation sheet within "
        "reach; each was played once by the simulator. They are spread evenly, types in turn; over three years "
        "each of them is full-scale, functional and table-top once.",
        "zh": "园区演练为覆盖全部可达操作卡的最小集合，逐场经模拟推演验证；全年均匀安排，演练形式轮换，三年内每场依次"
        "按实战、功能、桌面形式各演练一次。",
    },
    "about_own": {
        "en": "Every plant is drilled in either half of the year; where no drill of the park comes to it, by its own "
        "people. A comprehensive or special plan is drilled once a year at least, an on-site plan once every "
        "half-year; makers and stores of hazardous chemicals drill some plan every half-year and report it to the "
        "county's authority ({rule}).",
        "zh": "各企业上、下半年至少各演练一次；园区演练未涉及的，由企业自行组织。综合或专项应急预案每年至少演练一次，"
        "现场处置方案每半年至少一次；危险化学品生产、储存单位每半年至少组织一次应急预案演练，并将演练情况报县级应急管理"
        "部门（{rule}）。",
    },
    "about_rest": {
        "en": "No team turns out twice within {days} days. Weekends and public holidays are left out; of these, "
        "assumed ones are: {assumed}. Times include half an hour of briefing before and of hot wash after.",
        "zh": "同一队伍{days}天内不重复出动；避开周末和法定节假日，其中假定的有：{assumed}。时间含演练前准备与演练后"
        "讲评各半小时。",
    },
    "about_types": {
        "en": "Only full-scale and no-notice drills carry operation sheets out in the field; functional ones stop at "
        "the control rooms, table-top ones talk them through. The chart keeps the three apart.",
        "zh": "仅实战演练和“双盲”演练在现场执行操作卡，功能演练止于中控室，桌面演练仅作推演；累计图分别统计。",
    },
    "cell_about": {
        "en": "{type}. {count} operation sheets. Identifier: {id}.",
        "zh": "{type}，操作卡{count}项，编号{id}。",
    },
    "cell_report": {
        "en": "Afterwards: report the drill to the county's authority ({rule}).",
        "zh": "演练后：将演练情况报县级应急管理部门（{rule}）。",
    },
    "cell_teams": {"en": "Teams: {teams}.", "zh": "出动队伍：{teams}。"},
    "weekdays": {"en": "Mon Tue Wed Thu Fri Sat Sun", "zh": "一 二 三 四 五 六 日"},
}
