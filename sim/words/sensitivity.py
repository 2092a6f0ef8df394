"""Words of studies of sensitivity: what decides an answer, its figures, and the help of the command."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "sens_of_margin": "the margin of {tier}",
    "sens_of_escaped": "what escapes from {tier}",
    "sens_of_breached": "whether {tier} is breached",
    "sens_inputs": "{inputs} inputs of {numbers} uncertain numbers",
    "sens_inputs_lots": "{inputs} inputs of {numbers} uncertain numbers and all lots",
    "sens_design_sobol": "Sobol indices of {inputs}: {count} points, {runs} runs, seed {seed}",
    "sens_design_morris": "Elementary effects of {inputs} (Morris): {count} trajectories, {runs} runs, seed {seed}",
    "sens_design_tornado":
        "Tornado of {inputs}: each from its 5 % to its 95 % value, the others in their middle, nothing failing by lot; "
        "{runs} runs",
    "sens_group": "group {name}",
    "sens_lots": "what fails by lot",
    "sens_decides": "What decides {output}: {named}{rest}.",
    "sens_moves": "What moves {output} most, from one end of what it may be to the other: {named}{rest}.",
    "sens_turns": "What moves {output} most, from {middle} in the middle of all: {named}{rest}.",
    "sens_first": "first {what}",
    "sens_second": "then {what}",
    "sens_third": "then {what}",
    "sens_next": ", ",
    "sens_share": "{input} ({share} of the variance)",
    "sens_shares": "{input} ({share} of the variance by itself, {whole} with others)",
    "sens_by": "{input} (by {size} on average)",
    "sens_ends": "{input} ({low} to {high})",
    "sens_rest_share": "; the other {count} together {share}",
    "sens_rest_share_one": "; the other one {share}",
    "sens_rest_by": "; none of the other {count} by more than {size}",
    "sens_rest_nothing": "; the other {count} do nothing",
    "sens_rest_nothing_one": "; the other one does nothing",
    "sens_rest_by_one": "; the other one by {size}",
    "sens_joint": "{share} of it is decided only by several together.",
    "sens_under": "under 1 %",
    "sens_unclear": "{count} points do not tell what decides {output}; a larger -n may.",
    "sens_steady": "{output} is the same in all runs, {value}, and nothing decides it.",
    "sens_rare": "{output} differs much in too few runs to tell what decides it; a larger -n may.",
    "sens_input": "input",
    "sens_alone": "by\nitself %",
    "sens_whole": "with\nothers %",
    "sens_interval": "95 %\ninterval",
    "sens_between": "{low} to {high}",
    "sens_larger": "if\nlarger",
    "sens_rises": "rises",
    "sens_falls": "falls",
    "sens_both": "both",
    "sens_size": "moves it by\n{unit}",
    "sens_mean": "upwards\n{unit}",
    "sens_scatter": "scatter\n{unit}",
    "sens_from_to": "5 % to 95 %",
    "sens_low": "low\n{unit}",
    "sens_high": "high\n{unit}",
    "sens_apart": "apart\n{unit}",
    "sens_means_sobol":
        "By itself: the share of the variance that goes once this input is known. With others: the share that stays "
        "while it alone is unknown.",
    "sens_means_larger": "Below 0 is chance. Rises, falls: what the output does if the input is larger.",
    "sens_means_morris":
        "Moves it by: from one end of the input to the other, whichever way, on average over many places (mu*). "
        "Scatter: how much that differs from place to place (sigma).",
    "sens_means_upwards": "Upwards: the same as moves it by, with its sign (mu).",
    "sens_means_tornado":
        "Low, high: the output with this input at its 5 % and its 95 % value and all others in their middle.",
    "sens_more": "{count} more do less; all are in {file}",
    "sens_group_is": "Group {name}: these move together, so none of them decides by itself: {numbers}",
    "sens_group_ends": "Group {name}: these move together, and are all low or all high at once: {numbers}",
    "sens_same_lots": "Lots are the same in all runs of a trajectory; what they decide --method sobol tells.",
    "sens_untouched":
        "In {share} of the runs no accident water came into its space that counts. There all its free room stands for "
        "the margin, so that what decides it may decide only whether water comes; --of escaped,breached leaves that "
        "out.",
    "sens_of_escaped_only":
        "In {share} of the runs no accident water came into its space that counts, where no room is taken; so this is "
        "of what escapes.",
    "sens_even": "Intervals are those of single draws; these points scatter less.",
    "sens_no_power":
        "{count} is no power of two, so these Sobol points are less even than they could be; -n {power} would do",
    "sens_failed": "{failed} of {runs} runs could not be played; {rows} of {count} rows with them are left out, see "
                   "failed.csv",
    "sens_failure": "  row {row}, changed {changed}: {why}",
    "sens_fig_sobol": "What decides how the accident ends",
    "sens_fig_tornado": "What each number does by itself, low and high, the others in their middle",
    "sens_fig_morris": "How far each number moves the answer, and how differently from place to place",
    "sens_fig_margin": "{tier}\nmargin",
    "sens_fig_escaped": "{tier}\nwhat escapes",
    "sens_fig_breached": "{tier}\nbreached",
    "sens_fig_alone": "by itself",
    "sens_fig_whole": "with others",
    "sens_fig_interval": "95 % interval",
    "sens_fig_low": "input at its 5 % value",
    "sens_fig_high": "at its 95 % value",
    "sens_fig_middle": "all in their middle",
    "sens_fig_same": "the same in\nall runs:\n{value}",
    "sens_fig_rare": "too few runs\ndiffer to tell",
    "sens_fig_together": "{count} numbers together",
    "sens_fig_nothing": "The outputs are the same in all runs, or differ in too few of them to tell what decides.",
    "sens_fig_lots": "Lots are the same within a trajectory.",
    "axis_variance": "Share of the variance",
    "axis_breached_or_not": "Breached (1) or not (0)",
    "axis_moved": "Moves it by (mu*)",
    "axis_scatter": "Scatter (sigma)",
    "help_sensitivity": """\
Which uncertain number decides how the accident ends: for every tier's margin, or what escapes, or whether it is
breached, the numbers by what they do to it. Sobol indices say how much of the variance each decides, by itself and with
others; Morris's elementary effects how far each moves it, at few runs for many numbers; a tornado what each does from
its 5 % to its 95 % value. Numbers that move together count as one.
""",
    "help_sensitivity_more": """\
files: DIR/SCENARIO-PICK-sensitivity-METHOD-HASH/ with sensitivity.csv (every output and input), outputs.csv, failed.csv
       and figures
""",
    "help_sensitivity_fast": "in seconds: what each number does by itself",
    "help_sensitivity_few": "which numbers matter at all, at few runs",
    "help_sensitivity_whole":
        "how much of the variance each decides, in a minute or two; more points narrow the intervals",
    "help_sensitivity_method": "how it is found (default: sobol)",
    "help_sensitivity_count":
        "points of sobol (default: 1024; runs: N times the inputs and two), or trajectories of morris (default: 20; "
        "runs: N times the inputs and one)",
    "help_sensitivity_of":
        "what is told and drawn of each tier, of {listed} (default: its margin where accident water always came, else "
        "what escapes); the tables have all",
}
