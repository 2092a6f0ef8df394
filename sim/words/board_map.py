"""Words of the board's map and its time bar."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "board_map": "Where the water is",
    "board_first_escape": "First escape",
    "board_map_also": "Reached, too, and not on the map: {names}",
    "board_at_time": "{when}: {volume}",
    "board_slider_keys":
        "The map stays at the worst moment until you choose another time; a click into a chart chooses one. On the "
        "time bar arrow keys move by a minute, with Shift by ten, Page Up and Page Down from event to event.",
}
