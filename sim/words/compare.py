"""Words of two designs held against each other on the same draws, and the help of the command."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "compare_side": "{side}  {name}: {what}",
    "compare_design": "{runs} runs of each on the same draws, {sampling}, seed {seed}; {numbers}",
    "compare_numbers": "uncertain numbers the same for both: {shared}; lots, too",
    "compare_own":
        "uncertain numbers the same for both: {shared}, of A alone: {first}, of B alone: {second}; lots the same, too",
    "compare_chance": "{side} breached",
    "compare_only": "only {side}",
    "compare_difference": "B less A",
    "compare_span": "{low} to {high}",
    "compare_means":
        "only A, only B: runs that breach the one and not the other. B less A: of 100 runs; less than 0 is fewer",
    "compare_fewer": "{tier}: B is breached in {value} of 100 runs fewer ({low} to {high}).",
    "compare_more": "{tier}: B is breached in {value} of 100 runs more ({low} to {high}).",
    "compare_unsure":
        "{tier}: these runs do not tell which is breached less; B less A lies between {low} and {high} of 100 runs.",
    "compare_same": "{tier}: no run differs; B less A lies between {low} and {high} of 100 runs.",
    "compare_spares": "B lets {value} m3 less escape on average ({low} to {high}).",
    "compare_costs": "B lets {value} m3 more escape on average ({low} to {high}).",
    "compare_alone": "Only {side} has the tiers {tiers}; they cannot be held against anything.",
    "compare_failed":
        "{failed} of {runs} pairs of runs could not be played in one design or the other and are not counted; see "
        "failed.csv",
    "compare_failure": "  {side}, run {index}: {why}",
    "help_compare": """\
Play two designs many times on the same draws - the same spill, the same delays, the same valves that fail - and say
for each tier how much more or less often the second is breached, and how sure that is. Two scenarios, also in two
parks; or one scenario as it is written against the same with --pick, or with --with for the second alone; or two picks.
""",
    "help_compare_more": """\
files: DIR/NAME-compare-seedS-SAMPLING-HASH/ with compare.csv, failed.csv, and the runs of each in a/ and b/
""",
    "help_compare_with_remark": "is a larger pool worth it?",
    "help_compare_pick_remark": "one named change against another",
    "help_compare_pick":
        "play the second with an override or named scenario of the file; written twice, the first with the one and the "
        "second with the other",
    "help_compare_set": "change a value in both",
    "help_compare_with": "change a value in the second alone",
    "help_compare_runs": "how many runs of each (default: 1000)",
}
