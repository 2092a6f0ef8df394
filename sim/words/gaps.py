"""What is missing, what runs assume meanwhile, between which ends it is tried, and how one asks for it."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "gap_overflow": {"en": "where it overflows to", "zh": "满后溢流去向"},
    "gap_level": {"en": "what stands in it before the accident", "zh": "事故前存水量"},
    "gap_capacity": {"en": "capacity, only assumed", "zh": "容积（仅为假定）"},
    "gap_flow": {"en": "flow when fully open, only assumed", "zh": "全开流量（仅为假定）"},
    "gap_river_flow": {"en": "what comes down the river", "zh": "河道来流（基流）"},
    "gap_delay": {"en": "when the action is really done", "zh": "行动实际完成时间"},
    "gap_travel": {"en": "time to get there, only assumed", "zh": "到位用时（仅为假定）"},
    "gap_work": {"en": "time the work takes, only assumed", "zh": "操作用时（仅为假定）"},
    "gap_inlet": {"en": "how much product the treatment plant takes in", "zh": "污水处理厂进水限值"},
    "gap_lag": {"en": "travel time of the water", "zh": "水流传输时间"},
    "gap_runoff": {"en": "share of rain that runs off, only assumed", "zh": "径流系数（仅为假定）"},
    "gap_no_sheet": {"en": "who turns it, and how long that takes", "zh": "由谁操作、用时多少（无操作卡）"},
    "gap_power": {"en": "what its motor runs on", "zh": "供电来源"},
    "gap_no_way_in": {"en": "how water comes into it", "zh": "事故水如何进入"},
    "gap_no_way_out": {"en": "how water leaves it, but over its top", "zh": "除溢流外如何排出"},
    "gap_sensor": {"en": "who or what notices accident water", "zh": "由谁或何种仪表发现事故水"},
    "gap_rating": {"en": "size and sill, from which its flow follows", "zh": "过流断面尺寸及底坎高程"},
    "gap_shape": {"en": "floor area or shape", "zh": "底面积或断面"},
    "gap_floor": {"en": "level of its floor", "zh": "底高程"},
    "gap_place": {"en": "where it is", "zh": "位置（经纬度）"},
    "gap_receptor": {"en": "receptors downstream", "zh": "下游敏感目标"},
    "gap_storm": {"en": "local storm formula", "zh": "当地暴雨强度公式"},
    "gap_meanwhile_overflow": {
        "en": "water over its top runs to: {value}",
        "zh": "满后溢流至{value}",
    },
    "gap_meanwhile_level": {"en": "{value} stands in it", "zh": "存水{value}"},
    "gap_meanwhile_capacity": {"en": "{value}", "zh": "{value}"},
    "gap_meanwhile_flow": {"en": "{value} at any level", "zh": "任何水位下{value}"},
    "gap_meanwhile_river_flow": {"en": "{value} comes", "zh": "来流{value}"},
    "gap_meanwhile_river_of_scenario": {"en": "what the scenario says", "zh": "以情景所写为准"},
    "gap_meanwhile_delay": {"en": "done at {value} of the script", "zh": "按脚本{value}完成"},
    "gap_meanwhile_travel": {"en": "{value}", "zh": "{value}"},
    "gap_meanwhile_work": {"en": "{value}", "zh": "{value}"},
    "gap_meanwhile_inlet": {"en": "the plant takes water with any share of product", "zh": "污水处理厂来者不拒"},
    "gap_meanwhile_lag": {"en": "{value}: it arrives at once", "zh": "{value}：立即到达"},
    "gap_meanwhile_runoff": {"en": "{value}", "zh": "{value}"},
    "gap_meanwhile_no_sheet": {
        "en": "nobody can be sent there; only a script turns it",
        "zh": "无法派人操作，只能由脚本动作",
    },
    "gap_meanwhile_power": {"en": "no power loss stops it", "zh": "停电不影响其运行"},
    "gap_meanwhile_no_way_in": {"en": "nothing comes in", "zh": "无水进入"},
    "gap_meanwhile_no_way_out": {"en": "what comes in stays, or runs over", "zh": "进水留存其中或满溢"},
    "gap_meanwhile_sensor": {"en": "nobody notices what happens there", "zh": "该处情况无人发现"},
    "gap_meanwhile_rating": {"en": "it passes its capacity at any level", "zh": "任何水位下均按额定流量过流"},
    "gap_meanwhile_shape": {"en": "its water has a volume, and no depth", "zh": "只有水量，没有水深"},
    "gap_meanwhile_floor": {"en": "no backwater is felt", "zh": "不计下游顶托"},
    "gap_meanwhile_place": {
        "en": "ways take what the sheets say; maps are schematic",
        "zh": "路程按操作卡计；图为示意图",
    },
    "gap_meanwhile_receptor": {"en": "what would arrive at intakes is not worked out", "zh": "不推算对取水口等的影响"},
    "gap_meanwhile_storm": {"en": "rain is what the scenario says", "zh": "降雨以情景所写为准"},
    "gap_ask_overflow": {
        "en": "When {name} is full, where does the water run to?",
        "zh": "{name}装满以后，水往哪里溢流？",
    },
    "gap_ask_level": {
        "en": "How much water stands in {name} on an ordinary day, and after rain?",
        "zh": "{name}平时及雨后存水多少？",
    },
    "gap_ask_capacity": {
        "en": "What does {name} hold up to where it overflows, by drawing or survey?",
        "zh": "{name}至溢流口的有效容积是多少（按图纸或实测）？",
    },
    "gap_ask_flow": {
        "en": "How much does {name} pass when fully open or running, measured or by its nameplate?",
        "zh": "{name}全开或运行时流量是多少（实测或铭牌）？",
    },
    "gap_ask_river_flow": {
        "en": "What is the base flow of the river at {name}, in dry and in wet months?",
        "zh": "{name}处河道枯水期和丰水期的基流是多少？",
    },
    "gap_ask_delay": {
        "en": "How long after the order was this done at the last drill: {name}?",
        "zh": "最近一次演练中，从下令到完成用了多久：{name}？",
    },
    "gap_ask_travel": {
        "en": "How many minutes does the team need to get there, as drilled: {name}?",
        "zh": "队伍到达现场需多少分钟（按演练记录）：{name}？",
    },
    "gap_ask_work": {
        "en": "How many minutes does the work take on the spot, as drilled: {name}?",
        "zh": "现场操作需多少分钟（按演练记录）：{name}？",
    },
    "gap_ask_inlet": {
        "en": "From which concentration on does the treatment plant refuse what {name} brings?",
        "zh": "{name}来水浓度超过多少时，污水处理厂拒收？",
    },
    "gap_ask_lag": {
        "en": "How long after {name} starts does water arrive at the other end?",
        "zh": "{name}启动后多久水到达另一端？",
    },
    "gap_ask_runoff": {
        "en": "How much of {name} is paved, and so which share of the rain runs off?",
        "zh": "{name}硬化面积占多少，径流系数取多少？",
    },
    "gap_ask_no_sheet": {
        "en": "Who opens, shuts or starts {name}, by hand or remotely, and within how many minutes?",
        "zh": "{name}由谁启闭（就地或远程），需多少分钟？",
    },
    "gap_ask_power": {
        "en": "Which feed does {name} hang on, and has it another one?",
        "zh": "{name}由哪路电源供电，有无第二电源？",
    },
    "gap_ask_no_way_in": {
        "en": "Over which main, valve or pump does water come into {name}?",
        "zh": "事故水经哪条管线、阀门或泵进入{name}？",
    },
    "gap_ask_no_way_out": {
        "en": "How is {name} emptied: over which valve or pump, where to?",
        "zh": "{name}如何排空：经哪个阀门或泵，排往何处？",
    },
    "gap_ask_sensor": {
        "en": "How is it noticed that accident water comes into {name}, and how soon?",
        "zh": "事故水进入{name}时如何发现，多久能发现？",
    },
    "gap_ask_rating": {
        "en": "What are width, height or diameter of {name}, and how high does its sill lie?",
        "zh": "{name}的宽、高或管径是多少，底坎在什么高程？",
    },
    "gap_ask_shape": {
        "en": "What is the floor area of {name}, or its section and length?",
        "zh": "{name}的底面积，或断面与长度是多少？",
    },
    "gap_ask_floor": {"en": "How high does the floor of {name} lie?", "zh": "{name}的底高程是多少？"},
    "gap_ask_place": {
        "en": "Where is {name}: longitude and latitude in degrees (WGS 84)?",
        "zh": "{name}在哪里：经度、纬度（WGS 84）？",
    },
    "gap_ask_receptor": {
        "en": "Which intakes, fisheries and borders lie downstream of {name}, how far, with which limits?",
        "zh": "{name}下游有哪些取水口、养殖区、行政边界，距离多远，限值多少？",
    },
    "gap_ask_storm": {
        "en": "Which storm formula holds at {name}, and of which year is it?",
        "zh": "{name}适用哪个暴雨强度公式，是哪一年的？",
    },
    "gap_span_overflow": {
        "en": "the ground, or where its links or a pool of its plant or owner suggest",
        "zh": "地面，或其连接、本企业（同一权属）事故池",
    },
    "gap_span_level": {
        "en": "from empty to a tenth (bunds), a fifth (mains), a third (pools and others) or half full (rivers)",
        "zh": "由空到1/10（围堰）、1/5（管道）、1/3（池等）或1/2（河段）",
    },
    "gap_span_capacity": {
        "en": "a fifth less or more: silt, and drawings against what was built",
        "zh": "±20 %：淤积、图纸与实际之差",
    },
    "gap_span_flow": {
        "en": "half to one and a half: wear, throttling, water levels",
        "zh": "0.5至1.5倍：磨损、节流、水位",
    },
    "gap_span_river_flow": {
        "en": "half to twice; of a river of which nothing is said a tenth of its section an hour",
        "zh": "0.5至2倍；毫无资料的河段取每小时来流为河段容积的1/10",
    },
    "gap_span_delay": {"en": "an hour later", "zh": "推迟1小时"},
    "gap_span_travel": {"en": "half to twice as long: night, shift, weather", "zh": "0.5至2倍：夜间、班次、天气"},
    "gap_span_work": {"en": "half to twice as long: what drills show", "zh": "0.5至2倍：演练中常见的差别"},
    "gap_span_inlet": {"en": "refused from 100 mg/L of product on", "zh": "物料浓度达到100 mg/L即拒收"},
    "gap_span_lag": {"en": "up to 30 min, some kilometres of main", "zh": "最长30分钟，相当于数公里管线"},
    "gap_span_runoff": {"en": "a fifth less or more", "zh": "±20 %"},
    "gap_whom_plant": {"en": "{plant}", "zh": "{plant}"},
    "gap_whom_office": {"en": "park office", "zh": "园区管理机构"},
    "gap_whom_water": {"en": "water authority", "zh": "水行政主管部门"},
    "gap_whom_weather": {"en": "meteorological service", "zh": "气象部门"},
    "gap_hangs_verdict": {"en": "{tier}: {before} -> {after}", "zh": "{tier}：{before}→{after}"},
    "gap_hangs_volume": {"en": "{tier}: {volume} more or less", "zh": "{tier}：水量相差{volume}"},
    "gap_hangs_with": {"en": "{what} (with {value}, {scenario})", "zh": "{what}（取{value}，{scenario}）"},
    "gap_hangs_nothing": {"en": "nothing at either end", "zh": "取两端值均无影响"},
    "gap_hangs_not_there": {
        "en": "not tried: no accident water, no order came there",
        "zh": "未试算：事故水和指令均未到该处",
    },
    "gap_hangs_not_tried": {"en": "not tried: no run can tell", "zh": "未试算：推演无法判断"},
    "gap_refused": {
        "en": "{what}; a value of the range does not go with the rest: {why}",
        "zh": "{what}；有的取值与其他内容矛盾：{why}",
    },
    "gap_tried_or": {"en": "{low} or {high}", "zh": "{low}或{high}"},
    "gap_tried_to": {"en": "{low} to {high}", "zh": "{low}～{high}"},
    "gap_head_gap": {"en": "Gap", "zh": "缺项编号"},
    "gap_head_thing": {"en": "Of what", "zh": "对象"},
    "gap_head_missing": {"en": "What is missing", "zh": "缺少的内容"},
    "gap_head_meanwhile": {"en": "Assumed meanwhile", "zh": "目前假定"},
    "gap_head_tried": {"en": "Range tried (assumed)", "zh": "试算范围（假定）"},
    "gap_head_span": {"en": "Why this range", "zh": "范围依据"},
    "gap_head_hangs": {"en": "What hangs on it", "zh": "对结论的影响"},
    "gap_head_question": {"en": "Question", "zh": "问题"},
    "gap_head_whom": {"en": "Whom to ask", "zh": "询问对象"},
    "gap_head_answer": {"en": "Answer", "zh": "答复"},
    "gap_head_unit": {"en": "Unit", "zh": "单位"},
    "gap_head_basis": {"en": "Known how", "zh": "数据依据"},
    "gap_head_source": {"en": "Source", "zh": "来源"},
    "gap_head_by": {"en": "Answered by", "zh": "答复人"},
    "gap_head_date": {"en": "Date", "zh": "答复日期"},
    "gap_title": {
        "en": "Gaps of {park}: fill in the yellow columns and leave the others as they are. Known how: {bases}",
        "zh": "{park}缺项清单：请填写黄色列，其余各列勿改。数据依据填：{bases}",
    },
    "gap_sheet": {"en": "Gaps", "zh": "缺项"},
    "gap_count": {"en": "Count", "zh": "数量"},
    "gap_which": {"en": "Which", "zh": "哪些"},
    "gap_and_more": {"en": "{names} and {more} more", "zh": "{names}，另有{more}处"},
    "gap_unranked": {
        "en": "{count} gaps in {park}, by sort. Name scenarios, too, and they are ranked by how much a verdict hangs "
        "on each.",
        "zh": "{park}共有缺项{count}处，按种类列出。同时给出情景，即可按对结论的影响排序。",
    },
    "gap_ranked": {
        "en": "{count} gaps in {park}, that first on which most hangs in {scenarios}: {verdict} turn a verdict, "
        "{volume} move water only, {nothing} nothing; {not_there} not tried, as no accident water and no order came "
        "there, {not_tried} of which no run can tell.",
        "zh": "{park}共有缺项{count}处，按在{scenarios}中的影响排列：{verdict}处改变结论，{volume}处只改变水量，"
        "{nothing}处无影响；{not_there}处因事故水和指令均未到达而未试算，{not_tried}处推演无法判断。",
    },
    "gap_more_rows": {"en": "{count} more; --all prints them", "zh": "另有{count}项；--all 全部列出"},
    "gap_none": {"en": "{park} has no gaps.", "zh": "{park}没有缺项。"},
    "gap_files": {"en": "To fill in: {files}", "zh": "待填写的表：{files}"},
    "gap_ask": {"en": "ask {whom}: {question}", "zh": "问{whom}：{question}"},
    "gap_back_counts": {
        "en": "Answered: {known}. Rows without an answer: {empty}.",
        "zh": "已答复{known}项，{empty}行尚无答复。",
    },
    "gap_back_earlier": {
        "en": "Filled in before, so not read again (change these in the park's files): {gaps}.",
        "zh": "此前已补上，不再读取（如有更正，请直接改园区文件）：{gaps}。",
    },
    "gap_back_by_hand": {
        "en": "{place}: for people to write into the park or scenario: {question} {answer}",
        "zh": "{place}：需由人写入园区或情景文件：{question}{answer}",
    },
    "gap_back_still_assumed": {
        "en": "{thing}: take {what} out of `assumed`, as it is known by now",
        "zh": "{thing}：{what} 已查明，请从 `assumed` 中去掉",
    },
    "gap_back_written": {
        "en": "{path} is written anew; {path}.bak is what it was",
        "zh": "{path} 已改写；原文件保留为 {path}.bak",
    },
    "gap_back_not_yet": {
        "en": "Nothing is written; --update puts these values into the park's files.",
        "zh": "尚未写入；--update 将这些值写入园区文件。",
    },
    "gap_assumed_note": {
        "en": "Every range is assumed; one value at a time is changed, all else as it is.",
        "zh": "各范围均为假定；每次只改变一个值，其余不变。",
    },
}  # fmt: skip
