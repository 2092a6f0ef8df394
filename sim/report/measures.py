"""The cheapest set of measures, in the terminal, and how sets, costs and risks are said."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, log
from typing import TYPE_CHECKING

from sim.called import Called
from sim.ensemble.cheapest import Search
from sim.ensemble.interval import CONFIDENCE
from sim.ensemble.sets import Chosen
from sim.ensemble.trials import Tried
from sim.load.measures import Option
from sim.record.column import Column, Sort
from sim.report.ensemble import percent
from sim.report.numbers import figure
from sim.report.printing import put
from sim.report.table import terminal_table
from sim.report.terminal import heading

if TYPE_CHECKING:
    from rich.console import Console

SHOWN_FAILURES = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A search in words."""

    found: Search
    language: str

    @property
    def called(self) -> Called:
        """What things are called."""
        case = self.found.player.varying.case
        return Called(case.park, case.scenario, self.language)

    def chosen(self, chosen: Chosen) -> str:
        """A set: its measures, and by how much each grows."""
        called = self.called
        return called.says("measures_joint").join(map(self._option, chosen)) or called.says("measures_none")

    def _option(self, option: Option) -> str:
        measure = self.found.measures.each[option.measure]
        name = measure.name.in_language(self.language) or measure.id
        if not option.steps:
            return name
        by, unit = measure.growth
        amount = f"{by * option.steps:+,f}".replace("+-", "-")
        return self.called.says("measures_grown", name=name, amount=f"{amount} {unit}".strip())

    def cost(self, tried: Tried) -> str:
        """What a set costs, with its money."""
        return f"{figure(tried.cost)} {self.found.measures.money}"

    def risk(self, risk: float) -> str:
        """A chance, or a volume."""
        return f"{figure(risk)} m3" if self.found.target.of_volume else f"{percent(risk)} %"

    def interval(self, tried: Tried) -> str:
        """Between what a risk lies."""
        low, high = tried.risk.low, tried.risk.high
        if not (isfinite(low) and isfinite(high)):
            return "-"
        return self.called.says("compare_span", low=self.risk(max(low, 0.0)), high=self.risk(high))

    @property
    def answer(self) -> list[str]:
        """What to do."""
        found, called, best, nearest = self.found, self.called, self.found.best, self.found.nearest
        where = {"tier": called.tier(found.target.tier), "target": self.risk(found.target.most)}
        if best is None:
            assert nearest is not None  # no measures is always among them
            return [called.says("measures_unreached", **where, **self._of(nearest)), *self._too_few()]
        if best is found.base:
            return [called.says("measures_enough", **where, **self._of(best)), *self._unsure(best)]
        lines = [called.says("measures_best" if found.exhaustive else "measures_found", **where, **self._of(best)),
                 *self._unsure(best)]  # fmt: skip
        if nearest is not None:
            over = self.risk((nearest.risk.high if found.target.sure else nearest.risk.value) - found.target.most)
            key = "measures_fails" if found.exhaustive else "measures_fails_found"
            lines.append(called.says(key, over=over, **self._of(nearest)))
        changes = " ".join(f"--set \"{each}\"" for option in best.chosen for each in option.sets)
        return [*lines, called.says("measures_how", changes=changes)]

    def _of(self, tried: Tried) -> dict[str, str]:
        return {"chosen": self.chosen(tried.chosen), "cost": self.cost(tried), "risk": self.risk(tried.risk.value),
                "interval": self.interval(tried)}  # fmt: skip

    def _unsure(self, best: Tried) -> list[str]:
        return [self.called.says("measures_unsure")] if best.risk.high > self.found.target.most else []

    def _too_few(self) -> list[str]:
        """That no number of breaches would have been sure, if that is so: (1 - p)^n = 2.5 %."""
        target, runs = self.found.target, len(self.found.base.losses)
        least = 1 - ((1 - CONFIDENCE) / 2) ** (1 / runs)
        if not target.sure or least <= target.most or not target.most:
            return []
        wanted = int(log((1 - CONFIDENCE) / 2) / log(1 - target.most)) + 1
        return [self.called.says("measures_too_few", runs=f"{runs:,}", target=self.risk(target.most),
                                 least=self.risk(least), wanted=f"{wanted:,}")]  # fmt: skip

    @property
    def notes(self) -> list[str]:
        """What is to know besides."""
        found, called = self.found, self.called
        count, assumed = len(found.measures.costs), found.measures.assumed
        lines = [called.says("measures_costs" if assumed else "measures_costs_known", count=count, assumed=assumed)]
        if found.left_out:
            lines.append(called.says("measures_left_out", count=len(found.left_out), runs=f"{found.runs:,}"))
        failed = [each for each in found.tried if each.failed is not None]
        lines += [called.says("measures_failed", chosen=self.chosen(each.chosen), why=each.failed[1])
                  for each in failed[:SHOWN_FAILURES] if each.failed]  # fmt: skip
        return lines


def print_measures(console: Console, found: Search, where: str, language: str) -> None:
    """Print what to do, what it costs, and what each lower risk would."""
    said = Said(found, language)
    called = said.called
    put(console, heading(called), style="bold")
    put(console, *_design(said), "")
    put(console, terminal_table(language, _columns(said), found.front, gap=1))
    put(console, "", called.says("measures_means"), style="dim")
    put(console, "", *said.answer, *said.notes)
    put(console, called.says("files", where=where), soft_wrap=True)


def _design(said: Said) -> list[str]:
    found, called = said.found, said.called
    start = found.player.start
    dropped = sum(not each.whole and each.failed is None for each in found.tried)
    design = called.says("measures_design", measures=len(found.measures.each), sets=f"{found.sets:,}",
                         runs=f"{found.runs:,}", sampling=called.says(f"ensemble_{start.sampling}"),
                         seed=start.seed)  # fmt: skip
    tried = f"{len(found.tried):,}"
    if not found.exhaustive:
        return [design, called.says("measures_searched", tried=tried)]
    return [design, called.says("measures_tried", tried=tried, dropped=f"{dropped:,}")]


def _columns(said: Said) -> list[Column[Tried]]:
    found, called = said.found, said.called
    key = "measures_escape" if found.target.of_volume else "measures_chance"
    return [
        Column("", lambda each: said.chosen(each.chosen), title=called.says("measures_set")),
        Column("", lambda each: figure(each.cost), Sort.FIGURE,
               title=called.says("measures_cost", money=found.measures.money)),
        Column("", lambda each: said.risk(each.risk.value), Sort.FIGURE,
               title=called.says(key)),
        Column("", said.interval, Sort.FIGURE, title=called.says("ensemble_interval")),
        Column("", lambda each: called.says("measures_yes") if found.target.reached_by(each) else "", Sort.AMOUNT,
               title=called.says("measures_target")),
    ]  # fmt: skip
