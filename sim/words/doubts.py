"""Words of what may be a slip."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "doubt": "To check: {what}",
    "doubt_more": "{names} and {count} more",
    "doubt_own_kind":
        "kind '{kind}' ({storages}) is a word of the park's own; what asks for bunds, accident pools, river sections "
        "or treatment plants does not see it",
    "doubt_near_kind":
        "kind '{kind}' ({storages}) is a word of the park's own; what asks for bunds, accident pools, river sections "
        "or treatment plants does not see it; did you mean '{near}'?",
    "doubt_small": "{storages} holds {capacity} in all; is the unit right?",
    "doubt_large": "{storages} holds {capacity}; is the unit right?",
    "doubt_table_ends":
        "the surveyed table of {storages} ends at {last}, its crest stands at {capacity}; between them the slope of "
        "the last two rows goes on",
    "doubt_rain_day":
        "rain '{rain}' brings {fallen} mm in 24 hours; more than {most} mm is doubted, half of the most that China's "
        "mainland has measured",
    "doubt_rain_hour":
        "rain '{rain}' brings {fallen} mm in an hour; the most that China's mainland has measured is {most} mm",
    "doubt_runs_dry":
        "{storages}: {outflow} can leave at the start and {inflow} comes, so it is empty after {after} unless it is "
        "shut before",
    "doubt_runs_full":
        "{storages}: {inflow} comes and {outflow} can leave at the start, so it is full after {after}, before any "
        "accident water",
    "doubt_clock":
        "shifts and loads over the day go by the clock that starts: is written with, UTC{offset}; with utc_offset: in "
        "the park file they go by the park's",
}
