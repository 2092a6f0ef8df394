"""Where a designer's list disagrees with the run it is made of, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import isfinite, isnan

from sim.drill.earlier import Earlier
from sim.drill.exercise_clock import ExerciseClock
from sim.drill.line import Kind, Line
from sim.drill.master_list import MasterList
from sim.drill.numbers import line_key
from sim.drill.run_of import RunOf
from sim.drill.said import Said, close, quantities
from sim.drill.span import spans_in_chinese
from sim.drill.texts import Texts
from sim.drill.timeline import lines_of
from sim.drill.told import told_at
from sim.park import Name
from sim.record.event import Filled
from sim.units import Dimension, share_text, time_text, volume_text
from sim.words import LANGUAGES

EARLY_S = 1.0
"""By how much a line may be early unnoticed [s]."""
FULL = {"en": ("full", "overflow", "spill", "brim"), "zh": ("满", "溢", "漫顶")}
"""Words for what happens when a storage is full."""
MINUTE_S = 60.0


def conflicts(master: MasterList, runs: Sequence[RunOf], texts: Texts) -> list[Name]:
    """What a designer wrote that the runs do not have, line by line."""
    found: list[Name] = []
    for of in runs:
        plain = {line_key(each): each for each in _plain(master, of, texts)}
        for line in master.lines:
            if line.incident != of.scenario.id:
                continue
            if master.edits.touches(line):
                found += _of_line(master, of, line, plain.get(line_key(line)), texts)
            if line.kind is Kind.CONTINGENCY and not master.action_number(line):
                found.append(_sentence(line, "stands in for an expected action that is no longer on the list",
                                       "对应的预期行动已不在清单中"))  # fmt: skip
    return list(dict.fromkeys(found))


def _plain(master: MasterList, of: RunOf, texts: Texts) -> Iterator[Line]:
    """The lines of a run as nobody has edited them."""
    return (replace(line, incident=of.scenario.id) for line in lines_of(of, master.exercise, texts))


def _of_line(master: MasterList, of: RunOf, line: Line, plain: Line | None, texts: Texts) -> Iterator[Name]:
    if plain is not None:
        yield from _early(of, line, plain)
        yield from _late(line, plain)
    if line.kind is Kind.JUMP:
        yield from _jump(line)
        return
    yield from _outside(master, of, line)
    told = told_at(of, texts, plain, line.at_s).text if plain else Name()
    for language in LANGUAGES:
        text, before = getattr(line.text, language), getattr(told, language)
        if text and text != before:
            yield from _told(of, line, text, before, language)


def _jump(line: Line) -> Iterator[Name]:
    """Words of a designer about a jump that leads elsewhere by now."""
    for language in LANGUAGES:
        for each in quantities(getattr(line.text, language)):
            if each.since_start and abs(each.value - line.at_s) > MINUTE_S:
                yield _sentence(line, f"now says {_t(each.value)}; the clock is put forward to {_t(line.at_s)}",
                                f"现写{_t(each.value)}；时间推进至{_t(line.at_s)}")  # fmt: skip


def _sentence(line: Line, en: str, zh: str) -> Name:
    return Name(f"Line {line.number} {en}.", f"第{line.number}项{zh}。")


def _t(at_s: float) -> str:
    return f"T+{time_text(round(at_s))}"


def _early(of: RunOf, line: Line, plain: Line) -> Iterator[Name]:
    """A line before the event it came from."""
    if line.kind is Kind.CONTINGENCY:
        due_s = of.done_s(line.action)
        if line.at_s < due_s - EARLY_S:
            yield _sentence(
                line,
                f"is let go at {_t(line.at_s)}, before the action it stands in for should be done at {_t(due_s)}",
                f"于{_t(line.at_s)}启用，早于对应行动的应完成时间{_t(due_s)}",
            )
    elif plain.causes and line.at_s < plain.at_s - EARLY_S:
        if line.kind is Kind.ACTION:
            yield _sentence(line, f"is now expected at {_t(line.at_s)}; in the run it is ordered at {_t(plain.at_s)}",
                            f"现定于{_t(line.at_s)}；推演中{_t(plain.at_s)}才下达指令")  # fmt: skip
        elif line.kind is Kind.INJECT:
            yield _sentence(
                line,
                f"now comes at {_t(line.at_s)}, before what it tells of, which the run has at {_t(plain.at_s)}",
                f"现定于{_t(line.at_s)}，早于所述事件（推演中为{_t(plain.at_s)}）",
            )


def _late(line: Line, plain: Line) -> Iterator[Name]:
    """A line past its deadline."""
    due_s = line.deadline_s
    if not isfinite(due_s) or line.at_s <= plain.at_s + EARLY_S:
        return
    if line.at_s > due_s + EARLY_S:
        yield _sentence(line, f"now stands at {_t(line.at_s)}, past its deadline at {_t(due_s)}",
                        f"现定于{_t(line.at_s)}，已过最晚完成时间{_t(due_s)}")  # fmt: skip
    elif not isnan(line.done_s) and line.done_s > due_s >= plain.done_s:
        yield _sentence(line, f"would now be done at {_t(line.done_s)}, past its deadline at {_t(due_s)}",
                        f"现将于{_t(line.done_s)}完成，已过最晚完成时间{_t(due_s)}")  # fmt: skip


def _outside(master: MasterList, of: RunOf, line: Line) -> Iterator[Name]:
    """A time at which the exercise is over, or has not begun."""
    same = (each for each in master.lines if each.incident == line.incident)
    said = {each.key: each for each in same if each.key.startswith("control/")}
    begins, end, horizon_s = said.get("control/begin"), said.get("control/end"), of.scenario.horizon_s
    if line.at_s > horizon_s:
        yield _sentence(line, f"stands at {_t(line.at_s)}; the run ends at {_t(horizon_s)}",
                        f"定于{_t(line.at_s)}；推演至{_t(horizon_s)}结束")  # fmt: skip
    elif end is not None and line.at_s > end.at_s and line.key not in said:
        yield _sentence(
            line,
            f"stands at {_t(line.at_s)}, after the end of the emergency at {_t(end.at_s)} (line {end.number})",
            f"定于{_t(line.at_s)}，晚于应急终止{_t(end.at_s)}（第{end.number}项）",
        )
    if begins is not None and line.at_s < begins.at_s and line.key != begins.key:
        yield _sentence(line, f"stands at {_t(line.at_s)}, before the exercise begins (line {begins.number})",
                        f"定于{_t(line.at_s)}，早于演练开始（第{begins.number}项）")  # fmt: skip


def _told(of: RunOf, line: Line, text: str, before: str, language: str) -> Iterator[Name]:
    """Quantities of a text that are other ones in the run."""
    old, new = quantities(before), quantities(text)
    storage = _storage(of, line, text, language)
    for each in new:
        if any(each.same(other) for other in old):
            continue
        if each.since_start and storage and _tells_of_full(text, language):
            yield from _full(of, line, storage, each)
        elif each.dimension in (Dimension.SHARE, Dimension.VOLUME) and storage:
            yield from _level(of, line, storage, each)
        else:
            instead = [other for other in old if other.dimension is each.dimension]
            if instead:
                yield _sentence(line, f"now says {each.text}; the run has {instead[0].text}",
                                f"现写{each.text}；推演值为{instead[0].text}")  # fmt: skip


def _storage(of: RunOf, line: Line, text: str, language: str) -> str:
    """The storage that a text is about: the longest name in it, else the line's own; empty for none."""
    named = ((each.name.in_language(language), id) for id, each in of.park.storages.items())
    in_text = [(len(name), id) for name, id in named if name and name.lower() in text.lower()]
    return max(in_text)[1] if in_text else (line.state.storage if line.state else "")


