"""Words on the causes of breaches in an ensemble: sentences, and figures."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "ensemble_causes": "By which way each tier was first breached:",
    "ensemble_cause": "  {tier}: of {count} breaches {ways}",
    "ensemble_way": "{way} {count}",
    "ensemble_other_ways": "others {count}",
    "discovery_head": "Which numbers together breach it ({tiers}):",
    "discovery_box":
        "  Of the runs with {limits}, {density} % breach it ({hits} of {runs}); that is {coverage} % of all its "
        "breaches.",
    "discovery_next":
        "  Of the others with {limits}, {density} % breach it ({hits} of {runs}); that is {coverage} % of all its "
        "breaches.",
    "discovery_none": "No ranges of numbers single out the runs that breach it ({tiers}).",
    "discovery_too_few":
        "Which numbers together breach it cannot be said ({tiers}): {breached} of {runs} runs do, and at least "
        "{fewest} must, and as many not.",
    "discovery_first": "  These ranges were sought in the first {runs} runs.",
    "discovery_above": "{number} above {low}",
    "discovery_below": "{number} below {high}",
    "discovery_between": "{number} from {low} to {high}",
    "discovery_one_of": "{number} {values}",
    "discovery_and": " and ",
    "discovery_or": " or ",
    "ens_of_runs": "{subject} | {runs} runs",
    "ens_first_runs": "{subject} | the first {runs} runs, played again",
    "ens_title_exceedance": "How likely more than a volume escapes from each tier",
    "ens_exceedance_means":
        "The share of the runs in which more than a volume escapes. Band: 95 % at each volume by itself, the exact "
        "interval of Clopper and Pearson for a share that was counted.",
    "ens_counted": "share of the runs, as counted",
    "ens_band": "95 % interval",
    "ens_never": "It was breached in none of {runs} runs: {chance}",
    "ens_chance": "Chance",
    "axis_escaped": "Accident water that escapes",
    "ens_title_fan": "What is left in each tier over time",
    "ens_fan_means":
        "Room left in what the tier hangs on, at each time; once accident water has escaped, less all that has by "
        "then. Space that does not count is left out. Where a band ends at the top, accident water does not come to "
        "the tier in so many runs.",
    "ens_median": "half of the runs have less",
    "ens_half": "half of the runs",
    "ens_nine_tenths": "nine of ten runs",
    "ens_escaped": "escaped",
    "ens_came": "accident water came in {reached} of {runs} runs",
    "ens_hardly_came": "Accident water came in {reached} of {runs} runs, too few for a band",
    "axis_left": "Left",
    "ens_title_causes": "By which way each tier was first breached",
    "ens_causes_means":
        "Of each tier the link over which accident water first left it uncontrolled. Line: 95 % interval of Clopper "
        "and Pearson. In how many runs, and how many of the breaches.",
    "ens_no_breach": "No run breached a tier.",
    "ens_chance_of": "Share of the runs",
    "ens_runs_breached": "{count} of {of} runs",
    "ens_of_breaches": "{count} of {of}, {share} %",
    "ens_title_discovery": "Which numbers together breach a tier",
    "ens_discovery_means":
        "Left: runs are peeled off until few are left (PRIM, Friedman and Fisher 1999); coverage is the share of all "
        "breaches that lie in the box, density that of its runs that are breached. Taken is the box with the largest "
        "harmonic mean of the two, without limits that chance would do as well. Right: the first {dots} runs by its "
        "two strongest numbers, or by its only one and the margin; where accident water does not come to the tier, "
        "they stand at the top.",
    "ens_no_box": "No ranges of numbers single out the runs that breach a tier, or too few runs do.",
    "ens_peeled": "peeling",
    "ens_taken": "the box that is taken",
    "ens_run_breached": "run that breaches it",
    "ens_run_other": "other run",
    "ens_box": "box",
    "ens_coverage": "Coverage of the breaches",
    "ens_density": "Density of breaches",
    "axis_margin": "Margin",
    "ens_page_report": "How likely it is",
    "ens_page_headline": "Chance of a breach: {chances}",
    "ens_page_tier": "{tier} {chance}",
    "ens_page_breached": "breached, {count} of {of}",
    "ens_page_interval": "95 % interval: {interval}",
    "ens_page_one_in_10": "more than {volume} m3 escape in one of ten runs",
    "ens_page_one_in_100": "more than {volume} m3 escape in one of a hundred",
    "ens_page_left": "less than {volume} m3 are left in one of twenty",
    "ens_page_figures": "In pictures",
    "ens_page_beside":
        "The run above and below is a single one, with every uncertain number at its middle. Here each run has all of "
        "them, and its lots, drawn anew.",
    "ens_page_why": "Why it is breached",
    "ens_table_causes": "Ways of the first breach",
    "ens_table_boxes": "Numbers that together breach it",
    "ens_table_drivers": "Numbers that go with a breach",
    "ens_col_tier": "Tier",
    "ens_col_way": "First over",
    "ens_col_count": "Runs",
    "ens_col_share": "Of its breaches",
    "ens_col_interval": "95 % interval",
    "ens_col_limits": "Ranges",
    "ens_col_density": "Breach it there",
    "ens_col_coverage": "Of all its breaches",
    "ens_col_number": "Number",
    "ens_col_breached_mean": "Mean where breached",
    "ens_col_others_mean": "Mean elsewhere",
    "ens_col_rank": "Rank correlation",
}
