"""Every word that the documents of an exercise say beside its lines."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # Titles and what stands on covers.
    "script": "Exercise script",
    "plan": "Exercise plan",
    "timeline": "Exercise timeline",
    "exercise_of": "Containment exercise: {names}",
    "paper_park": "Park",
    "incidents": "Incidents",
    "date": "Date",
    "type": "Type",
    "lasts": "Duration",
    "version": "Version",
    "version_text": "{hash} (changes with the contents)",
    "list_mark": "List mark",
    "list_mark_text": "{mark} (goes into the column `list` of a log)",
    "inputs": "Inputs",
    "no_date": "not fixed yet",
    "confidential": "For exercise control and evaluators. Players get cards only.",
    "paper_none": "-",
    "colon": "{name}: {what}",
    "arrow": "{sender} to {receiver}",
    "page_of": "{title} | page {page}",
    # Times.
    "next_day": "{clock}, day {day}",
    "elapsed": "after {time}",
    "date_format": "{day} {month} {year}",
    # Phases and kinds.
    "phase_warning": "Warning and report",
    "phase_command": "Command and coordination",
    "phase_response": "Response on the spot",
    "phase_end": "End of the emergency",
    "phase_review": "Summary and evaluation",
    "kind": "Kind",
    # Columns.
    "time": "Time",
    "paper_clock": "Exercise clock",
    "incident_clock": "Incident clock",
    "t_plus": "T+",
    "what": "What happens",
    "from_to": "From, to, by",
    "by_medium": "{way}, {medium}",
    "state": "State",
    "sheet": "Operation sheet",
    "missed": "If missed",
    "evaluate": "To evaluate",
    "evidence": "Evidence",
    # Cells.
    "state_empty": "{place} is empty",
    "state_volume": "{place}: {volume}, {share} full",
    "state_level": "{depth} m deep",
    "state_full": "full in {time}",
    "state_is_full": "full",
    "deadline_at": "{time} ({clock})",
    "paper_not_before": "; not before {time}",
    "deadline_none": "no verdict hangs on it",
    "deadline_lost": "as soon as can be",
    "paper_late": "{time} late",
    "paper_early": "{time} too early",
    "paper_not_done": "not done",
    "missed_text": "{volume} more leaves: {tier} ({link}), from {time}",
    "missed_where": "out of {tier}: {way}",
    # The script.
    "roles": "Roles",
    "role": "Role",
    "duty": "Duty in the exercise",
    "narrator": "Narrator",
    "how_to_read": "How to read it",
    "how_to_read_text":
        "One row is one line of the master list and keeps its number. Times are exercise clock first, then time since "
        "the incident began (T+). Grey rows are contingency injects: exercise control lets them go only when the "
        "action they speak of is late. Orders are read back word for word before anybody moves. Narration and "
        "captions are for those who look on; players do not hear them.",
    "situation": "Event",
    "deed": "Expected action, and who",
    "dialogue": "Orders and dialogue",
    "narration": "Narration",
    "subtitle": "Caption",
    "part": "Incident {number}: {name}",
    "intro_warning":
        "Something is noticed. What counts is how fast it is checked and passed on; a warning has to be closed within "
        "half an hour.",
    "intro_command": "The command post decides what to hold the water with, and gives the first orders.",
    "intro_response":
        "Crews shut, open and start what keeps the water in. Volume races against room, filling against acting.",
    "intro_end": "The emergency is over when nothing more can get out.",
    "intro_review": "What went well, what did not, what changes.",
    # Who does what, in the script's fourth column.
    "deed_alarm": "{receiver}: note the alarm, have it checked, tell the command post.",
    "deed_report": "{receiver}: ask what, where, how much; tell the command post.",
    "deed_fire": "{receiver}: count the fire water, have levels watched.",
    "deed_ends": "{receiver}: keep everything shut, watch the levels.",
    "deed_rain": "{receiver}: report levels and room left.",
    "deed_process": "{receiver}: ask the works to cut it back, count it in.",
    "deed_failed": "{receiver}: choose the fall-back without being prompted.",
    "deed_fault": "{receiver}: find out what no longer works, choose another way.",
    "deed_arrived": "{receiver}: give them a task.",
    "deed_begin": "{receiver}: at their posts, radios tested.",
    "deed_end": "{receiver}: stop, count people and equipment, report.",
    "deed_review": "{receiver}: one after the other.",
    "deed_jump": "{receiver}: set clocks, take over the new state.",
    "deed_inject": "{receiver}: answer as in a real emergency.",
    "deed_contingency": "{receiver}: have it done at once, or choose the fall-back.",
    "deed_measurement": "{sender}: read it, write down the time; say nothing to players.",
    "deed_owed": "{sender} to {receiver}, {medium}, by {deadline}",
    # Orders, read-backs and reports.
    "say_plain": "{text}",
    "say_alarm": "Command post, this is the control room. {text} I am having it checked.",
    "say_alarm_answer": "Understood. Confirm on the spot: source, liquid, where it runs. Report back.",
    "say_report_answer": "Understood. The response plan is in force. Call the teams.",
    "say_fire_answer": "Understood. Fire water is accident water: keep it in, watch the levels.",
    "say_ends_answer": "Understood. Leave everything as it stands; go on watching the levels.",
    "say_rain_answer": "To everybody: rain takes up room. Report levels and what room is left.",
    "say_process_answer": "Understood. Cut it back as soon as that is safe; it counts as accident water.",
    "say_failed": 'Command post, this is {who}. "{sheet}" cannot be carried out. Waiting for orders.',
    "say_failed_answer": "Understood. Stay safe and stand by; we change to the fall-back.",
    "say_heard": "Understood. We are acting on it.",
    "say_arrived": "Command post, this is {who}. We are here and need a task.",
    "say_arrived_answer": "Understood. Go to the staging area and wait for orders.",
    "say_ready": "Command post ready, everybody at their posts.",
    "say_end_answer": "Understood. Count people and equipment; leave valves as they stand until told otherwise.",
    "say_review": "Evaluators first, then every cell.",
    "say_order": '{who}, this is the command post. Carry out "{sheet}"{by}. Report when done. Read back.',
    "say_read_back": '{who}. I carry out "{sheet}"{by}, and report when done.',
    "say_done": '({time}) Command post, this is {who}: "{sheet}" is done.{check}',
    "say_check": " Checked: {check}.",
    "say_within": ", within {time}",
    "say_now": " at once",
    "say_ask": 'Who does this, with what, and when is it done: "{sheet}"?',
    "say_expected": "(Expected answer) {who}, done at {time}.",
    "say_expected_fails": "(Expected answer) {who}; exercise control then says that it does not work.",
    "say_contingency": "(Only if it is late.) {text}",
    "say_contingency_answer": "Understood. We check at once and go over to the fall-back.",
    "say_owed":
        "{park}, {sender}: we have a spill of {product}; the containment plan is in force, crews are at work. We "
        "report again as things change.",
    "say_told":
        "{park}, {sender}: {product} has got into the water and may come down to you. Draw no water, keep people and "
        "animals away from it; we tell you when it has passed.",
    "say_told_answer": "Understood. Intakes are shut, people are being told.",
    "say_owed_answer": "Received. Report again on time, and at once if it gets worse.",
    "say_closing": "Reporting: {closed}. It is checked, dealt with and reported back.",
    "say_logged": "Received and logged.",
    "say_jump_answer": "Understood. All cells set their clocks.",
    "product": "Product",
    "speech": "{who}: {words}",
    # What the narrator says.
    "tell_begin":
        "{park} has {count} lines of defence. {promises}. The question today: does the water stay inside them?",
    "tell_promise": "{tier}: {promise}",
    "tell_alarm": "A warning has to be closed within half an hour.",
    "tell_fire": "What puts out the fire has to be held like the spill itself.",
    "tell_rain": "Rain on polluted ground takes up the room that the spill needs.",
    "tell_failed": "Plans count on things that fail. Now the fall-back has to come by itself.",
    "tell_missed": "Undone, {volume} more would get past this line: {tier} ({link}), from {time} on.",
    "tell_deadline": "Latest {deadline}; planned {done}, so {slack} to spare.",
    "tell_late": "Latest {deadline}; planned {done}, which is {slack} late.",
    "tell_first": "Not before {first}.",
    "tell_early": "Not before {earliest}, latest {deadline}; planned {done}, which is {early} too early.",
    "tell_latest": "Latest {deadline}.",
    "tell_lost": "As planned this line does not hold; the sooner, the less gets out.",
    "tell_sure": "No verdict hangs on when this is done; it makes sure.",
    "tell_verdicts": "The run ends: {verdicts}.",
    "tell_due": "Owed by {deadline}.",
    "verdict_untouched": "untouched",
    "verdict_held": "held",
    "verdict_relieved": "relieved into the next",
    "verdict_untouched_uncounted": "untouched only with {volume} in space that does not count",
    "verdict_held_uncounted": "held only with {volume} in space that does not count",
    "verdict_relieved_uncounted": "relieved into the next, and only with {volume} in space that does not count",
    "verdict_breached": "breached, {volume} got out from {time} on",
    # Captions.
    "cap_alarm": "Alarm: {place}",
    "cap_report": "Report received",
    "cap_fire": "Fire water",
    "cap_ends": "It stops",
    "cap_rain": "Rain",
    "cap_process": "Process water goes on",
    "cap_failed": "Failed: {sheet}",
    "cap_fault": "Fault reported",
    "cap_arrived": "{who} arrives",
    "cap_begin": "Exercise begins",
    "cap_end": "Emergency ends",
    "cap_review": "Hot wash",
    "cap_inject": "New event",
    "cap_order": "{sheet}",
    "cap_contingency": "Contingency",
    "cap_measurement": "{place} {share} full",
    "cap_owed": "Report to: {receiver}",
    "cap_told": "Told: {receiver}",
    "cap_closing": "Warning closed",
    "cap_jump": "Clock to {time}",
    # Roles.
    "duty_control": "Runs the exercise: releases injects, keeps the clock, stops it for safety.",
    "duty_cell": "Plays everybody who is not there: callers, brigade, weather, neighbours.",
    "duty_control_room": "Watches screens and telephone, notes everything, passes it on; works remote valves.",
    "duty_command": "Decides, gives orders, keeps the picture of water and room, reports upwards.",
    "duty_all": "Answer as in a real emergency; what is not played is said.",
    "duty_evaluators": "Watch, read levels, keep times and evidence; do not help.",
    "duty_office": "Receives the first report and closed warnings.",
    "duty_reports": "Reports, or is told, as the list of reports owed says.",
    "duty_narrator": "Explains to the audience what is at stake.",
    "duty_crew": "Carries out: {sheets}",
    "duty_other": "As in the timeline.",
    # The plan.
    "general": "General",
    "purpose": "Purpose",
    "purpose_text":
        "To find out whether the people on duty can keep the water of this accident inside the park's lines of "
        "defence in the time there is, and to mend the plan where they cannot.",
    "purpose_points":
        "Is the incident noticed, checked and passed on at once?\nAre the actions on which the verdict hangs done "
        "before their deadlines?\nIs the fall-back chosen without being prompted when something fails?\nDo players "
        "know how much room is left and how long it lasts?\nAre the reports that are owed made in time?",
    "scope": "Scope",
    "scope_text":
        "{park}. Lines of defence: {tiers}. Facilities and operation sheets: appendix B. What is not named in this "
        "plan is not touched.",
    "standards": "Structure after",
    "standards_text":
        "{drills} and {scripts} (phases, script); {hseep} (master scenario events list, ratings P/S/M/U).",
    "scenario": "Scenario",
    "scenario_spill": "Released: {volume} of {product}.",
    "scenario_ends": "What comes of it if everything is done as planned",
    "promise": "Promise",
    "paper_verdict": "In the run",
    "paper_tightest": "Hangs on",
    "paper_room_left": "{place}, {volume} left at the peak ({time})",
    "how_held": "Type, time and place",
    "paper_starts": "Begins",
    "place": "Place",
    "places_table": "A room with the park's map, a clock that everybody sees, and the cards.",
    "places_field": "On the spot, at: {places}",
    "places_functional": "Control room and command post; the field is played by the simulation cell.",
    "organisation": "Organisation and roles",
    "organisation_text": "Roles, not names; names are entered in the duty list of the day.",
    "schedule": "Schedule",
    "schedule_text":
        "The incident clock runs with the exercise clock, except where exercise control puts it forward; every such "
        "jump is listed, and announced to everybody.",
    "paper_begins": "{phase} begins",
    "ends": "End",
    "injects": "Injects and their release",
    "inject_list": "Injects",
    "contingencies": "Contingency injects",
    "condition": "Let go if",
    "condition_text": '"{sheet}" is not reported done by {clock} ({time})',
    "paper_rules": "Release rules",
    "rules_text":
        "Only exercise control releases an inject, at its time and in its words; the simulation cell speaks for "
        "everybody who is not there.\nNobody tells players what they should find out: how much ran out, where it "
        "goes, what is stuck or silent.\nA contingency inject goes out only if its condition holds; if the action is "
        "done in time it is struck out.\nWhen players act sooner or otherwise than expected, the times of later "
        "injects stay, unless their cause is gone: then they are struck out.\nWhat was released, held back or struck "
        "out is written down with its time.",
    "paper_actions": "Expected actions and their deadlines",
    "actions_text":
        "Done by: the latest completion with which every line of defence keeps its verdict, or, where the run loses "
        "one, would have held; found by re-running the incident. In brackets the exercise clock. Not for players.",
    "safety": "Safety and stopping",
    "safety_text":
        'Real emergencies come first. Whoever sees danger to people says "Stop, stop, stop" on every channel; '
        'everybody stops, and only exercise control goes on.\nEvery call begins and ends with "Exercise, exercise".\n'
        "No product, no polluted water, no open fire; where water has to run, clean water is used, in quantities "
        "agreed with the works.\nValves and gates are moved only after the works and the control room have agreed and "
        "only as their operation sheet says; whatever is moved is put back, and that is checked and signed.\nNobody "
        "enters pits, wells, bunds or mains. By the water: life jackets, in pairs. By night: lights and reflective "
        "clothing. Work at moving machines: locked and tagged as always.\nStop as well when: a real alarm sounds, the "
        "storm warning is orange or red, a player is hurt or missing, communication fails for more than 5 minutes, "
        "the river rises to its warning level.\nAfter a stop exercise control counts everybody, then decides: go on, "
        "put the clock forward, or end.",
    "communication": "Communication",
    "reaches_by": "Is reached by",
    "reached_from": "Called by",
    "line_number": "Number, channel",
    "evaluation": "Evaluation",
    "criteria": "Ratings",
    "criteria_text":
        "P: performed without challenges\nS: performed with some challenges\nM: performed with major challenges\nU: "
        "unable to be performed",
    "form": "Form",
    "rating_p": "P",
    "rating_s": "S",
    "rating_m": "M",
    "rating_u": "U",
    "evaluator_notes": "Notes",
    "paper_reports": "Reports owed",
    "reports_none": "By the park's own table of reports none falls due in this exercise.",
    "reports_rule": "Rule",
    "reports_grade":
        "No run knows the official grade of an incident. These reports are owed while it is not settled; once it is "
        "settled as ordinary or larger, instead:",
    "reports_instead": "{sender} to {receiver}, within {time} ({rule})",
    "reports_drill":
        "After the drill: makers and stores of hazardous chemicals report it to the county's authority ({rule}).",
    "appendix_a": "Appendix A: What the exercise assumes",
    "assumed_count":
        '{count} of the {total} numbers behind "{incident}" are assumed, {met} of them of facilities that the water '
        "meets. Those of the facilities in this exercise:",
    "paper_assumed_none": "Nothing is assumed of the facilities in this exercise.",
    "assumed_unknown": "The run behind this list was not at hand; its assumptions are in its results folder.",
    "assumed_reports":
        "Times of reports owed are the country's, but for the quarter of an hour within the park, which is assumed. "
        "Provinces and cities are often stricter: write those that bind you into the park's reports.",
    "assumed_reports_own": "Times of reports owed are those of the park's own table.",
    "facility": "Facility",
    "assumed_numbers": "Assumed numbers, by their keys in the park file",
    "appendix_b": "Appendix B: Facilities and operation sheets",
    "sheets_none": "The orders of this exercise are not after operation sheets.",
    "crew": "Crew",
    "takes": "Way and work",
    "needs": "Needs",
    "need": "{what}: {units}",
    "check": "Check",
    "how": "How",
    "sheet_person": "Person",
    "sheet_start": "Start",
    "sheet_division": "Division",
    "sheet_handling": "Handling",
    "sheet_means": "Means",
    # Page, Markdown and calendar.
    "lead": "{lines} lines, {actions} expected actions, {deadlines} of them with a deadline.",
    "assumes": "Deadlines and volumes are computed; what they assume is in the exercise plan.",
    "cal_phase": "{phase}: {name}",
    "cal_action": "Exercise {number}: {what}",
    "cal_due": "Done by: {deadline}",
    "cal_missed": "If missed: {missed}",
}
