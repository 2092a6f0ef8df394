"""Where a designer's list disagrees with the run it is made of, in sentences."""

from __future__ import annotations

import re
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
from sim.drill.texts import Texts
from sim.drill.timeline import lines_of
from sim.drill.told import told_at
from sim.message import Listed
from sim.park import Name
from sim.park.names import language_name, named
from sim.record.event import Filled
from sim.units import Dimension, share_text, time_text, volume_text
from sim.words import LANGUAGES
from sim.words.catalogue import template
from sim.words.times import Spoken

EARLY_S = 1.0
"""By how much a line may be early unnoticed [s]."""
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
                found.append(_sentence(line, "no_action"))
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
                yield _sentence(line, "jump", said=_t(each.value), at=_t(line.at_s))


def _sentence(line: Line, key: str, **values: object) -> Name:
    return named(f"list_{key}", number=line.number, **values)


def _t(at_s: float) -> Spoken:
    return Spoken(f"T+{time_text(round(at_s))}")


def _early(of: RunOf, line: Line, plain: Line) -> Iterator[Name]:
    """A line before the event it came from."""
    if line.kind is Kind.CONTINGENCY:
        due_s = of.done_s(line.action)
        if line.at_s < due_s - EARLY_S:
            yield _sentence(line, "before_due", at=_t(line.at_s), due=_t(due_s))
    elif plain.causes and line.at_s < plain.at_s - EARLY_S:
        if line.kind is Kind.ACTION:
            yield _sentence(line, "before_order", at=_t(line.at_s), run=_t(plain.at_s))
        elif line.kind is Kind.INJECT:
            yield _sentence(line, "before_event", at=_t(line.at_s), run=_t(plain.at_s))


def _late(line: Line, plain: Line) -> Iterator[Name]:
    """A line past its deadline."""
    due_s = line.deadline_s
    if not isfinite(due_s) or line.at_s <= plain.at_s + EARLY_S:
        return
    if line.at_s > due_s + EARLY_S:
        yield _sentence(line, "past", at=_t(line.at_s), due=_t(due_s))
    elif not isnan(line.done_s) and line.done_s > due_s >= plain.done_s:
        yield _sentence(line, "done_past", at=_t(line.done_s), due=_t(due_s))


def _outside(master: MasterList, of: RunOf, line: Line) -> Iterator[Name]:
    """A time at which the exercise is over, or has not begun."""
    same = (each for each in master.lines if each.incident == line.incident)
    said = {each.key: each for each in same if each.key.startswith("control/")}
    begins, end, horizon_s = said.get("control/begin"), said.get("control/end"), of.scenario.horizon_s
    if line.at_s > horizon_s:
        yield _sentence(line, "after_run", at=_t(line.at_s), ends=_t(horizon_s))
    elif end is not None and line.at_s > end.at_s and line.key not in said:
        yield _sentence(line, "after_end", at=_t(line.at_s), ends=_t(end.at_s), other=end.number)
    if begins is not None and line.at_s < begins.at_s and line.key != begins.key:
        yield _sentence(line, "before_begin", at=_t(line.at_s), other=begins.number)


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
                yield _sentence(line, "other", said=each.text, run=instead[0].text)


def _storage(of: RunOf, line: Line, text: str, language: str) -> str:
    """The storage that a text is about: the longest name in it, else the line's own; empty for none."""
    named = ((each.name.in_language(language), id) for id, each in of.park.storages.items())
    in_text = [(len(name), id) for name, id in named if name and name.lower() in text.lower()]
    return max(in_text)[1] if in_text else (line.state.storage if line.state else "")


def _tells_of_full(text: str, language: str) -> bool:
    """Whether it has a word for what happens when a storage is full."""
    return any(word in text.lower() for word in re.split("[,、] *", template("list_full_words", language)))


def _full(of: RunOf, line: Line, storage: str, said: Said) -> Iterator[Name]:
    """When a storage is full, as the text says and as the run has it."""
    place, when = of.facility(storage), _t(said.value)
    full_s = next((each.at_s for each in of.events(Filled) if each.subject == storage), None)
    if full_s is None:
        yield _sentence(line, "never_full", place=place, said=when)
    elif abs(full_s - said.value) > MINUTE_S:
        yield _sentence(line, "full", place=place, said=when, run=_t(full_s))


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
    yield _sentence(line, "level", said=said.text, place=place, run=run, at=_t(line.at_s))


def missing(earlier: Earlier, master: MasterList) -> list[Name]:
    """Lines of an earlier list that this one does not have, though nobody deleted them."""
    wanted = {line_key(line) for line in earlier.edits.own}
    here = {line_key(line) for line in master.lines} | earlier.edits.deleted
    played = {each.id for each in master.incidents}
    gone = [line for line in earlier.lines if line_key(line) not in here and line.kind is not Kind.JUMP]
    return [_sentence(line, "gone" if line.incident in played else "not_played")
            for line in gone if not line.is_own or line_key(line) in wanted]  # fmt: skip


def too_long(master: MasterList) -> list[Name]:
    """That an exercise takes longer than it may, jumps and all."""
    lasts_s, takes_s = master.exercise.lasts_s, max((line.exercise_s for line in master.lines), default=0.0)
    if takes_s <= lasts_s + MINUTE_S:
        return []
    return [named("list_too_long", takes=Spoken(time_text(round(takes_s))), lasts=Spoken(time_text(lasts_s)))]


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
    lasts = Spoken(time_text(round(max(line.exercise_s for line in master.lines) + put_back_s)))
    told = [named("list_lacks", number=line.number, time=Spoken(time_text(round(cut_s)))) for line, cut_s in cut]
    return [named("list_cut_short", lines=Listed(told), lasts=lasts)]


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
    """Lines whose text a designer changed in some languages and not in all."""
    lines: dict[tuple[str, ...], list[int]] = {}
    for line in master.lines:
        edits = master.edits.of(line)
        changed = tuple(language for language in LANGUAGES if f"text.{language}" in edits)
        if 0 < len(changed) < len(LANGUAGES):
            lines.setdefault(changed, []).append(line.number)
    return [named("list_one_language", languages=Listed(map(language_name, changed)), lines=Listed(numbers))
            for changed, numbers in sorted(lines.items())]  # fmt: skip
