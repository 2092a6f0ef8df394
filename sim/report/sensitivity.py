"""What decides an answer, in the terminal: a sentence for each tier, and the strongest inputs below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isnan, log2
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.ensemble.inputs import Input, Sort
from sim.ensemble.morris import MorrisEffect
from sim.ensemble.outputs import Kind, Output
from sim.ensemble.rows import Estimate
from sim.ensemble.sensitivity import Decided, Effect, Method, Sensitivity, numbers_of, untouched
from sim.ensemble.sobol import SobolEffect
from sim.ensemble.tornado import HIGH, LOW, TornadoEffect
from sim.record.column import Column
from sim.record.column import Sort as Cells
from sim.report.ensemble import amount_text
from sim.report.numbers import NOTHING, figure
from sim.report.printing import put
from sim.report.table import terminal_table
from sim.report.terminal import heading

if TYPE_CHECKING:
    from rich.console import Console

NAMED = 3
"""Inputs that a sentence names at most."""
WORTH = 0.05
"""Of the variance, or of what the strongest input does, what another must do to be named [-]."""
LEAST = 0.005
"""The same to stand in the table below it [-]."""
JOINT = 0.01
"""Of the variance, what several decide together that is told [-]."""
ODD = 0.1
"""How far indices may be from what can be: less than nothing, or all together more than the variance [-]."""
SHOWN = 8
"""Inputs of an output in the terminal; its table has them all."""
SHOWN_FAILURES = 3
ONE = {
    "sens_rest_share": "sens_rest_share_one", "sens_rest_by": "sens_rest_by_one",
    "sens_rest_nothing": "sens_rest_nothing_one",
}  # fmt: skip
"""What is said of the others where there is one."""
MEANS = {
    Method.SOBOL: ("sens_means_sobol", "sens_means_larger"), Method.MORRIS: ("sens_means_morris", "sens_means_upwards"),
    Method.TORNADO: ("sens_means_tornado",),
}  # fmt: skip
"""What the columns of a table mean, by their keys."""
ONE_WAY = 0.9
"""From where on an input is said to move an output one way: of its effects, the sum by the sum of their sizes [-]."""


def print_sensitivity(
    console: Console, called: Called, found: Sensitivity, told: Sequence[Decided], where: str, changes: Sequence[str]
) -> None:
    """Print what decides each output that is told."""
    put(console, heading(called), style="bold")
    put(console, *(called.says("changed", change=change) for change in changes), _design(called, found))
    for decided in told:
        put(console, "")
        put(console, sentence(called, found, decided), style="bold")
        put(console, *_untouched(called, found, decided.output))
        if decided.effects:
            shown = [each for each in decided.effects[:SHOWN] if _counts(each, decided.effects[0], LEAST)]
            put(console, *_joint(called, decided))
            put(console, terminal_table(called.language, _columns(called, found, decided.output), shown, gap=1))
            if more := len(decided.effects) - len(shown):
                put(console, called.says("sens_more", count=more, file="sensitivity.csv"))
    if any(each.effects for each in told):
        put(console, "", *(called.says(key) for key in MEANS[found.method]), style="dim")
    put(console, "", *_notes(called, found))
    put(console, called.says("files", where=where), soft_wrap=True)


def _design(called: Called, found: Sensitivity) -> str:
    """How it was found."""
    numbers = sum(len(each.places) for each in found.inputs)
    lots = any(each.sort is Sort.LOTS for each in found.inputs)
    key = "sens_inputs_lots" if lots else "sens_inputs"
    inputs = called.says(key, inputs=f"{len(found.inputs):,}", numbers=numbers)
    return called.says(f"sens_design_{found.method}", inputs=inputs, count=f"{len(found.played.whole):,}",
                       runs=f"{found.played.runs:,}", seed=found.player.start.seed)  # fmt: skip


def output_words(called: Called, output: Output) -> str:
    """What an output is called in a sentence."""
    return called.says(f"sens_of_{output.kind}", tier=called.tier(output.tier))


def input_words(called: Called, input: Input) -> str:
    """What an input is called."""
    match input.sort:
        case Sort.NUMBER:
            return input.name
        case Sort.GROUP:
            return called.says("sens_group", name=input.name)
        case Sort.LOTS:
            return called.says("sens_lots")


def value_text(called: Called, kind: Kind, value: float) -> str:
    """A value of an output with its unit; whether a tier is breached in words."""
    if kind is Kind.BREACHED:
        return called.says("yes" if value else "no")
    return f"{figure(value)} m3"


def _size_text(kind: Kind, size: float) -> str:
    """By how much an output is moved."""
    return f"{figure(size * 100)} %" if kind is Kind.BREACHED else f"{figure(size)} m3"


def sentence(called: Called, found: Sensitivity, decided: Decided) -> str:
    """What decides an output, as one would tell a planner."""
    output = output_words(called, decided.output)
    if decided.least == decided.most or (not decided.effects and found.method is not Method.SOBOL):
        value = value_text(called, decided.output.kind, decided.least)
        return _begun(called.says("sens_steady", output=output, value=value))
    if not decided.effects:
        return _begun(called.says("sens_rare", output=output))
    told: dict[Method, Callable[[Called, Decided, str], str]] = {
        Method.SOBOL: _sobol_sentence, Method.MORRIS: _morris_sentence, Method.TORNADO: _tornado_sentence,
    }  # fmt: skip
    if not _clear(decided):
        return called.says("sens_unclear", count=f"{len(found.played.whole):,}", output=output)
    return told[found.method](called, decided, output)


def _clear(decided: Decided) -> bool:
    """Whether indices are surer than chance: the first is more than nothing, and none is what cannot be."""
    first = decided.effects[0]
    alone = [each.alone.value for each in decided.effects if isinstance(each, SobolEffect)]
    return not isinstance(first, SobolEffect) or (first.whole.low > 0 and min(alone) > -ODD and sum(alone) < 1 + ODD)


def _begun(words: str) -> str:
    """Words at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def ranked(found: Sensitivity, told: Sequence[Decided]) -> list[Input]:
    """Inputs that do something to some of these outputs, by the most that they do, beside the strongest there."""
    most = dict.fromkeys(found.inputs, 0.0)
    for decided in told:
        for each in decided.effects:
            share = strength(each) / (strength(decided.effects[0]) or 1.0)
            most[each.input] = max(most[each.input], share)
    return sorted((each for each in most if most[each] >= LEAST), key=lambda each: -most[each])


