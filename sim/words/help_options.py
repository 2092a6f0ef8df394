"""What `--help` says of each option."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "help_option_scenario": {"en": "a scenario file", "zh": "情景文件"},
    "help_option_subject": {"en": "a scenario file, or the folder of a result", "zh": "情景文件，或结果文件夹"},
    "help_option_pick": {
        "en": "make the changes of a named scenario or override of the file",
        "zh": "采用文件中某个命名情景或覆盖项的改动",
    },
    "help_option_set": {
        "en": "change one value; may be given often, later ones win",
        "zh": "改变一个值；可多次给出，后者为准",
    },
    "help_option_levels": {
        "en": "start from measured levels: CSV or XLSX with columns storage, level, time",
        "zh": "从实测液位开始：带 storage、level、time 列的 CSV 或 XLSX",
    },
    "help_option_max_age": {
        "en": "how old a level may be when the run starts (default: 6 h)",
        "zh": "推演开始时液位最多可早多久（默认：6 h）",
    },
    "help_option_sheet": {
        "en": "figures for a page of A4 or for a screen (default: a4)",
        "zh": "图件用于A4纸或屏幕（默认：a4）",
    },
    "help_option_list": {
        "en": "master list of the exercise, as `drill` wrote it, JSON or XLSX; else the scenario's own, with "
        "nothing left out",
        "zh": "演练总清单，即 `drill` 所写的 JSON 或 XLSX；否则用情景自身的清单，不作删减",
    },
    "help_option_out": {
        "en": "folder for results, made if it is not there (default: results)",
        "zh": "结果文件夹，不存在则新建（默认：results）",
    },
    "help_option_bom": {
        "en": "begin CSV files with a byte-order mark, for Excel",
        "zh": "CSV 文件以字节顺序标记开头，供 Excel 使用",
    },
    "help_option_formulas": {
        "en": "leave texts in CSV files as they are that begin with =, +, - or @; else an apostrophe stands "
        "before them, and no spreadsheet works them out",
        "zh": "CSV 文件中以 =、+、- 或 @ 开头的文本保持原样；否则前加撇号，表格软件不作计算",
    },
    "help_option_lang": {
        "en": "language of the tables and of messages (default: en, or THREE_TIER_LANG)",
        "zh": "表格、消息和帮助的语言（默认：en，或 THREE_TIER_LANG）",
    },
    "help_option_quiet": {"en": "print nothing but problems", "zh": "只打印问题"},
    "help_option_json": {"en": "print the tables as JSON", "zh": "以 JSON 打印表格"},
    "help_option_debug": {"en": "when the program is wrong, show where", "zh": "程序出错时显示出错位置"},
    "help_option_help": {"en": "print this", "zh": "打印本帮助"},
    "help_run_json": {"en": "print summary.json instead of tables", "zh": "打印 summary.json，不打印表格"},
    "help_run_no_trace": {"en": "keep no volumes and flows over time", "zh": "不保存水量和流量过程"},
    "help_run_seed": {
        "en": "draw by lot what may fail; without it the better chance counts",
        "zh": "以随机数决定可能的失效；不给出时按较大概率",
    },
    "help_run_fail_on_breach": {"en": "end with status 1 if a tier was breached", "zh": "有防线失守时以状态 1 退出"},
    "help_faults_of": {"en": "only these sorts of parts: {listed}", "zh": "只考虑这几类部件：{listed}"},
    "help_faults_no_pairs": {"en": "single faults only", "zh": "只考虑单一故障"},
    "help_periods_periods": {
        "en": "return periods that are played (default: 1,2,5,10,20,50)",
        "zh": "所推演的重现期，年（默认：1,2,5,10,20,50）",
    },
    "help_periods_closing": {
        "en": "and with an action or operation sheet done at each of these times, or never",
        "zh": "并让某项行动或操作卡在这些时间分别完成，或始终不做（never）",
    },
    "help_periods_rain": {
        "en": "which rain of the scenario, if several come from a formula",
        "zh": "情景中有多场降雨来自公式时，指明哪一场",
    },
    "help_periods_storm": {
        "en": "a storm in place of the scenario's rain: the keys of a rain, without period",
        "zh": "取代情景降雨的暴雨：降雨的各键，不含 period",
    },
    "help_recovery_up_to": {
        "en": "how long after the scenario's horizon to look (default: 90 d)",
        "zh": "情景结束后继续看多久（默认：90 d）",
    },
    "help_recovery_from": {
        "en": "since the start, when the measures are ordered (default: at the horizon)",
        "zh": "自开始起，何时下令采取恢复措施（默认：情景结束时）",
    },
    "help_recovery_levels_at": {
        "en": "write what still stands so long after the horizon, for run --levels",
        "zh": "写出情景结束后该时刻仍存的水位，供 run --levels 使用",
    },
    "help_plot_only": {"en": "only these: {listed}", "zh": "只绘这些：{listed}"},
    "help_plot_formats": {"en": "of {listed} (default: png,svg)", "zh": "可选 {listed}（默认：png,svg）"},
    "help_plot_json": {"en": "print the tables behind the figures as JSON", "zh": "以 JSON 打印图件背后的表格"},
    "help_report_open": {"en": "show it in the browser", "zh": "在浏览器中打开"},
    "help_report_json": {"en": "print where it is as JSON", "zh": "以 JSON 打印其位置"},
    "help_replay_log": {
        "en": "what was done when: CSV or XLSX with columns number or action, what, time; may be given often, "
        "a log for each who kept one",
        "zh": "何时做了什么：带编号或行动、事项、时间列的 CSV 或 XLSX；可多次给出，每位记录人一份",
    },
    "help_replay_not_mentioned": {
        "en": "what became of actions the log does not mention: done as planned, or never (default: done)",
        "zh": "日志未提及的行动：done 为按计划完成，missed 为未做（默认：done）",
    },
    "help_replay_formats": {"en": "write only these: {listed}", "zh": "只写这些：{listed}"},
    "help_replay_json": {"en": "print the report as JSON", "zh": "以 JSON 打印报告"},
    "help_play_scenario": {"en": "a scenario file, or a master list (.json)", "zh": "情景文件，或总清单（.json）"},
    "help_play_lasts": {
        "en": "leave quiet stretches out until the exercise fits",
        "zh": "略去平静时段，直到演练不超过此时长",
    },
    "help_play_speed": {
        "en": "minutes of the exercise a minute of yours (default: 1)",
        "zh": "实际每分钟相当于演练的分钟数（默认：1）",
    },
    "help_play_journal": {
        "en": "where each entry is kept as it is made (default: DIR/NAME-journal.jsonl)",
        "zh": "逐条保存记录的文件（默认：DIR/NAME-journal.jsonl）",
    },
    "help_play_resume": {"en": "go on from what the journal holds", "zh": "从日志已有内容继续"},
    "help_play_out": {
        "en": "folder for the log and the journal, made if it is not there (default: results)",
        "zh": "存放日志的文件夹，不存在则新建（默认：results）",
    },
    "help_drill_scenario": {
        "en": "scenario files: the incidents of one exercise",
        "zh": "情景文件：同一演练的各起事故",
    },
    "help_drill_play": {
        "en": "hold it now, against the clock, as the command play does",
        "zh": "立即按时钟执行，与命令 play 相同",
    },
    "help_drill_type": {
        "en": "how far people move: {listed} (default: full-scale)",
        "zh": "人员行动的程度：{listed}（默认：full-scale）",
    },
    "help_drill_starts": {
        "en": "when the exercise begins (default: when the first incident does)",
        "zh": "演练何时开始（默认：第一起事故开始时）",
    },
    "help_drill_lasts": {
        "en": "how long it may take: quiet stretches are jumped over until it fits",
        "zh": "最长时长：跳过平静时段，直到不超过",
    },
    "help_drill_most_an_hour": {
        "en": "injects and readings an hour at most; the lightest are left out",
        "zh": "每小时注入和读数的上限；略去最不重要的",
    },
    "help_drill_at": {
        "en": "when each incident begins (default: one after the other)",
        "zh": "各起事故何时开始（默认：依次发生）",
    },
    "help_drill_from": {
        "en": "an earlier list, edited or not: its numbers and changes are kept",
        "zh": "先前的清单，不论是否编辑过：保留其编号和改动",
    },
    "help_drill_calendar": {
        "en": "an earlier calendar: what changed is renewed, what is gone is called off",
        "zh": "先前的日历：有变的更新，已无的取消",
    },
    "help_drill_texts": {"en": "a YAML file of texts of your own", "zh": "自有文本的 YAML 文件"},
    "help_drill_formats": {"en": "only these documents (default: all)", "zh": "只生成这些文件（默认：全部）"},
    "help_drill_json": {"en": "print what was made as JSON", "zh": "以 JSON 打印所生成的内容"},
    "help_coverage_paths": {
        "en": "a park, scenario files, folders of them; the park may be left out",
        "zh": "园区、情景文件及其文件夹；园区可省略",
    },
    "help_coverage_tag": {"en": "ask about operation sheets with this tag only", "zh": "只考虑带此标签的操作卡"},
    "help_coverage_weigh": {
        "en": "what the set is smallest in: {listed} (default: drills)",
        "zh": "演练集按什么取最小：{listed}（默认：drills）",
    },
    "help_coverage_longest": {
        "en": "the longest drill that is held (default: 12 h)",
        "zh": "单次演练的最长时长（默认：12 h）",
    },
    "help_coverage_solve_for": {
        "en": "how long to search for a proof that no smaller set exists (default: 10 s)",
        "zh": "用多长时间证明没有更小的演练集（默认：10 s）",
    },
    "help_coverage_given_only": {"en": "generate no drills", "zh": "不生成演练"},
    "help_coverage_calendar": {"en": "spread the set over this year", "zh": "把演练集安排到这一年"},
    "help_coverage_holidays": {
        "en": "public holidays: a table of from,until,name_en,name_zh,basis,source",
        "zh": "法定节假日：含 from,until,name_en,name_zh,basis,source 列的表",
    },
    "help_coverage_zone": {
        "en": "zone of the park's clock, +08:00 or Asia/Shanghai (default: the scenarios')",
        "zh": "园区时钟的时区，+08:00 或 Asia/Shanghai（默认：取自情景）",
    },
    "help_coverage_write": {"en": "write the set's generated scenarios there", "zh": "把演练集中生成的情景写到该处"},
    "help_size_file": {"en": "a sizing sheet, a park, or a scenario file", "zh": "容积核算表、园区或情景文件"},
    "help_size_plant": {"en": "of a park or a scenario, this plant only", "zh": "园区或情景中只核算此企业"},
    "help_size_standards": {
        "en": "ask these only, with commas between: cn, uk, us, fr, de, nl, or single ones such as gb-50351, cn-b, "
        "us-spcc",
        "zh": "只核算这些标准，以逗号分隔：cn、uk、us、fr、de、nl，或单个标准，如 gb-50351、cn-b、us-spcc",
    },
    "help_size_out": {
        "en": "folder for sizing.csv, made if it is not there",
        "zh": "存放 sizing.csv 的文件夹，不存在则新建",
    },
    "help_size_json": {"en": "print the answers as JSON", "zh": "以 JSON 打印结果"},
    "help_map_paths": {"en": "a scenario file, a park, or the folder of a result", "zh": "情景文件、园区或结果文件夹"},
    "help_map_at": {
        "en": "since the start, such as 2 h (default: the worst moment)",
        "zh": "自开始起的时刻，如 2 h（默认：最不利时刻）",
    },
    "help_map_sheet": {"en": "for a page of A4 or for a screen (default: a4)", "zh": "用于A4纸或屏幕（默认：a4）"},
    "help_map_out": {
        "en": "folder for results or a park's map, made if it is not there (default: results)",
        "zh": "存放结果或园区图的文件夹，不存在则新建（默认：results）",
    },
    "help_package_paths": {
        "en": "a park, then its scenario files",
        "zh": "园区，其后为其情景文件",
    },
    "help_package_out": {
        "en": "folder for the papers and the runs, made if it is not there (default: package)",
        "zh": "成果及推演的文件夹，不存在则新建（默认：package）",
    },
    "help_package_lang": {
        "en": "language of the papers; both writes them in English and in Chinese (default: en, or THREE_TIER_LANG)",
        "zh": "成果的语言；both 为中英文各一套（默认：en，或 THREE_TIER_LANG）",
    },
    "help_package_json": {
        "en": "print what was written and what is not known as JSON",
        "zh": "以 JSON 打印所写的文件和未知事项",
    },
    "help_map_json": {"en": "print what was written as JSON", "zh": "以 JSON 打印所写的文件"},
    "help_export_words": {
        "en": "for which program, and a scenario file; for map layers also a park or a result, and a file",
        "zh": "导出到哪个程序，以及情景文件；图层也可用园区或结果，并可指定文件",
    },
    "help_export_at": {
        "en": "for map layers: what stood and flowed then, too, such as 2 h",
        "zh": "用于图层：还写出该时刻的水位和流量，如 2 h",
    },
    "help_export_as_played": {
        "en": "with what people do, at the times at which a run of ours has it done",
        "zh": "含人员的行动，按推演得到的完成时间",
    },
    "help_export_routing": {
        "en": "how SWMM moves water (default: kinwave; dynwave where there is a loop)",
        "zh": "SWMM 的演算方法（默认：kinwave；有环路时为 dynwave）",
    },
    "help_export_step": {"en": "SWMM's routing step (default: 5 s)", "zh": "SWMM 的演算步长（默认：5 s）"},
    "help_export_out": {
        "en": "folder for the files, made if it is not there, or a file such as model.inp (default: results)",
        "zh": "存放文件的文件夹，不存在则新建；或文件名，如 model.inp（默认：results）",
    },
    "help_export_json": {
        "en": "print what was written, and what could not be, as JSON",
        "zh": "以 JSON 打印写出的内容和未能写出的内容",
    },
    "help_validate_files": {
        "en": "a scenario file, a park file, or a park's folder",
        "zh": "情景文件、园区文件或园区文件夹",
    },
    "help_validate_out": {
        "en": "folder for reconciliation.csv, made if it is not there",
        "zh": "存放 reconciliation.csv 的文件夹，不存在则新建",
    },
    "help_validate_json": {"en": "print what was found, problems too, as JSON", "zh": "以 JSON 打印检查结果，包括问题"},
    "help_validate_fail_on_conflict": {
        "en": "end with status 1 if a response plan has conflicts",
        "zh": "预案有冲突时以状态 1 退出",
    },
    "help_upgrade_files": {
        "en": "a scenario file, a park file, a park's folder, or another input file",
        "zh": "情景文件、园区文件或园区文件夹，或其他输入文件",
    },
    "help_upgrade_check": {
        "en": "write nothing, say what would be written; end with status 1 if there is anything to do",
        "zh": "不写文件，只说明将改写什么；有需改动之处时以状态 1 退出",
    },
    "help_upgrade_mark": {
        "en": "also say in files that need no mending that they are of format 1",
        "zh": "无需改写的文件也写明格式为 1",
    },
    "help_schema_kind": {"en": "park, scenario, sizing or drill-texts", "zh": "park、scenario、sizing 或 drill-texts"},
    "help_schema_out": {
        "en": "folder for the schema, made if it is not there",
        "zh": "存放 JSON Schema 的文件夹，不存在则新建",
    },
}
