"""Words of the board's tokens that are for a part of it only."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "help_board_read_token":
        "one more token, for those who may look and move sliders, but change nothing on this machine; what reads "
        "/metrics takes it, too (default: there is none)",
    "help_board_levels_token":
        "one more token, for a program that sends measured levels to a live event, and may do nothing else (default: "
        "there is none)",
    "board_at_read": "To look only: {address}",
    "board_refused_only_read": "This token is for looking only; what changes something here needs the full one.",
    "board_refused_only_levels": "This token is only for sending measured levels to a live event.",
}
