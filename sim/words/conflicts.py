"""Where a designer's list of an exercise disagrees with the run that it is made of."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "list_no_action": {"en": "Line {number} stands in for an expected action that is no longer on the list.",
                       "zh": "第{number}项对应的预期行动已不在清单中。"},
    "list_jump": {"en": "Line {number} now says {said}; the clock is put forward to {at}.",
                  "zh": "第{number}项现写{said}；时间推进至{at}。"},
    "list_before_due": {
        "en": "Line {number} is let go at {at}, before the action it stands in for should be done at {due}.",
        "zh": "第{number}项于{at}启用，早于对应行动的应完成时间{due}。",
    },
    "list_before_order": {"en": "Line {number} is now expected at {at}; in the run it is ordered at {run}.",
                          "zh": "第{number}项现定于{at}；推演中{run}才下达指令。"},
    "list_before_event": {
        "en": "Line {number} now comes at {at}, before what it tells of, which the run has at {run}.",
        "zh": "第{number}项现定于{at}，早于所述事件（推演中为{run}）。",
    },
    "list_past": {"en": "Line {number} now stands at {at}, past its deadline at {due}.",
                  "zh": "第{number}项现定于{at}，已过最晚完成时间{due}。"},
    "list_done_past": {"en": "Line {number} would now be done at {at}, past its deadline at {due}.",
                       "zh": "第{number}项现将于{at}完成，已过最晚完成时间{due}。"},
    "list_after_run": {"en": "Line {number} stands at {at}; the run ends at {ends}.",
                       "zh": "第{number}项定于{at}；推演至{ends}结束。"},
    "list_after_end": {
        "en": "Line {number} stands at {at}, after the end of the emergency at {ends} (line {other}).",
        "zh": "第{number}项定于{at}，晚于应急终止{ends}（第{other}项）。",
    },
    "list_before_begin": {"en": "Line {number} stands at {at}, before the exercise begins (line {other}).",
                          "zh": "第{number}项定于{at}，早于演练开始（第{other}项）。"},
    "list_other": {"en": "Line {number} now says {said}; the run has {run}.",
                   "zh": "第{number}项现写{said}；推演值为{run}。"},
    "list_never_full": {"en": "Line {number} now says {place} is full at {said}; in the run it is never full.",
                        "zh": "第{number}项现写{place}于{said}满；推演中始终未满。"},
    "list_full": {"en": "Line {number} now says {place} is full at {said}; in the run it is full at {run}.",
                  "zh": "第{number}项现写{place}于{said}满；推演中为{run}。"},
    "list_level": {"en": "Line {number} now says {said} of {place}; in the run it holds {run} at {at}.",
                   "zh": "第{number}项现写{place}{said}；推演中{at}为{run}。"},
    "list_not_played": {"en": "Line {number} is not on the new list: its incident is not played.",
                        "zh": "第{number}项已不在新清单中：所属事件未纳入本次演练。"},
    "list_gone": {
        "en": "Line {number} is not on the new list: the run no longer has it, or it was thinned out.",
        "zh": "第{number}项已不在新清单中：推演中已无此事，或因密度限制省略。",
    },
    "list_too_long": {
        "en": "The exercise takes {takes}, longer than {lasts}: that many lines do not fit; leave some out.",
        "zh": "演练需{takes}，超过{lasts}：内容过多，请精简。",
    },
    "list_cut_short": {
        "en": "The clock is put forward while crews are at work, who really have to do it and lack that time: line "
        "{lines}. With it the exercise would last {lasts}; give it more with --lasts.",
        "zh": "以下各项作业期间时钟被推进，现场将缺少括号内的时间：第{lines}项。留足作业时间，演练约需{lasts}；"
        "可用 --lasts 延长演练。",
    },
    "list_lacks": {"en": "{number} ({time})", "zh": "{number} ({time})"},
    "list_one_language": {
        "en": "Changed in {languages} only, in the other language still as the run tells it: line {lines}.",
        "zh": "以下各项仅改动了{languages}，另一语言仍为推演文本：{lines}。",
    },
    "list_run_has": {"en": 'Line {number} now says {now} under "{head}"; in the run it is {was}.',
                     "zh": "第{number}项“{head}”现填{now}；推演值为{was}。"},
    "list_says_nothing": {"en": "nothing", "zh": "空"},
    "list_was_nothing": {"en": "empty", "zh": "空"},
    "list_jump_deleted": {
        "en": "Line {number} put the clock forward and was deleted; where the exercise would last too long without it, "
        "it comes back. Give it more time with --lasts.",
        "zh": "第{number}项（时间推进）已删除；若演练因此超时，将重新出现。可用 --lasts 延长演练。",
    },
    "list_jump_moved": {
        "en": "Line {number} puts the clock forward and was moved; its time follows from the lines around it.",
        "zh": "第{number}项（时间推进）的时间已改动；该时间由前后各行确定，未采用。",
    },
    "list_two_times": {
        "en": 'Row {row} has new times under "{first}" and "{other}" that disagree; the first counts.',
        "zh": "第{row}行“{first}”和“{other}”均已改动且不一致；以前者为准。",
    },
    "list_copy": {"en": "Row {row} is a copy of line {line}; it becomes line {number}.",
                  "zh": "第{row}行是第{line}项的副本，编为第{number}项。"},
    "list_full_words": {"en": "full, overflow, spill, brim", "zh": "满、溢、漫顶"},
}  # fmt: skip
