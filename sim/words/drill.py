"""Every word that `drill` prints."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "drill_kind": "Kind of line",
    "count": "Lines",
    "at": "Expected",
    "deadline": "Done by",
    "drill_planned": "As planned",
    "slack": "To spare",
    "drill_action": "Expected action",
    "no_deadline": "No verdict hangs on the time of any expected action.",
    "drill_more": "and {count} more with a deadline",
    "disagree": "Look at these:",
    "drill_files": "Files",
    "drill_head": "{incidents} | {type} | {lasts}",
    "begins": "Begins {clock}",
    "drill_and": " and ",
}
