"""Words of sweeps: what becomes of each tier over one or two quantities, their figures, and the help of the command."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "sweep_axis": "{path} from {low} to {high} ({count} values)",
    "sweep_design": "Swept: {over}; {runs} runs, turns found to {accuracy} of the range",
    "sweep_draws": "Swept: {over}; {draws} draws at each, {runs} runs",
    "sweep_failed": "not possible",
    "sweep_own": "As it is written ({values}): {verdicts}",
    "sweep_own_tier": "{tier} {verdict}",
    "sweep_tier": "{tiers}: {line}",
    "sweep_throughout": "{verdict} all the way from {low} to {high}",
    "sweep_up_to": "{verdict} up to {last}",
    "sweep_between": "{verdict} from {first} to {last}",
    "sweep_from": "{verdict} from {first} on",
    "sweep_joint": ", ",
    "sweep_back": "; it turns back, so more is not always worse, nor better",
    "sweep_always": "breached wherever it was played",
    "sweep_never": "not breached anywhere",
    "sweep_held_up_to": "not breached up to {path} = {value}, whatever {other} from {low} to {high}",
    "sweep_held_from": "not breached from {path} = {value} on, whatever {other} from {low} to {high}",
    "sweep_lost_up_to": "breached up to {path} = {value}, whatever {other} from {low} to {high}",
    "sweep_lost_from": "breached from {path} = {value} on, whatever {other} from {low} to {high}",
    "sweep_at": "with {path} = {value}, over {other}: {along}",
    "sweep_middle":
        "All else stands as in a single run: {count} other uncertain numbers at the middle of what they may be, and "
        "what may fail by its better chance",
    "sweep_certain": "All else stands as in a single run: what may fail goes by its better chance",
    "sweep_same_draws": "Each draw has the same lots and the same other numbers at every value.",
    "sweep_under_up_to": "P(breach of {tiers}) stays under {chance} up to {value} ({sure})",
    "sweep_under_from": "P(breach of {tiers}) stays under {chance} from {value} on ({sure})",
    "sweep_under_all": "P(breach of {tiers}) stays under {chance} all the way from {low} to {high} ({sure})",
    "sweep_over": "P(breach of {tiers}) is over {chance} at {low} and at {high}",
    "sweep_sure": "with 95 % confidence",
    "sweep_sure_between": "{low} to {high} with 95 % confidence",
    "sweep_sure_less": "less than {high} with 95 % confidence",
    "sweep_sure_more": "more than {low} with 95 % confidence",
    "sweep_sure_up_to": "with 95 % confidence up to {value}",
    "sweep_sure_from": "with 95 % confidence from {value} on",
    "sweep_unsure": "too few draws to say so with 95 % confidence",
    "sweep_not_played": "{count} of {of} could not be played; see failed.csv. The first: {why}",
    "sweep_thinned": "One in {step} of {count} values is shown; the tables in the folder have all",
    "sweep_escaped": "{verdict}\n{volume}, {first}",
    "sweep_left": "{verdict}\n{volume} left",
    "sweep_outermost": "Outermost tier that is breached: {signs}",
    "sweep_tenths": "Chance of a breach: · none of the draws, 0 under 10 %, 1 from 10 % on, ..., 9 from 90 % on, # all",
    "sweep_upwards": "{path} upwards",
    "sweep_rightwards": "{path} to the right",
    "sweep_chance": "{count} of {of}\n{interval}",
    "sweep_title": "What becomes of each tier over one quantity",
    "sweep_map_title": "Verdict map: which tier is breached",
    "sweep_chance_title": "How likely each tier is to be breached, over one quantity",
    "sweep_chance_map_title": "How likely each tier is to be breached, over two quantities",
    "sweep_margin_axis": "m³",
    "sweep_border": "{tier}: from here on breached",
    "sweep_own_mark": "as it is written",
    "sweep_run_mark": "a run of the grid",
    "sweep_turn_mark": "the verdict turns",
    "sweep_outermost_sign": "Outermost tier breached",
    "sweep_chance_sign": "Chance of a breach",
    "sweep_lane_means":
        "Above 0 the room left in what the tier hangs on, below 0 what escapes from it; the strip is its verdict. "
        "{middle}.",
    "sweep_map_found":
        "Between runs of the grid that differ a border was found to {accuracy} of each range, and is drawn straight "
        "from edge to edge of the grid.",
    "sweep_map_means": "Colour and hatch: the outermost tier that is breached. {found} {middle}.",
    "sweep_chance_means":
        "Share of {draws} draws that breach the tier, the same draws at every value; the band is the 95 % interval of "
        "Clopper and Pearson.",
    "sweep_border_means":
        "Marks: up to where as many draws breach it as the dotted line says; lines at them: its 95 % interval, between "
        "draws by their rank.",
    "sweep_chance_map_means": "Share of {draws} draws that breach the tier in per cent, the same draws at every value.",
    "sweep_class_none": "none of the draws",
    "sweep_class_to": "to {high} %",
    "sweep_class_below": "more",
    "sweep_class_all": "all draws",
    "help_sweep": """\
Play a scenario with one quantity, or two, at each of many values, and say where the verdict of each tier turns: up to
which spill the bund holds, how late a valve may be shut, how large a pool must be. With two the answer is a map of
which tier is breached. Turns between neighbouring values are found by halving. All else stands as in a single run; with
--runs N it is drawn N times at each value, and the answer is how likely a breach is, and with --chance up to which
value it is less likely than that, and how sure this is.
""",
    "help_sweep_more": """\
files: DIR/SCENARIO-PICK-sweep-HASH/ with points.csv, flips.csv and failed.csv, with --runs chances.csv, failed.csv
       and, with --chance, borders.csv, what it was made from (sweep.json), and the figure as PNG and SVG in figures/
""",
    "help_sweep_one": "up to which spill each tier holds",
    "help_sweep_two": "a map: how large a spill, how large a bund",
    "help_sweep_chance": "how likely a breach is, all else drawn 30 times, and up to where under 1 in 5",
    "help_sweep_border": "with --runs: up to which value a breach is less likely than this; may be given often",
    "help_sweep_over":
        "what is swept: PATH=LOW..HIGH:N for N values (default: 41, or 21 of two quantities), with /log behind it a "
        "factor apart, or PATH=VALUE,VALUE,...; may be given often, for two quantities at most; park. before PATH "
        "reaches into the park",
    "help_sweep_accuracy": "how close to find a turn, as a share of the range (default: 0.1%%)",
    "help_sweep_runs": "draw all else that is uncertain, and lots, N times at each value",
}
