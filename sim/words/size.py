"""Every word the table of sizing standards says, in English and in Chinese."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "fire_water": {"en": "Fire water", "zh": "消防用水量"},
    "family_a": {"en": "Accident pool, family (a)", "zh": "事故水池（算法a）"},
    "family_b": {"en": "Accident pool, family (b)", "zh": "事故水池（算法b）"},
    "first_flush": {"en": "First-flush pool", "zh": "初期雨水池"},
    "bund": {"en": "Bund", "zh": "防火堤"},
    "flush_storm": {"en": "First flush by a storm", "zh": "初期雨水（暴雨强度法）"},
    "uk": {"en": "Bund, UK", "zh": "防火堤（英国）"},
    "spcc": {"en": "Bund, USA", "zh": "防火堤（美国）"},
    "ciria": {"en": "Bund, UK, with rain", "zh": "防火堤（英国，计降雨）"},
    "france": {"en": "Bund, France", "zh": "防火堤（法国）"},
    "rcra": {"en": "Containers, USA", "zh": "桶装库围护（美国）"},
    "vaws": {"en": "Containers, Germany", "zh": "桶装库围护（德国）"},
    "pgs": {"en": "Containers, Netherlands", "zh": "桶装库围护（荷兰）"},
    "d9": {"en": "Fire water, France", "zh": "消防水量（法国）"},
    "d9a": {"en": "Retention, France", "zh": "消防废水收集容积（法国）"},
    "sandoz": {"en": "By tonnes stored", "zh": "按储存吨数"},
    "standard": {"en": "Standard", "zh": "标准"},
    "formula": {"en": "Formula", "zh": "公式及代入值"},
    "required": {"en": "Required\nm3", "zh": "需要容积\nm3"},
    "available": {"en": "Available\nm3", "zh": "现有容积\nm3"},
    "difference": {"en": "Difference\nm3", "zh": "余缺\nm3"},
    "sure": {"en": "Rule", "zh": "条文依据"},
    "sure_found": {"en": "found", "zh": "已查证"},
    "sure_memory": {"en": "from memory", "zh": "凭记忆"},
    "sure_assumed": {"en": "assumed", "zh": "假定"},
    "row_about": {"en": "{name}, {about}", "zh": "{name}，{about}"},
    "both": {"en": " and ", "zh": "和"},
    "of_group": {"en": "{name} = {value} ({group})", "zh": "{name} = {value}（{group}）"},
    "size_warnings": {"en": "Warnings", "zh": "注意事项"},
    "warning": {"en": "{rows}: {what}.", "zh": "{rows}：{what}。"},
    "caution_bund_twice": {
        "en": "{volume_m3} m3 of {space} are taken off in V3 and stand among what is available too; they are counted "
        "once here, in V3",
        "zh": "{space}的{volume_m3} m3已在V3中扣除，又列为现有容积；此处只计一次（计入V3）",
    },
    "caution_v3_in_both": {
        "en": "{bund} stands in V3 of both families, and V3 means two things: in (a) what other storage takes over "
        "during the accident, in (b) the net volume of bunds and drains; take one family or the other, never "
        "take {bund} off twice, nor count it as pool",
        "zh": "{bund}同时计入两种算法的V3，而V3含义不同：算法a为事故期间可转输至其他设施的量，"
        "算法b为围堰、防火堤内净空容量与事故废水导排管道容量之和；两种算法择一采用，{bund}不得重复扣除，"
        "也不得再计入水池容积",
    },
    "caution_v3_too_large": {
        "en": "V3 of {taken_m3} m3 is more than the {from_m3} m3 it is taken off from; the rest counts for nothing",
        "zh": "V3为{taken_m3} m3，大于可扣减的总量{from_m3} m3；超出部分不计",
    },
    "caution_rain_terms": {
        "en": "the rain term is {a_m3} m3, a mean rain day, against {b_m3} m3 of a storm in (b)",
        "zh": "雨水量按年平均降雨日计为{a_m3} m3，而算法b按设计暴雨计为{b_m3} m3",
    },
    "caution_cooling": {
        "en": "V2 must include the cooling of at least three neighbouring tanks",
        "zh": "V2应计入至少3座相邻储罐的冷却用水量",
    },
    "caution_inflow_level": {
        "en": "bunds and drains count only below the pool's highest gravity-inflow level",
        "zh": "围堰、防火堤及导排管道仅可计入事故水池最高自流进水水位以下的容积",
    },
    "caution_long_storm": {
        "en": "the intensity is used for {lasts_h} h; storm formulas over-predict beyond 3 h",
        "zh": "暴雨历时取{lasts_h} h；超过3 h时，暴雨强度公式结果偏大",
    },
    "caution_short_storm": {
        "en": "the intensity is used for {lasts_h} h; storm formulas were made for 5 min and more",
        "zh": "暴雨历时取{lasts_h} h，暴雨强度公式仅适用于5 min以上",
    },
    "caution_occupied": {
        "en": "{space} holds {holds_m3} m3, which is taken off; an accident pool stands empty",
        "zh": "{space}已存水{holds_m3} m3，予以扣除；事故水池平时应保持空置",
    },
    "caution_shared": {
        "en": "{space} is shared with first flush, which may take up a third; two thirds are counted",
        "zh": "{space}与初期雨水池合用，初期雨水占用不得超过三分之一；此处按三分之二计",
    },
    "caution_over_a_third": {
        "en": "{space} is shared with first flush and holds {holds_m3} m3, more than the third that is allowed",
        "zh": "{space}与初期雨水池合用，已存水{holds_m3} m3，超过允许的三分之一",
    },
    "caution_upset_basin": {
        "en": "{space} is a treatment plant's own upset basin and is not counted",
        "zh": "{space}为污水处理设施自用的事故池，不计入",
    },
    "caution_first_flush_depth": {
        "en": "{depth_mm} mm is outside the 15 to 30 mm of the standard",
        "zh": "{depth_mm} mm超出标准规定的15~30 mm",
    },
    "caution_epa_opinion": {
        "en": "which storm the freeboard must hold is not in the rule; 25 years, 24 h is the EPA's opinion",
        "zh": "条文未规定堤顶超高应容纳多大的降雨；25年一遇24 h降雨为美国环保署的意见",
    },
    "caution_by_memory": {
        "en": "written down from memory; look it up before you rely on it",
        "zh": "条文系凭记忆写出，采用前请核对原文",
    },
    "caution_per_tonne": {
        "en": "3 to 5 m3 a tonne were found, so {low_m3} m3 at least; the larger counts here",
        "zh": "文献值为每吨3~5 m3，即不少于{low_m3} m3；此处取上限",
    },
    "caution_schweizerhalle": {
        "en": "the fire that this rule is named after, Schweizerhalle in 1986, took 10,000 to 20,000 m3 for 1,300 t, 8 "
        "to 15 m3 a tonne: two to four times what the rule gives",
        "zh": "该算法得名于1986年施韦策哈勒（Schweizerhalle）火灾，而该次火灾1,300 t物料实际产生10,000~20,000 m3"
        "消防废水（每吨8~15 m3），为按本算法所得的2~4倍",
    },
    "caution_no_rain": {
        "en": "V5 is written as nil, and the sheet does not say why; write none_because:",
        "zh": "V5取零，但核算表未说明理由；请写 none_because:",
    },
    "caution_no_rain_because": {"en": "V5 is nil: {because}", "zh": "V5取零：{because}"},
    "caution_greatest_day": {
        "en": "V5 is by the greatest daily rain on record, as sheets of oil depots have it; the guide has a mean "
        "rain day",
        "zh": "V5按历史最大日降雨量计（石油库核算表的做法）；中国石油、中国石化的导则取年平均日降雨量",
    },
    "caution_given": {
        "en": "{at} is given as {given} {unit}, where the dimensions give {worked} {unit}; what is given counts",
        "zh": "{at}给定为{given} {unit}，按尺寸计算为{worked} {unit}；以给定值为准",
    },
    "caution_given_too": {
        "en": "{at} is given as {given} {unit}, and the dimensions give {worked} {unit}",
        "zh": "{at}给定为{given} {unit}，按尺寸计算为{worked} {unit}，两者相符",
    },
    "caution_design_level": {
        "en": "Hj, the design liquid level, is taken 0.2 m below the wall's top (GB 50351)",
        "zh": "设计液面高度Hj取堤顶以下0.2 m（GB 50351）",
    },
    "caution_unsaid": {
        "en": "nothing is said of {keys}, so nothing is taken off for them; write 0 m3 where there is nothing",
        "zh": "未给出{keys}，故未予扣除；确无此项时请写 0 m3",
    },
    "caution_compartments": {
        "en": "{bund} is judged as one bund of the compartments {parts}; inner dikes are no bunds of their own",
        "zh": "{bund}由隔堤分为{parts}，合并按一个防火堤核算；隔堤不单独作为防火堤",
    },
    "caution_no_longer": {
        "en": "the states' VAwS gave way to the AwSV on 1 August 2017; a yardstick, no longer a duty",
        "zh": "各州VAwS已于2017年8月1日由AwSV取代；仅供参考，不再具有约束力",
    },
    "caution_flush_time": {
        "en": "{lasts_min} min of rain are counted as first flush; 10 to 20 min is usual",
        "zh": "初期雨水历时取{lasts_min} min；通常取10~20 min",
    },
    "printed": {"en": "Printed by the sheet", "zh": "核算表原列数值"},
    "size_agrees": {"en": "{name}: {printed} m3, as worked out here", "zh": "{name}：{printed} m3，与本程序计算一致"},
    "not_worked_out": {
        "en": "{name}: {printed} m3; the sheet does not give what it takes to work it out",
        "zh": "{name}：{printed} m3；所给数据不足以核算",
    },
    "size_wrong": {
        "en": "{name}: {printed} m3, where its own inputs give {ours} m3. {why}.",
        "zh": "{name}：原列{printed} m3，按其自身数据应为{ours} m3。{why}。",
    },
    "slip_rounded": {
        "en": "No more than what is rounded on the way",
        "zh": "差值在中间结果取整范围之内",
    },
    "slip_pi": {"en": "3.14 was taken for pi", "zh": "π取了3.14"},
    "slip_swapped": {"en": "Two digits have changed places", "zh": "相邻两位数字写颠倒"},
    "slip_full_wall": {
        "en": "The wall's body was taken up to its top instead of to the design level",
        "zh": "堤身体积算到了堤顶，应算至设计液面",
    },
    "slip_more_than_wall": {
        "en": "More than the whole wall takes up by its widths, even to its top",
        "zh": "大于按其宽度计算至堤顶的全部堤身体积",
    },
    "slip_off_by_terms": {"en": "Off by what was printed for {term}", "zh": "误差来自所列的{term}"},
    "slip_not_taken_off": {"en": "{term} was not taken off", "zh": "未扣除{term}"},
    "slip_ten": {
        "en": "Ten times too large: m2 taken for ha. The 10 of V = 10 q F is for F in ha, and {area_m2} m2 are "
        "{area_ha} ha; the sheet has used {ten_area_ha}",
        "zh": "为正确值的10倍：平方米误作公顷。V = 10 q F 中的系数10要求F以公顷计，{area_m2} m2即{area_ha} ha，"
        "而该表代入了{ten_area_ha}",
    },
    "slip_hectare": {
        "en": "10,000 times too large: m2 put in where ha belong; {area_m2} m2 are {area_ha} ha",
        "zh": "为正确值的10,000倍：面积应以公顷代入，却代入了平方米；{area_m2} m2即{area_ha} ha",
    },
    "slip_litres": {
        "en": "1,000 times too large: mm times m2 are litres, not m3",
        "zh": "为正确值的1,000倍：毫米乘以平方米得升，而非立方米",
    },
    "slip_tenth": {
        "en": "A tenth: the 10 of V = 10 q F was left out; 1 mm on 1 ha is 10 m3",
        "zh": "仅为正确值的十分之一：漏乘 V = 10 q F 中的系数10；1 ha上1 mm降雨为10 m3",
    },
    "slip_mu": {
        "en": "15 times too large: mu put in where ha belong; {area_m2} m2 are {area_ha} ha",
        "zh": "为正确值的15倍：面积应以公顷代入，却代入了亩；{area_m2} m2即{area_ha} ha",
    },
    "slip_whole_year": {
        "en": "The rain of a whole year; q is that of one rain day, qa / n",
        "zh": "误用全年降雨量；q应为平均日降雨量，即 qa / n",
    },
    "slip_carried": {
        "en": "Off by its rain term, which is {factor} times what it should be",
        "zh": "误差来自雨水项，其为正确值的{factor}倍",
    },
    "slip_unknown": {"en": "Why is not known", "zh": "原因不明"},
    "left_out": {"en": "Not asked, for want of", "zh": "因缺少数据未核算"},
    "wants": {"en": "{row}: {keys}", "zh": "{row}：{keys}"},
    "taken": {"en": "Taken from the park", "zh": "取自园区文件"},
    "taken_line": {
        "en": "{at} {value}, from {what} {ids} ({basis})",
        "zh": "{at} {value}，取自{what}{ids}（{basis}）",
    },
    "from_storage": {"en": "storage", "zh": "设施"},
    "from_catchment": {"en": "catchment", "zh": "汇水区"},
    "from_formula": {"en": "storm formula", "zh": "暴雨强度公式"},
    "plant": {"en": "Plant", "zh": "企业"},
    "required_family_a": {"en": "Required\n(a) m3", "zh": "需要容积\n算法a m3"},
    "required_family_b": {"en": "Required\n(b) m3", "zh": "需要容积\n算法b m3"},
    "difference_family_a": {"en": "Difference\n(a) m3", "zh": "余缺\n算法a m3"},
    "difference_family_b": {"en": "Difference\n(b) m3", "zh": "余缺\n算法b m3"},
    "either": {"en": "{a} / {b}", "zh": "{a} / {b}"},
    "families": {
        "en": "(a) Q/SY 08190-2019, (b) GB/T 50483-2019; what is available is counted once in each",
        "zh": "算法a：Q/SY 08190-2019；算法b：GB/T 50483-2019。同一容积在每种算法中只计一次",
    },
    "beside_run": {"en": "Beside the run", "zh": "与推演结果对照"},
    "not_sized": {
        "en": "Not compared, for want of a sizing block in the park file: {plants}",
        "zh": "园区文件中无 sizing: 数据，未对照：{plants}",
    },
    "term": {"en": "m3", "zh": "m3"},
    "sheet_family_a": {"en": "(a)", "zh": "算法a"},
    "sheet_family_b": {"en": "(b)", "zh": "算法b"},
    "until_fullest": {"en": "Run, until\n{when}", "zh": "推演至\n{when}"},
    "until_end": {"en": "Run,\nin all", "zh": "推演\n全程"},
    "term_spilled": {"en": "V1 spilled", "zh": "V1 泄漏物料量"},
    "term_fire": {"en": "V2 fire water poured", "zh": "V2 消防废水量"},
    "term_process": {"en": "V4 process water", "zh": "V4 生产废水量"},
    "term_rain": {"en": "V5 of (a), V_rain of (b): rain that ran in", "zh": "汇入雨水（算法a的V5、算法b的V_rain）"},
    "term_came": {"en": "from elsewhere", "zh": "其他来水"},
    "term_moved": {"en": "V3 of (a): moved out", "zh": "转出（算法a的V3）"},
    "term_held": {"en": "V3 of (b): held in bunds and drains", "zh": "围堰及导排设施内存留（算法b的V3）"},
    "term_left": {"en": "left uncontrolled", "zh": "失控流出"},
    "term_in_spaces": {"en": "into {spaces}", "zh": "进入{spaces}"},
    "run_spaces": {
        "en": "{spaces}: at most {peak} m3 at {when}, {stood} m3 of it from before; room {room} m3, {left}",
        "zh": "{spaces}：最高存水{peak} m3（{when}），其中原有{stood} m3；可用容积{room} m3，{left}",
    },
    "room_left": {"en": "{margin} m3 left", "zh": "余{margin} m3"},
    "room_missing": {"en": "{margin} m3 went over its crest", "zh": "漫溢{margin} m3"},
    "freeboard_used": {"en": "{margin} m3 of freeboard used", "zh": "占用超高容积{margin} m3"},
    "run_plant": {
        "en": "Out of the plant: {escaped}; {tier}: {verdict}",
        "zh": "外泄出厂：{escaped}；{tier}：{verdict}",
    },
    "none_escaped": {"en": "nothing escaped", "zh": "无"},
    "first_escaped": {"en": "{volume} m3 escaped, first at {when}", "zh": "{volume} m3，首次{when}"},
    "no_spaces": {"en": "no pool of the plant is in the park file", "zh": "园区文件中该企业无事故池"},
    "sentence": {"en": "By {family} {sheet}; in the run {run}: {why}.", "zh": "{family}{sheet}；推演中{run}：{why}。"},
    "sentence_bare": {"en": "By {family} {sheet}; in the run {run}.", "zh": "{family}{sheet}；推演中{run}。"},
    "to_spare": {"en": "{margin} m3 to spare", "zh": "富余{margin} m3"},
    "too_small": {"en": "{margin} m3 short", "zh": "缺口{margin} m3"},
    "run_left": {"en": "{margin} m3 were left", "zh": "尚余{margin} m3"},
    "run_over": {"en": "{margin} m3 did not fit, none of it accident water", "zh": "漫溢{margin} m3，均非事故水"},
    "run_freeboard": {"en": "{margin} m3 of freeboard were used", "zh": "占用超高容积{margin} m3"},
    "run_escaped": {"en": "{volume} m3 escaped", "zh": "外泄{volume} m3"},
    "why_elsewhere": {
        "en": "first {way}, from {since} to {until}, while {free} m3 were free in {spaces}",
        "zh": "{since}至{until}先由{way}外泄，而当时{spaces}尚有{free} m3空余",
    },
    "why_full": {"en": "{space} was full from {when} on", "zh": "{when}起{space}已满"},
    "why_spilled": {
        "en": "{run} m3 had been spilled by {when}, where {family} has {sheet}",
        "zh": "至{when}泄漏{run} m3，{family}取{sheet} m3",
    },
    "why_fire": {
        "en": "{run} m3 of fire water had come by {when}, where {family} has {sheet}",
        "zh": "至{when}消防废水{run} m3，{family}取{sheet} m3",
    },
    "why_process": {
        "en": "{run} m3 of process water had come by {when}, where {family} has {sheet}",
        "zh": "至{when}生产废水{run} m3，{family}取{sheet} m3",
    },
    "why_rain": {
        "en": "{run} m3 of rain had run in by {when}, where {family} has {sheet}",
        "zh": "至{when}汇入雨水{run} m3，{family}取{sheet} m3",
    },
    "why_came": {
        "en": "{run} m3 had come from elsewhere by {when}, where {family} has {sheet}",
        "zh": "至{when}另有来水{run} m3，{family}取{sheet} m3",
    },
    "why_moved": {
        "en": "{run} m3 had been moved out by {when}, where {family} takes off {sheet}",
        "zh": "至{when}已转出{run} m3，{family}扣除{sheet} m3",
    },
    "why_held": {
        "en": "{run} m3 stood in bunds and drains at {when} on top of what stood there before, where {family} takes "
        "off {sheet}",
        "zh": "{when}围堰及导排设施内新增存留{run} m3，{family}扣除{sheet} m3",
    },
    "why_left": {
        "en": "{run} m3 had left the plant uncontrolled by {when}, where {family} takes off {sheet}",
        "zh": "至{when}已失控流出{run} m3，{family}扣除{sheet} m3",
    },
    "semicolon": {"en": "; ", "zh": "；"},
    "net_volume": {"en": "Net volume", "zh": "有效容积"},
    "us": {"en": "Written in units of the USA", "zh": "以美制单位书写的数值"},
    "us_line": {"en": "{at}: {text} = {value} {unit}", "zh": "{at}：{text} = {value} {unit}"},
    "loeruerl": {
        "en": "Germany's LöRüRL is not asked: the model rule was withdrawn at the end of 2019, and states such as "
        "Hesse use it as a source of knowledge still. What binds is section 20 of the AwSV, which gives no formula.",
        "zh": "德国LöRüRL未列入：其示范规定已于2019年底废止，黑森等州仍将其作为技术参考；具有约束力的是AwSV第20条，"
        "该条未给出计算公式。",
    },
    "sheet_assumed": {
        "en": "Assumed: {count} of the {total} numbers in the sheet",
        "zh": "假定值：所用{total}个数值中{count}个为假定",
    },
    "in_file": {"en": "File: {where}", "zh": "文件：{where}"},
}
