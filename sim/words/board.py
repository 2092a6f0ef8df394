"""Words of the board: the page on which people move a slider and see whether the tiers hold, and its command's help."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "help_board": """\
Open a page in the browser on which the numbers of a scenario that decide are sliders: what is spilt, fire water, when
people act, where storages stand at the start, who is on duty. Each move plays the scenario anew and shows at once which
tiers hold, what is left or escapes, and how the storages fill. The page runs on this machine and asks no other.
""",
    "help_board_more": """\
what stands on the page can be had again: its address holds all that was moved, and so does the command line below the
sliders. Files are written where somebody saves one or a variant, enters an event, holds an exercise or has something
made; with --read-only none are. docs/board.md tells how programs ask it.
Without a name it offers the scenarios that lie in scenarios/, with a park those of that park. End it with Ctrl+C.
""",
    "help_board_scenario": "a scenario file, or a park whose scenarios are offered (default: those in scenarios/)",
    "help_board_port": "where the page is on this machine; 0 for any port that is free (default: 8750)",
    "help_board_host":
        "let others in, by this address of this machine; they need the token, and what is sent can be read on the way "
        "(default: 127.0.0.1, nobody else)",
    "help_board_token": "what others must know to get in, 16 letters or more (default: made anew each time)",
    "help_board_out": "where what is made and exercises are written, and lists of exercises lie (default: results)",
    "help_board_events": "folder in which the journals of events are kept (default: %(default)s)",
    "help_board_no_open": "do not open the browser, only print the address",
    "board_at": "The board is at {address}\nEnd it with Ctrl+C.",
    "board_open_http": "Others reach it by plain HTTP: whoever can read what passes on the way knows the token, too.",
    "number_crews_teams": "teams of {of}",
    "number_faults_from": "start of fault {of}",
    "number_faults_lasts": "duration of fault {of}",
    "number_faults_left": "what still passes at fault {of}",
    "number_faults_share": "leak of fault {of}",
    "board_views": "Pages of the board",
    "board_kicker_whatif": "What if",
    "board_title": "What if: {scenario}",
    "board_scenario": "Scenario",
    "board_pick": "As written",
    "board_variant": "Variant",
    "board_inputs": "What may be different",
    "board_answer": "Does it hold?",
    "board_deadlines": "Must be done",
    "board_deadlines_wait": "Looked for as soon as the sliders rest.",
    "board_keeps": "{window}, for {tiers}",
    "board_filling": "How the storages fill",
    "board_no_water": "No accident water came into any storage.",
    "board_same": "The same as a command",
    "board_copy": "Copy",
    "board_copied": "Copied",
    "board_reset": "Reset all",
    "board_reset_one": "Reset",
    "board_undo": "Undo",
    "board_redo": "Redo",
    "board_happens": "happens",
    "board_in_file": "in the file: {text}",
    "board_range_note":
        "The ends of the sliders are assumed: nothing to three times what the file says, times at least up to an hour, "
        "starting levels up to what the storage holds. In its field a number may go beyond them.",
    "board_turns": "can turn a verdict",
    "board_left_out":
        "Tried and left out: {idle} that change nothing at either end of their range, {beside} that change "
        "less than these.",
    "board_group_releases": "Spill",
    "board_group_fires": "Fire water",
    "board_group_process_water": "Process water",
    "board_group_rain": "Rain",
    "board_group_river": "River",
    "board_group_detection": "Detection",
    "board_group_response": "Decisions",
    "board_group_actions": "Actions",
    "board_group_faults": "Faults",
    "board_group_initial": "At the start",
    "board_group_storages": "At the start",
    "board_group_crews": "On duty",
    "board_moved": "{count} moved",
    "board_unmoved": "as in the file",
    "board_reading": "Reading the scenario ...",
    "board_usable": "allowed",
    "board_peak": "peak {peak}",
    "board_hours": "h",
    "board_beside": "{count} more storages that accident water reached are not drawn.",
    "board_assumed": "Of the numbers of storages and links on the water's way {met} are assumed, in all {all}.",
    "board_wrong": "This cannot be played; below is the last answer that could be.",
    "board_lost": "The board does not answer. Was it ended? Start it again and reload this page.",
    "board_stale": "The scenario's files have changed since they were read; ask for the scenario again.",
    "board_overtaken": "A newer request of the same page came in; only that one is answered.",
    "board_refused_host": "The board is not asked by this name; use the address that it printed.",
    "board_refused_origin": "Another page asks, and only the board's own may.",
    "board_refused_token": "The token is missing or wrong; open the whole address that the board printed.",
    "board_refused_json": "What is sent here must be {sort}.",
    "board_refused_length": "What is sent must say how long it is (Content-Length).",
    "board_refused_size": "Too much is sent at once; {most} KiB at most.",
    "board_limits": "Along this slider, all else as it stands:",
    "board_limits_old": "Along this slider, before something else was moved:",
    "board_limits_tier": "{tiers}: {said}",
    "board_a_keep": "Keep as A",
    "board_a_swap": "Swap with A",
    "board_a_drop": "Drop A",
    "board_a_was": "A: {said}",
    "board_a_kept": "Kept as A.",
    "board_a_inputs": "What differs from A",
    "board_a_differs": "{name}: A {a}, here {here}",
    "board_a_same": "Nothing; A has the same values.",
    "board_a_of": "A is of another scenario or variant: {scenario}. Its curves are not drawn here.",
    "board_a_dashed": "In the storages A is the dashed line.",
    "board_a_dropped": "A was dropped: {why}",
    "board_fresh": "The files have changed and were read anew.",
    "board_fresh_gone":
        "The files have changed and were read anew. No longer moved, as they do not fit any more: {gone}",
}
