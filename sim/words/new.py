"""What `new` asks and says."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "new_how": "Type numbers with their units, such as 5000 m3 or 20 min; Enter takes what stands in brackets.",
    "new_bund": "the bund",
    "new_ask_volume": "Volume of the largest tank, which runs out into {place}:",
    "new_ask_bund": "What the bund around it holds:",
    "new_ask_pool": "What the plant's accident pool holds:",
    "new_ask_public_pool": "What the public accident pool holds:",
    "new_ask_main": "What the rain main holds up to its outfall:",
    "new_ask_river": "What the river section holds between its gates:",
    "new_ask_minutes": "How long the duty team takes to get to a gate:",
    "new_ask_fire": "Fire water:",
    "new_ask_lasts": "For how long:",
    "new_name": "Tank fire",
    "new_source_defaults": "offered by the program to begin with; nobody has checked it",
    "new_source_typed": "typed or taken from what was offered when this file was made; nobody has checked it",
    "new_written": "written: {path}",
    "new_play": "Play it: {play}",
}
