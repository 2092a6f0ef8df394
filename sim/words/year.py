"""What the calendar of drills says."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "season_any": "any",
    "season_wet": "before and in the rainy season",
    "season_low_water": "low water",
    "year_title": "Calendar of drills {year}, {park}",
    "control": "Copy of exercise control: with the day of the no-notice drill; do not pass on",
    "distributed": "Copy for all: the no-notice drill stands last, without its day",
    "sheet_calendar": "Calendar",
    "sheet_covered": "Operation sheets",
    "sheet_cumulative": "Coverage",
    "sheet_about": "About",
    "weekday": "Day",
    "year_drill": "Drill",
    "year_type": "Type",
    "from": "From",
    "until": "Until",
    "year_teams": "Teams that turn out",
    "year_sheets": "Operation\nsheets",
    "year_new": "New this\nyear",
    "plants": "Plants",
    "season": "Season",
    "key": "Identifier",
    "year_sheet": "Operation sheet",
    "year_crew": "Crew",
    "no_day": "not given",
    "unplaced": "no day found",
    "out_of_season": "{season} (not met)",
    "field": "in the field",
    "played": "in the field or control rooms",
    "talked": "or talked through",
    "sheets_so_far": "Operation sheets exercised so far",
    "and_more": "{plants} and {count} more",
    "team_of": "{crew}: {count}",
    "about_set":
        "The drills of the park are the smallest set found that carries out every operation sheet within reach; each "
        "was played once by the simulator. They are spread evenly, types in turn; over three years each of them is "
        "full-scale, functional and table-top once.",
    "about_own":
        "Every plant is drilled in either half of the year; where no drill of the park comes to it, by its own "
        "people. A comprehensive or special plan is drilled once a year at least, an on-site plan once every "
        "half-year; makers and stores of hazardous chemicals drill some plan every half-year and report it to the "
        "county's authority ({rule}).",
    "about_rest":
        "No team turns out twice within {days} days. Weekends and public holidays are left out; of these, assumed "
        "ones are: {assumed}. Times include half an hour of briefing before and of hot wash after.",
    "about_types":
        "Only full-scale and no-notice drills carry operation sheets out in the field; functional ones stop at the "
        "control rooms, table-top ones talk them through. The chart keeps the three apart.",
    "cell_about": "{type}. {count} operation sheets. Identifier: {id}.",
    "cell_report": "Afterwards: report the drill to the county's authority ({rule}).",
    "cell_teams": "Teams: {teams}.",
    "weekdays": "Mon Tue Wed Thu Fri Sat Sun",
}
