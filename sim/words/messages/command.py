"""Messages of the command line, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "name parks or scenarios, such as: {program} upgrade configs/my-park scenarios/fire.yaml":
        "请指明园区或情景，如：{program} upgrade configs/my-park scenarios/fire.yaml",
    "{kept} is there already, with what was replaced earlier; move it away first":
        "{kept} 已存在，其中是先前改写前的内容；请先移走",
    "was changed since it was written, so that nothing in this folder can be trusted; run the scenario again, "
    "and edit a copy of its tables":
        "写出后已被改动，此文件夹中的内容均不可信；请重新运行情景，并在副本上编辑表格",
    "it is nested too deep": "嵌套层数过多",
    "{option} is written twice; it can stand once, so leave one out": "{option} 写了两次；只能写一次，请去掉一个",
    "'{each}' is no type of exercise": "“{each}”不是演练方式",
    "'{text}' is no language of the tables; there are {languages}": "“{text}”不是可用的表格语言；现有 {languages}",
    "'{text}' is no routing of SWMM that fits; there are {routings}":
        "“{text}”不是适用的 SWMM 演算方法；现有 {routings}",
    "{text!r} is no whole number; write one such as 7": "“{text}”不是整数；请写如 7",
    "--zone is for a calendar; write --calendar YEAR too, or leave it out":
        "--zone 用于年度计划；请同时写 --calendar 年份，或去掉",
    "{text!r} is no time zone; write an offset such as +08:00, or a name such as Asia/Shanghai":
        "“{text}”不是时区；请写时区偏移如 +08:00，或名称如 Asia/Shanghai",
    "entries need the time zone of the park's clock, and the scenarios have {found}; write --zone +08:00 or --zone "
    "Asia/Shanghai":
        "日历条目需要园区时钟的时区，而情景所示为 {found}；请写 --zone +08:00 或 --zone Asia/Shanghai",
    "--holidays are for a calendar; write --calendar YEAR too, or leave it out":
        "--holidays 用于年度计划；请同时写 --calendar 年份，或去掉",
    "--max-age says how old measured levels may be; write --levels FILE too, or leave it out":
        "--max-age 规定实测液位的有效时长；请同时写 --levels 文件，或去掉",
    "--pick, --set and --levels change one scenario; of several incidents none can be meant":
        "--pick、--set 和 --levels 只改变一个情景；有多个事故时无法确定所指",
    "--storm takes the place of the scenario's rain, and --rain names one of it; leave one out":
        "--storm 取代情景中的降雨，--rain 则指其中一场；二者去掉一个",
    "a set is smallest in {weights}, found '{text}'": "演练集可按 {weights} 取最小，现为“{text}”",
    "cannot be written: {reason}": "无法写入：{reason}",
    "figures are made for {sheets}, found '{text}'": "图件版式有 {sheets}，现为“{text}”",
    "interrupted; results are there whole or not at all": "已中断；结果要么完整，要么没有",
    "its releases and fires run into storages of no plant, so there is nothing to size":
        "其泄漏和火灾均未进入任何企业的设施，无可核算",
    "leave period: out; --periods says which are played": "请去掉 period:；计算哪些重现期由 --periods 规定",
    "must be above 0 and at most {most} years, found {each}":
        "应大于 0 且不超过 {most} 年，现为 {each}",
    "must be above 0, found {text}": "应大于 0，现为 {text}",
    "must be {words}, found '{text}'": "应为 {words}，现为“{text}”",
    "must lie in 1 s to 60 s, found {text}": "应在 1 s 至 60 s 之间，现为 {text}",
    "must lie in {speeds} to {speeds2}, found {text}": "应在 {speeds} 至 {speeds2} 之间，现为 {text}",
    "must not be negative, found {text}": "不应为负，现为 {text}",
    "must not be nothing, found {text}; write one such as 2h": "不应为零，现为 {text}；请写如 2h",
    "name a park or scenarios, such as: {program} coverage configs/changshou-yanjia scenarios":
        "请指明园区或情景，如：{program} coverage configs/changshou-yanjia scenarios",
    "name a scenario, such as: {program} scenarios/changshou-tank-fire.yaml\n{program} --help says more":
        "请指明情景，如：{program} scenarios/changshou-tank-fire.yaml\n{program} --help 有详细说明",
    "name a {what}, such as: {program} {command} {example}": "请指明{what}，如：{program} {command} {example}",
    "name a {what}; nothing stands there": "请指明{what}；此处为空",
    "name parks or scenarios, such as: {program} validate configs/changshou-yanjia":
        "请指明园区或情景，如：{program} validate configs/changshou-yanjia",
    "no action of the scenario and no operation sheet is named '{wrong}'; {text}":
        "情景的行动和操作卡中没有“{wrong}”；{text}",
    "no drill is as short as {text}; write one such as 8h": "没有短至 {text} 的演练；请写如 8h",
    "no operation sheet has the tag '{tag}'; {known}": "没有带标签“{tag}”的操作卡；{known}",
    "no plant is named '{plant}'; {hint}": "没有名为“{plant}”的企业；{hint}",
    "no plant of {id} has a sizing block; {format}": "{id} 中没有企业带容积核算数据（sizing）；{format}",
    "no rain with formula: and period: is named '{rain}'; {known}":
        "没有带 formula: 和 period: 的降雨名为“{rain}”；{known}",
    "no sizing block for {hit}; {format}": "缺少 {hit} 的容积核算数据（sizing）；{format}",
    "nothing of the sort '{each}' can fail": "没有“{each}”这类可失效的部件",
    "one park at a time; found {parks}": "一次只能处理一个园区；现为 {parks}",
    "one {what} at a time; found {paths}": "一次只能处理一个{what}；现为 {paths}",
    "park {id} has no operation sheets; write sheets: into its park file":
        "园区 {id} 没有操作卡；请在园区文件中写 sheets:",
    "rain {rain} falls on no catchment of the park, so that its return period changes nothing":
        "降雨 {rain} 未落在园区的任何汇水区，其重现期不起作用",
    "reconciliation.csv cannot be written: {reason}": "reconciliation.csv 无法写入：{reason}",
    "results cannot be written: {reason}": "结果无法写入：{reason}",
    "scenario or the folder of a result": "情景或结果文件夹",
    "scenario, a park or a result": "情景、园区或结果",
    "sizing sheet, park or scenario": "容积核算表、园区或情景",
    "say for which program, and name a scenario, such as: {program} export swmm scenarios/changshou-tank-fire.yaml":
        "请指明导出到哪个程序，并给出情景，如：{program} export swmm scenarios/changshou-tank-fire.yaml",
    "say where the exercise's times are: --log FILE, a CSV file or a workbook":
        "请指明演练时间记录：--log 文件（CSV 或工作簿）",
    "say which schema: park, scenario, sizing or drill-texts":
        "请指明哪种结构定义：park、scenario、sizing 或 drill-texts",
    "scenarios cannot be written: {reason}": "情景无法写入：{reason}",
    "several rains come from a storm formula; say with --rain which: {rains}":
        "有多场降雨来自暴雨强度公式；请用 --rain 指明：{rains}",
    "the documents cannot be written: {reason}": "文件无法写入：{reason}",
    "the levels cannot be written: {reason}": "液位无法写入：{reason}",
    "the output cannot be written: {reason}": "输出无法写入：{reason}",
    "the program is wrong, not your input: {what}{place}; please report this line with the files you ran, "
    "--debug shows more":
        "程序出错，并非输入有误：{what}{place}；请将本行连同所用文件反馈给我们，--debug 可显示详情",
    "the report cannot be written: {reason}": "报告无法写入：{reason}",
    "there are {names}": "现有 {names}",
    "there is no command '{word}'; did you mean '{close}'?": "没有命令“{word}”；是否为“{close}”？",
    "there is no document '{each}'": "没有文件“{each}”",
    "there is no export for '{names}'; {hint}": "没有到“{names}”的导出；{hint}",
    "there is no file {name}; did you mean '{close}'?": "文件 {name} 不存在；是否为“{close}”？",
    "there is no format '{each}'": "没有格式“{each}”",
    "there is no option '{option}'; {advice}": "没有选项“{option}”；{advice}",
    "there is no schema of '{kind}'; {hint}": "没有“{kind}”的结构定义；{hint}",
    "there is {names}": "现有 {names}",
    "write ACTION=TIME,... such as shut-gates=30min,1h,2h,never; found {text}":
        "请写 行动=时间,... ，如 shut-gates=30min,1h,2h,never；现为 {text}",
    "write a year from {years} to {years2} such as 2027, found {text}":
        "请写 {years} 至 {years2} 之间的年份，如 2027；现为 {text}",
    "write sizing: {{{plant}: {{groups: ..., rain: ...}}}} in its park file":
        "请在其园区文件中写 sizing: {{{plant}: {{groups: ..., rain: ...}}}}",
    "write years such as 1,2,5,10; {error}": "请写重现期（年），如 1,2,5,10；{error}",
    "{cases} scenarios begin at {cases} times, found {count}; such as 0min,3h":
        "{cases}个情景应有{cases}个开始时间，现为 {count} 个；请写如 0min,3h",
    "{each} is played twice; copy the scenario under another id to play it again":
        "{each} 出现两次；如需重复，请将情景复制为另一 id",
    "{earlier} is a list of {theirs}, and {ours} is to be played":
        "{earlier} 是 {theirs} 的清单，而要推演的是 {ours}",
    "{name} is not installed for this Python; run `make setup`, then use .venv/bin/python":
        "当前 Python 未安装 {name}；请运行 `make setup`，然后使用 .venv/bin/python",
    "{path} has no park and no scenario in it; a park is a folder with {file}":
        "{path} 中没有园区也没有情景；园区是含 {file} 的文件夹",
    "{path} plays in another park than {paths}; incidents of one exercise share theirs":
        "{path} 与 {paths} 不属于同一园区；同一演练的各事故应在同一园区",
    "{path} was edited since it was written; hand it back with --from {path}, move it away, or write elsewhere "
    "with --out DIR":
        "{path} 写出后被编辑过；请用 --from {path} 交回，或将其移走，或用 --out 另写到别处",
    "{plant} has no sizing block; {format}": "{plant} 没有容积核算数据（sizing）；{format}",
    "{scenario} has no rain with formula: and period:; bring one with {example}":
        "{scenario} 中没有带 formula: 和 period: 的降雨；请用 {example} 给出",
    "{scenario} is a folder; name a scenario, a file with park: and horizon:":
        "{scenario} 是文件夹；请指明情景，即含 park: 和 horizon: 的文件",
    "{why}; leave --{replace} out": "{why}；请去掉 --{replace}",
    "{wrong} does not play in {id}; name scenarios of one park": "{wrong} 不在 {id} 中推演；请给出同一园区的情景",
    "one file to write at a time; found {words}": "一次只写一个文件；现为 {words}",
    "{path} is a result, which stays as it was played; name its scenario instead":
        "{path} 是已有的结果，不再改变；请改为指明其情景",
    "{path} is no scenario": "{path} 不是情景",
    "{path} is no park and no scenario": "{path} 既不是园区也不是情景",
    "{wrong}; {hint}": "{wrong}；{hint}",
    "{path} is a park, in which nothing happens; name a scenario instead":
        "{path} 是园区，其中没有事故；请改为指明情景",
    "goes with map layers; SWMM plays the whole scenario": "只用于图层；SWMM 推演整个情景",
    "{time} lies beyond the end of the run, {time2}; name a time up to then":
        "{time} 超出推演结束时刻 {time2}；请给出不晚于此的时刻",
    "{folder} is not the folder of a result; name one such as results/changshou-tank-fire-1a2b3c4d, or a "
    "scenario: {example}":
        "{folder} 不是结果文件夹；请指明如 results/changshou-tank-fire-1a2b3c4d 的文件夹，或情景：{example}",
    "{folder} is a result that is there already; --pick, --set and --levels go with a scenario":
        "{folder} 是已有的结果；--pick、--set 和 --levels 只能用于情景",
    "there is no figure '{each}'": "没有名为“{each}”的图",
    "a figure is not saved as '{each}'": "图不能存为“{each}”格式",
    "an HTML page needs jinja2; install the extra `report`, or ask for another format":
        "HTML页面需要 jinja2；请安装附加组件 `report`，或改用其他格式",
    "its files cannot be written: {strerror}": "其中的文件无法写入：{strerror}",
}
