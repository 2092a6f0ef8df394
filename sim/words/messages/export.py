"""What cannot be carried into another program's file, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "people: {number} rule of the response plan, with sheets, crews and equipment":
        "人员：处置方案的 {number} 条规则，连同操作单、队伍和装备",
    "people: {number} rules of the response plan, with sheets, crews and equipment":
        "人员：处置方案的 {number} 条规则，连同操作单、队伍和装备",
    "sensors: {number} sensor with their delays and alarms": "监测：{number} 个监测点及其延时和报警",
    "sensors: {number} sensors with their delays and alarms": "监测：{number} 个监测点及其延时和报警",
    "faults: {ids}": "故障：{ids}",
    "actions that wait for people or, after a level, for a time: {ids}":
        "须等待人员、或到达液位后还须等待一段时间的行动：{ids}",
    "actions on a level, for what starts and stops at levels of its own: {ids}":
        "针对自带启停液位设备的按液位行动：{ids}",
    "once only: SWMM does these again whenever the level is there: {ids}":
        "仅执行一次：SWMM 每次到达该液位都会重复执行：{ids}",
    "what the water is made of: SWMM sees volumes, no origins, shares of product or escapes":
        "水的组成：SWMM 只有水量，不分来源，没有物料占比，也不判断外泄",
    "product that {behaviour}: outlets from the top or the bottom pass the same water":
        "物料的分层（{behaviour}）：上部和底部出口流出的水相同",
    "back-pressure: these do not slow down when their target is full: {ids}": "顶托：下游满时以下各项不会减速：{ids}",
    "the hours of treatment plants: these take their largest headroom all day: {ids}":
        "污水处理厂的逐时负荷：以下各项全天按最大富余量接纳：{ids}",
    "inlet limits: treatment plants never refuse: {ids}": "进水限值：污水处理厂从不拒收：{ids}",
    "links that never open here, left out: {ids}": "本次推演中从不开启、因而略去的连接：{ids}",
    "crests that can be raised: {ids}": "可加高的堰顶：{ids}",
    "lips: these pass a share of their full flow while partly open: {ids}":
        "闸门开度：以下各项部分开启时按全开流量的比例过流：{ids}",
    "backwater: the water of these falls freely there: {ids}": "回水：以下各项在 SWMM 中为自由出流：{ids}",
    "the lower half of these openings: SWMM lets through what stands above their middle: {ids}":
        "以下孔口的下半部：SWMM 只按孔口中心以上的水头过流：{ids}",
    "the head that it takes to open these flap gates: {ids}": "顶开以下拍门所需的水头：{ids}",
    "one way only: over these crests water can run back there: {ids}": "仅单向：在 SWMM 中水可越过以下堰顶倒流：{ids}",
}  # fmt: skip
