"""What is wrong with a sizing sheet, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "D9's inputs": "D9的输入数据",
    "D9A's inputs": "D9A的输入数据",
    "all containers together hold at least the largest, {largest} m3": "全部容器容积之和不应小于最大者{largest} m3",
    "category of risk": "风险类别",
    "goes with kind: bund; leave it out here": "仅用于 kind: bund；此处请删去",
    "goes with volume: 0 m3; leave it out": "仅与 volume: 0 m3 同用；请删去",
    "in which bund '{id}' stands is not said; write bund: {example}":
        "没有说明“{id}”位于哪个防火堤内；请写 bund: {example}",
    "its figures were not found well enough to be asked": "其数值未能可靠查证，故未列入",
    "leave compartment_of out": "请删去 compartment_of",
    "must be more than {least} m, by which the design level lies below it":
        "必须大于{least} m（设计液面低于堤顶的高度）",
    "needs perimeter, or length and width, beside it": "须同时写 perimeter，或 length 和 width",
    "needs wall_foot or wall_slope beside it": "须同时写 wall_foot 或 wall_slope",
    "no bund of this group is named '{text}'; {hint}": "此罐组没有名为“{text}”的防火堤；{hint}",
    "size of tank": "储罐规格",
    "standard": "标准",
    "the sheet has no '{id}' here; {hint}": "核算表中没有“{id}”；{hint}",
    "there is no standard '{each}'": "没有标准“{each}”",
    "thing in a bund": "堤内构筑物",
    "'{id}' is a bund itself and cannot be what others are compartments of; give the whole a name of its own, and this "
    "one compartment_of: that name too":
        "“{id}”本身是一个防火堤，不能作为其他隔间的整体；请给整体另起一个名称，并在此处也写 compartment_of: 该名称",
    "'{part}' is the only compartment of '{id}'; {close}": "“{id}”只有一个隔间“{part}”；{close}",
    "compartments of '{id}' lie round different tank groups; one bund is of one group":
        "“{id}”的各隔间属于不同罐组；一个防火堤只属于一个罐组",
}  # fmt: skip
