"""What a language is: its name, its letters, how it writes times and puts sentences together."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

WORDS: dict[str, str] = {
    "language_name": "English",
    "language_in_english": "English",
    "language_en": "English",
    "language_zh": "Chinese",
    "language_tag": "en-GB",
    "language_latin_tag": "en-GB",
    "language_script": "Latin",
    "language_lines": "1.1",
    "language_font": "Calibri",
    "language_slant": "italic",
    "span_d": "{count} d",
    "span_h": "{count} h",
    "span_min": "{count} min",
    "span_s": "{count} s",
    "span_min_alone": "{count} min",
    "span_joint": "{one} {other}",
    "span_never": "never",
    "volume_m3": "{count} m3",
    "under_share": "under {share}",
    "when_since": "{clock} ({since})",
    "when_day": "{day} {month} {time}",
    "when_aloud": "{day} {month} {year}, {time}",
    **{f"month_{k}": each for k, each in enumerate(MONTHS, start=1)},
    **{f"month_short_{k}": each[:3] for k, each in enumerate(MONTHS, start=1)},
    "card_handling": "{words}. ",
    "state_joint": ", ",
    "as_sentence": "{words}.",
    "sentence_joint": "{one} {other}",
}
