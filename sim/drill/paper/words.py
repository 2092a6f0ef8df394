"""Every word that the documents of an exercise say beside its lines, in English and in Chinese."""

from __future__ import annotations

from sim.drill.texts import filled
from sim.park import Name

WORDS: dict[str, Name] = {
    # Titles and what stands on covers.
    "script": Name("Exercise script", "应急演练脚本"),
    "plan": Name("Exercise plan", "应急演练方案"),
    "timeline": Name("Exercise timeline", "应急演练时间表"),
    "exercise_of": Name("Containment exercise: {names}", "事故水防控应急演练：{names}"),
    "park": Name("Park", "园区"),
    "incidents": Name("Incidents", "情景"),
    "date": Name("Date", "日期"),
    "type": Name("Type", "演练类型"),
    "lasts": Name("Duration", "演练时长"),
    "version": Name("Version", "版本"),
    "version_text": Name("{hash} (changes with the contents)", "{hash}（随内容变化）"),
    "inputs": Name("Inputs", "计算输入"),
    "no_date": Name("not fixed yet", "待定"),
    "confidential": Name(
        "For exercise control and evaluators. Players get cards only.", "仅供导调、评估人员使用；参演人员只发情景卡。"
    ),
    "comma": Name(", ", "、"),
    "semicolon": Name("; ", "；"),
    "none": Name("-", "—"),
    "colon": Name("{name}: {what}", "{name}：{what}"),
    "arrow": Name("{sender} to {receiver}", "{sender}→{receiver}"),
    "page_of": Name("{title} | page {page}", "{title} | 第{page}页"),
    # Times.
    "next_day": Name("{clock} (day {day})", "{clock}（第{day}天）"),
    "elapsed": Name("after {time}", "开始后{time}"),
    "date_format": Name("%d %B %Y", "%Y年%m月%d日"),
    # Phases and kinds.
    "phase_warning": Name("Warning and report", "预警与报告"),
    "phase_command": Name("Command and coordination", "指挥协调"),
    "phase_response": Name("Response on the spot", "现场处置"),
    "phase_end": Name("End of the emergency", "应急终止"),
    "phase_review": Name("Summary and evaluation", "总结评估"),
    "kind": Name("Kind", "类别"),
    # Columns.
    "number": Name("No.", "序号"),
    "time": Name("Time", "时间"),
    "clock": Name("Exercise clock", "演练时钟"),
    "incident_clock": Name("Incident clock", "情景时钟"),
    "t_plus": Name("T+", "T+"),
    "tier": Name("Tier", "防线"),
    "what": Name("What happens", "内容"),
    "from_to": Name("From, to, by", "发出→接收（方式）"),
    "by_medium": Name("{way}, {medium}", "{way}（{medium}）"),
    "state": Name("State", "状态"),
    "sheet": Name("Operation sheet", "操作单"),
    "deadline": Name("Done by", "最晚完成"),
    "planned": Name("As planned", "推演完成"),
    "slack": Name("To spare", "余时"),
    "missed": Name("If missed", "未完成后果"),
    "evaluate": Name("To evaluate", "评估要点"),
    "evidence": Name("Evidence", "证据"),
    # Cells.
    "state_empty": Name("{place} is empty", "{place}尚无存水"),
    "state_volume": Name("{place}: {volume}, {share} full", "{place}：存水{volume}，充满度{share}"),
    "state_level": Name("{depth} m deep", "水深{depth} m"),
    "state_full": Name("full in {time}", "约{time}后满"),
    "state_is_full": Name("full", "已满"),
    "deadline_at": Name("{time} ({clock})", "{time}（{clock}）"),
    "deadline_none": Name("no verdict hangs on it", "不影响各级结论"),
    "deadline_lost": Name("as soon as can be", "尽快"),
    "late": Name("{time} late", "迟{time}"),
    "not_done": Name("not done", "未成功"),
    "missed_text": Name(
        "{volume} more leaves: {tier}; by: {link}; from {time}", "{tier}多流出{volume}，经{link}，自{time}起"
    ),
    # The script.
    "roles": Name("Roles", "角色与职责"),
    "role": Name("Role", "角色"),
    "duty": Name("Duty in the exercise", "演练职责"),
    "narrator": Name("Narrator", "解说员"),
    "how_to_read": Name("How to read it", "使用说明"),
    "how_to_read_text": Name(
        "One row is one line of the master list and keeps its number. Times are exercise clock "
        "first, then time since the "
        "incident began (T+). Grey rows are contingency injects: exercise control lets them go "
        "only when the action they "
        "speak of is late. Orders are read back word for word before anybody moves. Narration "
        "and captions are for those "
        "who look on; players do not hear them.",
        "每行对应总控时间表的一项，序号固定不变。时间先列演练时钟，再列事发后时间（T+）。灰底行为备用注入，"
        "仅当所述行动逾期未完成时由导调组放行。命令须逐字复诵后方可执行。解说词和字幕仅供观摩人员，参演人员不应听到。",
    ),
    "situation": Name("Event", "情景"),
    "deed": Name("Expected action, and who", "处置行动与执行人员"),
    "dialogue": Name("Orders and dialogue", "指令与对白"),
    "narration": Name("Narration", "解说词"),
    "subtitle": Name("Caption", "字幕"),
    "part": Name("Incident {number}: {name}", "情景{number}：{name}"),
    "intro_warning": Name(
        "Something is noticed. What counts is how fast it is checked and passed on; a warning has to be closed within "
        "half an hour.",
        "发现异常。关键在于核实和上报的速度，预警应在半小时内闭环处置。",
    ),
    "intro_command": Name(
        "The command post decides what to hold the water with, and gives the first orders.",
        "指挥部研判可用的防控空间，下达首批命令。",
    ),
    "intro_response": Name(
        "Crews shut, open and start what keeps the water in. Volume races against room, filling against acting.",
        "各班组关阀、开阀、启泵，把事故水留住：水量与容积赛跑，充满时间与处置时间赛跑。",
    ),
    "intro_end": Name("The emergency is over when nothing more can get out.", "事故水不再外泄，应急终止。"),
    "intro_review": Name("What went well, what did not, what changes.", "讲评成效、不足与改进。"),
    # Who does what, in the script's fourth column.
    "deed_alarm": Name(
        "{receiver}: note the alarm, have it checked, tell the command post.",
        "{receiver}：确认并记录报警，安排核实，报告指挥部。",
    ),
    "deed_report": Name(
        "{receiver}: ask what, where, how much; tell the command post.",
        "{receiver}：问清物质、地点、数量，报告指挥部。",
    ),
    "deed_fire": Name(
        "{receiver}: count the fire water, have levels watched.", "{receiver}：核算消防水量，安排专人监视液位。"
    ),
    "deed_ends": Name(
        "{receiver}: keep everything shut, watch the levels.", "{receiver}：维持现有阀位，继续监视液位。"
    ),
    "deed_rain": Name("{receiver}: report levels and room left.", "{receiver}：报告液位和剩余容积。"),
    "deed_process": Name(
        "{receiver}: ask the works to cut it back, count it in.", "{receiver}：要求装置减量，并计入事故水量。"
    ),
    "deed_failed": Name("{receiver}: choose the fall-back without being prompted.", "{receiver}：主动启用后备措施。"),
    "deed_fault": Name(
        "{receiver}: find out what no longer works, choose another way.", "{receiver}：查明受影响设备，改用其他办法。"
    ),
    "deed_arrived": Name("{receiver}: give them a task.", "{receiver}：分配任务。"),
    "deed_begin": Name("{receiver}: at their posts, radios tested.", "{receiver}：到岗就位，试通对讲机。"),
    "deed_end": Name(
        "{receiver}: stop, count people and equipment, report.", "{receiver}：停止行动，清点人员装备并报告。"
    ),
    "deed_review": Name("{receiver}: one after the other.", "{receiver}：依次发言。"),
    "deed_jump": Name("{receiver}: set clocks, take over the new state.", "{receiver}：对时，接受新的状态。"),
    "deed_inject": Name("{receiver}: answer as in a real emergency.", "{receiver}：按实战要求处置。"),
    "deed_contingency": Name(
        "{receiver}: have it done at once, or choose the fall-back.", "{receiver}：督促立即完成，或启用后备措施。"
    ),
    "deed_measurement": Name(
        "{sender}: read it, write down the time; say nothing to players.", "{sender}：读数并记录时间，不告知参演人员。"
    ),
    "deed_owed": Name(
        "{sender} to {receiver}, {medium}, by {deadline}", "{sender}→{receiver}（{medium}），不迟于{deadline}"
    ),
    # Orders, read-backs and reports.
    "say_plain": Name("{text}", "{text}"),
    "say_alarm": Name(
        "Command post, this is the control room. {text} I am having it checked.", "指挥部，中控室报告：{text}正在核实。"
    ),
    "say_alarm_answer": Name(
        "Understood. Confirm on the spot: source, liquid, where it runs. Report back.",
        "指挥部收到。请现场核实来源、物质和流向，随时报告。",
    ),
    "say_report_answer": Name(
        "Understood. The response plan is in force. Call the teams.", "指挥部收到。启动应急响应，通知各班组到位。"
    ),
    "say_fire_answer": Name(
        "Understood. Fire water is accident water: keep it in, watch the levels.",
        "收到。消防水按事故水收集，密切监视液位。",
    ),
    "say_ends_answer": Name(
        "Understood. Leave everything as it stands; go on watching the levels.", "收到。保持现有阀位，继续监视液位。"
    ),
    "say_rain_answer": Name(
        "To everybody: rain takes up room. Report levels and what room is left.",
        "各班组注意：雨水将占用容积，请报告液位和剩余容积。",
    ),
    "say_process_answer": Name(
        "Understood. Cut it back as soon as that is safe; it counts as accident water.",
        "收到。请在确保安全的前提下尽快减量，该水量计入事故水。",
    ),
    "say_failed": Name(
        'Command post, this is {who}. "{sheet}" cannot be carried out. Waiting for orders.',
        "指挥部，{who}报告：“{sheet}”无法完成，请指示。",
    ),
    "say_failed_answer": Name(
        "Understood. Stay safe and stand by; we change to the fall-back.",
        "指挥部收到。注意安全，原地待命，改用后备措施。",
    ),
    "say_heard": Name("Understood. We are acting on it.", "收到，立即处置。"),
    "say_arrived": Name(
        "Command post, this is {who}. We are here and need a task.", "指挥部，{who}已到达，请分配任务。"
    ),
    "say_arrived_answer": Name("Understood. Go to the staging area and wait for orders.", "收到。请到待命区等候命令。"),
    "say_ready": Name("Command post ready, everybody at their posts.", "指挥部收到，各岗位已就位。"),
    "say_end_answer": Name(
        "Understood. Count people and equipment; leave valves as they stand until told otherwise.",
        "指挥部收到。各班组清点人员和装备，未接命令不得改变阀位。",
    ),
    "say_review": Name("Evaluators first, then every cell.", "请评估组先行点评，随后各组发言。"),
    "say_order": Name(
        '{who}, this is the command post. Carry out "{sheet}"{by}. Report when done. Read back.',
        "{who}，我是指挥部。命令：执行“{sheet}”{by}，完成后报告。请复诵。",
    ),
    "say_read_back": Name(
        '{who}. I carry out "{sheet}"{by}, and report when done.', "{who}收到：执行“{sheet}”{by}，完成后报告。"
    ),
    "say_done": Name(
        '({time}) Command post, this is {who}: "{sheet}" is done.{check}',
        "（{time}）指挥部，{who}报告：“{sheet}”已完成。{check}",
    ),
    "say_check": Name(" Checked: {check}.", "已核对：{check}。"),
    "say_within": Name(", within {time}", "，{time}内完成"),
    "say_now": Name(" at once", "，立即执行"),
    "say_ask": Name(
        'Who does this, with what, and when is it done: "{sheet}"?', "请说明：“{sheet}”由谁执行、用何装备、何时完成？"
    ),
    "say_expected": Name("(Expected answer) {who}, done at {time}.", "（参考答案）由{who}执行，{time}完成。"),
    "say_expected_fails": Name(
        "(Expected answer) {who}; exercise control then says that it does not work.",
        "（参考答案）由{who}执行；随后导调组告知操作不成功。",
    ),
    "say_contingency": Name("(Only if it is late.) {text}", "（仅在逾期时放行）{text}"),
    "say_contingency_answer": Name(
        "Understood. We check at once and go over to the fall-back.", "收到。立即核实，启用后备措施。"
    ),
    "say_owed": Name(
        "This is the command post of {park}. We have a spill of {product}; the containment plan "
        "is in force, crews are at "
        "work. We report again as things change.",
        "{park}现场指挥部报告：园区发生{product}泄漏，已启动三级防控，各班组正在处置，后续情况续报。",
    ),
    "say_owed_answer": Name(
        "Received. Report again on time, and at once if it gets worse.", "收到。请按时续报，情况恶化立即报告。"
    ),
    "say_logged": Name("Received and logged.", "收到，已记录。"),
    "say_jump_answer": Name("Understood. All cells set their clocks.", "指挥部收到，各组对时。"),
    "product": Name("Product", "物料"),
    "speech": Name("{who}: {words}", "{who}：{words}"),
    # What the narrator says.
    "tell_begin": Name(
        "{park} has {count} lines of defence. {promises}. The question today: does the water stay inside them?",
        "{park}设{count}道防线。{promises}。今天要检验的是：事故水能否被留在其中。",
    ),
    "tell_promise": Name("{tier}: {promise}", "{tier}：{promise}"),
    "tell_alarm": Name("A warning has to be closed within half an hour.", "预警应在半小时内闭环处置。"),
    "tell_fire": Name(
        "What puts out the fire has to be held like the spill itself.", "消防废水须与泄漏物料一样全部收集。"
    ),
    "tell_rain": Name(
        "Rain on polluted ground takes up the room that the spill needs.", "受污染地面的雨水将挤占事故水的容积。"
    ),
    "tell_failed": Name(
        "Plans count on things that fail. Now the fall-back has to come by itself.",
        "设备失效，检验后备措施能否及时启用。",
    ),
    "tell_missed": Name(
        "Undone, {volume} more would get past this line: {tier}; by {link}, from {time} on.",
        "若不完成，{tier}将多流出{volume}，经{link}，自{time}起。",
    ),
    "tell_deadline": Name(
        "Latest {deadline}; planned {done}, so {slack} to spare.", "最晚{deadline}完成；推演{done}完成，余{slack}。"
    ),
    "tell_late": Name(
        "Latest {deadline}; planned {done}, which is {slack} late.", "最晚{deadline}完成；推演{done}完成，迟{slack}。"
    ),
    "tell_latest": Name("Latest {deadline}.", "最晚{deadline}完成。"),
    "tell_lost": Name(
        "As planned this line does not hold; the sooner, the less gets out.",
        "按此推演该防线未能守住，越早完成，外泄越少。",
    ),
    "tell_sure": Name(
        "No verdict hangs on when this is done; it makes sure.", "各级结论不取决于本项时间，属稳妥措施。"
    ),
    "tell_verdicts": Name("The run ends: {verdicts}.", "推演结论：{verdicts}。"),
    "tell_due": Name("Owed by {deadline}.", "不迟于{deadline}。"),
    "verdict_untouched": Name("untouched", "未触及"),
    "verdict_held": Name("held", "守住"),
    "verdict_relieved": Name("relieved into the next", "转输至下一级"),
    "verdict_breached": Name("breached, {volume} got out from {time} on", "失守，自{time}起外泄{volume}"),
    # Captions.
    "cap_alarm": Name("Alarm: {place}", "报警：{place}"),
    "cap_report": Name("Report received", "接到事故报告"),
    "cap_fire": Name("Fire water", "消防射水"),
    "cap_ends": Name("It stops", "来水停止"),
    "cap_rain": Name("Rain", "降雨"),
    "cap_process": Name("Process water goes on", "工艺废水持续"),
    "cap_failed": Name("Failed: {sheet}", "失效：{sheet}"),
    "cap_fault": Name("Fault reported", "故障通报"),
    "cap_arrived": Name("{who} arrives", "{who}到达"),
    "cap_begin": Name("Exercise begins", "演练开始"),
    "cap_end": Name("Emergency ends", "应急终止"),
    "cap_review": Name("Hot wash", "现场讲评"),
    "cap_inject": Name("New event", "新情况"),
    "cap_order": Name("{sheet}", "{sheet}"),
    "cap_contingency": Name("Contingency", "备用情景"),
    "cap_measurement": Name("{place} {share} full", "{place} 充满度{share}"),
    "cap_owed": Name("Report to: {receiver}", "报告{receiver}"),
    "cap_closing": Name("Warning closed", "预警闭环"),
    "cap_jump": Name("Clock to {time}", "时间推进至{time}"),
    # Roles.
    "duty_control": Name(
        "Runs the exercise: releases injects, keeps the clock, stops it for safety.",
        "组织实施：放行注入、掌握时间、必要时叫停。",
    ),
    "duty_cell": Name(
        "Plays everybody who is not there: callers, brigade, weather, neighbours.",
        "模拟未参演各方：报警人、消防队、气象、相邻单位等。",
    ),
    "duty_control_room": Name(
        "Watches screens and telephone, notes everything, passes it on; works remote valves.",
        "监视画面、接听电话、记录并上报；执行远程操作。",
    ),
    "duty_command": Name(
        "Decides, gives orders, keeps the picture of water and room, reports upwards.",
        "研判决策、下达命令、掌握水量与容积、对外报告。",
    ),
    "duty_all": Name(
        "Answer as in a real emergency; what is not played is said.", "按实战要求处置；不实际操作的须口头说明。"
    ),
    "duty_evaluators": Name(
        "Watch, read levels, keep times and evidence; do not help.", "观察、读数、计时、取证，不提示。"
    ),
    "duty_office": Name("Receives the first report and closed warnings.", "接收首次报告和预警闭环信息。"),
    "duty_authority": Name("Receives the report of the environmental emergency.", "接收突发环境事件报告。"),
    "duty_narrator": Name("Explains to the audience what is at stake.", "向观摩人员解说情势与要害。"),
    "duty_crew": Name("Carries out: {sheets}", "执行：{sheets}"),
    "duty_other": Name("As in the timeline.", "见时间表。"),
    # The plan.
    "general": Name("General", "总则"),
    "purpose": Name("Purpose", "演练目的"),
    "purpose_text": Name(
        "To find out whether the people on duty can keep the water of this accident inside the "
        "park's lines of defence in "
        "the time there is, and to mend the plan where they cannot.",
        "检验值守人员能否在可用时间内把本情景的事故水控制在各级防线之内，并据此修订预案。",
    ),
    "purpose_points": Name(
        "Is the incident noticed, checked and passed on at once?\n"
        "Are the actions on which the verdict hangs done before their deadlines?\n"
        "Is the fall-back chosen without being prompted when something fails?\n"
        "Do players know how much room is left and how long it lasts?\n"
        "Are the reports that are owed made in time?",
        "异常是否立即发现、核实并上报？\n影响结论的行动是否在最晚时间前完成？\n设备失效时是否主动启用后备措施？\n"
        "参演人员是否掌握剩余容积和可用时间？\n应报事项是否按时报告？",
    ),
    "scope": Name("Scope", "演练范围"),
    "scope_text": Name(
        "{park}. Lines of defence: {tiers}. Facilities and operation sheets: appendix B. What "
        "is not named in this plan is not "
        "touched.",
        "{park}。涉及防线：{tiers}。涉及设施和操作单见附录B。未列入本方案的设施不得操作。",
    ),
    "standards": Name("Structure after", "编制参照"),
    "standards_text": Name(
        "AQ/T 9007 and DB23/T 2574-2020 (phases, script); HSEEP (master scenario events list, ratings P/S/M/U).",
        "AQ/T 9007、DB23/T 2574-2020（阶段划分、脚本）；HSEEP（主情景事件清单、P/S/M/U评定）。",
    ),
    "scenario": Name("Scenario", "演练情景"),
    "scenario_spill": Name("Released: {volume} of {product}.", "泄漏物料：{product}，{volume}。"),
    "scenario_ends": Name("What comes of it if everything is done as planned", "按计划处置的推演结果"),
    "promise": Name("Promise", "防控目标"),
    "verdict": Name("In the run", "推演结论"),
    "tightest": Name("Hangs on", "控制设施"),
    "room_left": Name("{place}, {volume} left at the peak ({time})", "{place}，最高时余{volume}（{time}）"),
    "how_held": Name("Type, time and place", "演练类型、时间与地点"),
    "starts": Name("Begins", "开始"),
    "place": Name("Place", "地点"),
    "places_table": Name(
        "A room with the park's map, a clock that everybody sees, and the cards.",
        "备有园区图、公用时钟和情景卡的会议室。",
    ),
    "places_field": Name("On the spot, at: {places}", "现场：{places}"),
    "places_functional": Name(
        "Control room and command post; the field is played by the simulation cell.",
        "中控室和现场指挥部；现场由模拟组模拟。",
    ),
    "organisation": Name("Organisation and roles", "组织与职责"),
    "organisation_text": Name(
        "Roles, not names; names are entered in the duty list of the day.", "本方案只列角色；人员名单以当日值班表为准。"
    ),
    "schedule": Name("Schedule", "日程"),
    "schedule_text": Name(
        "The incident clock runs with the exercise clock, except where exercise control puts it "
        "forward; every such jump is "
        "listed, and announced to everybody.",
        "情景时钟与演练时钟同步推进；导调组推进时间处逐一列出，并向全体通知。",
    ),
    "begins": Name("{phase} begins", "{phase}开始"),
    "ends": Name("End", "结束"),
    "injects": Name("Injects and their release", "情景注入与放行规则"),
    "inject_list": Name("Injects", "情景注入"),
    "contingencies": Name("Contingency injects", "备用注入"),
    "condition": Name("Let go if", "放行条件"),
    "condition_text": Name(
        '"{sheet}" is not reported done by {clock} ({time})', "“{sheet}”至{clock}（{time}）仍未报告完成"
    ),
    "rules": Name("Release rules", "放行规则"),
    "rules_text": Name(
        "Only exercise control releases an inject, at its time and in its words; the simulation "
        "cell speaks for everybody "
        "who is not there.\n"
        "Nobody tells players what they should find out: how much ran out, where it goes, what is stuck or silent.\n"
        "A contingency inject goes out only if its condition holds; if the action is done in time it is struck out.\n"
        "When players act sooner or otherwise than expected, the times of later injects stay, "
        "unless their cause is gone: "
        "then they are struck out.\n"
        "What was released, held back or struck out is written down with its time.",
        "仅导调组按时、按原文放行注入；模拟组代表所有未参演方。\n"
        "不得告知参演人员应由其自行发现的情况：泄漏量、流向、卡阻或失灵的设备。\n"
        "备用注入仅在条件成立时放行；行动按时完成的，予以划除。\n"
        "参演人员提前处置或另行处置时，后续注入时间不变；其起因已消除的，予以划除。\n"
        "放行、暂缓、划除均记录时间。",
    ),
    "actions": Name("Expected actions and their deadlines", "预期行动与最晚时间"),
    "actions_text": Name(
        "Done by: the latest completion with which every line of defence keeps its verdict, or, where the run loses "
        "one, would have held; found by re-running the incident. In brackets the exercise clock. Not for players.",
        "最晚完成：使各级结论不变的最迟完成时间，推演中失守的为本可守住的最迟时间，由反复推演求得；"
        "括号内为演练时钟。不向参演人员公开。",
    ),
    "safety": Name("Safety and stopping", "安全与中止"),
    "safety_text": Name(
        'Real emergencies come first. Whoever sees danger to people says "Stop, stop, stop" on every channel; '
        "everybody stops, and only exercise control goes on.\n"
        'Every call begins and ends with "Exercise, exercise".\n'
        "No product, no polluted water, no open fire; where water has to run, clean water is used, "
        "in quantities agreed with "
        "the works.\n"
        "Valves and gates are moved only after the works and the control room have agreed and "
        "only as their operation sheet "
        "says; whatever is moved is put back, and that is checked and signed.\n"
        "Nobody enters pits, wells, bunds or mains. By the water: life jackets, in pairs. By night: "
        "lights and reflective "
        "clothing. Work at moving machines: locked and tagged as always.\n"
        "Stop as well when: a real alarm sounds, the storm warning is orange or red, a player is hurt or missing, "
        "communication fails for more than 5 minutes, the river rises to its warning level.\n"
        "After a stop exercise control counts everybody, then decides: go on, put the clock forward, or end.",
        "真实突发事件优先。任何人发现危及人身安全，立即在所有频道呼叫“停止演练”三遍，全体停止，仅导调组可宣布恢复。\n"
        "每次通话以“演练、演练”开头和结尾。\n"
        "不使用真实物料、污水和明火；确需过水时用清水，水量事先与企业商定。\n"
        "阀门、闸门须经企业和中控室同意，按操作单动作；动作后恢复原位，核对并签字。\n"
        "严禁进入池、井、围堰和管渠。临水作业穿救生衣、两人同行；夜间配照明和反光服；机械设备按规定上锁挂牌。\n"
        "出现下列情况一并中止：真实报警、暴雨橙色及以上预警、人员受伤或失联、通信中断超过5分钟、河道达警戒水位。\n"
        "中止后由导调组清点人员，再决定恢复、推进时间或结束。",
    ),
    "communication": Name("Communication", "通信联络"),
    "reaches_by": Name("Is reached by", "联络方式"),
    "reached_from": Name("Called by", "呼叫方"),
    "line_number": Name("Number, channel", "号码、频道"),
    "evaluation": Name("Evaluation", "评估"),
    "criteria": Name("Ratings", "评定等级"),
    "criteria_text": Name(
        "P: performed without challenges\nS: performed with some challenges\nM: performed with major challenges\n"
        "U: unable to be performed",
        "P：顺利完成\nS：有一定困难地完成\nM：有重大困难地完成\nU：未能完成",
    ),
    "form": Name("Form", "评估表"),
    "actual": Name("Actual", "实际"),
    "rating_p": Name("P", "P"),
    "rating_s": Name("S", "S"),
    "rating_m": Name("M", "M"),
    "rating_u": Name("U", "U"),
    "evaluator_notes": Name("Notes", "备注"),
    "reports": Name("Reports owed", "应报事项"),
    "reports_none": Name("None in this exercise.", "本次演练无应报事项。"),
    "appendix_a": Name("Appendix A: What the exercise assumes", "附录A：演练所依据的假定"),
    "assumed_count": Name(
        '{count} of the {total} numbers behind "{incident}" are assumed, {met} of them of facilities that the water '
        "meets. Those of the facilities in this exercise:",
        "“{incident}”的{total}个数据中{count}个为假定，其中{met}个属事故水所到设施。本次演练涉及设施的假定数据：",
    ),
    "assumed_none": Name("Nothing is assumed of the facilities in this exercise.", "本次演练涉及设施无假定数据。"),
    "assumed_unknown": Name(
        "The run behind this list was not at hand; its assumptions are in its results folder.",
        "本时间表未附推演结果，假定数据见其结果文件夹。",
    ),
    "assumed_reports": Name(
        "Times of reports owed (a quarter of an hour within the park, two hours to the authority) are assumed; put in "
        "those that bind you.",
        "应报时限（园区内15分钟，主管部门2小时）为假定值，请按适用规定修改。",
    ),
    "facility": Name("Facility", "设施"),
    "assumed_numbers": Name("Assumed numbers, by their keys in the park file", "假定数据（键名同园区数据文件）"),
    "appendix_b": Name("Appendix B: Facilities and operation sheets", "附录B：设施与操作单"),
    "sheets_none": Name("The orders of this exercise are not after operation sheets.", "本次演练的命令不涉及操作单。"),
    "crew": Name("Crew", "执行班组"),
    "takes": Name("Way and work", "路程、操作时间"),
    "needs": Name("Needs", "所需装备"),
    "need": Name("{what}: {units}", "{what}×{units}"),
    "check": Name("Check", "核对"),
    "how": Name("How", "操作要点"),
    "sheet_person": Name("Person", "责任岗位"),
    "sheet_start": Name("Start", "启动条件"),
    "sheet_division": Name("Division", "分工"),
    "sheet_handling": Name("Handling", "操作步骤"),
    "sheet_means": Name("Means", "物资装备"),
    # Page, Markdown and calendar.
    "lead": Name(
        "{lines} lines, {actions} expected actions, {deadlines} of them with a deadline.",
        "共{lines}项，其中预期行动{actions}项、有最晚时间的{deadlines}项。",
    ),
    "assumes": Name(
        "Deadlines and volumes are computed; what they assume is in the exercise plan.",
        "最晚时间和水量为推演结果，其假定见演练方案。",
    ),
    "cal_phase": Name("{phase}: {name}", "{phase}：{name}"),
    "cal_action": Name("Exercise {number}: {what}", "演练{number}：{what}"),
    "cal_due": Name("Done by: {deadline}", "最晚完成：{deadline}"),
    "cal_missed": Name("If missed: {missed}", "未完成后果：{missed}"),
}


def say(key: str, language: str, **values: Name | str) -> str:
    """The words of `key` in `language`, `values` put into their places.

    >>> say("late", "en", time="5 min"), say("phase_end", "zh")
    ('5 min late', '应急终止')

    Raises:
        KeyError: there is no such key, or a place is not filled.
    """
    return filled(WORDS[key], language, values)
