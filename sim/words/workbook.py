"""What the workbook says outside of its table of lines."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # Sheets.
    "book_timeline": "Timeline",
    "read_me": "Read me",
    "book_evaluation": "Evaluation",
    "operations": "Operation sheets",
    "card": "Card",
    # Heads and feet.
    "book_title": "Master list of the exercise: {incidents}",
    "pages": "page {page} of {pages}",
    # Facts.
    "facts": "{type}; begins {begins}; lasts {lasts}; {park}",
    "begins_unsaid": "at a time still to be set",
    "hash": "Made from the inputs {hashes}.",
    # Cards.
    "card_title": "Card for: {player}",
    "card_note": "What reaches you, and what you are expected to do about it. Times are those of the exercise clock.",
    "card_time": "Exercise\nclock",
    "card_from": "From, by",
    "card_told": "What reaches you",
    "card_do": "What you are expected to do",
    "card_notes": "Notes",
    "card_order": "Give the order to {receiver}: {text}",
    "card_report": "Report to {receiver}: {text}",
    "card_carry_out": "{sheet}. {handling}",
    "card_done": "Report back when it is done.",
    # Operation sheets.
    "op_lines": "Lines",
    "op_crew": "Carried out by",
    "op_person": "Person in charge",
    "op_start": "When to start",
    "op_division": "Who does what",
    "op_handling": "Handling",
    "op_means": "Means",
    "op_check": "Check afterwards",
    "op_time": "Way, work\nmin",
    "op_control_room": "Control room",
    # Evaluation.
    "ev_how":
        "Rate each expected action: P performed without challenges, S with some challenges, M with major challenges, "
        "U unable to be performed. Write times of the exercise clock.",
    "ev_rated": "Rated so far",
    "ev_ordered": "Ordered",
    "ev_done": "Done",
    "ev_latest": "Latest",
    "ev_planned": "Planned",
    "ev_on_clock": "Exercise clock",
    "ev_rating": "Rating\nP S M U",
    "ev_missed": "If missed",
    "ev_missed_text": "{volume} m3 {where}, first at T+ {first}",
    "ev_evidence": "Evidence",
    "ev_observed": "Observed",
    "ev_evaluator": "Evaluator\n(role)",
    "ev_never": "not done",
    "ev_wrong": "Write P, S, M or U.",
    # Read me.
    "rm_what": "What this is",
    "rm_back": "Your changes come back",
    "rm_may": "What you may change",
    "rm_not": "What follows from the run",
    "rm_kinds": "What the colours mean",
    "wrong_word": "Choose one of the list.",
    "rm_what_timeline":
        "The timeline is the master list of the exercise, worked out from a run of the scenario: how water rises, by "
        "when each action must be done, and what escapes if it is not.",
    "rm_what_times":
        "T+ is time since the incident began, the exercise clock time since the exercise began. They differ where the "
        "clock is put forward over quiet stretches.",
    "rm_what_cards": "Cards are for players; timeline and evaluation are for exercise control and evaluators only.",
    "rm_may_cells":
        "In the timeline: T+, texts, from, to, medium, phase, tier, what to evaluate, evidence (dark heads). Times as "
        "h:mm:ss, or in words such as 40 min. Exercise clock and clock may be written instead of T+.",
    "rm_may_sort":
        "Rows: sort, filter, move and delete them. Numbers stay with their lines; that of a deleted line is never "
        "given again.",
    "rm_may_new":
        "New rows: write T+ and the text below the last row or in between, and leave the number empty. Kind is inject "
        'unless you say otherwise. Name a storage under "State of", and its state is filled in.',
    "rm_not_heads":
        "Light heads: numbers, states, deadlines, slack, what follows if missed, expected actions. Change them, and "
        "the program says what the run has instead.",
    "rm_not_jumps":
        "Lines that put the clock forward follow from the lines around them and from how long the exercise lasts.",
    "rm_back_file":
        "Hand the file to the program: drill SCENARIO --from FILE. It keeps your changes and your numbers, says where "
        "they disagree with the run, and writes everything anew, for a changed scenario too.",
    "rm_back_sheets": "What is written on cards, operation sheets and evaluation forms stays in this file.",
}
