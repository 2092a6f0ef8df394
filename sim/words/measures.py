"""Words of the cheapest set of measures, its figure, and the help of the command."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "measures_design":
        "{measures} measures, {sets} sets of them, {runs} runs on the same draws, {sampling}, seed {seed}",
    "measures_tried": "{tried} sets were tried; of {dropped} of them the first runs were enough",
    "measures_searched":
        "There are too many sets to try them all. A search tried {tried}, from none upwards and then one measure in "
        "another's place: a cheaper set that does it too is not ruled out.",
    "measures_set": "set",
    "measures_cost": "cost [{money}]",
    "measures_chance": "breached",
    "measures_escape": "escapes on average",
    "measures_target": "target",
    "measures_yes": "reached",
    "measures_none": "no measure",
    "measures_joint": " + ",
    "measures_grown": "{name} {amount}",
    "measures_means":
        "Each row is the least risk that can be had for its cost, of all sets that were tried; what is left out costs "
        "more and spares nothing.",
    "measures_enough": "{tier} is within {target} without any measure: {risk} ({interval}).",
    "measures_best":
        "The cheapest set that brings {tier} to {target} or less costs {cost}: {chosen}. It leaves {risk} "
        "({interval}).",
    "measures_found":
        "The cheapest set found that brings {tier} to {target} or less costs {cost}: {chosen}. It leaves {risk} "
        "({interval}).",
    "measures_unsure":
        "That it does so is not sure: its interval reaches beyond the target. More runs (-n) tell, and --sure asks for "
        "a set of which the whole interval lies below.",
    "measures_fails":
        "Every cheaper set fails; the nearest of them, {chosen} for {cost}, leaves {risk} ({interval}), {over} above "
        "the target.",
    "measures_fails_found":
        "The nearest of the cheaper sets tried, {chosen} for {cost}, leaves {risk} ({interval}), {over} above the "
        "target.",
    "measures_unreached":
        "No set brings {tier} to {target} or less. The nearest, {chosen} for {cost}, leaves {risk} ({interval}).",
    "measures_too_few":
        "{runs} runs cannot make sure of {target}: even without a single breach the chance may be {least}. -n {wanted} "
        "can.",
    "measures_costs": "Of {count} cost figures {assumed} are assumed; they are as good as that.",
    "measures_costs_known": "{count} cost figures, none of them assumed.",
    "measures_left_out": "{count} of {runs} runs cannot be played even without measures and count for no set.",
    "measures_failed": "Left out, for it cannot be played: {chosen}; {why}",
    "measures_how": "What the set changes: {changes}",
    "fig_title_pareto": "What a lower risk costs",
    "fig_pareto_means":
        "Numbered: sets than which no other that was tried is as cheap and breaks less, with 95 % intervals. Dots: "
        "other sets, all runs played. Costs as the file of measures has them.",
    "fig_pareto_front": "least risk for its cost",
    "fig_pareto_other": "another set",
    "fig_pareto_more": "The table has {count} more.",
    "axis_cost": "Cost",
    "axis_breached": "Runs that breach {tier}",
    "axis_escaped_mean": "Escapes from {tier} on average",
    "fig_pareto_row": "{place}  {chosen}",
    "fig_pareto_amount": "{cost}: {risk}",
    "help_measures": """\
Say which measures to take first: the cheapest set of those in a file - a larger pool, a faster valve, one more team, a
gate - that brings a tier's chance of a breach, or what escapes from it on average, under a target. Every set is played
on the same draws of an uncertain scenario; and what each lower risk costs is told on the way, up to the target.
""",
    "help_measures_more": """\
files: DIR/SCENARIO-PICK-measures-seedS-SAMPLING-HASH/ with measures.csv (a row for every set that was tried) and
       pareto.png, pareto.svg (cost against risk)
""",
    "help_measures_first": "is one more river gate or a second night crew worth more?",
    "help_measures_front": "what each step of safety costs, down to the least risk there is",
    "help_measures_file": "the measures to choose from, YAML: what each costs and changes; see `schema measures`",
    "help_measures_target":
        "what is to be reached: TIER=SHARE of runs that breach it, or TIER=VOLUME that escapes on average",
    "help_measures_sure": "ask that the whole interval of the chance lie under the target",
    "help_measures_whole": "go on past the target, to the least risk there is",
    "help_measures_runs": "how many runs of each set at most (default: 1000)",
}
