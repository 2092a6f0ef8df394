"""What a language is: its name, its letters, how it writes times and puts sentences together."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

WORDS: dict[str, dict[str, str]] = {
    "language_name": {"en": "English", "zh": "中文"},
    "language_in_english": {"en": "English", "zh": "Chinese"},
    "language_en": {"en": "English", "zh": "英文"},
    "language_zh": {"en": "Chinese", "zh": "中文"},
    "language_tag": {"en": "en-GB", "zh": "zh-CN"},
    "language_latin_tag": {"en": "en-GB", "zh": "en-GB"},
    "language_script": {"en": "Latin", "zh": "Han"},
    "language_lines": {"en": "1.1", "zh": "1.3"},
    "language_font": {"en": "Calibri", "zh": "微软雅黑"},
    "language_slant": {"en": "italic", "zh": "normal"},
    "span_d": {"en": "{count} d", "zh": "{count}天"},
    "span_h": {"en": "{count} h", "zh": "{count}小时"},
    "span_min": {"en": "{count} min", "zh": "{count}分"},
    "span_s": {"en": "{count} s", "zh": "{count}秒"},
    "span_min_alone": {"en": "{count} min", "zh": "{count}分钟"},
    "span_joint": {"en": "{one} {other}", "zh": "{one}{other}"},
    "span_never": {"en": "never", "zh": "始终未"},
    "volume_m3": {"en": "{count} m3", "zh": "{count}立方米"},
    "under_share": {"en": "under {share}", "zh": "不足{share}"},
    "when_since": {"en": "{clock} ({since})", "zh": "{clock}（{since}）"},
    "when_day": {"en": "{day} {month} {time}", "zh": "{month}{day}日{time}"},
    "when_aloud": {"en": "{day} {month} {year}, {time}", "zh": "{year}年{month}{day}日{time}"},
    **{f"month_{k}": {"en": each, "zh": f"{k}月"} for k, each in enumerate(MONTHS, start=1)},
    **{f"month_short_{k}": {"en": each[:3], "zh": f"{k}月"} for k, each in enumerate(MONTHS, start=1)},
    "card_handling": {"en": "{words}. ", "zh": "{words}。"},
    "state_joint": {"en": ", ", "zh": "；"},
    "as_sentence": {"en": "{words}.", "zh": "{words}。"},
    "sentence_joint": {"en": "{one} {other}", "zh": "{one}{other}"},
}
