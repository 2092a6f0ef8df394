"""Words of the terminal's tables and sentences."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "recovery_measures": {"en": "Bring what is left to treatment.", "zh": "将存水送往处理。"},
    "untouched": {"en": "untouched", "zh": "未触及"},
    "held": {"en": "held", "zh": "守住"},
    "relieved": {"en": "relieved", "zh": "转输"},
    "breached": {"en": "breached", "zh": "失守"},
    "untouched_uncounted": {"en": "untouched, uncounted", "zh": "未触及（不计入）"},
    "held_uncounted": {"en": "held, uncounted", "zh": "守住（不计入）"},
    "relieved_uncounted": {"en": "relieved, uncounted", "zh": "转输（不计入）"},
    "uncounted": {
        "en": "{verdict} only with {volume} in space that does not count: {places}",
        "zh": "仅靠不计入应急容积的空间{verdict}：{places}，{volume}",
    },
    "uncounted_left": {
        "en": "were that counted: {volume} left in {storage}",
        "zh": "若计入该空间：{storage}余{volume}",
    },
    "uncounted_besides": {
        "en": "and {volume} stood in space that does not count: {places}",
        "zh": "另有{volume}存于不计入应急容积的空间：{places}",
    },
    "tier": {"en": "Tier", "zh": "防线"},
    "verdict": {"en": "Verdict", "zh": "结论"},
    "peak": {"en": "Peak\nvolume m3", "zh": "最大\n存量 m3"},
    "usable": {"en": "Usable\nm3", "zh": "可用\n容积 m3"},
    "margin": {"en": "Margin\nm3", "zh": "余量\nm3"},
    "margin_share": {"en": "Margin\n%", "zh": "余量\n%"},
    "first_escape": {"en": "First escape", "zh": "首次外泄"},
    "changed": {"en": "Changed: {change}", "zh": "改动：{change}"},
    "usable_means": {
        "en": "Usable: in storages reached. Margin: left in the tightest, or minus what escaped",
        "zh": "可用容积：事故水所到各设施之和。余量：最紧设施之余；失守时为负的外泄量",
    },
    "uncounted_means": {
        "en": "Peak, usable and margin are of space that counts as emergency space; water also came into some that "
              "does not",
        "zh": "最大存量、可用容积和余量均只计应急容积；事故水另进入了不计入的空间",
    },
    "escape": {"en": "{when}, {volume}", "zh": "{when}，{volume}"},
    "escape_of": {"en": "{when}, {volume} of {all} in all", "zh": "{when}，{volume}（共{all}）"},
    "way": {"en": "{link}: {source} -> {target}", "zh": "{link}：{source} -> {target}"},
    "moved_on": {"en": "from {when}, {volume} moved on", "zh": "{when}起转输{volume}"},
    "taken_in": {"en": "from {when}, {volume} treated or recovered", "zh": "{when}起处理或回收{volume}"},
    "tightest": {"en": "tightest: {storage}", "zh": "最紧：{storage}"},
    "spillway_of": {"en": "overflow of {storage}", "zh": "{storage}溢流口"},
    "wall_of": {"en": "over the wall of {storage}", "zh": "{storage}漫顶"},
    "ground": {"en": "ground", "zh": "地面"},
    "out": {"en": "outside the park", "zh": "园区外"},
    "treated": {"en": "treatment", "zh": "处理"},
    "recovered": {"en": "recovery", "zh": "回收"},
    "spare": {"en": "least to spare: {margin}, {action}", "zh": "时限最紧：{action}，富余{margin}"},
    "late": {"en": "late by {margin}: {action}; {when}", "zh": "晚了{margin}：{action}，应{when}完成"},
    "early": {"en": "too early by {margin}: {action}; {when}", "zh": "早了{margin}：{action}，应{when}完成"},
    "never_done": {"en": "never done: {action}; {when}", "zh": "始终未完成：{action}，应{when}完成"},
    "none_in_reach": {
        "en": "no single action in reach would have kept it",
        "zh": "任何单项行动即使及时完成也无法守住",
    },
    "off_early": {"en": "{margin} too early", "zh": "早了{margin}"},
    "off_late": {"en": "{margin} too late", "zh": "晚了{margin}"},
    "window_by": {"en": "by {latest}", "zh": "在{latest}前"},
    "window_between": {"en": "between {earliest} and {latest}", "zh": "在{earliest}至{latest}之间"},
    "not_at_all": {"en": "not at all", "zh": "不应执行"},
    "latest": {"en": "Done by", "zh": "最晚完成"},
    "done": {"en": "Was done", "zh": "实际完成"},
    "keeps": {"en": "Keeps", "zh": "可保住的防线"},
    "not_before": {"en": "not before {when}", "zh": "不早于{when}"},
    "needless": {
        "en": "No tier's verdict hangs on the time of: {actions}",
        "zh": "以下行动的时间不影响任何一级结论：{actions}",
    },
    "helpless": {
        "en": "{tier}: breached, and done however early none of these alone would have prevented it: {actions}",
        "zh": "{tier}：已失守；以下行动无论提前多少，单独均不能避免：{actions}",
    },
    "not_monotone": {
        "en": "* some later time would do again; the stretch that counts is the one around the run's own time",
        "zh": "* 更晚的某些时刻也能满足；此处取推演中完成时刻所在的连续时段",
    },
    "not_monotone_size": {
        "en": "* something larger is held again; what counts is the first that is not",
        "zh": "* 数值更大时又能守住；此处以首个不能守住的数值为界",
    },
    "spill": {"en": "spill", "zh": "泄漏量"},
    "fire": {"en": "fire", "zh": "火灾历时"},
    "rain": {"en": "rain", "zh": "降雨量"},
    "load_and_limit": {"en": "{load} {limit}", "zh": "{load} {limit}"},
    "load_and_words": {"en": "{load} {limit}", "zh": "{load}{limit}"},
    "held_none": {"en": "lost even without", "zh": "为零时也失守"},
    "held_all": {"en": "all that was tried", "zh": "试算范围内均守住"},
    "holds_up_to": {"en": "holds up to: {loads}", "zh": "可守住的上限：{loads}"},
    "at_most": {"en": "At most {load}\n(now {size})", "zh": "可守住的最大{load}\n（情景为{size}）"},
    "limit_of_all": {
        "en": "{limit} were space counted that does not count",
        "zh": "若计入不计入应急容积的空间：{limit}",
    },
    "limit_of_tier": {"en": "{tier}: {limit}", "zh": "{tier}：{limit}"},
    "room": {
        "en": "{tier} would have held with {places}",
        "zh": "{tier}：以下任一处增加容积即可守住：{places}",
    },
    "no_room": {
        "en": "{tier}: no more room in any one storage would have kept it",
        "zh": "{tier}：任一设施单独增加容积均不能守住",
    },
    "more_in": {"en": "{volume} more in {place}", "zh": "{place}增加{volume}"},
    "or": {"en": ", or ", "zh": "，或"},
    "periods_of": {
        "en": "Return period of the rain: {rain}, {shape} of {lasts} by the storm formula {formula}",
        "zh": "降雨重现期：{rain}，暴雨强度公式{formula}，{shape}，历时{lasts}",
    },
    "period_a": {"en": "Return\nperiod a", "zh": "重现期\na"},
    "rain_mm": {"en": "Rain\nmm", "zh": "降雨量\nmm"},
    "left": {"en": "{volume} ({share} %) left", "zh": "余{volume}（{share} %）"},
    "moved_volume": {"en": "{volume} moved on", "zh": "转输{volume}"},
    "periods_margin": {
        "en": "Left: in the tightest storage, at its fullest once accident water was in it; clean water that went by "
              "before takes no room",
        "zh": "余量：事故水进入后最紧设施最满时之余；此前已流过的清水不占容积",
    },
    "gives_way": {
        "en": "{tier}: gives way between {held} a ({held_mm} mm) and {lost} a ({lost_mm} mm)",
        "zh": "{tier}：重现期{held} a（{held_mm} mm）守住，{lost} a（{lost_mm} mm）失守",
    },
    "gives_way_already": {
        "en": "{tier}: gives way even at {lost} a ({lost_mm} mm)",
        "zh": "{tier}：重现期{lost} a（{lost_mm} mm）即已失守",
    },
    "gives_way_never": {
        "en": "{tier}: does not give way up to {held} a ({held_mm} mm)",
        "zh": "{tier}：重现期至{held} a（{held_mm} mm）均未失守",
    },
    "closing_of": {"en": "{work} ({action}), done at", "zh": "{work}（{action}），完成时间"},
    "done_at": {"en": "Done at", "zh": "完成时间"},
    "never": {"en": "never", "zh": "始终未做"},
    "all_hold": {"en": "all hold", "zh": "各级守住"},
    "work_shut": {"en": "{links} shut", "zh": "关闭{links}"},
    "work_open": {"en": "{links} opened", "zh": "开启{links}"},
    "work_start": {"en": "{links} started", "zh": "启动{links}"},
    "work_stop": {"en": "{links} stopped", "zh": "停运{links}"},
    "work_automatic": {"en": "{links} set to automatic", "zh": "{links}置于自动"},
    "work_set": {"en": "{links} set", "zh": "调节{links}"},
    "fault_count": {
        "en": "{count} of {total} single faults would make it worse",
        "zh": "{total}个单一故障中{count}个使其恶化",
    },
    "single_faults": {"en": "Single faults", "zh": "单一故障"},
    "fault_pairs": {"en": "Two at once, worse than each alone", "zh": "两个故障同时发生（比各自单独更严重）"},
    "no_fault": {"en": "none does harm", "zh": "均无危害"},
    "more_rows": {"en": "and {count} more in the folder", "zh": "其余{count}项见结果文件夹"},
    "faults_sum": {
        "en": "{total} single faults tried: {felt} change what happens, {count} make a verdict worse",
        "zh": "共试{total}个单一故障：{felt}个影响过程，{count}个使结论恶化",
    },
    "what_fails": {"en": "What fails", "zh": "故障"},
    "escapes_more": {"en": "Escapes\nmore m3", "zh": "多外泄\nm3"},
    "fault_of_gate": {"en": "does not follow: {name}", "zh": "不动作：{name}"},
    "fault_of_valve": {"en": "does not follow: {name}", "zh": "不动作：{name}"},
    "fault_of_pump": {"en": "does not run: {name}", "zh": "不能运行：{name}"},
    "fault_of_power": {"en": "no power: {name}", "zh": "停电：{name}"},
    "fault_of_crew": {"en": "does not come: {name}", "zh": "未到场：{name}"},
    "fault_of_equipment": {"en": "not there: {name}", "zh": "缺失：{name}"},
    "fault_of_sensor": {"en": "silent: {name}", "zh": "失效：{name}"},
    "warnings": {
        "en": "Warnings: {closed} of {count} closed within 30 min; ",
        "zh": "预警：{count}次中{closed}次在30分钟内闭环；",
    },
    "warnings_alone": {
        "en": "; {count} more that no rule deals with",
        "zh": "；另有{count}次无处置规则",
    },
    "warnings_none": {
        "en": "Warnings: {count}, and no rule deals with any of them",
        "zh": "预警：{count}次，均无处置规则",
    },
    "warnings_open": {"en": "{count} never closed", "zh": "{count}次未闭环"},
    "longest": {"en": "the longest was open for {time}", "zh": "最长{time}"},
    "chances": {
        "en": "By chance: {sheets} sheets ordered and {sensors} sensors may fail; without --seed each does what is "
              "likelier",
        "zh": "概率：所用{sheets}张操作单、{sensors}个传感器可能失灵；未给 --seed 时各取较大概率",
    },
    "rec_empty": {"en": "empty again {when} after the end", "zh": "事故结束后{when}腾空"},
    "rec_waits": {"en": ", waits for {link}", "zh": "，受制于{link}"},
    "rec_already": {"en": "empty again when the run ends", "zh": "模拟结束时已腾空"},
    "rec_but_for": {
        "en": "empty again {when} after the end, but for {left} that stay",
        "zh": "事故结束后{when}腾空，但有{left}滞留",
    },
    "rec_measures": {
        "en": "Recovery: from {when} on transfers towards treatment run ({count}), all else as it stands",
        "zh": "恢复阶段：自{when}起运行通往处理的转输设施{count}处，其余保持现状",
    },
    "rec_no_measures": {
        "en": "Recovery: no designed way leads from where accident water went to treatment",
        "zh": "恢复阶段：事故水所到之处均无通往处理的设计通道",
    },
    "rec_space": {"en": "Space", "zh": "设施"},
    "rec_held": {"en": "Held at the\nend m3", "zh": "事故结束时\n占用 m3"},
    "rec_share": {"en": "Occupied\n%", "zh": "占用率\n%"},
    "rec_back": {"en": "Empty again\nafter", "zh": "腾空\n所需时间"},
    "rec_because": {"en": "Waits for", "zh": "受制于"},
    "rec_rest": {"en": "at its pump's stop level", "zh": "已至停泵水位"},
    "rec_never": {"en": "not at all", "zh": "未腾空"},
    "stays_no-way": {
        "en": "no designed way to treatment; {left} stay",
        "zh": "无通往处理的设计通道，滞留{left}",
    },
    "stays_refused": {"en": "the plant refuses {link}; {left} left", "zh": "污水厂拒收{link}来水，尚余{left}"},
    "stays_failed": {"en": "{link} does not follow; {left} left", "zh": "{link}无法运行，尚余{left}"},
    "stays_low": {
        "en": "{link} does not start at so low a level; {left} stay",
        "zh": "水位低于{link}的启泵水位，滞留{left}",
    },
    "stays_idle": {"en": "{link} carries nothing; {left} left", "zh": "{link}无水通过，尚余{left}"},
    "stays_still": {"en": "{link}; {left} left when the study ends", "zh": "{link}，至计算结束尚余{left}"},
    "rec_whole": {
        "en": "The whole park held {held} at the end, and is empty again {when} after it.",
        "zh": "事故结束时全园占用{held}，此后{when}全部腾空。",
    },
    "rec_whole_but_for": {
        "en": "The whole park held {held} at the end. What ever empties is empty {when} after it; {left} are left "
              "after {until}.",
        "zh": "事故结束时全园占用{held}。能腾空的设施{when}后全部腾空；{until}后仍余{left}。",
    },
    "rec_second": {"en": "Room for a second accident m3", "zh": "二次事故可用容积 m3"},
    "rec_park": {"en": "Whole park", "zh": "全园"},
    "rec_means": {
        "en": "In storages that accident water reached and that count; % of the usable room before the first accident",
        "zh": "仅计事故水所到且计入应急容积的设施；百分数为占首次事故前可用容积之比",
    },
    "counted_upset-basin": {
        "en": "Upset basin {place} is counted as emergency space although GB/T 50483 forbids it: {why}",
        "zh": "污水处理厂事故池{place}计入应急容积，不符合 GB/T 50483 的规定，理由：{why}",
    },
    "counted_treatment-plant": {
        "en": "Treatment plant {place} is counted as emergency space although GB/T 50483 forbids it: {why}",
        "zh": "污水处理厂{place}自有容积计入应急容积，不符合 GB/T 50483 的规定，理由：{why}",
    },
    "no_reason": {"en": "no reason given", "zh": "未说明"},
    "refused_until": {
        "en": "Refused at the plant's inlet from {when} on: {link}; refusals: {count}; taken again at {until}",
        "zh": "进水超限拒收：{link}，{when}起，共{count}次；{until}恢复接纳",
    },
    "refused_still": {
        "en": "Refused at the plant's inlet from {when} on: {link}; refusals: {count}; still so at the end",
        "zh": "进水超限拒收：{link}，{when}起，共{count}次，至结束仍未恢复",
    },
    "note": {"en": "Note: {note}", "zh": "注意：{note}"},
    "section_empty": {
        "en": "{storage}: empty at the start, and nothing left it",
        "zh": "{storage}：起始为空，始终无出流",
    },
    "section_shut": {"en": "{storage}: shut at {when}", "zh": "{storage}：{when}关闭"},
    "section_full": {"en": ", full {when}", "zh": "，{when}蓄满"},
    "section_would_be_full": {"en": ", would be full {when}", "zh": "，按来水{when}蓄满"},
    "section_never_full": {"en": ", never full: nothing runs in any more", "zh": "，来水已止，不会蓄满"},
    "section_pumps": {"en": "; pumps from {when}", "zh": "；{when}起抽排"},
    "section_no_pumps": {"en": "; no pump by the end", "zh": "；至计算结束未抽排"},
    "section_spare": {"en": ": {time} to spare", "zh": "，余{time}"},
    "section_late": {"en": ": {time} late", "zh": "，迟{time}"},
    "section_filled": {"en": ", and full {when} all the same", "zh": "，仍于{when}蓄满"},
    "section_no_trace": {
        "en": "River sections: fill times are not known without a trace; leave --no-trace out",
        "zh": "河段：未保存过程线，蓄满时间无从得知；请去掉 --no-trace",
    },
    "allowed_level": {"en": " (allowed {level} m: {why})", "zh": "（允许水位{level} m：{why}）"},
    "allowed_crest": {"en": " (allowed to the crest: {why})", "zh": "（允许至溢流高程：{why}）"},
    "because_bank": {"en": "bank", "zh": "堤岸"},
    "because_outfall-invert": {"en": "outfall invert", "zh": "排口管底"},
    "because_control-level": {"en": "control level", "zh": "控制水位"},
    "because_gate-top": {"en": "gate top", "zh": "闸顶"},
    "downstream": {"en": "Downstream: {receptor}: {peak} at {when}", "zh": "下游{receptor}：峰值{peak}（{when}）"},
    "downstream_above": {"en": ", above {limit} from {when} for {time}", "zh": "；{when}起超过限值{limit}，累计{time}"},
    "downstream_below": {"en": ", never above {limit}", "zh": "；未超过限值{limit}"},
    "downstream_bank": {
        "en": "  not yet mixed across there: up to {factor} times as much at the bank it came in on",
        "zh": "  该处断面尚未横向混合均匀：排入侧岸边浓度可达断面平均的{factor}倍",
    },
    "downstream_no-density": {
        "en": "Downstream: not known; the scenario gives no density: of its product",
        "zh": "下游：未知；情景未给出物料密度（product 的 density:）",
    },
    "downstream_no-trace": {
        "en": "Downstream: not known without a trace; leave --no-trace out",
        "zh": "下游：未保存过程线，无从得知；请去掉 --no-trace",
    },
    "ledger_closes": {
        "en": "Ledger: {total} m3 in, all accounted for; error {error} m3 ({share} %)",
        "zh": "水量平衡：来水及初始存水共{total} m3，去向全部查明；误差{error} m3（{share} %）",
    },
    "ledger_broken": {
        "en": "Ledger: {total} m3 in, NOT all accounted for; error {error} m3 ({share} %)",
        "zh": "水量平衡：来水及初始存水共{total} m3，未能平衡；误差{error} m3（{share} %）",
    },
    "assumed_none": {
        "en": "Assumed: none of the {total} numbers behind this run",
        "zh": "假定值：本次计算所用{total}个数值均非假定",
    },
    "assumed": {
        "en": "Assumed: {count} of {total} numbers behind this run",
        "zh": "假定值：本次计算所用{total}个数值中{count}个为假定",
    },
    "assumed_see": {"en": "; see assumptions.csv", "zh": "；详见 assumptions.csv"},
    "assumed_met": {
        "en": "  {count} of them where the accident water went",
        "zh": "  其中{count}个在事故水所经之处",
    },
    "assumed_capacity": {"en": ", such as the capacity of {names}", "zh": "，如{names}的容积"},
    "and": {"en": " and ", "zh": "和"},
    "comma": {"en": ", ", "zh": "、"},
    "files": {"en": "Files: {where}", "zh": "文件：{where}"},
    "total": {"en": "Total", "zh": "总量"},
    "published": {"en": "Published", "zh": "公布值"},
    "sum": {"en": "Sum of\nparts", "zh": "分项\n之和"},
    "off_by": {"en": "Off by", "zh": "差值"},
    "unit": {"en": "Unit", "zh": "单位"},
    "basis": {"en": "Basis", "zh": "依据"},
    "agrees": {"en": "Agrees", "zh": "相符"},
    "yes": {"en": "yes", "zh": "是"},
    "no": {"en": "no", "zh": "否"},
    "totals_no": {"en": "NO", "zh": "否"},
    "basis_published": {"en": "published", "zh": "公布"},
    "basis_measured": {"en": "measured", "zh": "实测"},
    "basis_designed": {"en": "designed", "zh": "设计"},
    "basis_assumed": {"en": "assumed", "zh": "假定"},
    "totals_none": {"en": "The park file names no published totals.", "zh": "园区文件未列公布总量。"},
    "totals_agree": {
        "en": "All {total} published totals agree with the sum of their parts.",
        "zh": "{total}项公布总量均与分项之和相符。",
    },
    "totals_differ": {
        "en": "{count} of {total} published totals differ from the sum of their parts.",
        "zh": "{total}项公布总量中有{count}项与分项之和不符。",
    },
    "conflicts_none": {"en": "No conflicts in the response plan of {name}.", "zh": "{name}的应急响应方案未发现冲突。"},
    "conflicts_one": {"en": "1 conflict in the response plan of {name}:", "zh": "{name}的应急响应方案有1处冲突："},
    "conflicts": {
        "en": "{count} conflicts in the response plan of {name}:",
        "zh": "{name}的应急响应方案有{count}处冲突：",
    },
    "conflicts_more": {"en": "more with --pick {pick}:", "zh": "--pick {pick} 时另有："},
    "conflict_of": {"en": "{who}: {what}", "zh": "{who}：{what}"},
    "rule": {"en": "rule {ids}", "zh": "规则{ids}"},
    "rules": {"en": "rules {ids}", "zh": "规则{ids}"},
    "action": {"en": "action {ids}", "zh": "动作{ids}"},
    "named": {"en": "{id} ({name})", "zh": "{id}（{name}）"},
    "more": {"en": "{count} more", "zh": "另{count}项"},
    "shuts": {"en": "shuts", "zh": "关闭"},
    "opens": {"en": "opens", "zh": "开启"},
    "stops": {"en": "stops", "zh": "停运"},
    "starts": {"en": "starts", "zh": "启动"},
    "raises": {"en": "raises the crest of", "zh": "加高"},
    "lowers": {"en": "lowers the crest of", "zh": "拆除加高"},
    "when_at": {"en": "at {time}", "zh": "{time}时"},
    "when_rises": {"en": "when {storage} rises above {volume}", "zh": "{storage}升至{volume}以上时"},
    "when_falls": {"en": "when {storage} falls below {volume}", "zh": "{storage}降至{volume}以下时"},
    "when_detected": {"en": "when the incident is known", "zh": "事故获知时"},
    "when_reported": {"en": "when {volume} or more are reported spilt", "zh": "报告泄漏量达{volume}时"},
    "when_alarm": {"en": "on an alarm of {sensor}", "zh": "{sensor}报警时"},
    "when_done": {"en": "when {sheet} is done", "zh": "{sheet}完成时"},
    "when_failed": {"en": "when {sheet} has failed", "zh": "{sheet}失败时"},
    "when_reached": {"en": "when accident water comes into {tier}", "zh": "事故水进入{tier}时"},
    "when_breached": {"en": "when {tier} is breached", "zh": "{tier}失守时"},
    "conflict_same_event": {
        "en": "{closer} {shuts} {facilities} and {opener} {opens} the same, both {when_shut}; leave one out, or let "
              "one wait until a sheet of the other is done",
        "zh": "{when_shut}，{closer}{shuts}{facilities}，{opener}同时{opens}；请删去其一，或使其一待对方操作卡完成（"
              "done:）后执行",
    },
    "conflict_at_one_time": {
        "en": "{closer} {shuts} {facilities} and {opener} {opens} the same: {second} begins at {begins_s}, and {first} "
              "is not done before {until_s}; let {second} begin later, or wait until a sheet of {first} is done",
        "zh": "{closer}{shuts}{facilities}，{opener}却{opens}：{second}始于{begins_s}，而{first}至{until_s}方能完成；"
              "请推迟{second}，或使其待{first}的操作卡完成（done:）后执行",
    },
    "conflict_both_true": {
        "en": "{closer} {shuts} {facilities} {when_shut}, and {opener} {opens} the same {when_open}; either can come "
              "first, and the later undoes the earlier; let one wait until a sheet of the other is done, or leave one "
              "out",
        "zh": "{when_shut}{closer}{shuts}{facilities}，{when_open}{opener}却{opens}；孰先孰后不定，后者抵消前者；"
              "请使其一待对方操作卡完成（done:）后执行，或删去其一",
    },
    "conflict_hunt": {
        "en": "{closer} {shuts} {facilities} {when_shut}, and {opener} {opens} the same {when_open}; from {low_m3} to "
              "{high_m3} each undoes what the other did, so they hunt; put the level of below: under that of above:",
        "zh": "{when_shut}{closer}{shuts}{facilities}，{when_open}{opener}却{opens}；"
              "{low_m3}至{high_m3}之间两者相互抵消、反复动作；请使 below: 的液位低于 above:",
    },
    "conflict_one_rule": {
        "en": "{sheets} go against each other at {facilities} and begin together; leave one out, or write one_by_one: "
              "yes",
        "zh": "{sheets}在{facilities}操作相反却同时开始；请删去其一，或写 one_by_one: yes",
    },
    "conflict_uncalled": {
        "en": "nobody calls, on the accident water's way: {facilities}; call each in a rule, unless it is left on "
              "purpose",
        "zh": "事故水沿途无规则调用：{facilities}；如非有意，请在规则中调用",
    },
    "conflict_teams": {
        "en": "{when}, {sheets} ask for {count} teams of {crew} at once, with {teams} on duty; {sheet} waits longest, "
              "{wait_s}; give some to another crew, or say with priority: which come first",
        "zh": "{when}，{sheets}同时需要{crew}出动{count}组，在岗{teams}组；{sheet}等待最久，{wait_s}；请改派部分任务，"
              "或用 priority: 定其先后",
    },
    "conflict_teams_at_start": {
        "en": "{when}, {sheets} ask for {count} teams of {crew} at once, with {teams} on duty in the shift of the "
              "start; {sheet} then waits longest, {wait_s}; give some to another crew, or say with priority: which "
              "come first",
        "zh": "{when}，{sheets}同时需要{crew}出动{count}组，起始班次在岗{teams}组；届时{sheet}等待最久，{wait_s}；"
              "请改派部分任务，或用 priority: 定其先后",
    },
    "conflict_fewest_teams": {
        "en": "{when}, {sheets} ask for {count} teams of {crew} at once, with {teams} on duty when they are fewest; "
              "{sheet} then waits longest, {wait_s}; give some to another crew, or say with priority: which come first",
        "zh": "{when}，{sheets}同时需要{crew}出动{count}组，人手最少时在岗{teams}组；届时{sheet}等待最久，{wait_s}；"
              "请改派部分任务，或用 priority: 定其先后",
    },
    "conflict_off_duty": {
        "en": "{when}, {sheets} will find nobody of {crew} on duty; name a crew that is, or let a shift cover that "
              "time",
        "zh": "{when}，{crew}无人在岗执行{sheets}；请改派在岗班组，或增设班次",
    },
    "conflict_sometimes_off_duty": {
        "en": "{when}, {sheets} may find nobody of {crew} on duty, by the time of day; name a crew that always is, or "
              "let shifts cover the whole day",
        "zh": "{when}，{crew}可能因时段而无人在岗执行{sheets}；请改派全天在岗的班组，或使班次覆盖全天",
    },
    "conflict_units": {
        "en": "{when}, {sheets} need {units} units of {equipment} at once, with {stock} in stock; the last waits until "
              "some come back; have more, or let one wait until the other is done",
        "zh": "{when}，{sheets}同时需要{equipment} {units}个单位，库存{stock}；后到者须待归还；请增加库存，或错开执行（"
              "done:）",
    },
    "conflict_pair_once": {
        "en": "{closer} {shuts} {facilities} {when_shut}, and {opener} {opens} the same {when_open}, but {lacking} "
              "once only; write reset: there, at the level of the other rule",
        "zh": "{when_shut}{closer}{shuts}{facilities}，{when_open}{opener}{opens}，但{lacking}仅触发一次；"
              "请以另一规则的液位作为其 reset:",
    },
    "conflict_never_again": {
        "en": "{opener} {opens} {facilities} {when_open}, and can do so again only once {storage} has come back to "
              "{reset_m3}, but {closer} {shuts} the same {when_shut}, before that; so it happens once; write reset: no "
              "farther back than the level of the other rule",
        "zh": "{when_open}{opener}{opens}{facilities}，且须待{storage}退回至{reset_m3}方可再次触发，"
              "但{when_shut}{closer}已{shuts}，退不到该液位，故仅触发一次；reset: 请勿超过另一规则的液位",
    },
    "conflict_once": {
        "en": "set off once only, however often the level is crossed; where it should run again, write reset: with how "
              "far back the water must come first",
        "zh": "无论液位越限几次，仅触发一次；如须再次执行，请写 reset:，即水位须先退回何处",
    },
    "conflict_sensor_once": {
        "en": "set off by {sensor}, which has no dead band and so alarms once only; write reset: at the sensor, with "
              "how far back the water must come first",
        "zh": "由{sensor}触发，而该传感器未设回差，仅报警一次；请在传感器处写 reset:，即水位须先退回何处",
    },
    "conflict_not_called": {
        "en": "set off {when}, and no rule calls that sheet, so it never happens; call it, or leave the rule out",
        "zh": "{when}触发，但无规则调用该操作卡，故永不发生；请调用之，或删去本规则",
    },
    "conflict_silent": {
        "en": "waits for an alarm of {sensor}, which tells nothing for the whole run (fault {fault}); add a rule that "
              "another sensor or a report sets off",
        "zh": "等待{sensor}报警，而该传感器全程失效（故障{fault}）；请增加由其他传感器或人工报告触发的规则",
    },
    "conflict_misses": {
        "en": "waits for an alarm of {sensor}, which misses everything; lower its misses:, or choose another sensor",
        "zh": "等待{sensor}报警，而该传感器漏报率为100 %；请调低 misses:，或改用其他传感器",
    },
    "conflict_cannot_fail": {
        "en": "waits until {sheet} fails, and it cannot: it works every time, needs nothing, and no fault touches it; "
              "write works: below 100 %, or leave the rule out",
        "zh": "等待{sheet}失败，但它不会失败：每次可靠，无需器材，亦无故障涉及；请将 works: 写为低于100 %，"
              "或删去本规则",
    },
    "conflict_unseen": {
        "en": "set off when the incident is known, but nobody reports it and no sensor can see it, so it never "
              "happens; write detection: {{report: ...}}, or put a sensor where the accident water goes",
        "zh": "事故获知时触发，但无人报告，亦无传感器能发现，故永不发生；请写 detection: {{report: ...}}，"
              "或在事故水流经处设传感器",
    },
    "conflict_reset_too_high": {
        "en": "set off again only once {storage} has come back to {reset_m3}, which is above the top of its wall at "
              "{top_m3}; so it happens once; write a lower reset:",
        "zh": "须待{storage}回升至{reset_m3}方可再次触发，而其墙顶仅为{top_m3}，故仅触发一次；请写较低的 reset:",
    },
    "conflict_too_high": {
        "en": "set off {when}, and no more than {top_m3} can ever stand there; choose a lower level",
        "zh": "{when}触发，而该处最多只能存{top_m3}；请降低液位",
    },
    "conflict_after_end": {
        "en": "gives its order at {begins_s}, when the run is over (at {horizon_s}); order sooner, or make the horizon "
              "longer",
        "zh": "{begins_s}方下达指令，而计算止于{horizon_s}；请提前，或延长 horizon:",
    },
    "conflict_circle": {
        "en": "a ring, each set off by a sheet of the one before ({ring}); a rule runs once, so it ends where it "
              "began; take one link out of it",
        "zh": "循环触发，各由前一规则的操作卡触发（{ring}）；每条规则只执行一次，绕回即止；请断开其中一环",
    },
    "conflict_circle_never": {
        "en": "a ring, each set off by a sheet of the one before ({ring}), and nothing else sets any of them off, so "
              "none ever begins; give one of them another when:",
        "zh": "循环触发，各由前一规则的操作卡触发（{ring}），且无其他起因，故永不开始；请为其中之一另设 when:",
    },
    "conflict_late_help": {
        "en": "needs {helper}, which comes from outside, {arrives_s} after it is called, and no earlier rule calls it; "
              "call: it as soon as the incident is known",
        "zh": "需要外援{helper}，召请后{arrives_s}方到，而此前无规则召请；请在事故获知时即用 call: 召请",
    },
    "missing_place": {
        "en": "{count} of {all} storages have no place (longitude and latitude, or x and y): the map is a schematic",
        "zh": "{all}处储存设施中有{count}处未给出位置（经纬度或 x、y）：图为示意图",
    },
    "missing_shape": {
        "en": "{count} of {all} storages have no shape: their water has a volume, but no depth and no level",
        "zh": "{all}处储存设施中有{count}处未给出断面或面积：只有水量，没有水深和水位",
    },
    "missing_floor": {
        "en": "{count} of {all} storages have no floor level: no backwater is felt, and each river section is drawn "
              "from its own bed",
        "zh": "{all}处储存设施中有{count}处未给出底高程：不计闸后顶托，各河段自本段河底起绘",
    },
    "missing_rating": {
        "en": "{count} of {all} gates, valves, pipes and other openings have no rating: they pass their capacity at "
              "any level",
        "zh": "{all}处闸、阀、管等过流设施中有{count}处未给出水力特性：任何水位下均按额定流量过流",
    },
    "missing_receptors": {
        "en": "no receptor below the park is given: what would arrive at intakes is not known",
        "zh": "未给出园区下游敏感目标：取水口等处的影响未知",
    },
    "missing_starts": {
        "en": "the scenario has no date and clock: shifts and hours of treatment plants count from midnight",
        "zh": "情景未给出日期时刻：班次和污水处理厂逐时负荷自零点起算",
    },
    "missing_source": {"en": "{count} numbers have no source", "zh": "{count}个数值未注明来源"},
}  # fmt: skip
