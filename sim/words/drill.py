"""Every word that `drill` prints, in English and in Chinese."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "drill_kind": {"en": "Kind of line", "zh": "类别"},
    "count": {"en": "Lines", "zh": "项数"},
    "at": {"en": "Expected", "zh": "预期时刻"},
    "deadline": {"en": "Done by", "zh": "最晚完成"},
    "drill_planned": {"en": "As planned", "zh": "推演完成"},
    "slack": {"en": "To spare", "zh": "富余时间"},
    "drill_action": {"en": "Expected action", "zh": "预期行动"},
    "no_deadline": {
        "en": "No verdict hangs on the time of any expected action.",
        "zh": "各项预期行动的时间均不影响结论。",
    },
    "drill_more": {"en": "and {count} more with a deadline", "zh": "另有{count}项有最晚完成时间"},
    "disagree": {"en": "Look at these:", "zh": "请核对："},
    "drill_files": {"en": "Files", "zh": "文件"},
    "drill_head": {"en": "{incidents} | {type} | {lasts}", "zh": "{incidents} | {type} | {lasts}"},
    "begins": {"en": "Begins {clock}", "zh": "{clock}开始"},
    "drill_and": {"en": " and ", "zh": "、"},
}
