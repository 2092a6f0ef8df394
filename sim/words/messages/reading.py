"""Messages about how files and values are written, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "{text!r} is no number of a format; write {format}, or leave the key out":
        "“{text}”不是格式编号；请写 {format}，或去掉此键",
    "this file is of format {text}; this program reads up to {format}; get a newer program":
        "此文件为格式 {text}；本程序最高只读到 {format}；请使用更新的程序",
    "the number of the form, {format}": "格式编号，{format}",
    "'{id}' is a crew in line {line} already; choose another id": "“{id}”已是第{line}行的队伍；请换一个 id",
    "'{id}' is measured twice; it stands at {seen} already, keep one":
        "“{id}”的液位给了两次，另一次在 {seen}；只保留一个",
    "'{id}' is {thing} already; choose another id": "“{id}”已是{thing}；请换一个 id",
    "'{name}' is an override already; choose another name": "“{name}”已是变化项（override）；请换一个名称",
    "{path!r} cannot be read: {reason}": "“{path}”无法读取：{reason}",
    "{text!r} is neither true nor false; write one of the two": "“{text}”既不是 true 也不是 false；请写其一",
    "{text!r} is no basis; {hint}": "“{text}”不是数据依据（basis）；{hint}",
    "{text!r} is no clock time; write one such as 2025-07-14 14:20 +08:00":
        "“{text}”不是日期时刻；请写如 2025-07-14 14:20 +08:00",
    "{text!r} is no id; use {rule}": "“{text}”不能作 id；可用{rule}",
    "{text!r} is no id; use {rule}: {better}?": "“{text}”不能作 id；可用{rule}；是否为 {better}？",
    "{text!r} is no offset from UTC; write one such as +08:00": "“{text}”不是时区偏移；请写如 +08:00",
    "{text!r} is no opening; {hint}": "“{text}”不是开度；{hint}",
    "{text!r} is no rain intensity; write one such as 75.2 L/(s ha) or 27 mm/h":
        "“{text}”不是降雨强度；请写如 75.2 L/(s ha) 或 27 mm/h",
    "{text!r} is no time of day; write one from 00:00 to 24:00, such as 08:00":
        "“{text}”不是一天中的时刻；请写 00:00 至 24:00 之间的时刻，如 08:00",
    "'{text}' is no {what}; {advice}": "“{text}”不是{what}；{advice}",
    "'{text}' is none of the usual reasons; {advice}": "“{text}”不在常用原因之列；{advice}",
    "{text!r} is not a bare number; write a number without a unit, such as {example}":
        "“{text}”不是纯数字；请写不带单位的数，如 {example}",
    "{text!r} is not a mass; write a number with its unit, such as 1200 t":
        "“{text}”不是质量；请写带单位的数，如 1200 t",
    "{text!r} is not a whole number; write one such as 3": "“{text}”不是整数；请写如 3",
    "{text!r} is not {a}; write a number with its unit, such as {example}":
        "“{text}”不是{a}；请写带单位的数，如 {example}",
    "'{text}' is {a}; {wanted} is wanted here": "“{text}”是{a}；此处应为{wanted}",
    "{text!r} stands beyond the last column; is there a comma too many?": "“{text}”超出最后一列；是否多写了逗号？",
    "*{anchor} stands for nothing written above it": "*{anchor} 之前没有对应的锚点",
    ", ": "、",
    " or ": "或",
    " and ": "和",
    " and no ": "和",
    ", or a flow such as 20 L/s": "，或流量如 20 L/s",
    "; write {text} %?": "；是否为 {text} %？",
    "a {thing}": "{thing}",
    "an {thing}": "{thing}",
    "a bare number such as {example}": "纯数字，如 {example}",
    "a block with {thing} under each id": "一个块，每个 id 下写{thing}",
    "a block with {what}": "一个块，内含{what}",
    "a clock time such as 2025-07-14 14:20 +08:00": "日期时刻，如 2025-07-14 14:20 +08:00",
    "a full-width {thing} {sign} stands here; write '{right}'": "此处是全角{thing} {sign}；请写“{right}”",
    "a tab stands here; indent with blanks, two a level": "此处是制表符（Tab）；请用空格缩进，每级两个",
    "a depth is all that stands there; beside other origins write volumes or shares":
        "水深是其中全部存水；与其他来水并列时请写体积或份额",
    "a column is headed by a unit alone, {text}; write what it is before it":
        "表头只有单位 {text}；请在单位前写明是什么",
    "a file name such as pools.csv": "文件名，如 pools.csv",
    "a file name such as storm.csv": "文件名，如 storm.csv",
    "a file of another program (or .xlsb); save it as .xlsx, or as CSV UTF-8":
        "是其他程序的文件（或 .xlsb）；请另存为 .xlsx 或 CSV UTF-8",
    "a folder or file name such as ../configs/changshou-yanjia": "文件夹或文件名，如 ../configs/changshou-yanjia",
    "kind such as accident-pool": "类型，如 accident-pool",
    "a formula that was saved without its value; open the file in a spreadsheet program and save it there":
        "该公式保存时没有计算结果；请用电子表格软件打开文件并保存",
    "a key must be plain text, not a list or a block": "键必须是纯文本，不能是列表或块",
    "a list of rows such as {example}": "由行组成的列表，如 {example}",
    "a list of {hours} factors, one for each hour of the day, or one of {names}":
        "{hours}个系数的列表（每小时一个），或以下之一：{names}",
    "a log says {wanted}": "记录中可写{wanted}",
    "a mass such as 1200 t": "质量，如 1200 t",
    "a name knows {languages}": "名称可用的键有 {languages}",
    "a name, {{en: ..., zh: ...}} or text": "名称：{{en: ..., zh: ...}} 或文本",
    "a published total such as 14.7 万m3 or 9": "公布的合计值，如 14.7 万m3 或 9",
    "a park begins with id: and tiers:, a scenario with park: and horizon:":
        "园区以 id: 和 tiers: 开头，情景以 park: 和 horizon: 开头",
    "a quote that is never closed, or text after one; write \"\" for a quote in a cell":
        "引号未闭合，或引号后还有文字；单元格内的引号写作 \"\"",
    "a rain table has two columns, time and depth; one is missing": "降雨表应有 time 和 depth 两列；缺一列",
    "a row is two values in brackets, such as {example}": "每行为方括号内的两个值，如 {example}",
    "a second document begins here; write one a file": "此处开始了第二个 YAML 文档；每个文件只写一个",
    "a share must lie in 0 to 100 %, found {text}{suggestion}": "份额应在 0 至 100 % 之间，现为 {text}{suggestion}",
    "a share of product such as 0.1 %, or a concentration such as 500 mg/L": "物料占比如 0.1 %，或浓度如 500 mg/L",
    "a share such as 35 % or 0.35": "份额，如 35 % 或 0.35",
    "a sizing sheet, which `size` reads": "容积核算表（由 `size` 读取）",
    "a slope such as 2 ‰ or 0.002": "坡度，如 2 ‰ 或 0.002",
    "a source is text; write where the numbers come from, in quotes":
        "来源（source）应为文本；请写明数据出处，并加引号",
    "a table of texts has the columns {heads}; found '{text}'": "文本表应有 {heads} 各列；现有“{text}”",
    "a table of texts has the columns {heads}; key is missing": "文本表应有 {heads} 各列；缺 key 列",
    "a table is folded in before anything is changed; change its values instead":
        "表格在修改之前已并入；请直接修改其中的值",
    "a time of day such as 08:00": "一天中的时刻，如 08:00",
    "a value with its basis knows {names}": "带依据的值可用的键有 {names}",
    "a volume such as 300 m3, a share such as 60 %, or a depth such as 2.1 m{flow}":
        "体积如 300 m3，份额如 60 %，或水深如 2.1 m{flow}",
    "a whole number such as 3": "整数，如 3",
    "a workbook from before 2007, or one with a password; save it as .xlsx, without one":
        "是2007年以前的工作簿，或设有密码；请另存为不带密码的 .xlsx",
    "a workbook needs openpyxl; install the extra `drill`, or save the table as CSV":
        "读取工作簿需要 openpyxl；请安装附加项 `drill`，或将表格另存为 CSV",
    "an id such as pool-3": "id，如 pool-3",
    "an intensity such as 75.2 L/(s ha) or 27 mm/h": "强度，如 75.2 L/(s ha) 或 27 mm/h",
    "an offset from UTC such as +08:00": "时区偏移，如 +08:00",
    "an opening: open, shut, running, stopped, automatic, manual, off or a share such as 40 %":
        "开度：open、shut、running、stopped、automatic、manual、off 或 40 % 这样的比例",
    "an opening: open, shut, running, stopped or a share such as 40 %":
        "开度：open、shut、running、stopped 或份额如 40 %",
    "an override cannot change overrides": "变化项不能修改 overrides",
    "an override cannot change scenarios": "变化项不能修改 scenarios",
    "at most {time} is allowed; measure anew, or allow more with --max-age":
        "最多允许 {time}；请重新测量，或用 --max-age 放宽",
    "be at least {low}": "不小于 {low}",
    "did you mean '{close}'?": "是否为“{close}”？",
    "has an offset from UTC, and starts: of the scenario has none; write one there too":
        "带有时区偏移，而情景的 starts: 没有；请在 starts: 中也写明",
    "is known: all of it is measured, and its source is this file; leave the column out":
        "是已知的：全部为实测值，来源即本文件；请去掉该列",
    "is what a storage can hold, not what stands in it; leave it out, and name the other level":
        "是设施可容纳的量，而非现存量；请去掉，另一列名为 level",
    "id is missing, and the file's name cannot stand for it: {error}": "缺少 id，且文件名不能代替：{error}",
    "{error}; if it is a height above the zero of the floors, name the column stage (水位)":
        "{error}；若为池底高程基准以上的水面高程，请将该列命名为“水位”",
    "is {a}": "是{a}",
    "it has no values, and knows {names}": "它没有可填的值，可用的有 {names}",
    "it knows {names}": "它可用的值有 {names}",
    "its pump is the link '{id}', but '{id}' is {thing}; choose another id for the sheet":
        "其泵是连接“{id}”，但“{id}”是{thing}；请给操作卡另取 id",
    "its spillway is the link '{name}', but '{name}' is {thing}; choose another id there":
        "其溢流口是连接“{name}”，但“{name}”是{thing}；请为后者另取 id",
    "larger than {most} MB; keep only what is needed of it": "大于 {most} MB；请只保留所需内容",
    "lie in {low} to {high}": "在 {low} 至 {high} 之间",
    "lower-case or Chinese letters, digits, '-', '_' and '.', 80 at most":
        "小写字母或汉字、数字、'-'、'_' 和 '.'，最多80个字符",
    "measured {time} after {when}; let the scenario start later": "测于{when}之后 {time}；请让情景晚些开始",
    "measured {time} before {when}; {least}": "测于{when}之前 {time}；{least}",
    "more than {most} cells are merged; take merged cells apart": "合并的单元格超过{most}个；请取消合并",
    "more than {most} cells; delete empty rows and columns": "单元格超过{most}个；请删除空行和空列",
    "must be at least {low}, found {text}": "应不小于 {low}，现为 {text}",
    "must be at most {mm} mm, more than falls anywhere; found {text}":
        "应不大于 {mm} mm，任何地方的雨量都未超过；现为 {text}",
    "must be more than 0, found {text}; where no rain comes in, write volume: 0 m3":
        "应大于 0，现为 {text}；没有雨水进入时请写 volume: 0 m3",
    "must be at most {most}, more than any park needs; found {text}":
        "应不大于 {most}，任何园区都用不到更大的值；现为 {text}",
    "must lie in 0 to {most_t} t, found {text}": "应在 0 至 {most_t} t 之间，现为 {text}",
    "must {bounds}, found {text}": "应{bounds}，现为 {text}",
    "must {rule} in the row before, {before}; found {found}": "应{rule}上一行的 {before}；现为 {found}",
    "name a folder with park.yaml, or a file with tiers: and storages:":
        "请指明含 park.yaml 的文件夹，或含 tiers: 和 storages: 的文件",
    "name a scenario, a file with park: and horizon:": "请指明情景，即含 park: 和 horizon: 的文件",
    "name a sizing sheet, a file with groups: and rain:": "请指明容积核算表，即含 groups: 和 rain: 的文件",
    "nested more than {deepest} deep; no park or scenario needs that":
        "嵌套超过 {deepest} 层；园区和情景文件均不需要这么多层",
    "no column says what a row is about; name one number or action": "没有一列说明各行所指；请写 number 或 action 列",
    "no column says what stands in the storages; name one level, 液位, 水位 or 存量":
        "没有一列给出设施存水；请将一列命名为 level、液位、水位 或 存量",
    "no column says when it was measured; name one time or 时间": "没有一列给出测量时间；请将一列命名为 time 或 时间",
    "no column says which storage it is; name one storage, id, 编号, 设施, name or 名称":
        "没有一列指明储存设施；请将一列命名为 storage、id、编号、设施、name 或 名称",
    "no levels are in it; write a row for each below storage, level and time":
        "其中没有液位；请在下方逐行写明 storage、level 和 time",
    "no override is named '{text}'; {hint}": "没有名为“{text}”的变化项；{hint}",
    "no pattern is named '{text}'; {known}": "没有名为“{text}”的日变化模式；{known}",
    "no scenario or override is named '{pick}'; {hint}": "没有名为“{pick}”的情景变体或变化项；{hint}",
    "no storage is named '{names}'; {advice}": "没有名为“{names}”的储存设施；{advice}",
    "no unit belongs to {path}; found {unit}": "{path} 不带单位；现写有 {unit}",
    "no value stands behind the =; write path=value, such as horizon=24 h":
        "等号后没有值；请写“路径=值”，如 horizon=24 h",
    "no workbook can be read from it ({reason}); save it as .xlsx again":
        "无法作为工作簿读取（{reason}）；请重新另存为 .xlsx",
    "no {sorts} is named '{text}'; {hint}": "没有名为“{text}”的{sorts}；{hint}",
    "not YAML: {problem}{context}; check indentation, quotes and brackets there":
        "不是有效的 YAML：{problem}{context}；请检查该处的缩进、引号和括号",
    "nothing is in here; write {wanted}": "此处为空；请写{wanted}",
    "the log has {rows} rows, more than {most}; keep those of one exercise":
        "日志有{rows}行，超过{most}行；请只保留一次演练的记录",
    "nothing is in the log; write a row for each thing that happened": "记录为空；每件事写一行",
    "nothing is in the workbook that is not hidden; its first row must name the columns":
        "工作簿中没有未隐藏的内容；首行应为表头",
    "nothing is written here; write {wanted}, or leave the key out": "此处没有内容；请写{wanted}，或去掉该键",
    "nothing stands below '{key}'; change '{key}' itself": "“{key}”之下没有内容；请直接修改“{key}”",
    "one of {fitting} is missing; write one of them": "缺少 {fitting} 之一；请写其一",
    "one of fire_water, fire_water_total is missing; write one of them":
        "缺少 fire_water、fire_water_total 之一；请写其一",
    "one of {words}": "{words} 之一",
    "starts is missing, so nobody knows how old the levels of {path} are; {wanted}":
        "缺少 starts，无从得知 {path} 中的液位是多久以前测的；{wanted}",
    "the byte 0x{byte} is neither UTF-8 nor GB18030; save the table as CSV UTF-8, or as .xlsx":
        "字节 0x{byte} 既不是 UTF-8 也不是 GB18030；请将表格另存为“CSV UTF-8（逗号分隔）”或 .xlsx",
    "the byte 0x{data} is not UTF-8; save the file as UTF-8": "字节 0x{data} 不是 UTF-8；请将文件存为 UTF-8",
    "the character {letter} does not belong in a text file; delete it": "字符 {letter} 不应出现在文本文件中；请删除",
    "the column id is missing; every row needs an id of its own (a list of emergency spaces becomes a park by `import "
    "inventory`)":
        "缺少 id 列；每行都要有自己的 id（应急空间清单可用 `import inventory` 导入为园区）",
    "the column {key} is missing": "缺少 {key} 列",
    "the factors are shares of the mean, so their mean must be 1, found {mean}; divide each by it":
        "各系数是相对平均值的份额，其平均应为 1，现为 {mean}；请逐个除以该值",
    "the file is empty; {begins}": "文件为空；{begins}",
    "the control character U+{ord} stands in this cell; delete it": "该单元格含有控制字符 U+{ord}；请删除",
    "the first step, from the time 0, is not as long as the next; begin with a row at 0 min":
        "从时刻0起的第一个时段与其后时段不等长；请以 0 min 一行开头",
    "the id of this row is missing": "本行缺少 id",
    "the id of {a}": "{a}的 id",
    "the list is empty; write {wanted}, or leave the key out": "列表为空；请写{wanted}，或去掉该键",
    "the log is empty; its first row names the columns number, what and time":
        "记录为空；首行应为列名 number、what 和 time",
    "the name is empty; write {wanted}, or leave the key out": "名称为空；请写{wanted}，或去掉该键",
    "the park was handed in ready; only a park from a file can change":
        "园区是以现成对象传入的；只有来自文件的园区可以修改",
    "the run starts, at {at}": "推演开始时刻 {at}",
    "the key of this row is missing": "本行缺少 key",
    "the sheet '{title}' has cells beyond the last row or column that a sheet may have":
        "工作表“{title}”的单元格超出了工作表允许的最后一行或一列",
    "the sheet '{title}' has more than {most} cells; delete what is not the table":
        "工作表“{title}”的单元格超过{most}个；请删除表格以外的内容",
    "the table is empty; its first row must name the columns, id among them": "表格为空；首行应为列名，其中要有 id",
    "the tag {tag} means nothing here; delete it": "标签 {tag} 在此没有意义；请删除",
    "the unit of the column: {error}": "该列的单位：{error}",
    "there is no schema of '{kind}'; there are {forms}": "没有“{kind}”的结构定义；现有 {forms}",
    "there is no {sort} {path}": "{sort} {path} 不存在",
    "there is no {sort} {path}; did you mean '{folder}'?": "{sort} {path} 不存在；是否为“{folder}”？",
    "this row names no storage; write its id, or its name": "本行没有指明储存设施；请写其 id 或名称",
    "this is a list of what is expected, which --list takes; a log has the columns number, what and time":
        "这是演练总清单，应由 --list 读取；演练记录应有“序号”“事项”“时间”各列",
    "two columns are named {path}; keep one": "有两列都名为 {path}；只保留一列",
    "unknown column '{text}'; did you mean '{meant}'?": "未知的列“{text}”；是否为“{meant}”？",
    "unknown key '{wrong}'; {advice}": "未知的键“{wrong}”；{advice}",
    "unknown key; {hint}": "未知的键；{hint}",
    "unpacked it is larger than {most} MB; keep the table alone in a workbook":
        "解压后大于 {most} MB；请将表格单独存为一个工作簿",
    "value is missing; write {{value: ...}} with {wanted}": "缺少 value；请写 {{value: ...}}，其值为{wanted}",
    "values by their dotted paths": "按点分路径写的值",
    "what stands in a storage": "设施内的存水",
    "what stands there, such as 2.1 m": "现存水，如 2.1 m",
    "when it was measured, such as 2025-07-14 14:20": "测量时间，如 2025-07-14 14:20",
    "write a share such as 40 % or one of {names}": "请写份额如 40 %，或以下之一：{names}",
    "write over_wall: in the spillway: of the storage it belongs to":
        "请在其所属储存设施的 spillway: 中写 over_wall:",
    "write overflows_to: or spillway: at the storage it belongs to":
        "请在其所属的储存设施写 overflows_to: 或 spillway:",
    "write path=value, such as horizon=24 h": "请写“路径=值”，如 horizon=24 h",
    "write texts by their keys, such as rain:": "请按键写文本，如 rain:",
    "write {hours} factors, or the name {names}": "请写{hours}个系数，或名称 {names}",
    "write {a} in {units}": "请写{a}，单位为 {units}",
    "write {word}": "请写 {word}",
    "written twice; it stands at {place} already": "重复书写；{place} 已有一处",
    "written twice; it stands in line {line} already": "重复书写；第{line}行已有一处",
    "{a} such as {example}": "{a}，如 {example}",
    "{bare} m, {bare} m3 or {bare} %": "{bare} m、{bare} m3 或 {bare} %",
    "{detected}, or a block such as {{storage: pool-3, above: 70 %}}":
        "{detected}，或一个块，如 {{storage: pool-3, above: 70 %}}",
    "{fit} sheets have such columns: {names}; keep one, or hide the others":
        "有{fit}个工作表含有这些列：{names}；请只保留一个，或隐藏其余的",
    "{found} exclude each other; keep one": "{found} 互相排斥；只保留一个",
    "{found} storages are named '{name}': {ids}; write the id of one":
        "有{found}个储存设施名为“{name}”：{ids}；请写其中一个的 id",
    "{heads} is a depth and {heads2} a height above the zero of the floors; keep one of them":
        "{heads} 为水深，{heads2} 为基准以上的水面高程；请只保留一列",
    "{hours} factors are wanted, one for each hour of the day from midnight on; found {factors}":
        "需要{hours}个系数，自零时起每小时一个；现为 {factors} 个",
    "{key} goes with {other}, and {rivals} is written here; leave {key} out":
        "{key} 须与 {other} 同写，而此处写了 {rivals}；请去掉 {key}",
    "{key} is missing in this row; write {wanted}": "本行缺少 {key}；请写{wanted}",
    "{key} is missing; write {key}: with {wanted}": "缺少 {key}；请写 {key}:，其值为{wanted}",
    "{key} needs {other} beside it; write {other}: with {wanted}":
        "{key} 须与 {other} 同写；请写 {other}:，其值为{wanted}",
    "{least} or more rows are wanted, found {rows}; write {wanted}":
        "至少需要{least}行，现为 {rows} 行；请写{wanted}",
    "{name} may be what fell in each step or what had fallen by then, and these grow as a sum would; "
    "name the column increment (时段雨量) or depth (累计雨量)":
        "{name} 可为时段雨量，也可为累计雨量，而各值逐行增大，与累计值相似；请将该列命名为“时段雨量”或“累计雨量”",
    "{path} is a folder; name a file in it": "{path} 是文件夹；请指明其中的文件",
    "{text} at the time 0: depths of steps stand at their ends; put all times one step later":
        "时刻0处为 {text}：时段雨量应写在时段末；请将各时刻后移一个时段",
    "{text} has commas in its number; write {replace}": "{text} 的数字中有逗号；请写 {replace}",
    "{text} has no unit; write {units} behind it": "{text} 没有单位；请在其后写 {units}",
    "{text} has no unit; write t or kg behind it": "{text} 没有单位；请在其后写 t 或 kg",
    "{text} has no unit; write {units}, or put it into the header, such as level [m]":
        "{text} 没有单位；请写 {units}，或将单位写入列名，如 level [m]",
    "{text} has no unit; write {units}?": "{text} 没有单位；是否为 {units}？",
    "{text} has parts; name one a column, such as {path}.{part}":
        "{text} 含多个部分；每列写一个，如 {path}.{part}",
    "{text} has the unknown unit '{unit}'; {hint}": "{text} 的单位“{unit}”未知；{hint}",
    "{text} holds from its time on, and nobody knows how long; end with a row in which it is 0":
        "{text} 自其时刻起持续，但不知持续多久；请以雨强为 0 的一行结尾",
    "{text} is a clock time; write {a} such as {example}": "{text} 是时刻；请写{a}，如 {example}",
    "{text} is a height of the surface, and nobody knows how high the floor of '{id}' lies; write floor: "
    "there, or name the column level (液位) if it is a depth":
        "{text} 为水面高程，但“{id}”的池底高程未知；请在该处写 floor:，若为水深请将该列命名为“液位”",
    "{text} is a height of the surface, and the floor of '{id}' lies at {floor_m} m; name the column "
    "level (液位) if it is a depth":
        "{text} 为水面高程，而“{id}”的池底高程为 {floor_m} m；若为水深请将该列命名为“液位”",
    "{text} is larger than any number this program can hold": "{text} 超出本程序可表示的最大数",
    "{text} is no mass; write one such as 1200 t": "{text} 不是质量；请写如 1200 t",
    "{text} is a product; work it out, or write a power of ten as in 1.2×10^4":
        "{text} 是乘积；请算出结果，10 的幂写作 1.2×10^4",
    "{text} is a product; write {result} {unit}": "{text} 是乘积；请写 {result} {unit}",
    "{text} is not a finite number; write {a} such as {example}": "{text} 不是有限的数；请写{a}，如 {example}",
    "{text} is {what}; {a} is wanted here, such as {example}":
        "{text} 是{what}；此处应为{a}，如 {example}",
    "{text} is what had fallen by then, and cannot become less; found {text2}. For what fell in each "
    "step name the column increment (时段雨量)":
        "{text} 为累计雨量，不会减小；现为 {text2}。若为各时段雨量，请将该列命名为“时段雨量”",
    "{text} {is_now}; {wanted} is wanted here, such as {such}": "{text} {is_now}；此处应为{wanted}，如 {such}",
    "{thing} knows {names}": "{thing}可用的键有 {names}",
    "{thing} named '{wrong}' is not there; {hint}": "没有名为“{wrong}”的{thing}；{hint}",
    "{thing}, a block with {list}": "{thing}，即含 {list} 等键的块",
    "{wanted}, or a list of them": "{wanted}，或其列表",
    "{wanted}, or your own words as {{en: ..., zh: ...}}": "{wanted}，或自拟文字 {{en: ..., zh: ...}}",
    "{what} stands here; a file begins with keys such as id: and name:": "此处是{what}；文件应以 id:、name: 等键开头",
    "{what} stands here; {wanted} is wanted": "此处是{what}；应为{wanted}",
    "{{{each}}} is no value of this text; {hint}": "{{{each}}} 不是该文本的值；{hint}",
}
