"""An after-action report: what was planned, what was done, what each lateness cost."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf, isfinite, isnan

from sim.called import Called
from sim.check import TierVerdict
from sim.check.warning import BENCHMARK_S
from sim.drill.after_action import AfterAction, Doubt, Unsaid
from sim.drill.closing import Closed, Reported, unanswered
from sim.drill.harm import Harm
from sim.drill.lateness import Late, Source, Stage
from sim.drill.mark import list_mark
from sim.park.sheet import count_of
from sim.record.column import Sort, placed
from sim.report.numbers import NOTHING, after_start, figure, span
from sim.report.paper import Paper, Section
from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR, volume_text

WARNINGS = placed("sensor", "alarm", "noticed", "closed", "open", "in_time")
REPORTS = placed(("number", Sort.AMOUNT), "report", "to", "due", "made", "in_time")


class AfterPaper:
    """Makes the report of one exercise in one language."""

    def __init__(self, found: AfterAction, language: str = "en") -> None:
        self.found = found
        self.language = language
        self.called = Called(found.replay.of.park, found.replay.of.scenario, language)
        self.say = self.called.says

    def paper(self) -> Paper:
        """The whole report."""
        makers = (self.verdicts, self.improvements, self.actions, self.warnings, self.reports, self.doubts)
        sections = [section for make in makers if (section := make()) is not None]
        title = self.say("title", scenario=self.called.name(self.called.played))
        return Paper(title, self.language, self.head(), sections)

    def head(self) -> list[str]:
        """The park, the log, and by which rule what it does not mention was done."""
        found = self.found
        names = [self.action(job) for job in found.replay.not_mentioned]
        return [
            self.say("park", park=self.called.name(self.called.park)),
            self.say("log", log=found.log.name, rows=len(found.log.rows)),
            self._list(),
            self.say(f"rule_{found.replay.rule}", actions=self.called.listed(names) or self.say("none")),
            *(self.say("note", note=each) for each in found.log.notes),
        ]

    def _list(self) -> str:
        """By which list the log was read, and who says so."""
        mark, name = list_mark(self.found.master.lines), self.found.list_name
        if name:
            return self.say("list_named", name=name, mark=mark)
        return self.say("list_own" if self.found.log.mark else "list_unsaid", mark=mark)

    def verdicts(self) -> Section:
        """Tier by tier, planned against actual."""
        amounts = (("escaped_planned", Sort.AMOUNT), ("escaped_actual", Sort.AMOUNT))
        tiers = zip(self.found.planned.tiers, self.found.actual.tiers, strict=True)
        rows = [self._verdict(one, other) for one, other in tiers]
        return Section(self.say("verdicts"), placed("tier", "planned", "actual", *amounts, "first_actual"), rows)

    def _verdict(self, planned: TierVerdict, actual: TierVerdict) -> list[str]:
        both = (planned, actual)
        return [
            self.called.tier(planned.tier),
            *(self.say(each.word) for each in both),
            *(volume_text(each.escaped_m3) if each.escapes else NOTHING for each in both),
            self._first(actual),
        ]

    def _first(self, tier: TierVerdict) -> str:
        first = tier.first_escape
        return f"{station(first.first_s)}, {self.called.way(first.link)}" if first else NOTHING

    def improvements(self) -> Section:
        """What to do better, by what it cost: delays by their water, then warnings and reports that were late."""
        worst = self.found.worst
        head = self.say("worst", action=self.action(worst.job)) if worst else self.say("no_worst")
        every = [self.sentence(each) for each in self.found.improvements]
        every += [*self._late_warnings(), *self._late_reports()]
        return Section(self.say("improvements"), lines=[head, *(every or [self.say("nothing_late")])])

    def sentence(self, late: Late) -> str:
        """One job that was late: who, where, by how many minutes, what it cost."""
        words = {"action": self.action(late.job), "who": self.who(late.job), "facility": self.facility(late.job)}
        if isnan(late.planned.done_s):
            first = self.say("unplanned_done", when=after_start(late.actual.done_s), **words)
        elif late.late_s == inf:
            first = self.say("after_never", planned=after_start(late.planned.done_s), **words)
        else:
            first = self.say("after_late", when=after_start(late.actual.done_s), late=span(late.late_s), **words)
        parts = [first, self._note(late), *self._lost(late), self.cost(late), self._slack(late)]
        return self.say("sentence_joint", one="", other="").join(filter(None, parts))

    def _note(self, late: Late) -> str:
        return self.say("after_note", note=late.note.rstrip(".。")) if late.note else ""

    def _lost(self, late: Late) -> Iterator[str]:
        """Where the time went, and where it was won back."""
        told = [(stage, time_s) for stage, time_s in late.lost if stage is not Stage.WHOLE]
        for key, sign in (("lost", 1), ("won", -1)):
            spans = [(stage, sign * time_s) for stage, time_s in told if sign * time_s >= 1]
            where = [self.say(f"lost_{stage}", time=span(time_s)) for stage, time_s in spans]
            if where:
                yield self.say(key, where=self.called.listed(where))

    def cost(self, late: Late) -> str:
        """What its lateness cost, in a sentence."""
        if late.mended.more_m3 > 0:
            return self.say("cost", **self._place(late.mended))
        if late.alone.more_m3 > 0:
            return self.say("cost_alone", **self._place(late.alone))
        if late.mended.more_m3 < 0:
            return self.say("gain", **self._place(late.mended))
        return self.say("cost_none")

    def _place(self, felt: Harm) -> dict[str, str]:
        return {
            "volume": volume_text(abs(felt.more_m3)),
            "tier": self.called.tier(felt.tier),
            "link": self.called.way(felt.link),
            "when": after_start(felt.first_s),
        }

    def _slack(self, late: Late) -> str:
        slack_s = late.actual_slack_s
        if not isfinite(slack_s):
            return ""
        key = "slack_left" if slack_s >= 0 else "slack_early" if late.too_early else "slack_gone"
        return self.say(key, time=span(abs(slack_s)))

    def _late_warnings(self) -> Iterator[str]:
        for each in self.found.closed:
            if isnan(each.closed_s):
                yield self.say("warning_open", sensor=self.called.sensor(each.sensor))
            elif not each.in_time:
                words = {"time": span(each.open_s), "benchmark": span(BENCHMARK_S)}
                yield self.say("warning_late", sensor=self.called.sensor(each.sensor), **words)

    def _late_reports(self) -> Iterator[str]:
        for each in self.found.reports:
            if each.late_s > 0:
                words = {"to": each.receiver, "when": after_start(each.made_s)}
                report = each.text.in_language(self.language).rstrip(".。")
                yield self.say("report_late", report=report, late=span(each.late_s), **words)

    def actions(self) -> Section:
        """Every action: planned, actual, slack won or lost, what it cost."""
        times = ((key, Sort.WHOLE) for key in ("planned", "actual", "late_by"))
        columns = placed(("number", Sort.AMOUNT), "after_action", *times, "slack_planned", "slack_actual",
                         ("cost_m3", Sort.AMOUNT))  # fmt: skip
        rows = [self._action(each) for each in self.found.jobs]
        by_rule = any(each.source is Source.RULE for each in self.found.jobs)
        lines = [self.say("star_means")] if by_rule else []
        return Section(self.say("actions"), columns, rows, lines)

    def _action(self, late: Late) -> list[str]:
        actual = self.say("failed") if late.failed else self._when(late.actual.done_s)
        return [
            str(self.found.number(late.job) or NOTHING), self.action(late.job), self._when(late.planned.done_s),
            actual if late.source is Source.LOG else f"{actual} *", self._later(late.late_s),
            _signed(late.planned_slack_s), _signed(late.actual_slack_s), figure(late.cost_m3) if late.cost else NOTHING,
        ]  # fmt: skip

    def _later(self, late_s: float) -> str:
        return self.say("not_done") if late_s == inf else _signed(late_s)

    def _when(self, at_s: float) -> str:
        return self.say("not_done") if isnan(at_s) else station(at_s)

    def warnings(self) -> Section | None:
        """Every warning against the half hour; None when there was none."""
        rows = [self._warning(each) for each in self.found.closed]
        title = self.say("after_warnings", benchmark=span(BENCHMARK_S))
        alone = self.called.listed(map(self.called.sensor, unanswered(self.found.replay)))
        lines = [self.say("warnings_without_rule", sensors=alone)] if alone else []
        return Section(title, WARNINGS if rows else (), rows, lines) if rows or lines else None

    def _warning(self, each: Closed) -> list[str]:
        times = [each.alarm_s, each.noticed_s, each.closed_s]
        shown = [NOTHING if isnan(at_s) else station(at_s) for at_s in times]
        open_ = NOTHING if isnan(each.open_s) else span(each.open_s)
        return [self.called.sensor(each.sensor), *shown, open_, self.say("yes" if each.in_time else "no")]

    def reports(self) -> Section | None:
        """Every report that was owed; None when there was none."""
        rows = [self._report(each) for each in self.found.reports]
        return Section(self.say("reports"), REPORTS, rows) if rows else None

    def _report(self, each: Reported) -> list[str]:
        made = NOTHING if isnan(each.made_s) else station(each.made_s)
        in_time = "after_unknown" if isnan(each.made_s) else "yes" if each.in_time else "no"
        words = [each.text.in_language(self.language), each.receiver.in_language(self.language)]
        return [str(each.number or NOTHING), *words, station(each.due_s), made, self.say(in_time)]

    def doubts(self) -> Section:
        """What nobody can say from the log."""
        lines = [self._doubt(each) for each in self.found.doubts] or [self.say("no_doubts")]
        return Section(self.say("doubts"), lines=lines)

    def _doubt(self, doubt: Doubt) -> str:
        names = [self._subject(doubt.why, each) for each in doubt.subjects]
        if doubt.spans_s:
            spans = zip(names, doubt.spans_s, strict=True)
            names = [self.say("jumped_by", what=name, time=span(each)) for name, each in spans]
        return self.say(f"doubt_{doubt.why}", what=self.called.listed(names))

    def _subject(self, why: Unsaid, subject: str) -> str:
        if why is Unsaid.NOT_CLOSED:
            return self.called.sensor(subject)
        if why is Unsaid.NO_ACTION:
            return self._row(subject)
        if why is Unsaid.NOT_REPORTED:
            report = next(each for each in self.found.reports if each.key == subject)
            return report.text.in_language(self.language).rstrip(".。")
        return self.action(subject)

    def _row(self, place: str) -> str:
        """A row of the log by its place, with the line that its number is taken for."""
        number = next(row.number for row in self.found.log.rows if row.place == place)
        line = next(each for each in self.found.master.lines if each.number == number)
        said = line.text.in_language(self.language).rstrip(".。")
        return self.say("row_of_line", place=place, number=number, text=said)

    def action(self, job: str) -> str:
        """What people call a job; one that is ordered again with its count."""
        name, again = self.called.job(job), count_of(job)
        return f"{name} #{again}" if again else name

    def who(self, job: str) -> str:
        """Whose job it is."""
        sheet = self.found.replay.of.sheet(job)
        return self.called.crew(sheet.crew) if sheet and sheet.crew else self.say("control_room")

    def facility(self, job: str) -> str:
        """What it is done to."""
        return self.called.listed(map(self.called.facility, self.called.facilities(job)))


def station(time_s: float) -> str:
    """A time since the incident began, for a table; with seconds where there are some.

    >>> station(8460), station(8490.4)
    ('T+2:21', 'T+2:21:30')
    """
    minutes, seconds = divmod(round(time_s), SECONDS_A_MINUTE)
    hours, minutes = divmod(minutes, SECONDS_AN_HOUR // SECONDS_A_MINUTE)
    return f"T+{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


def _signed(time_s: float) -> str:
    """A span of time with its sign."""
    if not isfinite(time_s):
        return NOTHING
    return "0 min" if abs(time_s) < 0.5 else ("-" if time_s < 0 else "") + span(abs(time_s))
