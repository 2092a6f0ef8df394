"""What `--help` teaches of each command."""

from __future__ import annotations


def _study_files(files: str) -> str:
    """Where the files of a study go."""
    return f"""\
where files go:
  DIR/SCENARIO-PICK-HASH/, beside everything that `run` writes there: {files}.
  A later run of the same input leaves them there."""


WORDS: dict[str, str] = {
    "help_usage": "usage: ",
    "help_words": "positional arguments",
    "help_options": "options",
    "help_examples": "examples:",
    "help_statuses": """\
exit status:
  0    played, or checked and found right
  1    a tier was breached and --fail-on-breach was given, or a plan has conflicts and --fail-on-conflict was given
  2    the input is wrong: a file, an option, a folder that cannot be written
  3    the program is wrong; please report it
  130  interrupted
""",
    "help_whole": """\
Does a chemical park's emergency containment hold? Plays an accident - spill, fire water, rain, and the
people who answer it - and says for plant, public facilities and park boundary whether each held.

usage:
  {prog} SCENARIO [options]          play a scenario; the same as: run SCENARIO
  {prog} run SCENARIO [options]      play a scenario, save what was seen, print the verdict
  {prog} board [PARK|SCENARIO]       a page on this machine: move a slider, see whether each tier holds
  {prog} deadlines SCENARIO          by when each action must be done for each tier to hold
  {prog} limits SCENARIO             the largest spill, fire and rain each tier holds; where room is short
  {prog} faults SCENARIO             which single fault breaks which tier, and which two together
  {prog} periods SCENARIO            what rain of each return period breaks, and by when a gate must be shut
  {prog} recovery SCENARIO           when every space is empty again; what a second accident would find
  {prog} ensemble SCENARIO -n N      many runs, numbers and lots drawn anew: how likely each tier breaks
  {prog} sweep SCENARIO --over ...   one or two quantities over a range: where each tier's verdict turns
  {prog} sensitivity SCENARIO        which uncertain number decides how it ends: indices, effects, a tornado
  {prog} compare SCENARIO [SCENARIO] two designs on the same draws: which breaks less often, how sure
  {prog} measures SCENARIO           the cheapest set of measures under a target; cost against risk
  {prog} plot SCENARIO|RESULT        figures: what held, what was left, who was late, where it went
  {prog} report SCENARIO|RESULT      one page in one file: the answer, the map played back, charts, tables
  {prog} drill SCENARIO...           an exercise: who is told what, who must do what by when
  {prog} replay SCENARIO --log FILE  an exercise played with its real times, and the after-action report
  {prog} play SCENARIO [options]     an exercise against the clock: what is due, what was done, and its log
  {prog} coverage PARK SCENARIO...   which operation sheets drills exercise, the fewest drills for all
  {prog} size SHEET|PARK|SCENARIO    what the sizing standards ask for, worked out, and beside a run
  {prog} new park NAME               a park to begin with, explained block by block; or: new scenario PARK
  {prog} import inventory LIST...    planners' lists of emergency spaces as a park, told row by row
  {prog} import geojson|... FILE     take places, lengths and areas of a park from a map layer or a drawing
  {prog} gaps PARK [SCENARIO...]     what the lists lack, by how much a verdict hangs on it, and whom to ask
  {prog} import gaps FILE            take a filled-in list of gaps back into the park
  {prog} reconcile PARK              published totals against the sum of their parts, and how they may differ
  {prog} package PARK SCENARIO...    the papers a park owes: lists, response plan, map, cards, out of runs
  {prog} map SCENARIO|PARK|RESULT    the park on one sheet: how full, what flows, who works, which tier holds
  {prog} export swmm SCENARIO        write the water's ways as a file for EPA SWMM, to check or go on with
  {prog} export geojson|gpkg FILE    write a park with places, and what came of a run, for maps such as QGIS
  {prog} validate FILE... [options]  check parks and scenarios, all problems at once, without playing them
  {prog} upgrade FILE... [options]   write anew what files of earlier programs say otherwise than today
  {prog} schema park|scenario|...    print the JSON Schema of the files, for editors
  {prog} COMMAND --help              every option of a command, with examples
  {prog} --version                   print the version
""",
    "help_whole_more": """\
where files go:
  results/SCENARIO-PICK-HASH/, or elsewhere with --out DIR. The same input gives the same folder with the same
  tables; an older one is replaced whole. Parks and scenarios are never changed.""",
    "help_run": """\
Play a scenario, save everything that was seen, and print the verdict tier by tier.
""",
    "help_run_more": """\
where files go:
  DIR/SCENARIO-PICK-HASH/ with, among others, summary.json, tiers.csv, margins.csv, crossings.csv, actions.csv,
  events.csv, storages.csv, links.csv, ledger.csv, trace.parquet, assumptions.csv, manifest.json and, in
  resolved/, the park and the scenario as they were played. HASH is that of all inputs. Headers have units.""",
    "help_run_plain": "what the file says",
    "help_run_picked": "with the changes that the file lists under that name",
    "help_run_changed": "with changes of your own; paths beginning with park. reach into the park file",
    "help_run_measured":
        "from what the monitoring platform shows now; levels older than --max-age at the start are refused",
    "help_run_scripted": "for scripts",
    "help_deadlines": """\
Find by when each action and each job of the response plan must be done for each tier to keep its verdict, the
most pressing first. Of a tier that is breached: by when this action alone would have prevented it. Found by
playing the scenario again and again with the action done at other times, to half a second, proved on either side.
""",
    "help_deadlines_more": _study_files("deadlines.csv"),
    "help_limits": """\
Find the largest spill, the longest fire and the deepest rain that each tier still holds, all else being as it is, and
of a breached tier the least extra room that would have kept it, storage by storage. Found by playing the
scenario again and again, to 0.1 % and 1 m3, proved on either side.
""",
    "help_limits_more": _study_files("limits.csv, space.csv"),
    "help_faults": """\
Play the scenario with every single part failing from the start - gates and valves stay as they are, pumps do not run,
power areas go dark, crews do not come, equipment is not there, sensors are silent - and say which tier each
breaks; then pairs of those that change anything.
""",
    "help_faults_more": _study_files("faults.csv, fault-pairs.csv"),
    "help_periods": """\
Play the scenario in a storm of each return period - its own rain, if that comes from a storm formula, or one that
--storm brings - and say which tier gives way, by how much and when, and what is left in those that hold; and from
which return period on each tier gives way, to 1 %, proved on either side. With --closing also for each time at which
something is done, such as a river gate being shut.
""",
    "help_periods_more": _study_files("""\
periods.csv, gives-way.csv,
  closing.csv, and in figures/ periods and closing as PNG and SVG"""),
    "help_recovery": """\
Play on after the scenario, with every designed transfer towards treatment running, until what accident water reached
is back at its starting level: when that is for each space, tier and the whole park, what it waits for, what never
empties and why, and the room that a second accident would find after 1, 3, 7, 14 and 30 days.
""",
    "help_recovery_more": _study_files("recovery.csv, second-event.csv"),
    "help_recovery_then": "then a second accident in what is still full:",
    "help_plot": """\
Draw a run: volumes of the tiers over time, storages, margins from the spill to the boundary, the race of each action
against the water, crews, where every cubic metre went, river sections in profile, what single faults break, and the
map at its worst moment. A scenario is played first; the folder of a result is read. Each has its table beside it.
""",
    "help_plot_more": """\
where files go:
  DIR/SCENARIO-PICK-HASH/figures/, or figures/ in the folder of the result: each as PNG and SVG, and as CSV the numbers
  it shows.""",
    "help_map": """\
Draw the park on one sheet, as PNG and SVG with the table behind them. Of a scenario, or of the folder of a result:
storages filled by level in the colours of where the water comes from, links by rate, gates open or shut, teams at
work, alarms, and each tier's verdict, at its worst moment or at any other. Of a park: what stands where. Where the
park file knows places it is a true map, else a schematic by tiers.
""",
    "help_map_more": """\
the worst moment:
  when water first escaped from the outermost tier that was breached; else when the fullest storage was fullest

where files go:
  into figures/ of the result's folder: map.png, map.svg, map.csv, with the time in their names if --at names one;
  of a park alone into DIR: PARK-map.png, PARK-map.svg, PARK-map.csv""",
    "help_report": """\
Make report.html of a run: one file that needs no network. The answer first - three tiers, what was left, the one action
that decides - then the park's map with a time slider, charts, tables that sort, the ledger, what is assumed, the
input. In English and Chinese, for a screen, a phone and for print. With an ensemble of the same scenario also how
likely each tier is to be breached, by which way, by which numbers together, with its figures.
""",
    "help_report_more": """\
where files go:
  DIR/SCENARIO-PICK-HASH/report.html, beside everything that `run` writes there, or into the folder of the result.""",
    "help_package": """\
Write what "one park, one plan, one map" asks for, out of runs of the park's scenarios: the lists of spaces and of
facilities and means, the response plan (who closes and opens what in which order and by when, what is left if it
fails, recovery, reports), the map, a card a scenario and a card a post, and a cover sheet that says how every number
is known. What the park does not know is said to be not known, with whom to ask; names and telephones are left blank.
""",
    "help_package_more": """\
where files go:
  DIR/: 0-cover, 1-plan, 2-map, 3-lists, 4-scenario-cards, 5-post-cards, each with its language in its name; DIR/runs/:
  the result of every scenario with its studies, where every volume and time of the papers is found. What you have
  filled in or edited there is never written over.""",
    "help_drill": """\
Make the master list of an exercise out of a scenario, or of several incidents of one day: what is told to whom and
when, what is expected of whom by which deadline, what follows if it is missed, what evaluators look at. Every time,
level and deadline is that of a run. Edit the workbook and hand it back with --from: numbers and changes are kept.
""",
    "help_drill_more": """\
where files go:
  DIR/SCENARIO-PICK-HASH/drill/, beside the result of the run: master-list.xlsx, .csv, .json. What you have edited there
  is never written over, unless it is what --from reads.""",
    "help_drill_two": "two incidents of one day",
    "help_drill_edited": "after you have edited the workbook, or after the scenario has changed",
    "help_drill_held": "held against the clock, ten times as fast; `play --help` says more",
    "help_replay": """\
Play a scenario with the times at which things were done in an exercise, and hold it against the plan: tier by tier, the
slack of each action, what each delay cost in cubic metres and where (found by mending it alone), warnings against the
half hour, reports owed, what to improve, and what nobody can say from the log.
""",
    "help_replay_more": """\
the log:
  A row for each thing that happened. number or action: the line of the master list, or the id of a job, an action, an
  operation sheet or a sensor. what: noticed, ordered, begun, done, failed, released. time: a clock time of the exercise
  (02:50), T+ since the incident began (T+80 min, T+1:20; T+25 is minutes), E+ since the exercise began. list: the mark
  of the master list that it was written by, which is looked for beside the log; a log is never read by another. Also
  who, note, incident. Chinese headers and words will do. Done times decide the water; the others say where time was
  lost.

where files go:
  DIR/SCENARIO-PICK-after-HASH/: after-action.html, after-action.md, after-action.json, and as tables after-tiers.csv,
  after-actions.csv, after-warnings.csv, after-reports.csv, after-doubts.csv. HASH is that of all inputs.""",
    "help_replay_by_list": "with the numbers and the clock of the list that the exercise was held by",
    "help_play": """\
Hold an exercise by its master list, against the clock: what is due now, what comes next, what is overdue. Entries are
typed on a line. Contingency injects are let go when their action is not done by their time; quiet stretches are
jumped over. Each entry is on the disk before the next is taken; a play that was cut off goes on with --resume.
""",
    "help_play_more": """\
entries (their Chinese words will do: 完成 失败 下令 开始 发现 撤销 暂停 继续 跳时 显示 退出 帮助):
  14 done                   line 14 is done; also: failed, ordered, begun, noticed
  14 done at T+1:20 by whom it was seen    at another time than now; the rest is a note
  14 done T+25              25 minutes after the incident began, as over a radio; also 02:50; what is no time is refused
  undo                      take the last entry back
  pause, go                 stop the clock, let it run
  jump, jump 20 min         to the next jump of the list now, or by so much
  show, help, quit          what is due; these words; end here and write the log

where files go:
  DIR/NAME-log.csv for `replay`, its list in DIR/NAME-list.json, and DIR/NAME-journal.jsonl unless --journal names
  another file.""",
    "help_coverage": """\
Say which of a park's operation sheets the scenarios carry out, picks included, and of every other one why not. Then
make drills for all sheets - a leak at each plant, main, pool and river section, along the water's way, day by day
through each sub-area - play each once to prove it, and find the smallest set of drills that carries out everything
within reach. With --calendar spread the set over a year.
""",
    "help_coverage_more": """\
where files go:
  DIR/coverage-PARK/: coverage.csv (a row a sheet), coverage-groups.csv (by tier, kind, crew, sub-area), uncovered.csv
  (why not, and what would), drill-set.csv and drill-set-sheets.csv (the smallest set); with --calendar also
  drill-calendar.xlsx and .ics for all, drill-calendar-control.xlsx, .ics and .csv for exercise control, and
  drill-cumulative.csv. An older folder of that name is replaced whole.""",
    "help_coverage_year":
        "with a workbook and calendar entries: one copy for all, one with the no-notice drill's day for exercise "
        "control",
    "help_coverage_as_files": "the set as scenario files, to be run, edited, or made into exercises",
    "help_coverage_one": "one scenario, and nothing generated",
    "help_size": """\
Ask the sizing standards - the two Chinese formulas for accident pools, first flush, fire water, bunds by their
dimensions, the rules of the UK, the USA, France, Germany and the Netherlands, Sandoz & Ciba - with one sheet of inputs,
each formula with its numbers put in, beside the space there is; say what is counted twice, and hold figures that a
sheet printed against its own inputs. Of a park: every plant that has a sizing block, with what the park knows put in.
Of a scenario: the plants that its releases and fires run into, beside what one run of it says.
""",
    "help_size_more": """\
where files go:
  Nothing is written, unless --out DIR is given: then the table goes to DIR/sizing.csv.""",
    "help_size_some": "one standard and those of one country",
    "help_size_run": "why the standards' sum and the run differ, term by term",
    "help_export": """\
Write a scenario in its park for another program. As swmm: an input file of EPA SWMM 5.2, with storages, weirs,
pumps, ratings as outlets, travel times as conduits, inflows as time series, actions by the clock as control rules;
and say what SWMM cannot be told. As geojson: a map layer (RFC 7946) of everything with a place, and of a scenario
what came of it, as columns with units in their names; with --at what stood and flowed at that time, too. As gpkg: the
same as a GeoPackage, a layer a sort, which GIS keep columns and Chinese in.
""",
    "help_export_more": """\
where files go:
  DIR/SCENARIO-PICK.geojson, DIR/PARK.geojson or DIR/RESULT.geojson (or .gpkg), or the file that is named;
  DIR/SCENARIO-PICK.inp, and DIR/SCENARIO-PICK-ids.csv with what the names in it stand for; older ones are replaced.
  With --out model.inp or --out layer.geojson it is that file, and model-ids.csv beside it.""",
    "help_export_crews": "with valves and pumps at the times at which crews got to them",
    "help_validate": """\
Read parks and scenarios, the latter with every override and named scenario, and say everything that is
wrong at once, each with file, line and column. Of what is right, say what it holds, name conflicts in
response plans, such as rules that fight each other, and set a park's published totals beside the sum of
its parts.
""",
    "help_validate_more": """\
where files go:
  Nothing is written, unless --out DIR is given: then the totals go to DIR/reconciliation.csv.""",
    "help_upgrade": """\
Write anew what parks and scenarios of an earlier program say and this one understands otherwise, such as pumps that
are stopped until people start them. Values are put into the text; comments and layout stay. No amount is changed:
what only people can decide, such as how far a gate's lip is open, is said with its place, and left as it is.
""",
    "help_upgrade_more": """\
what is looked through:
  A file that says format: 1 is left alone. One that says none is taken for older: so write format: 1 at the top of what
  you write today. It is written there when something was mended and nothing is left to decide, or with --mark when
  there is nothing to mend. Tables of a park are mended where they are CSV; of workbooks the cells are named.

where files go:
  Each is replaced whole; what it was stays beside it as FILE.bak.""",
    "help_schema": """\
Print the JSON Schema of park, scenario, sizing or measures files, or of your own texts for exercises, so that an editor
helps while you type.
""",
    "help_schema_more": """\
where files go:
  To the screen, or with --out DIR to DIR/KIND.schema.json.""",
}
