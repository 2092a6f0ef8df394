"""Words of the terminal's tables and sentences."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "recovery_measures": "Bring what is left to treatment.",
    "untouched": "untouched",
    "held": "held",
    "relieved": "relieved",
    "breached": "breached",
    "untouched_uncounted": "untouched, uncounted",
    "held_uncounted": "held, uncounted",
    "relieved_uncounted": "relieved, uncounted",
    "uncounted": "{verdict} only with {volume} in space that does not count: {places}",
    "uncounted_left": "were that counted: {volume} left in {storage}",
    "uncounted_besides": "and {volume} stood in space that does not count: {places}",
    "tier": "Tier",
    "verdict": "Verdict",
    "peak": "Peak\nvolume m3",
    "usable": "Usable\nm3",
    "margin": "Margin\nm3",
    "margin_share": "Margin\n%",
    "first_escape": "First escape",
    "changed": "Changed: {change}",
    "usable_means": "Usable: in storages reached. Margin: left in the tightest, or minus what escaped",
    "uncounted_means":
        "Peak, usable and margin are of space that counts as emergency space; water also came into some that does not",
    "escape": "{when}, {volume}",
    "escape_of": "{when}, {volume} of {all} in all",
    "way": "{link}: {source} -> {target}",
    "moved_on": "from {when}, {volume} moved on",
    "taken_in": "from {when}, {volume} treated or recovered",
    "tightest": "tightest: {storage}",
    "spillway_of": "overflow of {storage}",
    "wall_of": "over the wall of {storage}",
    "ground": "ground",
    "out": "outside the park",
    "treated": "treatment",
    "recovered": "recovery",
    "spare": "least to spare: {margin}, {action}",
    "late": "late by {margin}: {action}; {when}",
    "early": "too early by {margin}: {action}; {when}",
    "never_done": "never done: {action}; {when}",
    "none_in_reach": "no single action in reach would have kept it",
    "off_early": "{margin} too early",
    "off_late": "{margin} too late",
    "window_by": "by {latest}",
    "window_between": "between {earliest} and {latest}",
    "not_at_all": "not at all",
    "latest": "Done by",
    "done": "Was done",
    "keeps": "Keeps",
    "not_before": "not before {when}",
    "needless": "No tier's verdict hangs on the time of: {actions}",
    "helpless": "{tier}: breached, and done however early none of these alone would have prevented it: {actions}",
    "not_monotone": "* some later time would do again; the stretch that counts is the one around the run's own time",
    "not_monotone_size": "* something larger is held again; what counts is the first that is not",
    "spill": "spill",
    "fire": "fire",
    "rain": "rain",
    "load_and_limit": "{load} {limit}",
    "load_and_words": "{load} {limit}",
    "held_none": "lost even without",
    "held_all": "all that was tried",
    "holds_up_to": "holds up to: {loads}",
    "at_most": "At most {load}\n(now {size})",
    "limit_of_all": "{limit} were space counted that does not count",
    "limit_of_tier": "{tier}: {limit}",
    "room": "{tier} would have held with {places}",
    "no_room": "{tier}: no more room in any one storage would have kept it",
    "more_in": "{volume} more in {place}",
    "or": ", or ",
    "periods_of": "Return period of the rain: {rain}, {shape} of {lasts} by the storm formula {formula}",
    "period_a": "Return\nperiod a",
    "rain_mm": "Rain\nmm",
    "left": "{volume} ({share} %) left",
    "moved_volume": "{volume} moved on",
    "periods_margin":
        "Left: in the tightest storage, at its fullest once accident water was in it; clean water that went by before "
        "takes no room",
    "gives_way": "{tier}: gives way between {held} a ({held_mm} mm) and {lost} a ({lost_mm} mm)",
    "gives_way_already": "{tier}: gives way even at {lost} a ({lost_mm} mm)",
    "gives_way_never": "{tier}: does not give way up to {held} a ({held_mm} mm)",
    "closing_of": "{work} ({action}), done at",
    "done_at": "Done at",
    "never": "never",
    "all_hold": "all hold",
    "work_shut": "{links} shut",
    "work_open": "{links} opened",
    "work_start": "{links} started",
    "work_stop": "{links} stopped",
    "work_automatic": "{links} set to automatic",
    "work_set": "{links} set",
    "fault_count": "{count} of {total} single faults would make it worse",
    "single_faults": "Single faults",
    "fault_pairs": "Two at once, worse than each alone",
    "no_fault": "none does harm",
    "more_rows": "and {count} more in the folder",
    "faults_sum": "{total} single faults tried: {felt} change what happens, {count} make a verdict worse",
    "what_fails": "What fails",
    "escapes_more": "Escapes\nmore m3",
    "fault_of_gate": "does not follow: {name}",
    "fault_of_valve": "does not follow: {name}",
    "fault_of_pump": "does not run: {name}",
    "fault_of_power": "no power: {name}",
    "fault_of_crew": "does not come: {name}",
    "fault_of_equipment": "not there: {name}",
    "fault_of_sensor": "silent: {name}",
    "warnings": "Warnings: {closed} of {count} closed within 30 min; ",
    "warnings_alone": "; {count} more that no rule deals with",
    "warnings_none": "Warnings: {count}, and no rule deals with any of them",
    "warnings_open": "{count} never closed",
    "longest": "the longest was open for {time}",
    "chances":
        "By chance: {sheets} sheets ordered and {sensors} sensors may fail; without --seed each does what is likelier",
    "rec_empty": "empty again {when} after the end",
    "rec_waits": ", waits for {link}",
    "rec_already": "empty again when the run ends",
    "rec_but_for": "empty again {when} after the end, but for {left} that stay",
    "rec_measures": "Recovery: from {when} on transfers towards treatment run ({count}), all else as it stands",
    "rec_no_measures": "Recovery: no designed way leads from where accident water went to treatment",
    "rec_space": "Space",
    "rec_held": "Held at the\nend m3",
    "rec_share": "Occupied\n%",
    "rec_back": "Empty again\nafter",
    "rec_because": "Waits for",
    "rec_rest": "at its pump's stop level",
    "rec_never": "not at all",
    "stays_no-way": "no designed way to treatment; {left} stay",
    "stays_refused": "the plant refuses {link}; {left} left",
    "stays_failed": "{link} does not follow; {left} left",
    "stays_low": "{link} does not start at so low a level; {left} stay",
    "stays_idle": "{link} carries nothing; {left} left",
    "stays_still": "{link}; {left} left when the study ends",
    "rec_whole": "The whole park held {held} at the end, and is empty again {when} after it.",
    "rec_whole_but_for":
        "The whole park held {held} at the end. What ever empties is empty {when} after it; {left} are left after "
        "{until}.",
    "rec_second": "Room for a second accident m3",
    "rec_park": "Whole park",
    "rec_means":
        "In storages that accident water reached and that count; % of the usable room before the first accident",
    "counted_upset-basin": "Upset basin {place} is counted as emergency space although GB/T 50483 forbids it: {why}",
    "counted_treatment-plant":
        "Treatment plant {place} is counted as emergency space although GB/T 50483 forbids it: {why}",
    "no_reason": "no reason given",
    "refused_until": "Refused at the plant's inlet from {when} on: {link}; refusals: {count}; taken again at {until}",
    "refused_still": "Refused at the plant's inlet from {when} on: {link}; refusals: {count}; still so at the end",
    "note": "Note: {note}",
    "section_empty": "{storage}: empty at the start, and nothing left it",
    "section_shut": "{storage}: shut at {when}",
    "section_full": ", full {when}",
    "section_would_be_full": ", would be full {when}",
    "section_never_full": ", never full: nothing runs in any more",
    "section_pumps": "; pumps from {when}",
    "section_no_pumps": "; no pump by the end",
    "section_spare": ": {time} to spare",
    "section_late": ": {time} late",
    "section_filled": ", and full {when} all the same",
    "section_no_trace": "River sections: fill times are not known without a trace; leave --no-trace out",
    "allowed_level": " (allowed {level} m: {why})",
    "allowed_crest": " (allowed to the crest: {why})",
    "because_bank": "bank",
    "because_outfall-invert": "outfall invert",
    "because_control-level": "control level",
    "because_gate-top": "gate top",
    "downstream": "Downstream: {receptor}: {peak} at {when}",
    "downstream_above": ", above {limit} from {when} for {time}",
    "downstream_below": ", never above {limit}",
    "downstream_bank": "  not yet mixed across there: up to {factor} times as much at the bank it came in on",
    "downstream_no-density": "Downstream: not known; the scenario gives no density: of its product",
    "downstream_no-trace": "Downstream: not known without a trace; leave --no-trace out",
    "ledger_corrected": "measured correction {more} m3",
    "ledger_closes": "Ledger: {total} m3 in, all accounted for; error {error} m3 ({share} %)",
    "ledger_broken": "Ledger: {total} m3 in, NOT all accounted for; error {error} m3 ({share} %)",
    "assumed_none": "Assumed: none of the {total} numbers behind this run",
    "assumed": "Assumed: {count} of {total} numbers behind this run",
    "assumed_see": "; see assumptions.csv",
    "assumed_met": "  {count} of them where the accident water went",
    "assumed_capacity": ", such as the capacity of {names}",
    "and": " and ",
    "comma": ", ",
    "files": "Files: {where}",
    "total": "Total",
    "published": "Published",
    "sum": "Sum of\nparts",
    "off_by": "Off by",
    "unit": "Unit",
    "basis": "Basis",
    "agrees": "Agrees",
    "yes": "yes",
    "no": "no",
    "totals_no": "NO",
    "basis_published": "published",
    "basis_measured": "measured",
    "basis_designed": "designed",
    "basis_assumed": "assumed",
    "totals_none": "The park file names no published totals.",
    "totals_agree": "All {total} published totals agree with the sum of their parts.",
    "totals_differ": "{count} of {total} published totals differ from the sum of their parts.",
    "conflicts_none": "No conflicts in the response plan of {name}.",
    "conflicts_one": "1 conflict in the response plan of {name}:",
    "conflicts": "{count} conflicts in the response plan of {name}:",
    "conflicts_more": "more with --pick {pick}:",
    "conflict_of": "{who}: {what}",
    "rule": "rule {ids}",
    "rules": "rules {ids}",
    "action": "action {ids}",
    "named": "{id} ({name})",
    "more": "{count} more",
    "shuts": "shuts",
    "opens": "opens",
    "stops": "stops",
    "starts": "starts",
    "raises": "raises the crest of",
    "lowers": "lowers the crest of",
    "when_at": "at {time}",
    "when_rises": "when {storage} rises above {volume}",
    "when_falls": "when {storage} falls below {volume}",
    "when_detected": "when the incident is known",
    "when_reported": "when {volume} or more are reported spilt",
    "when_alarm": "on an alarm of {sensor}",
    "when_done": "when {sheet} is done",
    "when_failed": "when {sheet} has failed",
    "when_reached": "when accident water comes into {tier}",
    "when_breached": "when {tier} is breached",
    "conflict_same_event":
        "{closer} {shuts} {facilities} and {opener} {opens} the same, both {when_shut}; leave one out, or let one "
        "wait until a sheet of the other is done",
    "conflict_at_one_time":
        "{closer} {shuts} {facilities} and {opener} {opens} the same: {second} begins at {begins_s}, and {first} is "
        "not done before {until_s}; let {second} begin later, or wait until a sheet of {first} is done",
    "conflict_both_true":
        "{closer} {shuts} {facilities} {when_shut}, and {opener} {opens} the same {when_open}; either can come first, "
        "and the later undoes the earlier; let one wait until a sheet of the other is done, or leave one out",
    "conflict_hunt":
        "{closer} {shuts} {facilities} {when_shut}, and {opener} {opens} the same {when_open}; from {low_m3} to "
        "{high_m3} each undoes what the other did, so they hunt; put the level of below: under that of above:",
    "conflict_one_rule":
        "{sheets} go against each other at {facilities} and begin together; leave one out, or write one_by_one: yes",
    "conflict_uncalled":
        "nobody calls, on the accident water's way: {facilities}; call each in a rule, unless it is left on purpose",
    "conflict_teams":
        "{when}, {sheets} ask for {count} teams of {crew} at once, with {teams} on duty; {sheet} waits longest, "
        "{wait_s}; give some to another crew, or say with priority: which come first",
    "conflict_teams_at_start":
        "{when}, {sheets} ask for {count} teams of {crew} at once, with {teams} on duty in the shift of the start; "
        "{sheet} then waits longest, {wait_s}; give some to another crew, or say with priority: which come first",
    "conflict_fewest_teams":
        "{when}, {sheets} ask for {count} teams of {crew} at once, with {teams} on duty when they are fewest; {sheet} "
        "then waits longest, {wait_s}; give some to another crew, or say with priority: which come first",
    "conflict_off_duty":
        "{when}, {sheets} will find nobody of {crew} on duty; name a crew that is, or let a shift cover that time",
    "conflict_sometimes_off_duty":
        "{when}, {sheets} may find nobody of {crew} on duty, by the time of day; name a crew that always is, or let "
        "shifts cover the whole day",
    "conflict_units":
        "{when}, {sheets} need {units} units of {equipment} at once, with {stock} in stock; the last waits until some "
        "come back; have more, or let one wait until the other is done",
    "conflict_pair_once":
        "{closer} {shuts} {facilities} {when_shut}, and {opener} {opens} the same {when_open}, but {lacking} once "
        "only; write reset: there, at the level of the other rule",
    "conflict_never_again":
        "{opener} {opens} {facilities} {when_open}, and can do so again only once {storage} has come back to "
        "{reset_m3}, but {closer} {shuts} the same {when_shut}, before that; so it happens once; write reset: no "
        "farther back than the level of the other rule",
    "conflict_once":
        "set off once only, however often the level is crossed; where it should run again, write reset: with how far "
        "back the water must come first",
    "conflict_sensor_once":
        "set off by {sensor}, which has no dead band and so alarms once only; write reset: at the sensor, with how "
        "far back the water must come first",
    "conflict_not_called":
        "set off {when}, and no rule calls that sheet, so it never happens; call it, or leave the rule out",
    "conflict_silent":
        "waits for an alarm of {sensor}, which tells nothing for the whole run (fault {fault}); add a rule that "
        "another sensor or a report sets off",
    "conflict_misses":
        "waits for an alarm of {sensor}, which misses everything; lower its misses:, or choose another sensor",
    "conflict_cannot_fail":
        "waits until {sheet} fails, and it cannot: it works every time, needs nothing, and no fault touches it; write "
        "works: below 100 %, or leave the rule out",
    "conflict_unseen":
        "set off when the incident is known, but nobody reports it and no sensor can see it, so it never happens; "
        "write detection: {{report: ...}}, or put a sensor where the accident water goes",
    "conflict_reset_too_high":
        "set off again only once {storage} has come back to {reset_m3}, which is above the top of its wall at "
        "{top_m3}; so it happens once; write a lower reset:",
    "conflict_too_high": "set off {when}, and no more than {top_m3} can ever stand there; choose a lower level",
    "conflict_after_end":
        "gives its order at {begins_s}, when the run is over (at {horizon_s}); order sooner, or make the horizon "
        "longer",
    "conflict_circle":
        "a ring, each set off by a sheet of the one before ({ring}); a rule runs once, so it ends where it began; "
        "take one link out of it",
    "conflict_circle_never":
        "a ring, each set off by a sheet of the one before ({ring}), and nothing else sets any of them off, so none "
        "ever begins; give one of them another when:",
    "conflict_late_help":
        "needs {helper}, which comes from outside, {arrives_s} after it is called, and no earlier rule calls it; "
        "call: it as soon as the incident is known",
    "missing_place":
        "{count} of {all} storages have no place (longitude and latitude, or x and y): the map is a schematic",
    "missing_shape": "{count} of {all} storages have no shape: their water has a volume, but no depth and no level",
    "missing_floor":
        "{count} of {all} storages have no floor level: no backwater is felt, and each river section is drawn from "
        "its own bed",
    "missing_rating":
        "{count} of {all} gates, valves, pipes and other openings have no rating: they pass their capacity at any "
        "level",
    "missing_receptors": "no receptor below the park is given: what would arrive at intakes is not known",
    "missing_starts": "the scenario has no date and clock: shifts and hours of treatment plants count from midnight",
    "missing_source": "{count} numbers have no source",
}  # fmt: skip
