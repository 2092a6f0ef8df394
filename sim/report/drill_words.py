"""Every word that `drill` prints, in English and in Chinese."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "kind": {"en": "Kind of line", "zh": "类别"},
    "count": {"en": "Lines", "zh": "项数"},
    "number": {"en": "No.", "zh": "序号"},
    "at": {"en": "Expected", "zh": "预期时刻"},
    "deadline": {"en": "Done by", "zh": "最晚完成"},
    "slack": {"en": "To spare", "zh": "余时"},
    "action": {"en": "Expected action", "zh": "预期行动"},
    "no_deadline": {
        "en": "No verdict hangs on the time of any expected action.",
        "zh": "各项预期行动的时间均不影响结论。",
    },
    "more": {"en": "and {count} more with a deadline", "zh": "另有{count}项有最晚完成时间"},
    "disagree": {"en": "Look at these:", "zh": "请核对："},
    "files": {"en": "Files", "zh": "文件"},
    "head": {"en": "{incidents} | {type} | {lasts}", "zh": "{incidents} | {type} | {lasts}"},
    "begins": {"en": "Begins {clock}", "zh": "{clock}开始"},
    "and": {"en": " and ", "zh": "、"},
}  # fmt: skip


def text(key: str, language: str, **values: object) -> str:
    """The words of `key` in `language`, `values` put into their places.

    >>> text("more", "zh", count=3)
    '另有3项有最晚完成时间'

    Raises:
        KeyError: there is no such key or language.
    """
    return WORDS[key][language].format(**values)
