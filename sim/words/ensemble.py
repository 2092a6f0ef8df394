"""Words of ensembles: what many drawn accidents say, and the help of the command."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "ensemble_design": {
        "en": "{runs} runs, {sampling}, seed {seed}; {numbers}",
        "zh": "推演{runs}次，{sampling}，种子{seed}；{numbers}",
    },
    "ensemble_mc": {"en": "each drawn by itself", "zh": "逐次独立抽样"},
    "ensemble_lhs": {"en": "a Latin hypercube", "zh": "拉丁超立方抽样"},
    "ensemble_sobol": {"en": "scrambled Sobol points", "zh": "加扰 Sobol 序列"},
    "ensemble_numbers": {
        "en": "{count} uncertain numbers and all lots drawn anew for each",
        "zh": "每次重新抽取{count}个不确定数值及各项动作的成败",
    },
    "ensemble_lots": {
        "en": "no number is uncertain, only lots are drawn anew for each",
        "zh": "没有不确定数值，每次只重新抽取各项动作的成败",
    },
    "ensemble_breached": {"en": "breached", "zh": "失守次数"},
    "ensemble_of": {"en": "{count} of {of}", "zh": "{count}/{of}"},
    "ensemble_chance": {"en": "chance", "zh": "失守概率"},
    "ensemble_interval": {"en": "95 % interval", "zh": "95 %区间"},
    "ensemble_at_most": {"en": "at most {high} %", "zh": "至多{high} %"},
    "ensemble_at_least": {"en": "at least {low} %", "zh": "至少{low} %"},
    "ensemble_between": {"en": "{low} to {high} %", "zh": "{low}～{high} %"},
    "ensemble_one_in": {"en": "escapes 1 in {of} [m3]", "zh": "{of}次1次外泄 [m3]"},
    "ensemble_left": {"en": "left 1 in 20 [m3]", "zh": "20次1次余量 [m3]"},
    "ensemble_means": {
        "en": "1 in 10: more than this escapes in one of ten runs. 1 in 20: less than this is left in one of twenty; "
        "less than 0 has escaped",
        "zh": "“10次1次”：约十分之一的推演外泄量超过此值；“20次1次”：约二十分之一的推演余量低于此值，为负即已外泄",
    },
    "ensemble_driver": {
        "en": "  {number}: {breached} on average where breached, {others} elsewhere (rank correlation {rank})",
        "zh": "  {number}：失守时平均 {breached}，其余 {others}（秩相关 {rank}）",
    },
    "ensemble_drivers": {
        "en": "What goes with a breach ({tiers}):",
        "zh": "与失守相关的数值（{tiers}）：",
    },
    "ensemble_no_driver": {
        "en": "No uncertain number goes with a breach beyond chance ({tiers}): lots do, several together, or too few "
        "runs tell",
        "zh": "没有哪个不确定数值与失守的关联超出偶然（{tiers}）：起因于动作成败或多因素组合，或推演次数太少",
    },
    "ensemble_no_power": {
        "en": "{runs} is no power of two, so these Sobol points are less even than they could be; -n {power} would do",
        "zh": "{runs}不是2的幂，Sobol 序列的均匀性打折扣；宜用 -n {power}",
    },
    "ensemble_even": {
        "en": "Points that lie evenly scatter less than these intervals say, which are those of single draws.",
        "zh": "均匀布点的离散小于此处区间所示，该区间按独立抽样计算。",
    },
    "ensemble_failed": {
        "en": "{failed} of {runs} runs could not be played and are not counted; see failed.csv",
        "zh": "{runs}次中有{failed}次无法推演，未计入；详见 failed.csv",
    },
    "ensemble_failure": {"en": "  run {index}: {why}", "zh": "  第{index}次：{why}"},
    "ensemble_one": {"en": "One of them, K from 0 on: {command}", "zh": "单独重演其中一次（K 从0起）：{command}"},
    "ensemble_pace": {
        "en": "{done} of {wanted} runs, {rate} a second, {left} to go; breached {chances}",
        "zh": "已推演{done}/{wanted}次，每秒{rate}次，尚需{left}；失守 {chances}",
    },
    "uncertain_line": {
        "en": "Uncertain: {count} numbers, each at the middle of what it may be; {met} of them on the accident's way",
        "zh": "不确定值：{count}个数值取分布的中位数；其中{met}个在事故水所经之处",
    },
    "uncertain_see": {"en": "; see `ensemble`", "zh": "；参见 `ensemble`"},
    "help_ensemble": {
        "en": """\
Play a scenario many times, with its uncertain numbers and whatever may fail drawn anew for each run, and say how
likely each tier is to be breached, with an interval, how much escapes how often, and which number goes with it.
A scenario without uncertain numbers is played with lots only. Runs stay on disk: killed and started again, it goes on.
""",
        "zh": """\
多次推演同一情景，每次重新抽取不确定数值和各项动作的成败，给出各级防线的失守概率及其区间、外泄量及其频度，
以及与失守相关的数值。没有不确定数值的情景只抽取成败。推演结果随时存盘：中断后再次启动即可续算。
""",
    },
    "help_ensemble_more": {
        "en": """\
files: DIR/SCENARIO-PICK-ensemble-seedS-SAMPLING-HASH/ with tiers.csv, goes-with.csv, failed.csv and, a row a run,
       runs/*.parquet
""",
        "zh": """\
文件：DIR/SCENARIO-PICK-ensemble-seedS-SAMPLING-HASH/，含 tiers.csv、goes-with.csv、failed.csv，
      以及每次推演一行的 runs/*.parquet
""",
    },
    "help_ensemble_plain": {"en": "a first answer in half a minute", "zh": "半分钟内得到初步答案"},
    "help_ensemble_even": {"en": "points that lie as evenly as they can", "zh": "布点尽可能均匀"},
    "help_ensemble_one": {"en": "one of its runs, with all that a run tells", "zh": "单独重演其中一次，输出完整结果"},
    "help_ensemble_runs": {
        "en": "how many runs (default: 1000; with --until at most 1000000)",
        "zh": "推演次数（默认：1000；与 --until 同用时至多 1000000）",
    },
    "help_ensemble_until": {
        "en": "stop once every tier's chance is known to this much either side, such as 0.5%%",
        "zh": "各级防线失守概率的区间半宽不大于此值时停止，如 0.5%%",
    },
    "help_ensemble_workers": {"en": "on how many processes (default: one a core)", "zh": "进程数（默认：每核一个）"},
    "help_ensemble_seed": {"en": "what all draws begin with (default: 1)", "zh": "随机数种子（默认：1）"},
    "help_ensemble_sampling": {
        "en": "each run drawn by itself, a Latin hypercube, or Sobol points (default: mc)",
        "zh": "逐次独立抽样、拉丁超立方或 Sobol 序列（默认：mc）",
    },
    "help_run_index": {
        "en": "play this run of an ensemble, with --seed as there; counted from 0",
        "zh": "重演批量推演中的这一次（--seed 与其相同），从0起计",
    },
    "help_run_sampling": {"en": "how that ensemble draws (default: mc)", "zh": "该批量推演的抽样方式（默认：mc）"},
    "help_run_of": {"en": "how many runs it has, for lhs and sobol", "zh": "该批量推演的次数，用于 lhs 和 sobol"},
}
