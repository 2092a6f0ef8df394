"""Words of breaches that hardly ever happen: how likely they are, and what they take."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "rare_design": "Breaches of {tier}, by levels of {runs} runs that come ever nearer to one, seed {seed}; {numbers}",
    "rare_chance": "Chance of a breach: {chance}; with 95 % confidence {low} to {high}",
    "rare_one_in": "1 in {of}",
    "rare_percent": "{percent} %",
    "rare_sure":
        "{played} runs were played, which leaves a spread of {spread} %; drawn each by itself, {plain} would make the "
        "chance as sure.",
    "rare_common":
        "{played} runs were played, and a tenth or more of them breached it: not so rare that levels help, and "
        "`ensemble` without --rare says the same of all tiers.",
    "rare_plain":
        "{played} runs were played, each drawn by itself; those that held it all came equally near, so no level leads "
        "further. More runs a level (-n) make the chance surer.",
    "rare_none": "Chance of a breach: at most {high}, with 95 % confidence; none of the {played} runs breached it",
    "rare_flat":
        "The {runs} runs of the last level all came equally near, and none nearer, so no level leads further. More "
        "runs a level (-n) may hit on what it takes.",
    "rare_far":
        "The tier still holds in runs as rare as these. Nothing rarer is looked for: no number is known so well that "
        "it could be believed.",
    "rare_level": "level",
    "rare_left": "left less than [m3]",
    "rare_of_tier": "in",
    "rare_reached": "chance to come as near",
    "rare_nearer": "nearer or breached",
    "rare_all": "all runs",
    "rare_dry": "accident water comes",
    "rare_means":
        "Each level is the runs that have less room left than this; where no accident water comes to the tier, the "
        "one inside it counts. Less than 0 has escaped.",
    "rare_escapes":
        "Where it is breached, more than {half} escapes in half of the runs and more than {tenth} in a tenth.",
    "rare_takes": "What it takes:",
    "rare_take": "  {number}: {breached} on average where breached, {others} elsewhere ({shift} standard deviations)",
    "rare_take_nothing": "No number is other where it is breached, beyond chance.",
    "rare_lots": "Lots are part of it: drawn anew, they bring a run as near less often than kept.",
    "rare_few_lines":
        "All runs that breached it come from {lines} of the first: another way to a breach may have been missed. More "
        "runs a level (-n) leave less to chance.",
    "rare_likeliest": "The likeliest run of those that breached it: {command}",
    "rare_fig_title": "How likely it is to come nearer to a breach",
    "rare_fig_means":
        "The chance of a run that has less left than this; less than 0 has escaped. Where no accident water comes to "
        "the tier, the one inside it counts, and stands above. Each level is played from the nearest tenth of the one "
        "before (subset simulation, Au and Beck 2001). Lines at marks: 95 % interval.",
    "rare_fig_nothing": "Accident water comes to no tier in any run.",
    "rare_fig_curve": "chance to have less left",
    "rare_fig_level": "a level begins",
    "rare_fig_breach": "a breach",
    "rare_pace": "level {level}, reached with a chance of {chance}: {done} of {wanted} runs; {rate} a second",
    "rare_pace_left":
        "level {level}, reached with a chance of {chance}, less than {left} m3 left: {done} of {wanted} runs; "
        "{rate} a second",
    "help_ensemble_rare": "look for breaches of this tier that hardly ever happen, with -n runs a level",
    "help_ensemble_seldom": "how likely a breach of the boundary is, and what it takes",
    "help_run_drawn": "play a run of this breached.csv, which `ensemble --rare` wrote; --index says which",
}