def _tells_of_full(text: str, language: str) -> bool:
    return any(word in text.lower() for word in FULL[language])


def _full(of: RunOf, line: Line, storage: str, said: Said) -> Iterator[Name]:
    """When a storage is full, as the text says and as the run has it."""
    place, when = of.facility(storage), _t(said.value)
    full_s = next((each.at_s for each in of.events(Filled) if each.subject == storage), None)
    if full_s is None:
        yield _sentence(line, f"now says {place.in_language('en')} is full at {when}; in the run it is never full",
                        f"现写{place.in_language('zh')}于{when}满；推演中始终未满")  # fmt: skip
    elif abs(full_s - said.value) > MINUTE_S:
        yield _sentence(
            line,
            f"now says {place.in_language('en')} is full at {when}; in the run it is full at {_t(full_s)}",
            f"现写{place.in_language('zh')}于{when}满；推演中为{_t(full_s)}",
        )


def _level(of: RunOf, line: Line, storage: str, said: Said) -> Iterator[Name]:
    """What a storage holds at the time of the line, as the text says and as the run has it."""
    own = line.state is not None and line.state.storage == storage
    state = line.state if own and line.state else of.states.at(storage, min(line.at_s, of.scenario.horizon_s))
    holds_m3 = of.park.storages[storage].holds_m3
    right = state.share if said.dimension is Dimension.SHARE else state.volume_m3
    if close(right, said.value) or close(holds_m3, said.value):
        return
    place = of.facility(storage)
    run = f"{volume_text(state.volume_m3)}, {share_text(state.share)}"
    yield _sentence(
        line,
        f"now says {said.text} of {place.in_language('en')}; in the run it holds {run} at {_t(line.at_s)}",
        f"现写{place.in_language('zh')}{said.text}；推演中{_t(line.at_s)}为{run}",
    )


