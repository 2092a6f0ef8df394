"""Words of ensembles: what many drawn accidents say, and the help of the command."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "ensemble_design": "{runs} runs, {sampling}, seed {seed}; {numbers}",
    "ensemble_mc": "each drawn by itself",
    "ensemble_lhs": "a Latin hypercube",
    "ensemble_sobol": "scrambled Sobol points",
    "ensemble_numbers": "{count} uncertain numbers and all lots drawn anew for each",
    "ensemble_lots": "no number is uncertain, only lots are drawn anew for each",
    "ensemble_breached": "breached",
    "ensemble_of": "{count} of {of}",
    "ensemble_chance": "chance",
    "ensemble_interval": "95 % interval",
    "ensemble_at_most": "at most {high} %",
    "ensemble_at_least": "at least {low} %",
    "ensemble_between": "{low} to {high} %",
    "ensemble_one_in": "escapes 1 in {of} [m3]",
    "ensemble_left": "left 1 in 20 [m3]",
    "ensemble_means":
        "1 in 10: more than this escapes in one of ten runs. 1 in 20: less than this is left in one of twenty; less "
        "than 0 has escaped",
    "ensemble_driver": "  {number}: {breached} on average where breached, {others} elsewhere (rank correlation {rank})",
    "ensemble_drivers": "What goes with a breach ({tiers}):",
    "ensemble_no_driver":
        "No uncertain number goes with a breach beyond chance ({tiers}): lots do, several together, or too few runs "
        "tell",
    "ensemble_no_power":
        "{runs} is no power of two, so these Sobol points are less even than they could be; -n {power} would do",
    "ensemble_even": "Points that lie evenly scatter less than these intervals say, which are those of single draws.",
    "ensemble_failed": "{failed} of {runs} runs could not be played and are not counted; see failed.csv",
    "ensemble_failure": "  run {index}: {why}",
    "ensemble_one": "One of them, K from 0 on: {command}",
    "ensemble_cut_off": "Runs are kept in {where}; the same words again go on from there.",
    "ensemble_pace": "{done} of {wanted} runs, {rate} a second, {left} to go; breached {chances}",
    "uncertain_line":
        "Uncertain: {count} numbers, each at the middle of what it may be; {met} of them on the accident's way",
    "uncertain_see": "; see `ensemble`",
    "help_ensemble": """\
Play a scenario many times, with its uncertain numbers and whatever may fail drawn anew for each run, and say how
likely each tier is to be breached, with an interval, by which way, how much escapes how often, which number goes with
it, and which ranges of the numbers together breach it. A scenario without uncertain numbers is played with lots only.
Runs stay on disk: killed and started again, it goes on, and what is on disk is not played again.
""",
    "help_ensemble_more": """\
files: DIR/SCENARIO-PICK-ensemble-seedS-SAMPLING-HASH/ with ensemble.html, figures, their tables (tiers.csv, causes.csv,
       goes-with.csv, boxes.csv, peeling.csv, exceedance.csv, fan.csv), failed.csv and, a row a run, runs/*.parquet;
       with --rare DIR/SCENARIO-PICK-rare-seedS-TIER-N-HASH/ with chance.csv, levels.csv, nearness.csv and its figure,
       takes.csv, breached.csv and failed.csv
""",
    "help_ensemble_plain": "a first answer in half a minute",
    "help_ensemble_even": "points that lie as evenly as they can",
    "help_ensemble_one": "one of its runs, with all that a run tells",
    "help_ensemble_runs": "how many runs, with --rare a level (default: 1000; with --until at most 1000000)",
    "help_ensemble_until": "stop once every tier's chance is known to this much either side, such as 0.5%%",
    "help_ensemble_workers": "on how many processes (default: one a core)",
    "help_ensemble_seed": "what all draws begin with (default: 1)",
    "help_ensemble_sampling": "each run drawn by itself, a Latin hypercube, or Sobol points (default: mc)",
    "help_ensemble_no_figures": "tables only, no figures and no page",
    "help_run_index": "play this run of an ensemble, with --seed as there; counted from 0",
    "help_run_sampling": "how that ensemble draws (default: mc)",
    "help_run_of": "how many runs it has, for lhs and sobol",
}
