"""Messages of exercises, records, studies and exports, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "from here the log was written by the master list {mark}, and it is read by the list {other}":
        "自此行起，记录依据清单 {mark} 填写，而读取所依为清单 {other}",
    "{text}; name the one that it was written by with --list": "{text}；请用 --list 指明填写所依的清单",
    "line {number} of the list that the scenario gives is {sort}, and the log does not say of which list its numbers "
    "are; name that list with --list, or write the ids of jobs":
        "情景自带清单的第 {number} 项是{sort}，而记录未注明序号出自哪份清单；请用 --list 指明清单，或填写行动编号",
    "the clock is only put forward": "时钟只能向前推进",
    "the log was written by the master list {text}, which is neither the one that the scenario gives ({mark}) nor "
    "beside the log; name its file with --list":
        "记录依据清单 {text} 填写；该清单既非情景自带清单（{mark}），也不在记录旁；请用 --list 指明其文件",
    "is no table of deadlines: {error}; make it anew with `deadlines`":
        "不是时限表：{error}；请用 `deadlines` 重新生成",
    "'{action}' is no job, action, sheet or sensor here; {hint}":
        "“{action}”不是此处的任务、行动、操作卡或监测点；{hint}",
    "{text!r} is no time; {examples}": "“{text}”不是时间；{examples}",
    "{text!r} is no time; write at T+25 min, at T+1:20 or at 01:40, and a note after it; a note by itself begins "
    "with a word":
        "“{text}”不是时间；请写 于 T+25 min、于 T+1:20 或 于 01:40，其后可写说明；仅写说明时请以文字开头",
    "'{text}' is unknown; {hint}": "“{text}”未知；{hint}",
    "'{unknown}' stands in no other table of the record": "“{unknown}”不在结果的其他表中",
    "SWMM's kinematic wave knows no loops, and water can run round {loop}; take dynwave":
        "SWMM 的运动波演算不支持环路，而水可沿 {loop} 循环；请用 dynwave",
    "a calendar needs clock times, and scenario '{id}' has none; {advice}":
        "日历需要日期时刻，而情景“{id}”没有；{advice}",
    "a calendar needs to know the offset of the start, found {starts}; {advice}":
        "日历需要知道开始时刻的时区偏移，现为 {starts}；{advice}",
    "a line of the run keeps its {what}, {written!r}; add a row of your own":
        "推演所得各项的{what}不可更改，应为“{written}”；请另加一行",
    "a journal is there already; go on from it with --resume, name another with --journal, or remove it":
        "推演日志已存在；请用 --resume 继续，用 --journal 另取文件名，或将其删除",
    "a time before the start; {a_time}": "时间早于开始；{a_time}",
    "before it is {what} at {text} ({place})": "此前 {what} 在 {text}（{place}）",
    "belongs to another master list; name the one it was begun with": "属于另一份清单；请给出开始时所用的清单",
    "cannot be read: {reason}": "无法读取：{reason}",
    "does not remember the list it was made from; hand back a workbook that `drill` wrote, saved as xlsx with "
    "all its sheets":
        "不含其原清单的信息；请交回由 `drill` 写出、存为 xlsx 且工作表齐全的工作簿",
    "every set must cost something": "每个集合都应有代价",
    "{key!r} lacks its number, its times or its incident": "“{key}”缺少编号、时间或所属事故",
    "an entry has a SEQUENCE that no calendar can hold": "有条目的 SEQUENCE 超出日历可存范围",
    "an entry has no UID": "有条目没有 UID",
    "an incident and its times are wanted": "应有事故及其时间",
    "format {found}, wanted {format}": "格式为 {found}，应为 {format}",
    "found {shown}, which is no {sort} in JSON": "现为 {shown}，不是 JSON 的 {sort}",
    "it is larger than {most} MB": "大于 {most} MB",
    "keys that are unknown or missing: {keys}": "未知或缺少的键：{keys}",
    "larger than {most} MB; no calendar of an exercise needs that": "大于 {most} MB；演练日历不需要这么大",
    "lines or incidents are missing beside '{key}'": "缺少 lines 或 incidents（“{key}”旁）",
    "more than {most} keys and values up to here; put what is large into tables":
        "至此已超过{most}个键和值；请将大量内容放入表格",
    "longer than {most} letters; put what is large into tables": "超过 {most} 个字符；请将大量数据放入表格",
    "two have the same number": "有两项编号相同",
    "unpacked it is larger than {most} MB; no list needs that": "解压后大于 {most} MB；清单不需要这么大",
    "{field} cannot be {value!r}": "{field} 不能是“{value}”",
    "found '{basis}'; there are {basis2}": "现为“{basis}”；现有 {basis2}",
    "found '{row}'; write a day such as 2027-02-05": "现为“{row}”；请写日期如 2027-02-05",
    "has no timeline; a sheet must have a row of heads with {heads}": "没有时间线；须有一个工作表带有表头 {heads}",
    "is damaged; only the last line can be torn by a crash": "已损坏；只有最后一行可能因中断而残缺",
    "is missing in this row; write one of {wanted}": "本行缺少该项；请写{wanted}之一",
    "is missing in this row; write when it was, such as 02:50 or T+80 min":
        "本行缺少该项；请写发生时间，如 02:50 或 T+80 min",
    "is neither a workbook nor a JSON file; hand back the .xlsx or .json that `drill` wrote":
        "既不是工作簿也不是 JSON 文件；请交回由 `drill` 写出的 .xlsx 或 .json",
    "is no entry of a journal": "不是推演日志的条目",
    "is no journal of this program, such as `play` writes": "不是本程序由 `play` 写出的推演日志",
    "is no master list of this program, such as `drill` writes ({what})": "不是本程序由 `drill` 写出的清单（{what}）",
    "is no table: {error}": "不是表格：{error}",
    "is no workbook; hand back one that `drill` wrote, saved as xlsx":
        "不是工作簿；请交回由 `drill` 写出并存为 xlsx 的文件",
    "its files are not those that were played; run the scenario again": "其文件与推演所用的不一致；请重新推演该情景",
    "its rows are not {origins}": "其各行不是 {origins}",
    "levels need a clock time: write starts: in the scenario, such as 2025-07-14 14:20 +08:00":
        "液位需要日期时刻：请在情景中写 starts:，如 2025-07-14 14:20 +08:00",
    "line {number} is about {subject}, and this cell says {action}; leave one of them empty":
        "第 {number} 条是关于 {subject} 的，而本格写的是 {action}；请留空其一",
    "no column is headed {lacking}; {advice}": "没有名为 {lacking} 的列；{advice}",
    "no storage of {id} belongs to {plant}; write plant: {plant} at those that do":
        "{id} 中没有属于 {plant} 的设施；请在相应设施写 plant: {plant}",
    "nobody said at what time the exercise begins; write T+ instead": "没有说明演练何时开始；请改写 T+",
    "numbers are given by the program; write {number}": "序号由程序编排；请写 {number}",
    "numbers of new rows are given by the program; leave the cell empty": "新增行的序号由程序编排；请留空",
    "peaks after a time can only be told from a trace": "某时刻之后的峰值只能从过程数据得出",
    "reading Parquet needs pyarrow; pip install three-tier-containment[tables]":
        "读取 Parquet 需要 pyarrow；请运行 pip install three-tier-containment[tables]",
    "row {line} has {row} cells; its header has {wanted}": "第{line}行有{row}格；表头有{wanted}格",
    "tables in Python need pandas, which is not installed; {extra}": "Python 表格需要 pandas，目前未安装；{extra}",
    "the exercise begins at {begins}; write a time after that": "演练开始于 {begins}；请写其后的时间",
    "the exercise has no clock time": "演练没有日期时刻",
    "the file is missing; is this the folder of a result?": "文件不存在；这是结果文件夹吗？",
    "the formula gives no rain as often as that; its periods begin at {least} a":
        "公式不适用于如此频繁的降雨；其重现期自 {least} a 起",
    "the measures begin at T+{time}, and the study ends at T+{time2}; let them begin earlier, or "
    "look further with --up-to":
        "处置始于 T+{time}，而推演止于 T+{time2}；请提前开始，或用 --up-to 延长推演",
    "the record was written by another version; run the scenario again": "结果由另一版本写出；请重新推演该情景",
    "the results cannot be written: {reason}": "结果无法写入：{reason}",
    "the run of {scenario} kept no trace, so how its {what} went is not known; run it again with a trace":
        "{scenario} 的推演未保留过程数据，故{what}的过程未知；请保留过程数据重新推演",
    "the run of {scenario} kept no trace; run it again with one": "{scenario} 的推演未保留过程数据；请保留后重新推演",
    "the run orders {names}": "本次推演下令的有 {names}",
    "the study ends {ends} after the horizon, and levels are wanted after {time}; look further with --up-to":
        "推演止于推演时长后 {ends}，而需要 {time} 后的液位；请用 --up-to 延长推演",
    "there is no journal to go on from: {reason}": "没有可继续的推演日志：{reason}",
    "there is no line {number} in the master list; it has {range}": "清单中没有第 {number} 条；清单有 {range}",
    "there is no such {what}; {hint}": "没有这样的{what}；{hint}",
    "these are not the columns of this version": "列与本版本不符",
    "these are not the columns of this version; look at {wrong}": "列与本版本不符；请检查 {wrong}",
    "this list plays {ids}, not {incident}": "该清单推演的是 {ids}，而非 {incident}",
    "this row does not say what it is about; write the number of a line, or an action":
        "本行没有说明所指；请写条目号或行动",
    "until {last} comes before from {first}": "until {last} 早于 from {first}",
    "water would run round {loop} in no time; give one of its links a travel time":
        "水将在零时间内沿 {loop} 循环；请为其中一个连接写流行时间",
    "write a clock time such as 02:50, T+80 min since the incident began, or E+45 min since the exercise did":
        "请写时刻如 02:50，或自事故开始起的 T+80 min，或自演练开始起的 E+45 min",
    "write a clock time such as 09:40 or 2026-06-10 09:40": "请写时刻，如 09:40 或 2026-06-10 09:40",
    "write a table with the columns {columns} and days such as 2027-02-05":
        "请写含列 {columns} 的表格，日期如 2027-02-05",
    "write a time such as 0:40:00 or 40 min": "请写时长，如 0:40:00 或 40 min",
    "write what is told, or delete the whole row": "请填写内容，或删除整行",
    "write when it comes, such as 0:40:00 or 40 min": "请写何时发生，如 0:40:00 或 40 min",
    "write one of {names}": "请写以下之一：{names}",
    "write starts: \"2026-06-10 09:00 +08:00\" into it, or give the exercise a start (--starts)":
        "请在其中写 starts: \"2026-06-10 09:00 +08:00\"，或用 --starts 给出演练开始时刻",
    "{after}; play it longer, with --set \"horizon=...\"": "{after}；请用 --set \"horizon=...\" 延长推演",
    "{error}; braces come in pairs, such as {{place}}": "{error}；花括号须成对，如 {{place}}",
    "{found} actions are named '{action}': {one_of}; write the id of one":
        "有{found}个行动名为“{action}”：{one_of}；请写其中一个的 id",
    "{first} to {last} is no holiday; {longest_days} days at most":
        "{first} 至 {last} 不像节假日；最多 {longest_days} 天",
    "{listed} and {more} more": "{listed} 等，另有{more}个",
    "{min} to {max}": "{min} 至 {max}",
    "{what} have no quantity '{quantity}'; {hint}": "{what}没有指标“{quantity}”；{hint}",
    "{path} cannot be read: {reason}": "{path} 无法读取：{reason}",
    "{path} has no public holidays of {year}, only of: {years}; {advice}, and name it with --holidays FILE":
        "{path} 中没有 {year} 年的节假日，只有：{years}；{advice}，并用 --holidays 给出",
    "{path} is no calendar (.ics) as this program writes it: {error}": "{path} 不是本程序写出的日历（.ics）：{error}",
    "{sort} is never {what}; it may be {wanted}": "{sort}不会有{what}；可为{wanted}",
    "{subject} is {what} at {text}, {before}": "{subject} 的 {what} 在 {text}，{before}",
    "{subject} is {what} twice; the first is at {first}, keep one":
        "{subject} 的 {what} 有两次；第一次在 {first}，只保留一个",
    "{text} comes on {days} days of the exercise; write the date too, such as {starts} {group}":
        "{text} 在演练的{days}天中都有；请写明日期，如 {starts} {group}",
    "{text} fits no day of the exercise, which begins {said} and plays {time}":
        "{text} 不在演练的任何一天之内，演练始于 {said}，推演 {time}",
    "{text} is a clock time, and nobody said when the exercise begins; write T+ or E+, or starts: into the scenario":
        "{text} 是时刻，而没有说明演练何时开始；请写 T+ 或 E+，或在情景中写 starts:",
    "{text} is {time} before the incident began": "{text} 在事故开始之前 {time}",
    "{text} lies after the end of the scenario at T+{time}": "{text} 晚于情景结束时刻 T+{time}",
    "{what} need {library}, which is not installed for this Python; install the extra `drill`":
        "{what}需要 {library}，当前 Python 未安装；请安装附加项 `drill`",
}
