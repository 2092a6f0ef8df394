"""Every word that the documents of an exercise say beside its lines, in English and in Chinese."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    # Titles and what stands on covers.
    "script": {"en": "Exercise script", "zh": "应急演练脚本"},
    "plan": {"en": "Exercise plan", "zh": "应急演练方案"},
    "timeline": {"en": "Exercise timeline", "zh": "应急演练时间表"},
    "exercise_of": {"en": "Containment exercise: {names}", "zh": "事故水防控应急演练：{names}"},
    "paper_park": {"en": "Park", "zh": "园区"},
    "incidents": {"en": "Incidents", "zh": "情景"},
    "date": {"en": "Date", "zh": "日期"},
    "type": {"en": "Type", "zh": "演练类型"},
    "lasts": {"en": "Duration", "zh": "演练时长"},
    "version": {"en": "Version", "zh": "版本"},
    "version_text": {"en": "{hash} (changes with the contents)", "zh": "{hash}（随内容变化）"},
    "list_mark": {"en": "List mark", "zh": "清单标识"},
    "list_mark_text": {"en": "{mark} (goes into the column `list` of a log)", "zh": "{mark}（填入记录表的“清单”列）"},
    "inputs": {"en": "Inputs", "zh": "计算输入"},
    "no_date": {"en": "not fixed yet", "zh": "待定"},
    "confidential": {
        "en": "For exercise control and evaluators. Players get cards only.",
        "zh": "仅供导调、评估人员使用；参演人员只发情景卡。",
    },
    "paper_none": {"en": "-", "zh": "—"},
    "colon": {"en": "{name}: {what}", "zh": "{name}：{what}"},
    "arrow": {"en": "{sender} to {receiver}", "zh": "{sender}→{receiver}"},
    "page_of": {"en": "{title} | page {page}", "zh": "{title} | 第{page}页"},
    # Times.
    "next_day": {"en": "{clock}, day {day}", "zh": "第{day}天{clock}"},
    "elapsed": {"en": "after {time}", "zh": "开始后{time}"},
    "date_format": {"en": "{day} {month} {year}", "zh": "{year}年{month}{day}日"},
    # Phases and kinds.
    "phase_warning": {"en": "Warning and report", "zh": "预警与报告"},
    "phase_command": {"en": "Command and coordination", "zh": "指挥协调"},
    "phase_response": {"en": "Response on the spot", "zh": "现场处置"},
    "phase_end": {"en": "End of the emergency", "zh": "应急终止"},
    "phase_review": {"en": "Summary and evaluation", "zh": "总结评估"},
    "kind": {"en": "Kind", "zh": "类别"},
    # Columns.
    "time": {"en": "Time", "zh": "时间"},
    "paper_clock": {"en": "Exercise clock", "zh": "演练时钟"},
    "incident_clock": {"en": "Incident clock", "zh": "情景时钟"},
    "t_plus": {"en": "T+", "zh": "T+"},
    "what": {"en": "What happens", "zh": "内容"},
    "from_to": {"en": "From, to, by", "zh": "发出→接收（方式）"},
    "by_medium": {"en": "{way}, {medium}", "zh": "{way}（{medium}）"},
    "state": {"en": "State", "zh": "状态"},
    "sheet": {"en": "Operation sheet", "zh": "操作单"},
    "missed": {"en": "If missed", "zh": "未完成后果"},
    "evaluate": {"en": "To evaluate", "zh": "评估要点"},
    "evidence": {"en": "Evidence", "zh": "证据"},
    # Cells.
    "state_empty": {"en": "{place} is empty", "zh": "{place}尚无存水"},
    "state_volume": {"en": "{place}: {volume}, {share} full", "zh": "{place}：存水{volume}，充满度{share}"},
    "state_level": {"en": "{depth} m deep", "zh": "水深{depth} m"},
    "state_full": {"en": "full in {time}", "zh": "约{time}后满"},
    "state_is_full": {"en": "full", "zh": "已满"},
    "deadline_at": {"en": "{time} ({clock})", "zh": "{time}（{clock}）"},
    "paper_not_before": {"en": "; not before {time}", "zh": "；不早于{time}"},
    "deadline_none": {"en": "no verdict hangs on it", "zh": "不影响各级结论"},
    "deadline_lost": {"en": "as soon as can be", "zh": "尽快"},
    "paper_late": {"en": "{time} late", "zh": "迟{time}"},
    "paper_early": {"en": "{time} too early", "zh": "早{time}"},
    "paper_not_done": {"en": "not done", "zh": "未成功"},
    "missed_text": {
        "en": "{volume} more leaves: {tier} ({link}), from {time}",
        "zh": "{tier}多流出{volume}，途径为{link}，自{time}起",
    },
    "missed_where": {"en": "out of {tier}: {way}", "zh": "自{tier}流出：{way}"},
    # The script.
    "roles": {"en": "Roles", "zh": "角色与职责"},
    "role": {"en": "Role", "zh": "角色"},
    "duty": {"en": "Duty in the exercise", "zh": "演练职责"},
    "narrator": {"en": "Narrator", "zh": "解说员"},
    "how_to_read": {"en": "How to read it", "zh": "使用说明"},
    "how_to_read_text": {
        "en": "One row is one line of the master list and keeps its number. Times are exercise clock "
        "first, then time since the "
        "incident began (T+). Grey rows are contingency injects: exercise control lets them go "
        "only when the action they "
        "speak of is late. Orders are read back word for word before anybody moves. Narration "
        "and captions are for those "
        "who look on; players do not hear them.",
        "zh": "每行对应总控时间表的一项，序号固定不变。时间先列演练时钟，再列事发后时间（T+）。灰底行为备用注入，"
        "仅当所述行动逾期未完成时由导调组放行。命令须逐字复诵后方可执行。解说词和字幕仅供观摩人员，参演人员不应听到。",
    },
    "situation": {"en": "Event", "zh": "情景"},
    "deed": {"en": "Expected action, and who", "zh": "处置行动与执行人员"},
    "dialogue": {"en": "Orders and dialogue", "zh": "指令与对白"},
    "narration": {"en": "Narration", "zh": "解说词"},
    "subtitle": {"en": "Caption", "zh": "字幕"},
    "part": {"en": "Incident {number}: {name}", "zh": "情景{number}：{name}"},
    "intro_warning": {
        "en": "Something is noticed. What counts is how fast it is checked and passed on; a warning has to be closed "
        "within half an hour.",
        "zh": "发现异常。关键在于核实和上报的速度，预警应在半小时内闭环处置。",
    },
    "intro_command": {
        "en": "The command post decides what to hold the water with, and gives the first orders.",
        "zh": "指挥部研判可用的防控空间，下达首批命令。",
    },
    "intro_response": {
        "en": "Crews shut, open and start what keeps the water in. Volume races against room, filling against acting.",
        "zh": "各班组关阀、开阀、启泵，把事故水留住：水量与容积赛跑，充满时间与处置时间赛跑。",
    },
    "intro_end": {"en": "The emergency is over when nothing more can get out.", "zh": "事故水不再外泄，应急终止。"},
    "intro_review": {"en": "What went well, what did not, what changes.", "zh": "讲评成效、不足与改进。"},
    # Who does what, in the script's fourth column.
    "deed_alarm": {
        "en": "{receiver}: note the alarm, have it checked, tell the command post.",
        "zh": "{receiver}：确认并记录报警，安排核实，报告指挥部。",
    },
    "deed_report": {
        "en": "{receiver}: ask what, where, how much; tell the command post.",
        "zh": "{receiver}：问清物质、地点、数量，报告指挥部。",
    },
    "deed_fire": {
        "en": "{receiver}: count the fire water, have levels watched.",
        "zh": "{receiver}：核算消防水量，安排专人监视液位。",
    },
    "deed_ends": {
        "en": "{receiver}: keep everything shut, watch the levels.",
        "zh": "{receiver}：维持现有阀位，继续监视液位。",
    },
    "deed_rain": {"en": "{receiver}: report levels and room left.", "zh": "{receiver}：报告液位和剩余容积。"},
    "deed_process": {
        "en": "{receiver}: ask the works to cut it back, count it in.",
        "zh": "{receiver}：要求装置减量，并计入事故水量。",
    },
    "deed_failed": {
        "en": "{receiver}: choose the fall-back without being prompted.",
        "zh": "{receiver}：主动启用后备措施。",
    },
    "deed_fault": {
        "en": "{receiver}: find out what no longer works, choose another way.",
        "zh": "{receiver}：查明受影响设备，改用其他办法。",
    },
    "deed_arrived": {"en": "{receiver}: give them a task.", "zh": "{receiver}：分配任务。"},
    "deed_begin": {"en": "{receiver}: at their posts, radios tested.", "zh": "{receiver}：到岗就位，试通对讲机。"},
    "deed_end": {
        "en": "{receiver}: stop, count people and equipment, report.",
        "zh": "{receiver}：停止行动，清点人员装备并报告。",
    },
    "deed_review": {"en": "{receiver}: one after the other.", "zh": "{receiver}：依次发言。"},
    "deed_jump": {"en": "{receiver}: set clocks, take over the new state.", "zh": "{receiver}：对时，接受新的状态。"},
    "deed_inject": {"en": "{receiver}: answer as in a real emergency.", "zh": "{receiver}：按实战要求处置。"},
    "deed_contingency": {
        "en": "{receiver}: have it done at once, or choose the fall-back.",
        "zh": "{receiver}：督促立即完成，或启用后备措施。",
    },
    "deed_measurement": {
        "en": "{sender}: read it, write down the time; say nothing to players.",
        "zh": "{sender}：读数并记录时间，不告知参演人员。",
    },
    "deed_owed": {
        "en": "{sender} to {receiver}, {medium}, by {deadline}",
        "zh": "{sender}→{receiver}（{medium}），不迟于{deadline}",
    },
    # Orders, read-backs and reports.
    "say_plain": {"en": "{text}", "zh": "{text}"},
    "say_alarm": {
        "en": "Command post, this is the control room. {text} I am having it checked.",
        "zh": "指挥部，中控室报告：{text}正在核实。",
    },
    "say_alarm_answer": {
        "en": "Understood. Confirm on the spot: source, liquid, where it runs. Report back.",
        "zh": "指挥部收到。请现场核实来源、物质和流向，随时报告。",
    },
    "say_report_answer": {
        "en": "Understood. The response plan is in force. Call the teams.",
        "zh": "指挥部收到。启动应急响应，通知各班组到位。",
    },
    "say_fire_answer": {
        "en": "Understood. Fire water is accident water: keep it in, watch the levels.",
        "zh": "收到。消防水按事故水收集，密切监视液位。",
    },
    "say_ends_answer": {
        "en": "Understood. Leave everything as it stands; go on watching the levels.",
        "zh": "收到。保持现有阀位，继续监视液位。",
    },
    "say_rain_answer": {
        "en": "To everybody: rain takes up room. Report levels and what room is left.",
        "zh": "各班组注意：雨水将占用容积，请报告液位和剩余容积。",
    },
    "say_process_answer": {
        "en": "Understood. Cut it back as soon as that is safe; it counts as accident water.",
        "zh": "收到。请在确保安全的前提下尽快减量，该水量计入事故水。",
    },
    "say_failed": {
        "en": 'Command post, this is {who}. "{sheet}" cannot be carried out. Waiting for orders.',
        "zh": "指挥部，{who}报告：“{sheet}”无法完成，请指示。",
    },
    "say_failed_answer": {
        "en": "Understood. Stay safe and stand by; we change to the fall-back.",
        "zh": "指挥部收到。注意安全，原地待命，改用后备措施。",
    },
    "say_heard": {"en": "Understood. We are acting on it.", "zh": "收到，立即处置。"},
    "say_arrived": {
        "en": "Command post, this is {who}. We are here and need a task.",
        "zh": "指挥部，{who}已到达，请分配任务。",
    },
    "say_arrived_answer": {
        "en": "Understood. Go to the staging area and wait for orders.",
        "zh": "收到。请到待命区等候命令。",
    },
    "say_ready": {"en": "Command post ready, everybody at their posts.", "zh": "指挥部收到，各岗位已就位。"},
    "say_end_answer": {
        "en": "Understood. Count people and equipment; leave valves as they stand until told otherwise.",
        "zh": "指挥部收到。各班组清点人员和装备，未接命令不得改变阀位。",
    },
    "say_review": {"en": "Evaluators first, then every cell.", "zh": "请评估组先行点评，随后各组发言。"},
    "say_order": {
        "en": '{who}, this is the command post. Carry out "{sheet}"{by}. Report when done. Read back.',
        "zh": "{who}，我是指挥部。命令：执行“{sheet}”{by}，完成后报告。请复诵。",
    },
    "say_read_back": {
        "en": '{who}. I carry out "{sheet}"{by}, and report when done.',
        "zh": "{who}收到：执行“{sheet}”{by}，完成后报告。",
    },
    "say_done": {
        "en": '({time}) Command post, this is {who}: "{sheet}" is done.{check}',
        "zh": "（{time}）指挥部，{who}报告：“{sheet}”已完成。{check}",
    },
    "say_check": {"en": " Checked: {check}.", "zh": "已核对：{check}。"},
    "say_within": {"en": ", within {time}", "zh": "，{time}内完成"},
    "say_now": {"en": " at once", "zh": "，立即执行"},
    "say_ask": {
        "en": 'Who does this, with what, and when is it done: "{sheet}"?',
        "zh": "请说明：“{sheet}”由谁执行、用何装备、何时完成？",
    },
    "say_expected": {"en": "(Expected answer) {who}, done at {time}.", "zh": "（参考答案）由{who}执行，{time}完成。"},
    "say_expected_fails": {
        "en": "(Expected answer) {who}; exercise control then says that it does not work.",
        "zh": "（参考答案）由{who}执行；随后导调组告知操作不成功。",
    },
    "say_contingency": {"en": "(Only if it is late.) {text}", "zh": "（仅在逾期时放行）{text}"},
    "say_contingency_answer": {
        "en": "Understood. We check at once and go over to the fall-back.",
        "zh": "收到。立即核实，启用后备措施。",
    },
    "say_owed": {
        "en": "{park}, {sender}: we have a spill of {product}; the containment plan is in force, crews are at work. We "
        "report again as things change.",
        "zh": "{sender}报告：{park}发生{product}泄漏，已启动三级防控，各班组正在处置，后续情况续报。",
    },
    "say_told": {
        "en": "{park}, {sender}: {product} has got into the water and may come down to you. Draw no water, keep people "
        "and animals away from it; we tell you when it has passed.",
        "zh": "{sender}通报：{park}发生{product}泄漏，污染水可能到达贵处。请停止取水，人畜远离水边，解除时另行通知。",
    },
    "say_told_answer": {
        "en": "Understood. Intakes are shut, people are being told.",
        "zh": "收到。立即关闭取水口并告知居民。",
    },
    "say_owed_answer": {
        "en": "Received. Report again on time, and at once if it gets worse.",
        "zh": "收到。请按时续报，情况恶化立即报告。",
    },
    "say_closing": {
        "en": "Reporting: {closed}. It is checked, dealt with and reported back.",
        "zh": "报告：{closed}，已核实、处置、反馈。",
    },
    "say_logged": {"en": "Received and logged.", "zh": "收到，已记录。"},
    "say_jump_answer": {"en": "Understood. All cells set their clocks.", "zh": "指挥部收到，各组对时。"},
    "product": {"en": "Product", "zh": "物料"},
    "speech": {"en": "{who}: {words}", "zh": "{who}：{words}"},
    # What the narrator says.
    "tell_begin": {
        "en": "{park} has {count} lines of defence. {promises}. The question today: does the water stay inside them?",
        "zh": "{park}设{count}道防线。{promises}。今天要检验的是：事故水能否被留在其中。",
    },
    "tell_promise": {"en": "{tier}: {promise}", "zh": "{tier}：{promise}"},
    "tell_alarm": {"en": "A warning has to be closed within half an hour.", "zh": "预警应在半小时内闭环处置。"},
    "tell_fire": {
        "en": "What puts out the fire has to be held like the spill itself.",
        "zh": "消防废水须与泄漏物料一样全部收集。",
    },
    "tell_rain": {
        "en": "Rain on polluted ground takes up the room that the spill needs.",
        "zh": "受污染地面的雨水将挤占事故水的容积。",
    },
    "tell_failed": {
        "en": "Plans count on things that fail. Now the fall-back has to come by itself.",
        "zh": "设备失效，检验后备措施能否及时启用。",
    },
    "tell_missed": {
        "en": "Undone, {volume} more would get past this line: {tier} ({link}), from {time} on.",
        "zh": "若不完成，自{time}起{tier}将多流出{volume}，途径为{link}。",
    },
    "tell_deadline": {
        "en": "Latest {deadline}; planned {done}, so {slack} to spare.",
        "zh": "最晚{deadline}完成；推演{done}完成，余{slack}。",
    },
    "tell_late": {
        "en": "Latest {deadline}; planned {done}, which is {slack} late.",
        "zh": "最晚{deadline}完成；推演{done}完成，迟{slack}。",
    },
    "tell_first": {"en": "Not before {first}.", "zh": "不早于{first}。"},
    "tell_early": {
        "en": "Not before {earliest}, latest {deadline}; planned {done}, which is {early} too early.",
        "zh": "不早于{earliest}，最晚{deadline}完成；推演{done}完成，早{early}。",
    },
    "tell_latest": {"en": "Latest {deadline}.", "zh": "最晚{deadline}完成。"},
    "tell_lost": {
        "en": "As planned this line does not hold; the sooner, the less gets out.",
        "zh": "按此推演该防线未能守住，越早完成，外泄越少。",
    },
    "tell_sure": {
        "en": "No verdict hangs on when this is done; it makes sure.",
        "zh": "各级结论不取决于本项时间，属稳妥措施。",
    },
    "tell_verdicts": {"en": "The run ends: {verdicts}.", "zh": "推演结论：{verdicts}。"},
    "tell_due": {"en": "Owed by {deadline}.", "zh": "不迟于{deadline}。"},
    "verdict_untouched": {"en": "untouched", "zh": "未触及"},
    "verdict_held": {"en": "held", "zh": "守住"},
    "verdict_relieved": {"en": "relieved into the next", "zh": "转输至下一级"},
    "verdict_untouched_uncounted": {
        "en": "untouched only with {volume} in space that does not count",
        "zh": "未触及，但仅靠不计入应急容积的空间（{volume}）",
    },
    "verdict_held_uncounted": {
        "en": "held only with {volume} in space that does not count",
        "zh": "守住，但仅靠不计入应急容积的空间（{volume}）",
    },
    "verdict_relieved_uncounted": {
        "en": "relieved into the next, and only with {volume} in space that does not count",
        "zh": "转输至下一级，且仅靠不计入应急容积的空间（{volume}）",
    },
    "verdict_breached": {"en": "breached, {volume} got out from {time} on", "zh": "失守，自{time}起外泄{volume}"},
    # Captions.
    "cap_alarm": {"en": "Alarm: {place}", "zh": "报警：{place}"},
    "cap_report": {"en": "Report received", "zh": "接到事故报告"},
    "cap_fire": {"en": "Fire water", "zh": "消防射水"},
    "cap_ends": {"en": "It stops", "zh": "来水停止"},
    "cap_rain": {"en": "Rain", "zh": "降雨"},
    "cap_process": {"en": "Process water goes on", "zh": "生产废水持续"},
    "cap_failed": {"en": "Failed: {sheet}", "zh": "失效：{sheet}"},
    "cap_fault": {"en": "Fault reported", "zh": "故障通报"},
    "cap_arrived": {"en": "{who} arrives", "zh": "{who}到达"},
    "cap_begin": {"en": "Exercise begins", "zh": "演练开始"},
    "cap_end": {"en": "Emergency ends", "zh": "应急终止"},
    "cap_review": {"en": "Hot wash", "zh": "现场讲评"},
    "cap_inject": {"en": "New event", "zh": "新情况"},
    "cap_order": {"en": "{sheet}", "zh": "{sheet}"},
    "cap_contingency": {"en": "Contingency", "zh": "备用情景"},
    "cap_measurement": {"en": "{place} {share} full", "zh": "{place} 充满度{share}"},
    "cap_owed": {"en": "Report to: {receiver}", "zh": "报告{receiver}"},
    "cap_told": {"en": "Told: {receiver}", "zh": "通报{receiver}"},
    "cap_closing": {"en": "Warning closed", "zh": "预警闭环"},
    "cap_jump": {"en": "Clock to {time}", "zh": "时间推进至{time}"},
    # Roles.
    "duty_control": {
        "en": "Runs the exercise: releases injects, keeps the clock, stops it for safety.",
        "zh": "组织实施：放行注入、掌握时间、必要时叫停。",
    },
    "duty_cell": {
        "en": "Plays everybody who is not there: callers, brigade, weather, neighbours.",
        "zh": "模拟未参演各方：报警人、消防队、气象、相邻单位等。",
    },
    "duty_control_room": {
        "en": "Watches screens and telephone, notes everything, passes it on; works remote valves.",
        "zh": "监视画面、接听电话、记录并上报；执行远程操作。",
    },
    "duty_command": {
        "en": "Decides, gives orders, keeps the picture of water and room, reports upwards.",
        "zh": "研判决策、下达命令、掌握水量与容积、对外报告。",
    },
    "duty_all": {
        "en": "Answer as in a real emergency; what is not played is said.",
        "zh": "按实战要求处置；不实际操作的须口头说明。",
    },
    "duty_evaluators": {
        "en": "Watch, read levels, keep times and evidence; do not help.",
        "zh": "观察、读数、计时、取证，不提示。",
    },
    "duty_office": {"en": "Receives the first report and closed warnings.", "zh": "接收首次报告和预警闭环信息。"},
    "duty_reports": {
        "en": "Reports, or is told, as the list of reports owed says.",
        "zh": "按应报事项报告或接收报告。",
    },
    "duty_narrator": {"en": "Explains to the audience what is at stake.", "zh": "向观摩人员解说情势与要害。"},
    "duty_crew": {"en": "Carries out: {sheets}", "zh": "执行：{sheets}"},
    "duty_other": {"en": "As in the timeline.", "zh": "见时间表。"},
    # The plan.
    "general": {"en": "General", "zh": "总则"},
    "purpose": {"en": "Purpose", "zh": "演练目的"},
    "purpose_text": {
        "en": "To find out whether the people on duty can keep the water of this accident inside the "
        "park's lines of defence in "
        "the time there is, and to mend the plan where they cannot.",
        "zh": "检验值守人员能否在可用时间内把本情景的事故水控制在各级防线之内，并据此修订预案。",
    },
    "purpose_points": {
        "en": "Is the incident noticed, checked and passed on at once?\nAre the actions on which the verdict hangs "
        "done before their deadlines?\nIs the fall-back chosen without being prompted when something "
        "fails?\nDo players know how much room is left and how long it lasts?\nAre the reports that are owed "
        "made in time?",
        "zh": "异常是否立即发现、核实并上报？\n影响结论的行动是否在最晚时间前完成？\n设备失效时是否主动启用后备措施？"
        "\n参演人员是否掌握剩余容积和可用时间？\n应报事项是否按时报告？",
    },
    "scope": {"en": "Scope", "zh": "演练范围"},
    "scope_text": {
        "en": "{park}. Lines of defence: {tiers}. Facilities and operation sheets: appendix B. What "
        "is not named in this plan is not "
        "touched.",
        "zh": "{park}。涉及防线：{tiers}。涉及设施和操作单见附录B。未列入本方案的设施不得操作。",
    },
    "standards": {"en": "Structure after", "zh": "编制参照"},
    "standards_text": {
        "en": "{drills} and {scripts} (phases, script); {hseep} (master scenario events list, ratings P/S/M/U).",
        "zh": "{drills}、{scripts}（阶段划分、脚本）；{hseep}（主情景事件清单、P/S/M/U评定）。",
    },
    "scenario": {"en": "Scenario", "zh": "演练情景"},
    "scenario_spill": {"en": "Released: {volume} of {product}.", "zh": "泄漏物料：{product}，{volume}。"},
    "scenario_ends": {"en": "What comes of it if everything is done as planned", "zh": "按计划处置的推演结果"},
    "promise": {"en": "Promise", "zh": "防控目标"},
    "paper_verdict": {"en": "In the run", "zh": "推演结论"},
    "paper_tightest": {"en": "Hangs on", "zh": "控制设施"},
    "paper_room_left": {
        "en": "{place}, {volume} left at the peak ({time})",
        "zh": "{place}，最高时余{volume}（{time}）",
    },
    "how_held": {"en": "Type, time and place", "zh": "演练类型、时间与地点"},
    "paper_starts": {"en": "Begins", "zh": "开始"},
    "place": {"en": "Place", "zh": "地点"},
    "places_table": {
        "en": "A room with the park's map, a clock that everybody sees, and the cards.",
        "zh": "备有园区图、公用时钟和情景卡的会议室。",
    },
    "places_field": {"en": "On the spot, at: {places}", "zh": "现场：{places}"},
    "places_functional": {
        "en": "Control room and command post; the field is played by the simulation cell.",
        "zh": "中控室和现场指挥部；现场由模拟组模拟。",
    },
    "organisation": {"en": "Organisation and roles", "zh": "组织与职责"},
    "organisation_text": {
        "en": "Roles, not names; names are entered in the duty list of the day.",
        "zh": "本方案只列角色；人员名单以当日值班表为准。",
    },
    "schedule": {"en": "Schedule", "zh": "日程"},
    "schedule_text": {
        "en": "The incident clock runs with the exercise clock, except where exercise control puts it "
        "forward; every such jump is "
        "listed, and announced to everybody.",
        "zh": "情景时钟与演练时钟同步推进；导调组推进时间处逐一列出，并向全体通知。",
    },
    "paper_begins": {"en": "{phase} begins", "zh": "{phase}开始"},
    "ends": {"en": "End", "zh": "结束"},
    "injects": {"en": "Injects and their release", "zh": "情景注入与放行规则"},
    "inject_list": {"en": "Injects", "zh": "情景注入"},
    "contingencies": {"en": "Contingency injects", "zh": "备用注入"},
    "condition": {"en": "Let go if", "zh": "放行条件"},
    "condition_text": {
        "en": '"{sheet}" is not reported done by {clock} ({time})',
        "zh": "“{sheet}”至{clock}（{time}）仍未报告完成",
    },
    "paper_rules": {"en": "Release rules", "zh": "放行规则"},
    "rules_text": {
        "en": "Only exercise control releases an inject, at its time and in its words; the simulation "
        "cell speaks for everybody "
        "who is not there.\n"
        "Nobody tells players what they should find out: how much ran out, where it goes, what is stuck or silent.\n"
        "A contingency inject goes out only if its condition holds; if the action is done in time it is struck out.\n"
        "When players act sooner or otherwise than expected, the times of later injects stay, "
        "unless their cause is gone: "
        "then they are struck out.\n"
        "What was released, held back or struck out is written down with its time.",
        "zh": "仅导调组按时、按原文放行注入；模拟组代表所有未参演方。\n"
        "不得告知参演人员应由其自行发现的情况：泄漏量、流向、卡阻或失灵的设备。\n"
        "备用注入仅在条件成立时放行；行动按时完成的，予以划除。\n"
        "参演人员提前处置或另行处置时，后续注入时间不变；其起因已消除的，予以划除。\n"
        "放行、暂缓、划除均记录时间。",
    },
    "paper_actions": {"en": "Expected actions and their deadlines", "zh": "预期行动与最晚时间"},
    "actions_text": {
        "en": "Done by: the latest completion with which every line of defence keeps its verdict, or, where the run "
        "loses one, would have held; found by re-running the incident. In brackets the exercise clock. Not for "
        "players.",
        "zh": "最晚完成：使各级结论不变的最迟完成时间，推演中失守的为本可守住的最迟时间，由反复推演求得；括号内为演练"
        "时钟。不向参演人员公开。",
    },
    "safety": {"en": "Safety and stopping", "zh": "安全与中止"},
    "safety_text": {
        "en": 'Real emergencies come first. Whoever sees danger to people says "Stop, stop, stop" on every '
        "channel; everybody stops, and only exercise control goes on.\nEvery call begins and ends with "
        '"Exercise, exercise".\nNo product, no polluted water, no open fire; where water has to run, clean '
        "water is used, in quantities agreed with the works.\nValves and gates are moved only after the works "
        "and the control room have agreed and only as their operation sheet says; whatever is moved is put "
        "back, and that is checked and signed.\nNobody enters pits, wells, bunds or mains. By the water: life "
        "jackets, in pairs. By night: lights and reflective clothing. Work at moving machines: locked and "
        "tagged as always.\nStop as well when: a real alarm sounds, the storm warning is orange or red, a "
        "player is hurt or missing, communication fails for more than 5 minutes, the river rises to its "
        "warning level.\nAfter a stop exercise control counts everybody, then decides: go on, put the clock "
        "forward, or end.",
        "zh": "真实突发事件优先。任何人发现危及人身安全，立即在所有频道呼叫“停止演练”三遍，全体停止，仅导调组可宣布恢"
        "复。\n每次通话以“演练、演练”开头和结尾。\n不使用真实物料、污水和明火；确需过水时用清水，水量事先与企业"
        "商定。\n阀门、闸门须经企业和中控室同意，按操作单动作；动作后恢复原位，核对并签字。\n严禁进入池、井、围"
        "堰和管渠。临水作业穿救生衣、两人同行；夜间配照明和反光服；机械设备按规定上锁挂牌。\n出现下列情况一并中"
        "止：真实报警、暴雨橙色及以上预警、人员受伤或失联、通信中断超过5分钟、河道达警戒水位。\n中止后由导调组"
        "清点人员，再决定恢复、推进时间或结束。",
    },
    "communication": {"en": "Communication", "zh": "通信联络"},
    "reaches_by": {"en": "Is reached by", "zh": "联络方式"},
    "reached_from": {"en": "Called by", "zh": "呼叫方"},
    "line_number": {"en": "Number, channel", "zh": "号码、频道"},
    "evaluation": {"en": "Evaluation", "zh": "评估"},
    "criteria": {"en": "Ratings", "zh": "评定等级"},
    "criteria_text": {
        "en": "P: performed without challenges\nS: performed with some challenges\nM: performed with major "
        "challenges\nU: unable to be performed",
        "zh": "P：顺利完成\nS：有一定困难地完成\nM：有重大困难地完成\nU：未能完成",
    },
    "form": {"en": "Form", "zh": "评估表"},
    "rating_p": {"en": "P", "zh": "P"},
    "rating_s": {"en": "S", "zh": "S"},
    "rating_m": {"en": "M", "zh": "M"},
    "rating_u": {"en": "U", "zh": "U"},
    "evaluator_notes": {"en": "Notes", "zh": "备注"},
    "paper_reports": {"en": "Reports owed", "zh": "应报事项"},
    "reports_none": {
        "en": "By the park's own table of reports none falls due in this exercise.",
        "zh": "按园区自定的应报事项表，本次演练无到期应报事项。",
    },
    "reports_rule": {"en": "Rule", "zh": "依据"},
    "reports_grade": {
        "en": "No run knows the official grade of an incident. These reports are owed while it is not settled; once it "
        "is settled as ordinary or larger, instead:",
        "zh": "推演不判定事件等级，以上为等级尚未判明时的应报事项；一经判定为一般或较大，则改按：",
    },
    "reports_instead": {
        "en": "{sender} to {receiver}, within {time} ({rule})",
        "zh": "{sender}→{receiver}，{time}内（{rule}）",
    },
    "reports_drill": {
        "en": "After the drill: makers and stores of hazardous chemicals report it to the county's authority ({rule}).",
        "zh": "演练后：危险化学品生产、储存单位须将演练情况报县级应急管理部门（{rule}）。",
    },
    "appendix_a": {"en": "Appendix A: What the exercise assumes", "zh": "附录A：演练所依据的假定"},
    "assumed_count": {
        "en": '{count} of the {total} numbers behind "{incident}" are assumed, {met} of them of facilities that '
        "the water meets. Those of the facilities in this exercise:",
        "zh": "“{incident}”的{total}个数据中{count}个为假定，其中{met}个属事故水所到设施。本次演练涉及设施的假定数据：",
    },
    "paper_assumed_none": {
        "en": "Nothing is assumed of the facilities in this exercise.",
        "zh": "本次演练涉及设施无假定数据。",
    },
    "assumed_unknown": {
        "en": "The run behind this list was not at hand; its assumptions are in its results folder.",
        "zh": "本时间表未附推演结果，假定数据见其结果文件夹。",
    },
    "assumed_reports": {
        "en": "Times of reports owed are the country's, but for the quarter of an hour within the park, which is "
        "assumed. Provinces and cities are often stricter: write those that bind you into the park's reports.",
        "zh": "应报时限采用国家规定，其中园区内15分钟为假定值。省、市规定往往更严，请在园区数据文件的 reports 中写入"
        "适用规定。",
    },
    "assumed_reports_own": {
        "en": "Times of reports owed are those of the park's own table.",
        "zh": "应报时限采用园区自定的应报事项表。",
    },
    "facility": {"en": "Facility", "zh": "设施"},
    "assumed_numbers": {
        "en": "Assumed numbers, by their keys in the park file",
        "zh": "假定数据（键名同园区数据文件）",
    },
    "appendix_b": {"en": "Appendix B: Facilities and operation sheets", "zh": "附录B：设施与操作单"},
    "sheets_none": {
        "en": "The orders of this exercise are not after operation sheets.",
        "zh": "本次演练的命令不涉及操作单。",
    },
    "crew": {"en": "Crew", "zh": "执行班组"},
    "takes": {"en": "Way and work", "zh": "路程、操作时间"},
    "needs": {"en": "Needs", "zh": "所需装备"},
    "need": {"en": "{what}: {units}", "zh": "{what}×{units}"},
    "check": {"en": "Check", "zh": "核对"},
    "how": {"en": "How", "zh": "操作要点"},
    "sheet_person": {"en": "Person", "zh": "责任岗位"},
    "sheet_start": {"en": "Start", "zh": "启动条件"},
    "sheet_division": {"en": "Division", "zh": "分工"},
    "sheet_handling": {"en": "Handling", "zh": "操作步骤"},
    "sheet_means": {"en": "Means", "zh": "物资装备"},
    # Page, Markdown and calendar.
    "lead": {
        "en": "{lines} lines, {actions} expected actions, {deadlines} of them with a deadline.",
        "zh": "共{lines}项，其中预期行动{actions}项、有最晚时间的{deadlines}项。",
    },
    "assumes": {
        "en": "Deadlines and volumes are computed; what they assume is in the exercise plan.",
        "zh": "最晚时间和水量为推演结果，其假定见演练方案。",
    },
    "cal_phase": {"en": "{phase}: {name}", "zh": "{phase}：{name}"},
    "cal_action": {"en": "Exercise {number}: {what}", "zh": "演练{number}：{what}"},
    "cal_due": {"en": "Done by: {deadline}", "zh": "最晚完成：{deadline}"},
    "cal_missed": {"en": "If missed: {missed}", "zh": "未完成后果：{missed}"},
}
