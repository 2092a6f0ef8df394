"""Words of importing an inventory."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "inventory_tier_plant": {"en": "Plant", "zh": "一级防控（企业）"},
    "inventory_tier_public": {"en": "Public emergency space", "zh": "二级防控（公共应急空间）"},
    "inventory_tier_boundary": {"en": "Park boundary", "zh": "三级防控（园区边界）"},
    "inventory_tier_basin": {"en": "River basin", "zh": "四级防控（流域）"},
    "inventory_promise_basin": {
        "en": "nothing leaves the waters below the park",
        "zh": "不出流域受控水体",
    },
    "help_import_inventory": {
        "en": """\
Read lists of emergency spaces - .xlsx, .xls, .ods, or .csv in UTF-8 or GB18030 - into a park that loads at once.
Heads, kinds and tiers are known in Chinese and English. Every row is told: what was read, what was guessed, what is
left open; nothing is dropped silently, and what no list says, such as where a space overflows to, is marked as
assumed.
""",
        "zh": """\
把应急空间清单（.xlsx、.xls、.ods，或 UTF-8、GB18030 编码的 .csv）读成可直接加载的园区。表头、类型和层级
中英文均可识别。逐行说明读取了什么、推测了什么、哪些待核实；不会悄悄丢弃任何内容，清单未说明的（如溢往何处）
一律标为假定。
""",
    },
    "help_import_inventory_more": {
        "en": """\
where files go:
  DIR/park.yaml, storages.csv and sites.csv (places that hold nothing), and nothing without --out DIR. A park that is
  there already is compared, field by field; --update writes what changed, and leaves the rest alone.""",
        "zh": """\
