"""What whoever reads results should know of the files they were made of, though nothing is wrong with these."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "note_rain_columns": {"en": "{file}: of the columns of rain {read} is read, not {others}",
                          "zh": "{file}：雨量各列中读取 {read}，未读取 {others}"},
    "note_fallen": {
        "en": "{file}: {head} is what had fallen by then, so nothing falls after the first row; for what fell in each "
        "step name the column increment",
        "zh": "{file}：{head}为累计雨量，故首行之后再无降雨；若为各时段雨量，请将该列命名为“时段雨量”",
    },
    "note_sheet": {"en": "{file}: the sheet '{sheet}' is read; not read: {others}",
                   "zh": "{file}：读取工作表“{sheet}”；未读取：{others}"},
    "note_hidden": {"en": "{file}: {count} hidden rows of '{sheet}' are read like the others",
                    "zh": "{file}：“{sheet}”中有{count}个隐藏行，照常读取"},
    "note_letters": {"en": "{file} is not UTF-8; it is read as GB18030, in which it says '{word}'",
                     "zh": "{file} 不是 UTF-8 编码；按 GB18030 读取，如“{word}”"},
    "note_storm_long": {"en": "rain {id} lasts {lasts}; beyond {most} the formula {formula} gives too much rain",
                        "zh": "降雨{id}历时{lasts}，超过{most}，公式{formula}所得雨量偏大"},
    "note_storm_short": {
        "en": "rain {id} has a step or a duration of {lasts}; the formula {formula} was made for {least} and more",
        "zh": "降雨{id}的时段或历时为{lasts}，公式{formula}仅适用于{least}以上",
    },
    "note_clock": {"en": "{place}: {text} is taken for {clock}, as spreadsheets keep times",
                   "zh": "{place}：{text} 按电子表格的时间读作 {clock}"},
    "note_unread": {"en": "{file}: columns that are not read: {names}", "zh": "{file}：未读取的列：{names}"},
    "note_unread_more": {"en": "{file}: columns that are not read: {names} and {more} more",
                         "zh": "{file}：未读取的列：{names}，另有{more}列"},
    "note_title": {"en": "{file}: line {line} names the columns; what stands above is taken for a title: '{words}'",
                   "zh": "{file}：表头在第{line}行；其上视为标题：“{words}”"},
    "note_no_head": {"en": "{file}: a column without a head is not read; it holds '{text}' at {place}",
                     "zh": "{file}：无表头的列未读取；{place} 处为“{text}”"},
    "note_total": {"en": "{place}: this row is taken for a total and not read ('{words}')",
                   "zh": "{place}：该行视为合计行，未读取（“{words}”）"},
}  # fmt: skip
