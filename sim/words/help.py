"""What `--help` teaches of each command."""

from __future__ import annotations


def _study_files(en: str, zh: str) -> dict[str, str]:
    """Where the files of a study go."""
    return {
        "en": f"""\
where files go:
  DIR/SCENARIO-PICK-HASH/, beside everything that `run` writes there: {en}.
  A later run of the same input leaves them there.""",
        "zh": f"""\
文件去向：
  DIR/SCENARIO-PICK-HASH/，与 `run` 写出的全部内容放在一起：{zh}。
  再次推演相同的输入时它们仍保留。""",
    }


WORDS: dict[str, dict[str, str]] = {
    "help_usage": {"en": "usage: ", "zh": "用法："},
    "help_words": {"en": "positional arguments", "zh": "参数"},
    "help_options": {"en": "options", "zh": "选项"},
    "help_examples": {"en": "examples:", "zh": "示例："},
    "help_statuses": {
        "en": """\
exit status:
  0    played, or checked and found right
  1    a tier was breached and --fail-on-breach was given, or a plan has conflicts and --fail-on-conflict was given
  2    the input is wrong: a file, an option, a folder that cannot be written
  3    the program is wrong; please report it
  130  interrupted
""",
        "zh": """\
退出状态：
  0    推演完成，或检查后无误
  1    给出 --fail-on-breach 而有防线失守，或给出 --fail-on-conflict 而预案有冲突
  2    输入有误：文件、选项，或文件夹无法写入
  3    程序出错；请反馈给我们
  130  被中断
""",
    },
    "help_whole": {
        "en": """\
Does a chemical park's emergency containment hold? Plays an accident - spill, fire water, rain, and the
people who answer it - and says for plant, public facilities and park boundary whether each held.

usage:
  {prog} SCENARIO [options]          play a scenario; the same as: run SCENARIO
  {prog} run SCENARIO [options]      play a scenario, save what was seen, print the verdict
  {prog} deadlines SCENARIO          by when each action must be done for each tier to hold
  {prog} limits SCENARIO             the largest spill, fire and rain each tier holds; where room is short
  {prog} faults SCENARIO             which single fault breaks which tier, and which two together
  {prog} periods SCENARIO            what rain of each return period breaks, and by when a gate must be shut
  {prog} recovery SCENARIO           when every space is empty again; what a second accident would find
  {prog} ensemble SCENARIO -n N      many runs, numbers and lots drawn anew: how likely each tier breaks
  {prog} plot SCENARIO|RESULT        figures: what held, what was left, who was late, where it went
  {prog} report SCENARIO|RESULT      one page in one file: the answer, the map played back, charts, tables
  {prog} drill SCENARIO...           an exercise: who is told what, who must do what by when
  {prog} replay SCENARIO --log FILE  an exercise played with its real times, and the after-action report
  {prog} play SCENARIO [options]     an exercise against the clock: what is due, what was done, and its log
  {prog} coverage PARK SCENARIO...   which operation sheets drills exercise, the fewest drills for all
  {prog} size SHEET|PARK|SCENARIO    what the sizing standards ask for, worked out, and beside a run
  {prog} new park NAME               a park to begin with, explained block by block; or: new scenario PARK
  {prog} import inventory LIST...    planners' lists of emergency spaces as a park, told row by row
  {prog} import geojson|... FILE     take places, lengths and areas of a park from a map layer or a drawing
  {prog} gaps PARK [SCENARIO...]     what the lists lack, by how much a verdict hangs on it, and whom to ask
  {prog} import gaps FILE            take a filled-in list of gaps back into the park
  {prog} reconcile PARK              published totals against the sum of their parts, and how they may differ
  {prog} package PARK SCENARIO...    the papers a park owes: lists, response plan, map, cards, out of runs
  {prog} map SCENARIO|PARK|RESULT    the park on one sheet: how full, what flows, who works, which tier holds
  {prog} export swmm SCENARIO        write the water's ways as a file for EPA SWMM, to check or go on with
  {prog} export geojson|gpkg FILE    write a park with places, and what came of a run, for maps such as QGIS
  {prog} validate FILE... [options]  check parks and scenarios, all problems at once, without playing them
  {prog} upgrade FILE... [options]   write anew what files of earlier programs say otherwise than today
  {prog} schema park|scenario|...    print the JSON Schema of the files, for editors
  {prog} COMMAND --help              every option of a command, with examples
  {prog} --version                   print the version
""",
        "zh": """\
化工园区的事故水三级防控守得住吗？推演一次事故——泄漏、消防水、降雨，以及处置的人员——并就装置与企业、
公共设施、园区边界各级防线给出是否守住的结论。

用法：
  {prog} SCENARIO [选项]             推演一个情景；与 run SCENARIO 相同
  {prog} run SCENARIO [选项]         推演情景，保存全部结果，打印结论
  {prog} deadlines SCENARIO          每项行动最晚何时完成，各级防线才守得住
  {prog} limits SCENARIO             各级防线能承受的最大泄漏、火灾和降雨；何处容积不足
  {prog} faults SCENARIO             哪个单一故障使哪级防线失守，哪两个合在一起会失守
  {prog} periods SCENARIO            各重现期的降雨使哪级失守，闸门最晚何时关闭
  {prog} recovery SCENARIO           所有空间何时重新腾空；第二次事故来时还剩多少
  {prog} ensemble SCENARIO -n N      多次推演，重新抽取数值和成败，给出各级失守概率
  {prog} plot SCENARIO|RESULT        图件：守住了什么、还剩多少、谁晚了、水去了哪里
  {prog} report SCENARIO|RESULT      单文件网页：结论、回放的态势图、图表
  {prog} drill SCENARIO...           生成演练：向谁通报什么，谁应在何时前做什么
  {prog} replay SCENARIO --log FILE  以实际时间复盘演练，并生成演练评估报告
  {prog} play SCENARIO [选项]        按时钟执行演练：应做什么、做了什么，及其记录
  {prog} coverage PARK SCENARIO...   演练覆盖了哪些操作卡，全部覆盖最少要几次演练
  {prog} size SHEET|PARK|SCENARIO    按容积标准逐项核算，并与推演对照
  {prog} new park NAME               起步用的园区，逐块说明；情景用 new scenario PARK
  {prog} import inventory LIST...    把应急空间清单导入为园区，逐行说明
  {prog} import geojson|... FILE     从图层或图纸提取园区设施的位置、长度和面积
  {prog} gaps PARK [SCENARIO...]     清单里缺什么、对结论影响多大、该问谁
  {prog} import gaps FILE            把已填写的缺项清单读回园区
  {prog} reconcile PARK              公布总量与分项之和对照，差值可能的来由
  {prog} package PARK SCENARIO...    一园一策一图成果：清单、处置方案、指挥图、卡片，均出自推演
  {prog} map SCENARIO|PARK|RESULT    园区一张图：液位、流量、作业队伍、各级防线
  {prog} export swmm SCENARIO        把水路写成 EPA SWMM 的输入文件，用于校核或继续计算
  {prog} export geojson|gpkg FILE    把有位置的园区及推演结果写成图层，供 QGIS 等使用
  {prog} validate FILE... [选项]     检查园区和情景，一次列出全部问题，不作推演
  {prog} upgrade FILE... [选项]      改写早期版本所写文件中如今含义不同的内容
  {prog} schema park|scenario|...    打印文件的 JSON Schema，供编辑器使用
  {prog} COMMAND --help              某个命令的全部选项和示例
  {prog} --version                   打印版本
""",
    },
    "help_whole_more": {
        "en": """\
where files go:
  results/SCENARIO-PICK-HASH/, or elsewhere with --out DIR. The same input gives the same folder with the same
  tables; an older one is replaced whole. Parks and scenarios are never changed.""",
        "zh": """\
文件去向：
  results/SCENARIO-PICK-HASH/，或由 --out DIR 指定。相同的输入得到同名文件夹和相同的表格；旧的整体替换。
  园区和情景文件从不改动。""",
    },
    "help_run": {
        "en": """\
Play a scenario, save everything that was seen, and print the verdict tier by tier.
""",
        "zh": """\
推演一个情景，保存全部过程，逐级打印结论。
""",
    },
    "help_run_more": {
        "en": """\
where files go:
  DIR/SCENARIO-PICK-HASH/ with, among others, summary.json, tiers.csv, margins.csv, crossings.csv, actions.csv,
  events.csv, storages.csv, links.csv, ledger.csv, trace.parquet, assumptions.csv, manifest.json and, in
  resolved/, the park and the scenario as they were played. HASH is that of all inputs. Headers have units.""",
        "zh": """\
文件去向：
  DIR/SCENARIO-PICK-HASH/，其中有 summary.json、tiers.csv、margins.csv、crossings.csv、actions.csv、events.csv、
  storages.csv、links.csv、ledger.csv、trace.parquet、assumptions.csv、manifest.json 等；resolved/ 中是推演所用的
  园区和情景。HASH 为全部输入的校验值。表头带单位。""",
    },
    "help_run_plain": {"en": "what the file says", "zh": "按文件所写"},
    "help_run_picked": {
        "en": "with the changes that the file lists under that name",
        "zh": "带文件中以该名称列出的改动",
    },
    "help_run_changed": {
        "en": "with changes of your own; paths beginning with park. reach into the park file",
        "zh": "带自己的改动；以 park. 开头的路径指园区文件",
    },
    "help_run_measured": {
        "en": "from what the monitoring platform shows now; levels older than --max-age at the start are refused",
        "zh": "从监测平台当前液位开始；开始时早于 --max-age 的液位不予采用",
    },
    "help_run_scripted": {"en": "for scripts", "zh": "供脚本使用"},
    "help_deadlines": {
        "en": """\
Find by when each action and each job of the response plan must be done for each tier to keep its verdict, the
most pressing first. Of a tier that is breached: by when this action alone would have prevented it. Found by
playing the scenario again and again with the action done at other times, to half a second, proved on either side.
""",
        "zh": """\
找出预案中每项行动、每项工作最晚何时完成，各级防线才能保持其结论，最紧迫的在前。对失守的防线：仅凭此项行动，
最晚何时完成本可避免失守。做法是改变该行动的完成时间反复推演，精确到半秒，两侧均经验证。
""",
    },
    "help_deadlines_more": _study_files("deadlines.csv", "deadlines.csv"),
    "help_limits": {
        "en": """\
Find the largest spill, the longest fire and the deepest rain that each tier still holds, all else being as it is, and
of a breached tier the least extra room that would have kept it, storage by storage. Found by playing the
scenario again and again, to 0.1 % and 1 m3, proved on either side.
""",
        "zh": """\
其他条件不变，找出各级防线仍能守住的最大泄漏、最长火灾和最大降雨；对失守的防线，逐个设施找出本可守住的
最小增加容积。做法是反复推演，精确到 0.1 % 和 1 m3，两侧均经验证。
""",
    },
    "help_limits_more": _study_files("limits.csv, space.csv", "limits.csv、space.csv"),
    "help_faults": {
        "en": """\
Play the scenario with every single part failing from the start - gates and valves stay as they are, pumps do not run,
power areas go dark, crews do not come, equipment is not there, sensors are silent - and say which tier each
breaks; then pairs of those that change anything.
""",
        "zh": """\
让每个部件分别从一开始就失效来推演——闸门和阀门停在原位、泵不转、供电区停电、队伍不到、装备缺失、监测点无信号——
并给出各使哪级防线失守；再对有影响的部件两两组合。
""",
    },
    "help_faults_more": _study_files("faults.csv, fault-pairs.csv", "faults.csv、fault-pairs.csv"),
    "help_periods": {
        "en": """\
Play the scenario in a storm of each return period - its own rain, if that comes from a storm formula, or one that
--storm brings - and say which tier gives way, by how much and when, and what is left in those that hold; and from
which return period on each tier gives way, to 1 %, proved on either side. With --closing also for each time at which
something is done, such as a river gate being shut.
""",
        "zh": """\
以各重现期的暴雨推演情景（情景自身由暴雨强度公式给出的降雨，或由 --storm 给出的降雨），给出哪级防线何时失守、
超出多少，守住的还剩多少；以及各级从多大重现期起失守，精确到 1 %，两侧均经验证。给出 --closing 时，还对某事
（如关闭河道闸门）的各个完成时间分别推演。
""",
    },
    "help_periods_more": _study_files(
        """\
periods.csv, gives-way.csv,
  closing.csv, and in figures/ periods and closing as PNG and SVG""",
        """\
periods.csv、gives-way.csv、
  closing.csv，以及 figures/ 中 PNG 和 SVG 格式的 periods 和 closing""",
    ),
    "help_recovery": {
        "en": """\
Play on after the scenario, with every designed transfer towards treatment running, until what accident water reached
is back at its starting level: when that is for each space, tier and the whole park, what it waits for, what never
empties and why, and the room that a second accident would find after 1, 3, 7, 14 and 30 days.
""",
        "zh": """\
情景结束后继续推演，所有通往处理设施的设计转输均运行，直到事故水所到之处恢复初始水位：各设施、各级防线和整个
园区各在何时恢复，在等什么，哪些永远腾不空及其原因，以及 1、3、7、14、30 天后第二次事故来时的可用容积。
""",
    },
    "help_recovery_more": _study_files("recovery.csv, second-event.csv", "recovery.csv、second-event.csv"),
    "help_recovery_then": {
        "en": "then a second accident in what is still full:",
        "zh": "随后是第二次事故，发生在尚未腾空的园区：",
    },
    "help_plot": {
        "en": """\
Draw a run: volumes of the tiers over time, storages, margins from the spill to the boundary, the race of each action
against the water, crews, where every cubic metre went, river sections in profile, what single faults break, and the
map at its worst moment. A scenario is played first; the folder of a result is read. Each has its table beside it.
""",
        "zh": """\
绘制一次推演：各级防线的水量过程、各设施、从泄漏到边界的余量、各项行动与水的赛跑、队伍、每一立方米水的去向、
河段纵剖面、单一故障的后果，以及最不利时刻的态势图。情景先推演；结果文件夹直接读取。每幅图旁附其表格。
""",
    },
    "help_plot_more": {
        "en": """\
where files go:
  DIR/SCENARIO-PICK-HASH/figures/, or figures/ in the folder of the result: each as PNG and SVG, and as CSV the numbers
  it shows.""",
        "zh": """\
文件去向：
  DIR/SCENARIO-PICK-HASH/figures/，或结果文件夹中的 figures/：每幅图为 PNG 和 SVG，并以 CSV 给出图中的数字。""",
    },
    "help_map": {
        "en": """\
Draw the park on one sheet, as PNG and SVG with the table behind them. Of a scenario, or of the folder of a result:
storages filled by level in the colours of where the water comes from, links by rate, gates open or shut, teams at
work, alarms, and each tier's verdict, at its worst moment or at any other. Of a park: what stands where. Where the
park file knows places it is a true map, else a schematic by tiers.
""",
        "zh": """\
把园区绘成一张图，PNG 和 SVG，并附其表格。对情景或结果文件夹：各设施按液位填充，颜色表示水从何处来；连接按流量；
闸门开闭、作业队伍、报警，以及各级防线的结论，取最不利时刻或任一时刻。对园区：设施分布。园区文件中有位置时为
真实地图，否则为按防线排列的示意图。
""",
    },
    "help_map_more": {
        "en": """\
the worst moment:
  when water first escaped from the outermost tier that was breached; else when the fullest storage was fullest

where files go:
  into figures/ of the result's folder: map.png, map.svg, map.csv, with the time in their names if --at names one;
  of a park alone into DIR: PARK-map.png, PARK-map.svg, PARK-map.csv""",
        "zh": """\
最不利时刻：
  水最先越出失守的最外一级防线之时；无防线失守时，为最满的设施达到最满之时

文件去向：
  写入结果文件夹的 figures/：map.png、map.svg、map.csv，用 --at 指定时刻时文件名带该时刻；
  仅绘园区时写入 DIR：PARK-map.png、PARK-map.svg、PARK-map.csv""",
    },
    "help_report": {
        "en": """\
Make report.html of a run: one file that needs no network. The answer first - three tiers, what was left, the one action
that decides - then the park's map with a time slider, charts, tables that sort, the ledger, what is assumed, the
input. In English and Chinese, for a screen, a phone and for print.
""",
        "zh": """\
生成一次推演的 report.html：单个文件，无需网络。结论在前——三级防线、余量、决定成败的行动——随后是带时间轴的
园区态势图、图表、可排序的表格、水量平衡、假设和输入。中英双语，适于屏幕、手机和打印。
""",
    },
    "help_report_more": {
        "en": """\
where files go:
  DIR/SCENARIO-PICK-HASH/report.html, beside everything that `run` writes there, or into the folder of the result.""",
        "zh": """\
文件去向：
  DIR/SCENARIO-PICK-HASH/report.html，与 `run` 写出的内容放在一起；或写入结果文件夹。""",
    },
    "help_package": {
        "en": """\
Write what "one park, one plan, one map" asks for, out of runs of the park's scenarios: the lists of spaces and of
facilities and means, the response plan (who closes and opens what in which order and by when, what is left if it
fails, recovery, reports), the map, a card a scenario and a card a post, and a cover sheet that says how every number
is known. What the park does not know is said to be not known, with whom to ask; names and telephones are left blank.
""",
        "zh": """\
由园区各情景的推演生成“一园一策一图”成果：应急空间清单、设施装备清单，应急处置方案（由谁按何次序开闭何设施、最晚何时
完成、失效后果、恢复、信息报告），应急指挥图，每情景一张处置卡、每岗位一张职责卡，以及说明各项数据依据的封面。
园区未掌握的内容写明“未知”及向谁了解；姓名和电话留空待填。
""",
    },
    "help_package_more": {
        "en": """\
where files go:
  DIR/: 0-cover, 1-plan, 2-map, 3-lists, 4-scenario-cards, 5-post-cards, each with its language in its name; DIR/runs/:
  the result of every scenario with its studies, where every volume and time of the papers is found. What you have
  filled in or edited there is never written over.""",
        "zh": """\
文件去向：
  DIR/：0-cover、1-plan、2-map、3-lists、4-scenario-cards、5-post-cards，文件名带语言；DIR/runs/：各情景的推演结果
  及分析表，文件中的水量和时间均可在其中查到。您填写或编辑过的文件绝不会被覆盖。""",
    },
    "help_drill": {
        "en": """\
Make the master list of an exercise out of a scenario, or of several incidents of one day: what is told to whom and
when, what is expected of whom by which deadline, what follows if it is missed, what evaluators look at. Every time,
level and deadline is that of a run. Edit the workbook and hand it back with --from: numbers and changes are kept.
""",
        "zh": """\
由一个情景，或同一天的几起事故，生成演练总清单：何时向谁通报什么，谁应在何时前做什么，错过会怎样，评估人看什么。
所有时间、液位和最晚时间都来自推演。编辑工作簿后用 --from 交回：编号和改动均保留。
""",
    },
    "help_drill_more": {
        "en": """\
where files go:
  DIR/SCENARIO-PICK-HASH/drill/, beside the result of the run: master-list.xlsx, .csv, .json. What you have edited there
  is never written over, unless it is what --from reads.""",
        "zh": """\
文件去向：
  DIR/SCENARIO-PICK-HASH/drill/，在推演结果旁：master-list.xlsx、.csv、.json。您在其中编辑过的内容绝不会被覆盖，
  除非它正是 --from 所读的文件。""",
    },
    "help_drill_two": {"en": "two incidents of one day", "zh": "同一天的两起事故"},
    "help_drill_edited": {
        "en": "after you have edited the workbook, or after the scenario has changed",
        "zh": "在编辑工作簿之后，或情景改变之后",
    },
    "help_drill_held": {
        "en": "held against the clock, ten times as fast; `play --help` says more",
        "zh": "按时钟执行，十倍速；详见 `play --help`",
    },
    "help_replay": {
        "en": """\
Play a scenario with the times at which things were done in an exercise, and hold it against the plan: tier by tier, the
slack of each action, what each delay cost in cubic metres and where (found by mending it alone), warnings against the
half hour, reports owed, what to improve, and what nobody can say from the log.
""",
        "zh": """\
以演练中各事完成的实际时间推演情景，并与预案对照：逐级结论、每项行动的余裕、每次延误在何处多出多少立方米
（单独改正它而求得）、预警与半小时要求的对照、应报事项、改进建议，以及日志无法说明的事。
""",
    },
    "help_replay_more": {
        "en": """\
the log:
  A row for each thing that happened. number or action: the line of the master list, or the id of a job, an action, an
  operation sheet or a sensor. what: noticed, ordered, begun, done, failed, released. time: a clock time of the exercise
  (02:50), T+ since the incident began (T+80 min, T+1:20; T+25 is minutes), E+ since the exercise began. list: the mark
  of the master list that it was written by, which is looked for beside the log; a log is never read by another. Also
  who, note, incident. Chinese headers and words will do. Done times decide the water; the others say where time was
  lost.

where files go:
  DIR/SCENARIO-PICK-after-HASH/: after-action.html, after-action.md, after-action.json, and as tables after-tiers.csv,
  after-actions.csv, after-warnings.csv, after-reports.csv, after-doubts.csv. HASH is that of all inputs.""",
        "zh": """\
日志：
  每件事一行。编号或行动：总清单的行号，或工作、行动、操作卡、监测点的 id。事项：发现、下令、开始、完成、失败、
  放行。时间：演练时钟（02:50），T+ 为事故发生后（T+80 min、T+1:20；T+25 指分钟），E+ 为演练开始后。清单：记录时
  所依总清单的标记，在日志旁查找；绝不用另一份清单来读日志。另有人员、备注、事故。中英文表头和用词均可。
  水量由完成时间决定，其他时间说明时间耗在何处。

文件去向：
  DIR/SCENARIO-PICK-after-HASH/：after-action.html、after-action.md、after-action.json，以及表格 after-tiers.csv、
  after-actions.csv、after-warnings.csv、after-reports.csv、after-doubts.csv。HASH 为全部输入的校验值。""",
    },
    "help_replay_by_list": {
        "en": "with the numbers and the clock of the list that the exercise was held by",
        "zh": "采用演练所依清单的编号和时钟",
    },
    "help_play": {
        "en": """\
Hold an exercise by its master list, against the clock: what is due now, what comes next, what is overdue. Entries are
typed on a line. Contingency injects are let go when their action is not done by their time; quiet stretches are
jumped over. Each entry is on the disk before the next is taken; a play that was cut off goes on with --resume.
""",
        "zh": """\
按总清单和时钟执行演练：现在应做什么、接下来是什么、什么已逾期。逐行键入记录。行动到时未完成，其备用注入即放行；
平静时段跳过。每条记录先写入磁盘，再接受下一条；中断的演练可用 --resume 继续。
""",
    },
    "help_play_more": {
        "en": """\
entries (their Chinese words will do: 完成 失败 下令 开始 发现 撤销 暂停 继续 跳时 显示 退出 帮助):
  14 done                   line 14 is done; also: failed, ordered, begun, noticed
  14 done at T+1:20 by whom it was seen    at another time than now; the rest is a note
  14 done T+25              25 minutes after the incident began, as over a radio; also 02:50; what is no time is refused
  undo                      take the last entry back
  pause, go                 stop the clock, let it run
  jump, jump 20 min         to the next jump of the list now, or by so much
  show, help, quit          what is due; these words; end here and write the log

where files go:
  DIR/NAME-log.csv for `replay`, its list in DIR/NAME-list.json, and DIR/NAME-journal.jsonl unless --journal names
  another file.""",
        "zh": """\
键入（英文词同样可用：done failed ordered begun noticed undo pause go jump show quit help）：
  14 完成                   第 14 行已完成；还可写：失败、下令、开始、发现
  14 完成 T+1:20 目击人     时间不是此刻；其余为备注
  14 完成 T+25              事故发生后 25 分钟，如无线电通话；也可写 02:50；不成时间的不予接受
  撤销                      撤回上一条
  暂停、继续                停钟、走钟
  跳时、跳时 20 min         现在跳到清单的下一次跳时，或跳过这么久
  显示、帮助、退出          应做事项；这些用词；到此结束并写出日志

文件去向：
  DIR/NAME-log.csv 供 `replay` 使用，其清单在 DIR/NAME-list.json；DIR/NAME-journal.jsonl，除非 --journal 另指文件。""",
    },
    "help_coverage": {
        "en": """\
Say which of a park's operation sheets the scenarios carry out, picks included, and of every other one why not. Then
make drills for all sheets - a leak at each plant, main, pool and river section, along the water's way, day by day
through each sub-area - play each once to prove it, and find the smallest set of drills that carries out everything
within reach. With --calendar spread the set over a year.
""",
        "zh": """\
给出各情景（含其选项）执行了园区的哪些操作卡，其余的为何没有。再为全部操作卡生成演练——每家企业、干管、池和河段
各一次泄漏，沿水的去路，逐日经过各片区——各推演一次加以验证，并找出能执行全部可及操作卡的最少演练。给出
--calendar 时把它们安排到一年中。
""",
    },
    "help_coverage_more": {
        "en": """\
where files go:
  DIR/coverage-PARK/: coverage.csv (a row a sheet), coverage-groups.csv (by tier, kind, crew, sub-area), uncovered.csv
  (why not, and what would), drill-set.csv and drill-set-sheets.csv (the smallest set); with --calendar also
  drill-calendar.xlsx and .ics for all, drill-calendar-control.xlsx, .ics and .csv for exercise control, and
  drill-cumulative.csv. An older folder of that name is replaced whole.""",
        "zh": """\
文件去向：
  DIR/coverage-PARK/：coverage.csv（每张操作卡一行）、coverage-groups.csv（按防线、类型、队伍、片区）、uncovered.csv
  （为何没有，怎样才有）、drill-set.csv 和 drill-set-sheets.csv（最少演练集）；给出 --calendar 时还有供全员使用的
  drill-calendar.xlsx 和 .ics，供导调组使用的 drill-calendar-control.xlsx、.ics 和 .csv，以及 drill-cumulative.csv。
  同名的旧文件夹整体替换。""",
    },
    "help_coverage_year": {
        "en": "with a workbook and calendar entries: one copy for all, one with the no-notice drill's day for exercise "
        "control",
        "zh": "带工作簿和日历条目：一份供全员，一份含不预先通知演练的日期，供导调组",
    },
    "help_coverage_as_files": {
        "en": "the set as scenario files, to be run, edited, or made into exercises",
        "zh": "演练集写成情景文件，可推演、编辑或生成演练",
    },
    "help_coverage_one": {"en": "one scenario, and nothing generated", "zh": "一个情景，不生成演练"},
    "help_size": {
        "en": """\
Ask the sizing standards - the two Chinese formulas for accident pools, first flush, fire water, bunds by their
dimensions, the rules of the UK, the USA, France, Germany and the Netherlands, Sandoz & Ciba - with one sheet of inputs,
each formula with its numbers put in, beside the space there is; say what is counted twice, and hold figures that a
sheet printed against its own inputs. Of a park: every plant that has a sizing block, with what the park knows put in.
Of a scenario: the plants that its releases and fires run into, beside what one run of it says.
""",
        "zh": """\
用一张输入表逐项核算各容积标准——事故池的两个中国公式、初期雨水、消防水、按尺寸核算的围堰，英国、美国、法国、
德国、荷兰的规定，山德士与汽巴——每个公式都代入数字，并与现有容积对照；指出重复计算之处，并用表中自身的输入核对
所刊数字。对园区：每家带容积核算数据（sizing）的企业，代入园区已知的数据。对情景：其泄漏和火灾所进入的企业，并与
一次推演的结果对照。
""",
    },
    "help_size_more": {
        "en": """\
where files go:
  Nothing is written, unless --out DIR is given: then the table goes to DIR/sizing.csv.""",
        "zh": """\
文件去向：
  不写文件；给出 --out DIR 时表格写入 DIR/sizing.csv。""",
    },
    "help_size_some": {"en": "one standard and those of one country", "zh": "一项标准及某一国家的各项标准"},
    "help_size_run": {
        "en": "why the standards' sum and the run differ, term by term",
        "zh": "标准之和与推演为何不同，逐项说明",
    },
    "help_export": {
        "en": """\
Write a scenario in its park for another program. As swmm: an input file of EPA SWMM 5.2, with storages, weirs,
pumps, ratings as outlets, travel times as conduits, inflows as time series, actions by the clock as control rules;
and say what SWMM cannot be told. As geojson: a map layer (RFC 7946) of everything with a place, and of a scenario
what came of it, as columns with units in their names; with --at what stood and flowed at that time, too. As gpkg: the
same as a GeoPackage, a layer a sort, which GIS keep columns and Chinese in.
""",
        "zh": """\
把情景及其园区写给别的程序。swmm：EPA SWMM 5.2 的输入文件，含储存设施、堰、泵，以出口表示的流量曲线，以管渠
表示的流行时间，以时间序列表示的来水，以控制规则表示的定时行动；并列出 SWMM 无法表达的内容。geojson：凡有位置
之物的图层（RFC 7946），情景的结果作为列，列名带单位；给出 --at 时还有该时刻的水位和流量。gpkg：同样内容的
GeoPackage，每类一个图层，列与中文在 GIS 中均不失真。
""",
    },
    "help_export_more": {
        "en": """\
where files go:
  DIR/SCENARIO-PICK.geojson, DIR/PARK.geojson or DIR/RESULT.geojson (or .gpkg), or the file that is named;
  DIR/SCENARIO-PICK.inp, and DIR/SCENARIO-PICK-ids.csv with what the names in it stand for; older ones are replaced.
  With --out model.inp or --out layer.geojson it is that file, and model-ids.csv beside it.""",
        "zh": """\
文件去向：
  DIR/SCENARIO-PICK.geojson、DIR/PARK.geojson 或 DIR/RESULT.geojson（或 .gpkg），或指定的文件；
  DIR/SCENARIO-PICK.inp，以及说明其中名称的 DIR/SCENARIO-PICK-ids.csv；旧文件被替换。
  写 --out model.inp 或 --out layer.geojson 时即该文件，model-ids.csv 在其旁。""",
    },
    "help_export_crews": {
        "en": "with valves and pumps at the times at which crews got to them",
        "zh": "阀门和泵按队伍到位的时间动作",
    },
    "help_validate": {
        "en": """\
Read parks and scenarios, the latter with every override and named scenario, and say everything that is
wrong at once, each with file, line and column. Of what is right, say what it holds, name conflicts in
response plans, such as rules that fight each other, and set a park's published totals beside the sum of
its parts.
""",
        "zh": """\
读取园区和情景（后者含每个覆盖项和命名情景），一次列出全部错误，各带文件、行和列。对无误的，说明其内容，指出预案
中的冲突（如相互矛盾的规则），并把园区公布的总数与各部分之和对照。
""",
    },
    "help_validate_more": {
        "en": """\
where files go:
  Nothing is written, unless --out DIR is given: then the totals go to DIR/reconciliation.csv.""",
        "zh": """\
文件去向：
  不写文件；给出 --out DIR 时总数写入 DIR/reconciliation.csv。""",
    },
    "help_upgrade": {
        "en": """\
Write anew what parks and scenarios of an earlier program say and this one understands otherwise, such as pumps that
are stopped until people start them. Values are put into the text; comments and layout stay. No amount is changed:
what only people can decide, such as how far a gate's lip is open, is said with its place, and left as it is.
""",
        "zh": """\
把早期版本所写的园区和情景中如今含义不同的内容改写过来，例如由人员启动之前停着的泵。只替换其中的值，注释和排版
不变。不改动任何数量：只能由人决定的，如闸门开启多高，给出其位置并保持原样。
""",
    },
    "help_upgrade_more": {
        "en": """\
what is looked through:
  A file that says format: 1 is left alone. One that says none is taken for older: so write format: 1 at the top of what
  you write today. It is written there when something was mended and nothing is left to decide, or with --mark when
  there is nothing to mend. Tables of a park are mended where they are CSV; of workbooks the cells are named.

where files go:
  Each is replaced whole; what it was stays beside it as FILE.bak.""",
        "zh": """\
查看哪些文件：
  已写 format: 1 的文件不动；未写的视为早期文件，因此请在如今所写文件的开头写 format: 1。有改写且没有待定内容时自动
  写上；给出 --mark 时，无需改写的文件也写上。园区的表格为 CSV 的直接改写；工作簿则指出其单元格。

文件去向：
  每个文件整体替换；原文件保留为 FILE.bak。""",
    },
    "help_schema": {
        "en": """\
Print the JSON Schema of park, scenario or sizing files, or of your own texts for exercises, so that an editor helps
while you type.
""",
        "zh": """\
打印园区、情景、容积核算表或演练自有文本的 JSON Schema，使编辑器在键入时给出帮助。
""",
    },
    "help_schema_more": {
        "en": """\
where files go:
  To the screen, or with --out DIR to DIR/KIND.schema.json.""",
        "zh": """\
文件去向：
  打印到屏幕；给出 --out DIR 时写入 DIR/KIND.schema.json。""",
    },
}
