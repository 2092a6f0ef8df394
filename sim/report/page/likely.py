"""How likely it is, on a page: what an ensemble answers, in cards, sentences, figures and tables, in both languages."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from sim.called import Called
from sim.ensemble import TierFindings
from sim.ensemble.answer import Answer
from sim.ensemble.discovery import Discovery
from sim.ensemble.findings import Driver, Way
from sim.ensemble.prim import Found
from sim.report.discovery import box_text, cause_lines, discovery_lines
from sim.report.ensemble import amount_text, design_line, interval_text, note_lines, one_line, percent
from sim.report.figures.ensemble import draw_ensemble, figures_of
from sim.report.figures.frame import Look
from sim.report.figures.style import Sheet, as_files
from sim.report.incidents import incident_lines
from sim.report.number_name import number_name
from sim.report.numbers import NOTHING, figure
from sim.report.page.answer import TierAnswer
from sim.report.page.said import Said, both, words
from sim.report.page.tables import Cell, PageTable
from sim.words import LANGUAGES

Say = Callable[[Called], str]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure in every language, for a screen."""

    title: Said
    data: dict[str, str]
    """Of each language the SVG in base64."""


class Likely:
    """What an ensemble answers, in the pieces that a page puts into its places."""

    def __init__(self, answer: Answer, look: Look) -> None:
        self.answer, self.look = answer, look
        self.case = answer.ensemble.player.varying.case
        self.found = answer.found

    def said(self, say: Say) -> Said:
        """What is said in each language."""
        return both(lambda language: say(Called(self.case.park, self.case.scenario, language)))

    def lines(self, say: Callable[[Called], Iterable[str]]) -> list[Said]:
        """Lines, as many in each language."""
        called = (Called(self.case.park, self.case.scenario, language) for language in LANGUAGES)
        rows = zip(*map(say, called), strict=True)
        return [both(dict(zip(LANGUAGES, each, strict=True)).__getitem__) for each in rows]

    def headline(self) -> Said:
        """Every tier's chance in one sentence."""

        def say(called: Called) -> str:
            chances = (called.says("ens_page_tier", tier=called.tier(each.tier), chance=_chance(each))
                       for each in self.found.tiers)  # fmt: skip
            return called.says("ens_page_headline", chances=called.listed(chances))

        return self.said(say)

    def design(self) -> Said:
        """How many runs there are, and how they were drawn."""
        return self.said(lambda called: design_line(called, self.answer.ensemble, self.found))

    def cards(self) -> list[TierAnswer]:
        """Tier by tier, inside out."""
        return list(map(self._card, self.found.tiers))

    def why(self) -> list[Said]:
        """Which incident, way and ranges make the breaches."""
        return self.lines(lambda called: (*incident_lines(called, self.answer.incidents),
                                          *cause_lines(called, self.found),
                                          *discovery_lines(called, self.answer.boxes)))  # fmt: skip

    def pictures(self) -> list[Picture]:
        """Every figure that there is something to draw for."""
        return list(map(self._picture, figures_of(self.answer)))

    def tables(self) -> list[PageTable]:
        """Every table that has a row."""
        causes = [(each, way) for each in self.found.tiers for way in each.ways]
        drivers = [(each, driver) for each in self.found.tiers for driver in each.drivers]
        boxes = [(each, box) for each in self.answer.boxes.tiers for box in each.boxes]
        every = (
            _table("causes", ("tier", "way", "count", "share", "interval"),
                   [self._cause(*row) for row in causes], {2, 3, 4}),
            _table("boxes", ("tier", "limits", "density", "coverage"), [self._box(*row) for row in boxes], {2, 3}),
            _table("drivers", ("tier", "number", "breached_mean", "others_mean", "rank"),
                   [self._driver(*row) for row in drivers], {2, 3, 4}),
        )  # fmt: skip
        return [each for each in every if each.rows]

    def rests(self) -> list[Said]:
        """What the numbers mean, what is to know besides, and what plays one of the runs."""
        ensemble = self.answer.ensemble
        return self.lines(lambda called: [called.says("ensemble_means"), *note_lines(called, ensemble, self.found),
                                          one_line(called, ensemble)])  # fmt: skip

    def _card(self, each: TierFindings) -> TierAnswer:
        def line(key: str, volume_m3: float) -> Said:
            return words(key, volume=figure(volume_m3) if isfinite(volume_m3) else NOTHING)

        counted = words("ens_page_breached", count=f"{each.breach.count:,}", of=f"{each.breach.of:,}")
        told = [
            self.said(lambda called: called.says("ens_page_interval", interval=interval_text(called, each.breach))),
            line("ens_page_one_in_10", each.exceeded[0.1]), line("ens_page_one_in_100", each.exceeded[0.01]),
            line("ens_page_left", each.left[0.05]),
        ]  # fmt: skip
        story = {language: [each[language] for each in told] for language in LANGUAGES}
        return TierAnswer(each.tier, self.said(lambda called: called.tier(each.tier)),
                          "breached" if each.breach.count else "held", None, _chance(each), counted, "", story,
                          None)  # fmt: skip

    def _picture(self, name: str) -> Picture:
        def drawn(language: str) -> str:
            look = replace(self.look, language=language, sheet=Sheet.SCREEN)
            data, = as_files(name, draw_ensemble(name, self.answer, look), ("svg",)).values()
            return b64encode(data).decode("ascii")

        return Picture(words(f"ens_title_{name}"), {language: drawn(language) for language in LANGUAGES})

    def _name(self, say: Say) -> Cell:
        said = self.said(say)
        return Cell(said, said[LANGUAGES[0]].lower())

    def _cause(self, each: TierFindings, way: Way) -> list[Cell]:
        return [
            self._name(lambda called: called.tier(each.tier)), self._name(lambda called: called.way(way.link)),
            Cell(self.said(lambda called: f"{way.share.count:,}"), way.share.count),
            Cell(self.said(lambda called: f"{percent(way.share.share)} %"), way.share.share),
            Cell(self.said(lambda called: interval_text(called, way.share)), way.share.low),
        ]  # fmt: skip

    def _box(self, each: Discovery, box: Found) -> list[Cell]:
        limits = self.answer.boxes.limits(box)
        density, coverage = box.density, each.coverage(box)
        return [
            self._name(lambda called: called.listed(map(called.tier, each.tiers))),
            self._name(lambda called: box_text(called, limits)),
            Cell(self.said(lambda called: f"{percent(density)} %"), density),
            Cell(self.said(lambda called: f"{percent(coverage)} %"), coverage),
        ]  # fmt: skip

    def _driver(self, each: TierFindings, driver: Driver) -> list[Cell]:
        return [
            self._name(lambda called: called.tier(each.tier)),
            self._name(lambda called: number_name(called, driver.uncertain)),
            Cell(self.said(lambda called: amount_text(driver.uncertain, driver.breached)), driver.breached),
            Cell(self.said(lambda called: amount_text(driver.uncertain, driver.others)), driver.others),
            Cell(self.said(lambda called: f"{driver.rank:+.2f}"), abs(driver.rank)),
        ]  # fmt: skip


def _table(id: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], numbers: set[int]) -> PageTable:
    header = [words(f"ens_col_{each}") for each in heads]
    return PageTable(id, words(f"ens_table_{id}"), header, rows, frozenset(numbers))


def _chance(each: TierFindings) -> str:
    """The chance as counted; of what never happened that it may be less."""
    if each.breach.count or not each.breach.of:
        return f"{percent(each.breach.share)} %" if each.breach.of else NOTHING
    return f"< {percent(each.breach.high)} %"
