"""What whoever reads results should know of the files they were made of, though nothing is wrong with these."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "note_data_empty": "{file}: rows with nothing under {column}: {empty} of {rows}; the others are drawn from",
    "note_incidents":
        "this is the file as it stands; of its {count} incidents `ensemble` draws one a run, and --pick plays one, "
        "such as {first}",
    "note_rain_columns": "{file}: of the columns of rain {read} is read, not {others}",
    "note_fallen":
        "{file}: {head} is what had fallen by then, so nothing falls after the first row; for what fell in each step "
        "name the column increment",
    "note_sheet": "{file}: the sheet '{sheet}' is read; not read: {others}",
    "note_hidden": "{file}: {count} hidden rows of '{sheet}' are read like the others",
    "note_letters": "{file} is not UTF-8; it is read as GB18030, in which it says '{word}'",
    "note_storm_long": "rain {id} lasts {lasts}; beyond {most} the formula {formula} gives too much rain",
    "note_storm_short":
        "rain {id} has a step or a duration of {lasts}; the formula {formula} was made for {least} and more",
    "note_clock": "{place}: {text} is taken for {clock}, as spreadsheets keep times",
    "note_unread": "{file}: columns that are not read: {names}",
    "note_unread_more": "{file}: columns that are not read: {names} and {more} more",
    "note_title": "{file}: line {line} names the columns; what stands above is taken for a title: '{words}'",
    "note_no_head": "{file}: a column without a head is not read; it holds '{text}' at {place}",
    "note_total": "{place}: this row is taken for a total and not read ('{words}')",
}  # fmt: skip