def strength(effect: Effect) -> float:
    """By what inputs are ranked."""
    if isinstance(effect, SobolEffect):
        return effect.whole.value
    return effect.size.value if isinstance(effect, MorrisEffect) else effect.size


def _counts(effect: Effect, first: Effect, least: float) -> bool:
    """Whether an input does at least such a share of the variance, beyond chance; or of what the strongest does."""
    if isinstance(effect, SobolEffect):
        return effect is first or (effect.whole.value >= least and effect.whole.low > 0)
    return strength(effect) >= least * strength(first)


def _named(effects: Sequence[Effect]) -> Sequence[Effect]:
    """Those that a sentence names: the first, and others that do much."""
    return [each for each in effects[:NAMED] if _counts(each, effects[0], WORTH)]


def _untouched(called: Called, found: Sensitivity, output: Output) -> list[str]:
    """In how many runs all free room of a tier stands for its margin."""
    share = untouched(found, output.tier)
    told = {Kind.MARGIN: "sens_untouched", Kind.ESCAPED: "sens_of_escaped_only"}
    return [called.says(told[output.kind], share=_percent(called, share))] if share and output.kind in told else []


def _listed(called: Called, said: Sequence[str]) -> str:
    places = zip(("sens_first", "sens_second", "sens_third"), said, strict=False)
    return called.says("sens_next").join(called.says(key, what=each) for key, each in places)


