"""Messages about what a park, a scenario or a sizing sheet says, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "'{facility}' is a link, and operation {operation} is done to a storage's crest; name one":
        "“{facility}”是连接，而操作 {operation} 针对储存设施的堰顶；请写储存设施",
    "'{facility}' is a storage, and operation {operation} is done to a link; name one":
        "“{facility}”是储存设施，而操作 {operation} 针对连接；请写连接",
    "'{facility}' is in no power area, so it never loses power; {better}":
        "“{facility}”不属于任何供电分区，不会停电；{better}",
    "'{form}' is a {thing}, and a {kind} sensor looks at a {wanted}; write {wanted2}: with its id":
        "“{form}”是{thing}，而{kind}监测点监测的是{wanted}；请写 {wanted2}: 及其 id",
    "'{id}' has": "“{id}”共有",
    "'{id}' has no floor: write the height of its floor": "“{id}”没有池底标高（floor）：请写其高程",
    "'{id}' has no shape; give it one, or write area and height of it here":
        "“{id}”没有形状（shape）；请补充，或在此写其 area 和 height",
    "'{id}' holds {volume} (capacity less dead)": "“{id}”可容纳 {volume}（容积减去死容积）",
    "'{id}' is a catchment of the park already; choose another id": "“{id}”已是园区的汇水区；请换一个 id",
    "'{id}' is a receiver already; choose another id, and write from: {id} in the reach":
        "“{id}”已是受纳端；请换一个 id，并在该河段写 from: {id}",
    "'{written}' is for a link with start_at and stop_at; write running or stopped, open or shut":
        "“{written}”只用于写有 start_at 和 stop_at 的设施；请写 running 或 stopped、open 或 shut",
    "manual is how a link stands at the start; order it to start, to stop, or to automatic":
        "manual 是设施在开始时的状态；指令请写启动、停止或 automatic",
    "'{id}' is a spillway, which nobody can open or shut; name a pump, valve, gate or pipe":
        "“{id}”是溢流口，无法人工启闭；请写泵、阀门、闸门或管道",
    "'{id}' is a {thing}, and only a pump trips; write stuck: or refuses:":
        "“{id}”是{thing}，只有泵会跳闸；请写 stuck: 或 refuses:",
    "'{id}' is given two orders in one action; keep one": "同一行动对“{id}”下达了两个指令；只保留一个",
    "'{id}' is in the park already; give it arrives: in the park file, or leave it out here":
        "“{id}”本就在园区内；请在园区文件中为其写 arrives:，或在此去掉",
    "'{id}' is one of the {seen} already; every inflow needs an id of its own":
        "“{id}”已用于 {seen}；每股来水都要有自己的 id",
    "'{source}' is a receiver of kind {kind}; a reach begins at one of kind out, or at a reach":
        "“{source}”是类型为 {kind} 的受纳端；河段应始于类型为 out 的受纳端或另一河段",
    "'{to}' has no level: write the height of its water": "“{to}”没有水位（level）：请写其水位高程",
    "'{to}' has no {missing}: write how high and how deep its water stands":
        "“{to}”没有 {missing}：请写其水位高程和水深",
    "check both numbers": "请核对两个坐标值",
    "{km} km from '{id}', and a place of a park lies at most {most} km from others; {slip}":
        "距“{id}” {km} km，而园区内各位置最多相距 {most} km；{slip}",
    "{km} km from {thing}, and a place of a park lies at most {most} km from it; {slip}":
        "距{thing} {km} km，而园区内的位置最多相距 {most} km；{slip}",
    "most other places": "其余大多数位置",
    "the origin": "坐标原点（origin）",
    "the two seem to be swapped": "两个坐标似乎写反了",
    "GB/T 50483-2019 does not let {a} be counted": "GB/T 50483-2019 不允许计入{a}",
    "a breach needs a head, and '{id}' has no shape; give it one, or write rate:":
        "溃口需要水头，而“{id}”没有形状（shape）；请补充，或写 rate:",
    "a crest needs to know how high the water stands, and '{id}' has no shape; give it one":
        "堰顶需要知道水位高度，而“{id}”没有形状（shape）；请补充",
    "a day ends at 24:00 and begins at 00:00; write 00:00": "一天止于 24:00、始于 00:00；请写 00:00",
    "a drifting sensor needs reads: with a share such as 50 %, and over: with a time such as 2 h":
        "漂移的监测点需要 reads:（份额如 50 %）和 over:（时长如 2 h）",
    "a flap gate is there because of the water behind it; leave this out, or take a pipe":
        "拍门因其后有水位顶托而设；请去掉此项，或改用管道",
    "a flow such as 20 L/s": "流量，如 20 L/s",
    "a level needs to know how deep a volume stands, and '{id}' has no shape; give it one":
        "液位需要知道水深与容积的关系，而“{id}”没有形状（shape）；请补充",
    "a rating needs a head, and '{id}' has no shape; give it one, or write a capacity":
        "水力特性需要水头，而“{id}”没有形状（shape）；请补充，或写 capacity",
    "a sensor that reads nothing of the truth is silent; write how: silent":
        "读数与实际毫无关系的监测点即为失效；请写 how: silent",
    "a share of product such as 0.1 %": "物料占比，如 0.1 %",
    "a storm begins at its own at: and lasts as its depths say; leave {key} out":
        "暴雨始于其自身的 at:，历时由 depths 决定；请去掉 {key}",
    "a treatment plant's own volume": "污水处理厂自身的容积",
    "a treatment plant's upset basin": "污水处理厂的事故调节池",
    "a year has {most} days at most, found {form}": "一年最多 {most} 天，现为 {form}",
    "a {form} has none: it is set off by any accident water; leave {key} out":
        "{form} 类监测点没有阈值：任何事故水都会触发；请去掉 {key}",
    "a {how} sensor does not drift; leave reads and over out, or write how: drifting":
        "{how} 的监测点不会漂移；请去掉 reads 和 over，或写 how: drifting",
    "above is missing; write above: with {wanted}": "缺少 above；请写 above:，其值为{wanted}",
    "all tanks together hold at least the largest, {largest} m3": "全部储罐的总容积不应小于最大储罐的 {largest} m3",
    "an amount in its storage such as 60 % or 300 m3": "设施内水量，如 60 % 或 300 m3",
    "another sheet raises '{id}' by {volume}": "另一张操作卡将“{id}”加高 {volume}",
    "area and height missing; {hint}": "缺少 area 和 height；{hint}",
    "at the time 0 nothing has fallen yet; write [0 min, 0 mm] or leave that row out":
        "时刻 0 尚无降雨；请写 [0 min, 0 mm]，或去掉该行",
    "begins after {time}, when the run is over: its horizon is {time2}":
        "开始于 {time} 之后，而推演已结束：推演时长为 {time2}",
    "begins after {time}, {over}": "开始于 {time} 之后，{over}",
    "belongs to a flap-gate, and this is a {thing}; leave it out": "仅用于 flap-gate，而此连接是{thing}；请去掉",
    "belongs to a link into a receiver of kind treated, and '{target}' is none; write a capacity here":
        "仅用于通向 treated 类受纳端的连接，而“{target}”不是；请在此写 capacity",
    "belongs to a link into a treatment plant, and '{target}' is none; leave it out":
        "仅用于通向污水处理厂的连接，而“{target}”不是；请去掉",
    "belongs to a link that is blocked or collapsed; leave it out":
        "仅用于堵塞（blocked）或塌陷（collapsed）的连接；请去掉",
    "belongs to a storm of shape chicago, a block has none; leave {key} out":
        "仅用于雨型 chicago，block 没有此项；请去掉 {key}",
    "belongs to operation {owner}, and this one is {operation}; keep one of the two":
        "仅用于操作 {owner}，而此处操作为 {operation}；二者只保留一个",
    "belongs to response rational or reservoir; leave it out": "仅用于产流方式 rational 或 reservoir；请去掉",
    "density is missing, and '{id}' has its inlet_limit in mass; write product: with a density":
        "缺少 density，而“{id}”的 inlet_limit 以质量计；请写 product:，并给出密度",
    "found {form} m": "现为 {form} m",
    "give it power:, or leave power out here": "请为其写 power:，或在此去掉 power",
    "goes with counts: yes of a treatment-plant or an upset-basin":
        "仅当 treatment-plant 或 upset-basin 写有 counts: yes 时使用",
    "goes with intensity or formula; leave it out": "须与 intensity 或 formula 同写；请去掉",
    "has no rating: write its opening under rating: instead of capacity":
        "没有水力特性：请在 rating: 下写其开口，以代替 capacity",
    "is '{to}', where all of it drains anyway; name another storage, such as a foul main":
        "即“{to}”，该汇水区本就全部排入其中；请写另一设施，如污水干管",
    "is more than there is: {rest} {area}, found {area2}":
        "超出可用面积：{rest} {area}，现为 {area2}",
    "its way is the link '{id}', and '{id}' stands in the park already; choose another id":
        "其出路是连接“{id}”，而园区中已有“{id}”；请换一个 id",
    "leads from '{source}' back into itself; name another storage or a receiver":
        "自“{source}”又回到其自身；请写另一设施或受纳端",
    "left is missing; say which share of its flow '{form}' still passes, such as 20 %":
        "缺少 left；请写“{form}”仍能通过的流量份额，如 20 %",
    "must be at most as long as the storm lasts, {time}; found {time2}":
        "不应长于降雨历时 {time}；现为 {time2}",
    "must be more than 0, found {text}": "应大于 0，现为 {text}",
    "must be written like inlet_limit, {text}; found {text2}": "写法应与 inlet_limit（{text}）一致；现为 {text2}",
    "must lie below inlet_limit, {text}, or it would never rest; found {text2}":
        "应低于 inlet_limit（{text}），否则不会恢复；现为 {text2}",
    "must lie below start_at, {text}, or it would never rest; found {text2}":
        "应低于 start_at（{text}），否则不会停；现为 {text2}",
    "must lie below the crest of '{id}', {height} m, or nothing runs out; {found}":
        "应低于“{id}”的堰顶（{height} m），否则不会流出；{found}",
    "must lie {side} {text}, or it would never rest; found {text2}": "应{side} {text}，否则不会复位；现为 {text2}",
    "must not be above the crest, {crest}; found {level} m": "不应高于堰顶 {crest}；现为 {level} m",
    "must not be more than the volume, {volume_m3} m3": "不应大于容积 {volume_m3} m3",
    "needs {units}, and the park has {count}; write less, or a larger count there":
        "需要 {units}，而园区只有 {count}；请减少，或增加园区中的数量",
    "no catchment of the park drains to a storage of this plant; write {keys}":
        "园区中没有汇水区排入该企业的设施；请写 {keys}",
    "no land use is named '{use}'; {advice}": "没有名为“{use}”的用地类型；{advice}",
    "no sheet {back}s '{facility}', so there is nothing to {form}; write one that does":
        "没有操作卡对“{facility}”执行 {back}，故无可 {form}；请先写这样一张操作卡",
    "no tank group is named '{form}'; {hint}": "没有名为“{form}”的罐组；{hint}",
    "nobody is ever on duty; write 1 or more, here or in a shift":
        "始终无人值班；请写 1 或更大的数，写在此处或某一班次",
    "nobody travels; write crew: with who goes, or leave travel out": "无人前往；请用 crew: 写明谁去，或去掉 travel",
    "nor by anything else; leave where out": "也没有其他筛选方式；请去掉 where",
    "nothing is in here; write a flow and its time, or fire_water_total: 0 m3":
        "此处为空；请写流量及历时，或写 fire_water_total: 0 m3",
    "nothing is left of area x height, {gross}, once what stands in it is taken off; look at {blamed}":
        "面积×高度 {gross} 扣除其内占用后已无剩余；请检查 {blamed}",
    "nothing is ordered; write do: with operation sheets, or call: with who shall come":
        "没有下达任何指令；请用 do: 写操作卡，或用 call: 写需调来的队伍",
    "nothing is ordered; write one of {what} with the links": "没有下达任何指令；请写 {what} 之一及相应的连接",
    "of '{id}' the other dirty areas leave": "“{id}”除其他污染区外尚余",
    "one of above, below is missing; write one of them": "缺少 above 或 below；请写其一",
    "one of width, rate is missing; write how wide the breach is, or what runs out":
        "缺少 width 或 rate；请写溃口宽度，或流出量",
    "only by {one_of}": "只能按 {one_of}",
    "only the empty start stands here; add rows such as [10 min, 3.2 mm]":
        "此处只有空的起始行；请补充如 [10 min, 3.2 mm] 的行",
    "only yes makes sense here; write `when: detected`": "此处只能写 yes；请写 `when: detected`",
    "opening is missing; say how this {thing} stands at the start: {words}":
        "缺少 opening；请写明该{thing}起始时的状态：{words}",
    "operation {operation} needs {key} beside it; write {key}: with {wanted}":
        "操作 {operation} 须与 {key} 同写；请写 {key}:，其值为{wanted}",
    "ordered after {time}, {over}": "下令于 {time} 之后，{over}",
    "reach '{begun}' begins at '{source}' already; a river that parts is not played, so keep one":
        "河段“{begun}”已始于“{source}”；本程序不模拟分汊河道，只保留一个",
    "reaches lead round in a ring, {what}; let one begin at a receiver":
        "各河段首尾成环（{what}）；请让其中之一始于受纳端",
    "speaks of the sheets to do, and there are none; write do: with some, or leave {key} out":
        "针对 do 中的操作卡，而此处没有；请用 do: 写操作卡，或去掉 {key}",
    "starts is missing, and crew '{id}' works in shifts; {wanted}":
        "缺少 starts，而队伍“{id}”分班次工作；{wanted}",
    "starts is missing, and the load of '{id}' goes over the day; {wanted}":
        "缺少 starts，而“{id}”的负荷随一天时刻变化；{wanted}",
    "the dead volume, {volume}, fills more than lies below this level, {below}":
        "死容积 {volume} 大于该液位以下的容积 {below}",
    "the dead volume, {volume}, must be less than the capacity, {volume2}":
        "死容积 {volume} 应小于容积 {volume2}",
    "the first row must be [0 m, 0 m3], the empty storage": "首行应为 [0 m, 0 m3]，即空池",
    "the freeboard, {volume}, is more than the capacity less dead volume leaves, {left}":
        "超高容积 {volume} 大于容积减去死容积后的 {left}",
    "the peak must lie before the end of the storm; write less than 100 %, such as 40 %":
        "雨峰应在降雨结束之前；请写小于 100 % 的值，如 40 %",
    "the pipe of this shape holds {full} when full; found {found}": "该形状的管道满管时容积为 {full}；现为 {found}",
    "the shift ends as it begins; write another time of day, or leave it out and change teams":
        "班次的起止时刻相同；请改写其一，或去掉该班次而修改 teams",
    "these are known of {names}": "已知的有 {names}",
    "this is known of {names}": "已知的有 {names}",
    "travel is missing; write how long crew '{id}' is on its way, or give {lacking}":
        "缺少 travel；请写队伍“{id}”的路途时间，或写 {lacking}",
    "water would run round {loop} in no time; give '{id}' a lag":
        "水将在零时间内沿 {loop} 循环；请为“{id}”写 lag",
    "water would run round {loop} in no time; give one of these links a lag":
        "水将在零时间内沿 {loop} 循环；请为其中一个连接写 lag",
    "when the run is over: its horizon is {time}": "而推演已结束：推演时长为 {time}",
    "which tank group '{id}' lies round is not said; write bunds: {{{id}: {{group: {ids}}}}}":
        "没有说明“{id}”围护哪个罐组；请写 bunds: {{{id}: {{group: {ids}}}}}",
    "without a capacity the allowed level must be known; {wanted}": "没有容积时须给出允许液位；{wanted}",
    "would bring {flow}, more than any park has seen; check its amount and time":
        "将带来 {flow}，任何园区都未出现过；请检查其水量和时间",
    "would fall in {lasts} steps, {most} at most; write a longer step":
        "将分 {lasts} 步降下，最多 {most} 步；请写更长的步长",
    "write concentration: with a time such as 10 min": "请写 concentration:，其值为时长如 10 min",
    "write counts_because: {{en: ..., zh: ...}} with the reason, which every report will say":
        "请写 counts_because: {{en: ..., zh: ...}} 说明理由，各报告均会列出",
    "write its share under runoff_coefficients:, or one of {names}":
        "请在 runoff_coefficients: 下写其份额，或写以下之一：{names}",
    "write level: with a depth such as 3.2 m, or capacity: beside it":
        "请写 level:（水深如 3.2 m），或另写 capacity:",
    "write starts: with the clock time of T+0, such as 2025-07-14 14:20 +08:00":
        "请写 starts:，即 T+0 的日期时刻，如 2025-07-14 14:20 +08:00",
    "{depth_m} m, where {volume} stand": "{depth_m} m（对应容积 {volume}）",
    "{form} m is beyond the end of '{id}', which is {length_m} m long; ":
        "{form} m 超出“{id}”的末端，该河段长 {length_m} m；",
    "{missing} missing; {hint}": "缺少 {missing}；{hint}",
    "{of} cannot be chosen by {key}, {only}": "{of} 不能按 {key} 筛选，{only}",
    "{of} have no {form} to add up; write one of {one_of}": "{of} 没有可相加的 {form}；请写以下之一：{one_of}",
    "{other}, and this one by {volume}; write the same in both": "{other}，而本卡为 {volume}；两处应一致",
    "{response} needs concentration beside it; {wanted}": "{response} 须与 concentration 同写；{wanted}",
    "{rule}; leave counts out, or {reason}": "{rule}；请去掉 counts，或{reason}",
    "{text} is a depth, and '{id}' has no shape; write a volume or a share of it":
        "{text} 是水深，而“{id}”没有形状（shape）；请写体积或份额",
    "{text} is a height, and '{id}' has no shape; write a volume or a share":
        "{text} 是高度，而“{id}”没有形状（shape）；请写体积或份额",
    "{text} is more than the storage can hold; {held}": "{text} 超出设施可容纳的量；{held}",
    "{text} is no threshold of a {form} sensor; write {wanted}": "{text} 不能作{form}监测点的阈值；请写{wanted}",
    "{text}, or leave the crest out": "{text}，或去掉堰顶高度（crest）",
    "{text}, or let '{target}' be of kind {kind}": "{text}，或将“{target}”的类型改为 {kind}",
    "{text}, or write capacity: and freeboard:": "{text}，或写 capacity: 和 freeboard:",
    "{text}; a link that feels the backwater needs it": "{text}；受下游水位顶托的连接需要它",
    "{text}make the reach longer, or name one below it": "{text}请加长该河段，或写下游的河段",
    "{thing} is {called}; {wanted}": "{thing}是{called}；{wanted}",
    "{volume} in all is more than fits; {held}": "总量 {volume} 超出可容纳的量；{held}",
    "{where}; leave it out here": "{where}；此处请去掉",
    "'{where}' longitude and latitude (or x and y)": "“{where}”的经度和纬度（或x和y）",
    "needs a place beside it, from which the way begins; write longitude: and latitude:, or x: and y:":
        "还需要出发地点；请写 longitude: 和 latitude:，或 x: 和 y:",
    "a place by {ways}, and '{id}' has one by {ways2}; write all places of a park in one way":
        "此处以{ways}定位，而“{id}”以{ways2}定位；同一园区请统一用一种方式",
    "says where x and y begin, and nothing in this park has x and y; leave it out":
        "用于说明x和y的起算点，而本园区没有以x和y定位的对象；请去掉",
    "no storage of park '{id}' has a place; write longitude: and latitude: at its storages, or x: and y: "
    "with an origin: of the park":
        "园区“{id}”没有任何储存设施写明位置；请为其写 longitude: 和 latitude:，或写 x: 和 y: 并在园区写 origin:",
    "park '{id}' has its places by x and y, and nothing says where on earth these begin; write {example} "
    "with its own degrees in the park file":
        "园区“{id}”以x和y定位，但未说明其起算点的经纬度；请在园区文件中写 {example}（换成实际经纬度）",
}
