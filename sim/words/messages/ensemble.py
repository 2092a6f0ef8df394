"""Messages about uncertain numbers and ensembles, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "a distribution ({drawn}) stands here, and nothing varies this in a run; write {wanted}":
        "此处写了分布（{drawn}），而推演并不改变该值；请写{wanted}",
    "a distribution stands beside its basis, not under value; write {drawn}: without value:":
        "分布应与依据并列，不写在 value 之下；请直接写 {drawn}:，不写 value:",
    "a distribution knows {names}": "分布可用的键为 {names}",
    "the name of a group": "组名",
    "its values are of several sorts; write all of them alike, such as all as volumes or all as shares":
        "各值种类不一；请统一写法，如全部写体积或全部写比例",
    "'{value}' is no number, and only numbers are drawn; write shares": "“{value}”不是数值，只能抽取数值；请写比例",
    "a whole number is drawn by choice only; write {wanted}": "整数只能用 choice 抽取；请写 {wanted}",
    "its values must rise, from the least to the most; found {found}": "各值须由小到大；现为 {found}",
    "sd must be more than 0": "sd 须大于0",
    "next to nothing of it lies where it is possible; check mean and sd":
        "该分布几乎全部落在可能范围之外；请核对 mean 和 sd",
    "the median must be more than 0 and less than p95; found {found}": "median 须大于0且小于 p95；现为 {found}",
    "one value stands there twice; add up its chances; found {found}": "同一个值出现两次；请合并其概率；现为 {found}",
    "the chances add up to {total} %, and must to 100 %": "各概率之和为 {total} %，应为 100 %",
    "a chance must be more than 0 and at most 100 %, found {text}": "概率须大于0且不超过 100 %，现为 {text}",
    "not a distribution as {key} has it; write {key}: {example}": "不是 {key} 分布的写法；请写 {key}: {example}",
    "write correlated: with {wanted}": "请写 correlated: {wanted}",
    "{path} moves with '{group}', and nobody says how closely; {advice}":
        "{path} 与“{group}”同组变动，但未说明相关程度；{advice}",
    "rank correlation": "秩相关系数",
    "runs are kept as Parquet, which needs pyarrow; install the extra `tables`":
        "推演结果以 Parquet 保存，需要 pyarrow；请安装附加组件 `tables`",
    "drawn as {number}: {message}": "抽取为 {number} 时：{message}",
    "holds another ensemble, of other inputs, seed or sampling; name another folder, or remove this one":
        "其中已有另一批推演（输入、种子或抽样方式不同）；请另指定文件夹，或删除该文件夹",
    "--until stops before all runs are played, and runs of --sampling {sampling} belong together; leave one of "
    "the two out":
        "--until 会提前停止，而 --sampling {sampling} 的各次推演须成套；请去掉其中之一",
    "{text!r} is no way of sampling; write one of {names}": "{text!r} 不是抽样方式；请写 {names} 之一",
    "{text!r} is no whole number above 0; write one such as 8": "{text!r} 不是大于0的整数；请写如 8",
    "must be a share between 0 and 100 %, found {text}; write one such as 0.5 %":
        "须为0至100 %之间的比例，现为 {text}；请写如 0.5 %",
    "--index names a run of an ensemble; write its --seed too": "--index 指明批量推演中的一次；请同时写明其 --seed",
    "runs of --sampling {sampling} belong to a number of runs; write --of N, the -n of their ensemble":
        "--sampling {sampling} 的推演与总次数有关；请写 --of N，即该批推演的 -n",
    "there are {runs} runs, counted from 0; name one before {runs}": "共{runs}次推演，从0起计；请给出小于{runs}的序号",
}