def _sobol_sentence(called: Called, decided: Decided, output: str) -> str:
    effects = [each for each in decided.effects if isinstance(each, SobolEffect)]
    named = _named(effects)
    said = []
    for each in effects[: len(named)]:
        key = "sens_shares" if each.whole.value - each.alone.value >= 2 * JOINT else "sens_share"
        said.append(called.says(key, input=input_words(called, each.input), share=_percent(called, each.alone.value),
                                whole=_percent(called, each.whole.value)))  # fmt: skip
    others = effects[len(named) :]
    together = _percent(called, sum(each.alone.value for each in others))
    rest = _rest(called, "sens_rest_share", len(others), share=together)
    return called.says("sens_decides", output=output, named=_listed(called, said), rest=rest)


def _morris_sentence(called: Called, decided: Decided, output: str) -> str:
    effects = [each for each in decided.effects if isinstance(each, MorrisEffect)]
    named, kind = len(_named(effects)), decided.output.kind
    said = [called.says("sens_by", input=input_words(called, each.input), size=_size_text(kind, each.size.value))
            for each in effects[:named]]  # fmt: skip
    rest = _rest_by(called, kind, [each.size.value for each in effects[named:]])
    return called.says("sens_moves", output=output, named=_listed(called, said), rest=rest)


def _tornado_sentence(called: Called, decided: Decided, output: str) -> str:
    effects = [each for each in decided.effects if isinstance(each, TornadoEffect)]
    named, kind = len(_named(effects)), decided.output.kind
    said = [called.says("sens_ends", input=input_words(called, each.input), low=value_text(called, kind, each.low),
                        high=value_text(called, kind, each.high)) for each in effects[:named]]  # fmt: skip
    rest = _rest_by(called, kind, [each.size for each in effects[named:]])
    middle = value_text(called, kind, decided.middle)
    return called.says("sens_turns", output=output, middle=middle, named=_listed(called, said), rest=rest)


def _rest(called: Called, key: str, count: int, **values: str) -> str:
    """What the others do; nothing where there are none."""
    return called.says(ONE.get(key, key) if count == 1 else key, count=count, **values) if count else ""


def _rest_by(called: Called, kind: Kind, sizes: Sequence[float]) -> str:
    """By how much the others move an output at most."""
    most = _size_text(kind, max(sizes, default=0.0))
    nothing = most == _size_text(kind, 0.0)
    return _rest(called, "sens_rest_nothing" if nothing else "sens_rest_by", len(sizes), size=most)


def _percent(called: Called, share: float) -> str:
    """A share of the variance in whole per cent; what chance makes less than nothing is next to nothing."""
    return f"{share * 100:.0f} %" if share >= 0.01 else called.says("sens_under")


def _joint(called: Called, decided: Decided) -> list[str]:
    """What only several inputs decide together, where it is more than chance."""
    joint = decided.joint
    if not (joint.low > 0 and joint.value >= JOINT):
        return []
    return [called.says("sens_joint", share=_percent(called, joint.value))]


def _columns(called: Called, found: Sensitivity, output: Output) -> list[Column[Any]]:
    inputs: Column[Any] = Column("sens_input", lambda each: input_words(called, each.input))
    match found.method:
        case Method.SOBOL:
            return [inputs, *_sobol_columns(called)]
        case Method.MORRIS:
            return [inputs, *_morris_columns(called, output.kind)]
        case Method.TORNADO:
            return [inputs, *_tornado_columns(called, found, output.kind)]


def _sobol_columns(called: Called) -> list[Column[SobolEffect]]:
    return [
        Column("sens_alone", lambda each: f"{each.alone.value * 100:.1f}", Cells.FIGURE),
        Column("sens_interval", lambda each: _percents(called, each.alone), Cells.FIGURE),
        Column("sens_whole", lambda each: f"{each.whole.value * 100:.1f}", Cells.FIGURE),
        Column("sens_interval", lambda each: _percents(called, each.whole), Cells.FIGURE),
        Column("sens_larger", lambda each: _direction(called, each.larger)),
    ]


def _interval(called: Called, found: Estimate, scale: float) -> str:
    low, high = (figure(each * scale) for each in (found.low, found.high))
    return called.says("sens_between", low=low, high=high)


