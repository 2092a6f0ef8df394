"""Where a designer's list of an exercise disagrees with the run that it is made of."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "list_no_action": "Line {number} stands in for an expected action that is no longer on the list.",
    "list_jump": "Line {number} now says {said}; the clock is put forward to {at}.",
    "list_before_due": "Line {number} is let go at {at}, before the action it stands in for should be done at {due}.",
    "list_before_order": "Line {number} is now expected at {at}; in the run it is ordered at {run}.",
    "list_before_event": "Line {number} now comes at {at}, before what it tells of, which the run has at {run}.",
    "list_past": "Line {number} now stands at {at}, past its deadline at {due}.",
    "list_done_past": "Line {number} would now be done at {at}, past its deadline at {due}.",
    "list_after_run": "Line {number} stands at {at}; the run ends at {ends}.",
    "list_after_end": "Line {number} stands at {at}, after the end of the emergency at {ends} (line {other}).",
    "list_before_begin": "Line {number} stands at {at}, before the exercise begins (line {other}).",
    "list_other": "Line {number} now says {said}; the run has {run}.",
    "list_never_full": "Line {number} now says {place} is full at {said}; in the run it is never full.",
    "list_full": "Line {number} now says {place} is full at {said}; in the run it is full at {run}.",
    "list_level": "Line {number} now says {said} of {place}; in the run it holds {run} at {at}.",
    "list_not_played": "Line {number} is not on the new list: its incident is not played.",
    "list_gone": "Line {number} is not on the new list: the run no longer has it, or it was thinned out.",
    "list_too_long": "The exercise takes {takes}, longer than {lasts}: that many lines do not fit; leave some out.",
    "list_cut_short":
        "The clock is put forward while crews are at work, who really have to do it and lack that time: line {lines}. "
        "With it the exercise would last {lasts}; give it more with --lasts.",
    "list_lacks": "{number} ({time})",
    "list_one_language": "Changed in {languages} only, in the other language still as the run tells it: line {lines}.",
    "list_run_has": 'Line {number} now says {now} under "{head}"; in the run it is {was}.',
    "list_says_nothing": "nothing",
    "list_was_nothing": "empty",
    "list_jump_deleted":
        "Line {number} put the clock forward and was deleted; where the exercise would last too long without it, it "
        "comes back. Give it more time with --lasts.",
    "list_jump_moved": "Line {number} puts the clock forward and was moved; its time follows from the lines around it.",
    "list_two_times": 'Row {row} has new times under "{first}" and "{other}" that disagree; the first counts.',
    "list_copy": "Row {row} is a copy of line {line}; it becomes line {number}.",
    "list_full_words": "full, overflow, spill, brim",
}  # fmt: skip