def missing(earlier: Earlier, master: MasterList) -> list[Name]:
    """Lines of an earlier list that this one does not have, though nobody deleted them."""
    wanted = {line_key(line) for line in earlier.edits.own}
    here = {line_key(line) for line in master.lines} | earlier.edits.deleted
    played = {each.id for each in master.incidents}
    gone = [line for line in earlier.lines if line_key(line) not in here and line.kind is not Kind.JUMP]
    return [_gone(line, line.incident in played) for line in gone if not line.is_own or line_key(line) in wanted]


def _gone(line: Line, played: bool) -> Name:
    if not played:
        return _sentence(
            line, "is not on the new list: its incident is not played", "已不在新清单中：所属事件未纳入本次演练"
        )
    return _sentence(line, "is not on the new list: the run no longer has it, or it was thinned out",
                     "已不在新清单中：推演中已无此事，或因密度限制省略")  # fmt: skip


def too_long(master: MasterList) -> list[Name]:
    """That an exercise takes longer than it may, jumps and all."""
    lasts_s, takes_s = master.exercise.lasts_s, max((line.exercise_s for line in master.lines), default=0.0)
    if takes_s <= lasts_s + MINUTE_S:
        return []
    takes, lasts = time_text(round(takes_s)), time_text(lasts_s)
    return [Name(f"The exercise takes {takes}, longer than {lasts}: that many lines do not fit; leave some out.",
                 f"演练需{takes}，超过{lasts}：内容过多，请精简。")]  # fmt: skip


def cut_short(master: MasterList) -> list[Name]:
    """Jobs over which the clock is put forward in the field, where people really have to do them.

    How long the exercise lasts without that: what is cut out of their work comes back, each stretch once.
    """
    if not master.exercise.in_the_field:
        return []
    cut = [(line, cut_s) for line in master.of(Kind.ACTION) if (cut_s := _cut_s(master, line)) > MINUTE_S]
    if not cut:
        return []
    put_back_s = _put_back_s(master, [line for line, _ in cut])
    lasts = time_text(round(max(line.exercise_s for line in master.lines) + put_back_s))
    told = [f"{line.number} ({time_text(round(cut_s))})" for line, cut_s in cut]
    return [Name(
        "The clock is put forward while crews are at work, who really have to do it and lack that time: line "
        f"{', '.join(told)}. With it the exercise would last {lasts}; give it more with --lasts.",
        f"以下各项作业期间时钟被推进，现场将缺少括号内的时间：第{'、'.join(map(spans_in_chinese, told))}项。"
        f"留足作业时间，演练约需{spans_in_chinese(lasts)}；可用 --lasts 延长演练。",
    )]  # fmt: skip


def _cut_s(master: MasterList, line: Line) -> float:
    """How much of the time between a job's order and its end the jumps leave out [s]."""
    if isnan(line.done_s):
        return 0.0
    return ExerciseClock.of(master, line.incident).jumped_s(line.at_s, line.done_s)


def _put_back_s(master: MasterList, lines: Sequence[Line]) -> float:
    """What the jumps leave out of the time in which any of these jobs is under way [s]."""
    total_s = 0.0
    for incident in master.incidents:
        clock, until_s = ExerciseClock.of(master, incident.id), 0.0
        for line in sorted((each for each in lines if each.incident == incident.id), key=lambda each: each.at_s):
            from_s = max(line.at_s, until_s)
            total_s += clock.jumped_s(from_s, max(line.done_s, from_s))
            until_s = max(until_s, line.done_s)
    return total_s


def in_one_language(master: MasterList) -> list[Name]:
    """Lines whose text a designer changed in one language only."""
    found: list[Name] = []
    for language, en, zh in (("en", "English", "英文"), ("zh", "Chinese", "中文")):
        other = LANGUAGES[1 - LANGUAGES.index(language)]
        numbers = [
            str(line.number) for line in master.lines
            if f"text.{language}" in master.edits.of(line) and f"text.{other}" not in master.edits.of(line)
        ]  # fmt: skip
        if numbers:
            listed = ", ".join(numbers)
            found.append(Name(f"Changed in {en} only, in the other language still as the run tells it: line {listed}.",
                              f"以下各项仅改动了{zh}，另一语言仍为推演文本：{listed}。"))  # fmt: skip
    return found