def _percents(called: Called, found: Estimate) -> str:
    """The interval of a share of the variance, in whole per cent."""
    low, high = (f"{round(each * 100)}" for each in (found.low, found.high))
    return called.says("sens_between", low=low, high=high)


def _direction(called: Called, larger: float) -> str:
    """What an output does where an input is larger."""
    if isnan(larger) or not larger:
        return NOTHING
    return called.says("sens_rises" if larger > 0 else "sens_falls")


def _morris_columns(called: Called, kind: Kind) -> list[Column[MorrisEffect]]:
    scale, unit = (100.0, "%") if kind is Kind.BREACHED else (1.0, "m3")

    def way(each: MorrisEffect) -> str:
        mixed = 0 < abs(each.larger) < ONE_WAY
        return called.says("sens_both") if mixed else _direction(called, each.larger)

    def titled(key: str, of: Callable[[MorrisEffect], str]) -> Column[MorrisEffect]:
        return Column(key, of, Cells.FIGURE, title=called.says(key, unit=unit))

    return [
        titled("sens_size", lambda each: figure(each.size.value * scale)),
        Column("sens_interval", lambda each: _interval(called, each.size, scale), Cells.FIGURE),
        titled("sens_mean", lambda each: figure(each.mean * scale)),
        titled("sens_scatter", lambda each: figure(each.scatter * scale)),
        Column("sens_larger", way),
    ]


def _tornado_columns(called: Called, found: Sensitivity, kind: Kind) -> list[Column[TornadoEffect]]:
    def of_output(value: float) -> str:
        return value_text(called, kind, value) if kind is Kind.BREACHED else figure(value)

    def titled(key: str, of: Callable[[TornadoEffect], str]) -> Column[TornadoEffect]:
        return Column(key, of, Cells.FIGURE, title=called.says(key, unit="" if kind is Kind.BREACHED else "m3"))

    return [
        Column("sens_from_to", lambda each: span_text(called, found, each.input), Cells.AMOUNT),
        titled("sens_low", lambda each: of_output(each.low)),
        titled("sens_high", lambda each: of_output(each.high)),
        *([] if kind is Kind.BREACHED else [titled("sens_apart", lambda each: figure(each.size))]),
    ]


def span_text(called: Called, found: Sensitivity, input: Input) -> str:
    """From where to where an input goes in a tornado; nothing of several numbers at once."""
    if input.sort is not Sort.NUMBER:
        return NOTHING
    uncertain = found.player.uncertain[input.places[0]]
    low, high = (amount_text(uncertain, uncertain.spread.at(share)) for share in (LOW, HIGH))
    return called.says("sens_between", low=low, high=high)


def _notes(called: Called, found: Sensitivity) -> list[str]:
    """What is to know besides."""
    lines = [called.says("sens_group_is" if found.method is Method.SOBOL else "sens_group_ends", name=each.name,
                         numbers=called.listed(numbers_of(found.player, each)))
             for each in found.inputs if each.sort is Sort.GROUP]  # fmt: skip
    count = len(found.played.whole)
    if found.method is Method.SOBOL:
        lines.append(called.says("sens_even"))
        if log2(count) % 1:
            lines.append(called.says("sens_no_power", count=f"{count:,}", power=f"{2 ** round(log2(count)):,}"))
    if found.method is Method.MORRIS:
        lines.append(called.says("sens_same_lots"))
    return lines + _failures(called, found)


def _failures(called: Called, found: Sensitivity) -> list[str]:
    """Runs that could not be played."""
    played = found.played
    if not played.failures:
        return []
    lost = int((~played.whole).sum())
    lines = [called.says("sens_failed", failed=f"{len(played.failures):,}", runs=f"{played.runs:,}", rows=f"{lost:,}",
                         count=f"{len(played.whole):,}")]  # fmt: skip
    return lines + [called.says("sens_failure", row=each.row, changed=each.changed, why=each.failed)
                    for each in played.failures[:SHOWN_FAILURES]]  # fmt: skip