文件去向：
  DIR/park.yaml、storages.csv 和 sites.csv（不蓄水的点位）；不给出 --out DIR 则不写文件。园区已存在时逐字段比较；
  加 --update 才写入变更，清单未涉及的内容保持不变。""",
    },
    "help_import_inventory_again": {"en": "a second time: what has changed", "zh": "第二次导入：有哪些变更"},
    "help_import_inventory_files": {
        "en": "one or more lists; a space that two name is taken once",
        "zh": "一个或多个清单；两份清单都有的空间只计一次",
    },
    "help_import_inventory_out": {
        "en": "folder of the park, made if it is not there; without it nothing is written",
        "zh": "园区文件夹，不存在则新建；不给出则不写文件",
    },
    "help_import_inventory_name": {
        "en": "what people call the park (default: the folder's name)",
        "zh": "园区名称（默认：文件夹名）",
    },
    "help_import_inventory_id": {
        "en": "its name for the program (default: the folder's name)",
        "zh": "供程序使用的名称（默认：文件夹名）",
    },
    "help_import_inventory_tier": {
        "en": "line of defence of rows that name none, such as 三级 or boundary (default: by their kind)",
        "zh": "未列层级的行归入哪级防线，如“三级”或 boundary（默认：按类型）",
    },
    "help_import_inventory_update": {
        "en": "write what the lists change in a park that is there",
        "zh": "把清单的变更写入已有的园区",
    },
    "help_import_inventory_json": {"en": "print every row as JSON", "zh": "以 JSON 打印每一行"},
    "inventory_nothing_written": {
        "en": "Nothing was written; --out DIR makes a park of it",
        "zh": "未写入文件；加 --out DIR 即生成园区",
    },
    "inventory_told": {"en": "{telling}: {what}", "zh": "{telling}：{what}"},
    "inventory_field": {"en": "{field}: {was} -> {now}", "zh": "{field}：{was} → {now}"},
    "inventory_field_kept": {
        "en": "{field}: {was} has a basis of its own and stays; the list says {now}",
        "zh": "{field}：{was} 另有依据，保持不变；清单为 {now}",
    },
    "inventory_park_file": {
        "en": "Made by `import inventory` from {files}.\n"
        "The lists say what there is; they do not say where it overflows to, which pumps and valves there are, how\n"
        "long anything takes. What is assumed instead stands in the column `assumed` of storages.csv.",
        "zh": "由 `import inventory` 根据 {files} 生成。\n"
        "清单说明有什么，但不说明溢往何处、有哪些泵和阀门、各项操作需要多久。\n"
        "由此作出的假定列在 storages.csv 的 `assumed` 列。",
    },
    "inventory_summary": {
        "en": "Rows read from {sheets}: {rows}. Storages {storages}, sites {sites}, totals {totals}, "
        "remarks {remarks}, not taken twice {twice}",
        "zh": "从{sheets}读取{rows}行：储存设施{storages}处，不蓄水的点位{sites}处，合计行{totals}行，"
        "说明行{remarks}行，重复未计{twice}行",
    },
    "inventory_sheets": {"en": "{count} sheets", "zh": "{count}张表"},
    "inventory_sheet": {"en": "one sheet", "zh": "1张表"},
    "inventory_counted": {
        "en": "{counted} count as emergency space; {not_counted} do not (a treatment plant's own, GB/T 50483-2019)",
        "zh": "计入应急空间{counted}；不计入{not_counted}（污水处理厂自有，GB/T 50483-2019）",
    },
    "inventory_counted_all": {
        "en": "{counted} count as emergency space",
        "zh": "计入应急空间{counted}",
    },
    "inventory_tier": {
        "en": "  {tier} ({id}): storages {storages}, {counted}; sites {sites}",
        "zh": "  {tier}（{id}）：储存设施{storages}处，{counted}；点位{sites}处",
    },
    "inventory_to_check": {
        "en": "Guessed {guessed}, open {open}; each is told below at its row",
        "zh": "有{guessed}项为推测，{open}项待核实；逐行列于下文",
    },
    "inventory_overflow": {
        "en": "No list says where a space overflows to: all of them overflow onto the ground until somebody says where "
        "(overflows_to in storages.csv; take the word out of `assumed` there)",
        "zh": "清单均未说明溢往何处：在补明之前，一律按溢流至地面计"
        "（见 storages.csv 的 overflows_to 列；补明后从 `assumed` 列去掉该词）",
    },
    "inventory_tiers_made": {
        "en": "The tiers are the usual ones: {tiers}; edit their names and promises in park.yaml",
        "zh": "防线采用通用写法：{tiers}；名称和目标可在 park.yaml 中修改",
    },
    "inventory_heading": {
        "en": "{file}: row {line} names the columns",
        "zh": "{file}：表头在第{line}行",
    },
    "inventory_title": {"en": "; above it: '{title}'", "zh": "；其上为“{title}”"},
    "inventory_unread": {"en": "; columns that are not read: {columns}", "zh": "；未读取的列：{columns}"},
    "inventory_left": {
        "en": "{sheet}: not read; no row in it names the columns of an inventory",
        "zh": "{sheet}：未读取；其中没有清单的表头",
    },
    "inventory_row_storage": {
        "en": "row {row}  {name} -> {id}: {kind}, {tier}, {volume}",
        "zh": "第{row}行  {name} → {id}：{kind}，{tier}，{volume}",
    },
    "inventory_row_site": {
        "en": "row {row}  {name} -> {id}: site, {kind}, {tier}",
        "zh": "第{row}行  {name} → {id}：点位，{kind}，{tier}",
    },
    "inventory_row_total": {"en": "row {row}  {name}: a total, no space", "zh": "第{row}行  {name}：合计行，不作空间"},
    "inventory_row_remark": {"en": "row {row}  {name}: no space", "zh": "第{row}行  {name}：不作空间"},
    "inventory_row_twice": {"en": "row {row}  {name}: not taken again", "zh": "第{row}行  {name}：不重复计入"},
    "inventory_telling_read": {"en": "read", "zh": "读取"},
    "inventory_telling_guessed": {"en": "guessed", "zh": "推测"},
    "inventory_telling_open": {"en": "open", "zh": "待核实"},
    "inventory_what_owner": {"en": "owner", "zh": "权属"},
    "inventory_what_kind": {"en": "kind", "zh": "类型"},
    "inventory_what_tier": {"en": "tier", "zh": "层级"},
    "inventory_what_function": {"en": "function", "zh": "功能"},
    "inventory_what_capacity_m3": {"en": "volume", "zh": "容积"},
    "inventory_what_degrees": {"en": "place", "zh": "位置"},
    "inventory_read_merged": {
        "en": "{what} '{text}' by the merged cell",
        "zh": "{what}“{text}”取自合并单元格",
    },
    "inventory_read_several": {
        "en": "'{text}' is {m3} in {count}",
        "zh": "“{text}”为{count}处共{m3}",
    },
    "inventory_read_total_agrees": {
        "en": "says {written_m3}, the rows add up to {sum_m3}: agrees",
        "zh": "写为{written_m3}，各行之和{sum_m3}：相符",
    },
    "inventory_read_not_counted": {
        "en": "does not count as emergency space: it is a treatment plant's own (GB/T 50483-2019)",
        "zh": "不计入应急空间：属污水处理厂自有（GB/T 50483-2019）",
    },
    "inventory_read_twice": {
        "en": "the same name and owner as {place}, and nothing differs",
        "zh": "与 {place} 名称、权属相同，内容一致",
    },
    "inventory_read_section": {
        "en": "heads a section: the tier of the rows below",
        "zh": "为分段标题：其下各行的层级",
    },
    "inventory_guessed_above": {
        "en": "{what} left blank; that of the row above is taken: '{text}'",
        "zh": "{what}空白；按上一行取“{text}”",
    },
    "inventory_guessed_kind_of_name": {
        "en": "type left blank; by its name: {kind}",
        "zh": "类型空白；按名称取{kind}",
    },
    "inventory_guessed_kind": {
        "en": "type '{text}' is taken as {kind}, a word in it",
        "zh": "类型“{text}”按其中的词取{kind}",
    },
    "inventory_guessed_holder": {
        "en": "what is of type {text} holds nothing by itself; as a volume is listed, it is taken as the water held "
        "there: {kind}",
        "zh": "{text}本身不蓄水；因列有容积，按其所拦蓄的水体计：{kind}",
    },
    "inventory_read_heads": {"en": "the heads once more", "zh": "表头重复"},
    "inventory_guessed_no_place": {
        "en": "'{text}' degrees are taken for no place at all",
        "zh": "经纬度“{text}”视为未填",
    },
    "inventory_guessed_other": {
        "en": "type '{text}' does not say what it is; as a volume is listed, it is taken as a {kind}",
        "zh": "类型“{text}”未说明是什么；因列有容积，按{kind}计",
    },
    "inventory_guessed_about": {
        "en": "'{text}' is read as {m3}, basis assumed",
        "zh": "“{text}”按{m3}计，依据记为假定",
    },
    "inventory_guessed_unit": {
        "en": "'{text}' has no unit and its column neither; read as {m3}",
        "zh": "“{text}”及其表头均无单位；按{m3}计",
    },
    "inventory_guessed_thousands": {
        "en": "the comma or blank in '{text}' is read as one between thousands: {m3}",
        "zh": "“{text}”中的逗号或空格按千分位读作{m3}",
    },
    "inventory_guessed_tier": {
        "en": "no tier in the list; by its kind, {kind}: {tier}",
        "zh": "清单未列层级；按类型（{kind}）归入{tier}",
    },
    "inventory_guessed_tier_given": {
        "en": "no tier in the list; as --tier says: {tier}",
        "zh": "清单未列层级；按 --tier 归入{tier}",
    },
    "inventory_open_kind": {
        "en": "no type in the list: what is it?",
        "zh": "清单未列类型：是什么设施？",
    },
    "inventory_open_near_kind": {
        "en": "type '{text}' is unknown and kept as a word of the list's own, which no rule sees; did you mean {near}?",
        "zh": "类型“{text}”未知，按自拟类型保留，各项规则均不识别；是否为{near}？",
    },
    "inventory_open_own_kind": {
        "en": "type '{text}' is unknown and kept as a word of the list's own, which no rule sees",
        "zh": "类型“{text}”未知，按自拟类型保留，各项规则均不识别",
    },
    "inventory_open_volume": {
        "en": "no volume in the list, so it is kept as a site that holds nothing: how much does it hold?",
        "zh": "清单未列容积，暂作不蓄水的点位：可容纳多少？",
    },
    "inventory_open_standing": {
        "en": "the volume stands under '{head}': is it what fits in (so it is read), or what stands there already?",
        "zh": "容积列于“{head}”之下：是可容纳量还是现存水量？按可容纳量读取",
    },
    "inventory_open_first_flush": {
        "en": "a first-flush pool is in use when it rains; it counts in full as listed: what stands in it (initial)?",
        "zh": "初期雨水池下雨时即在使用；暂按所列全部计入：其中存水多少（initial）？",
    },
    "inventory_open_in_use": {
        "en": "the note speaks of daily use: '{note}'; it counts in full as listed: what stands in it (initial)?",
        "zh": "备注提到日常占用：“{note}”；暂按所列全部计入：其中存水多少（initial）？",
    },
    "inventory_open_not_there": {
        "en": "the list says '{note}'; it counts in full as listed: leave it out of the list unless it is in service",
        "zh": "清单写有“{note}”；暂按所列全部计入：未投用的请从清单中删去",
    },
    "inventory_open_count": {
        "en": "there are {count} of it: is {m3} what all of them hold (so it is read), or each?",
        "zh": "数量为{count}：{m3}是合计还是单座？按合计读取",
    },
    "inventory_open_total": {
        "en": "says {written_m3}, the rows add up to {sum_m3}: {off_m3} between them",
        "zh": "写为{written_m3}，各行之和{sum_m3}：相差{off_m3}",
    },
    "inventory_open_no_total": {
        "en": "no volume in it to hold against the rows",
        "zh": "其中没有可与各行核对的容积",
    },
    "inventory_open_twice": {
        "en": "the same name and owner as {place}, but they differ in {keys}; the first one holds",
        "zh": "与 {place} 名称、权属相同，但{keys}不同；以前者为准",
    },
    "inventory_open_same_name": {
        "en": "has the same name and owner as {place}; both are kept: is it the same one?",
        "zh": "与 {place} 名称、权属相同；两者均保留：是否为同一处？",
    },
    "inventory_open_remark": {
        "en": "a line with one text alone is taken for a remark",
        "zh": "整行仅此一处文字，视为说明",
    },
    "inventory_no_changes": {
        "en": "{folder}: the lists say nothing new",
        "zh": "{folder}：清单没有变化",
    },
    "inventory_changes": {
        "en": "{folder}: {added} added, {gone} gone, {changed} changed",
        "zh": "{folder}：新增{added}处，减少{gone}处，变更{changed}处",
    },
    "inventory_not_written": {
        "en": "Nothing was written; --update writes these changes, and leaves alone what the lists do not say",
        "zh": "未写入；加 --update 写入上述变更，清单未涉及的内容保持不变",
    },
    "inventory_change_added": {"en": "+ {id} ({name})", "zh": "+ {id}（{name}）"},
    "inventory_change_gone": {"en": "- {id} ({name})", "zh": "- {id}（{name}）"},
    "inventory_change_changed": {"en": "~ {id} ({name})", "zh": "~ {id}（{name}）"},
    "inventory_change_moved": {"en": "~ {id} ({name})", "zh": "~ {id}（{name}）"},
    "inventory_change_kept": {"en": "= {id} ({name})", "zh": "= {id}（{name}）"},
    "inventory_nothing_was": {"en": "(nothing)", "zh": "（空）"},
}
