"""What is wrong with gaps, their answers, and skeletons, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "name a park, and scenarios to rank its gaps by, such as: {program} gaps docs/first-park "
    "docs/first-park/fire.yaml":
        "请给出园区，以及用于排序的情景，例如：{program} gaps docs/first-park docs/first-park/fire.yaml",
    "{path} is a scenario; name its park before it": "{path} 是情景；请在其前面给出园区",
    "{path} is a park; one park at a time, and scenarios behind it": "{path} 是园区；每次一个园区，其后为情景",
    "{path} has answers in it; take them back with `import gaps`, or write elsewhere with --out":
        "{path} 中已有答复；请用 `import gaps` 读回，或用 --out 写到别处",
    "two scenarios are called '{id}'; name one of them": "两个情景都叫“{id}”；请只给出其中一个",
    "name what to import, such as: {program} import inventory spaces.xlsx --out configs/my-park":
        "请指明读入什么，例如：{program} import inventory spaces.xlsx --out configs/my-park",
    "there is no import of '{sort}'; {hint}": "不能读入“{sort}”；{hint}",
    "list of gaps": "缺项清单",
    "say which park the answers are for: --park PARK": "请指明答复属于哪个园区：--park PARK",
    "{en} ({zh})": "{zh}（{en}）",
    "columns of the list of gaps are missing: {names}; fill in the file that `gaps --out` writes":
        "缺项清单缺少以下列：{names}；请在 `gaps --out` 写出的文件中填写",
    "'{gap}' is no gap of this park; make the list anew with `gaps --out`":
        "“{gap}”不是该园区的缺项；请用 `gaps --out` 重新生成清单",
    "'{gap}' is answered twice; keep one row": "“{gap}”答复了两次；请保留一行",
    "the question was changed, so that nobody knows what was answered; it was: {asked}":
        "问题被改动，无法确定答复的是什么；原为：{asked}",
    "an assumption is no answer; leave the row empty, or find out": "假定不能作为答复；请留空，或查实后再填",
    "found '{text}'": "现为“{text}”",
    "nothing stands here": "此处为空",
    "say how it is known: measured, published or designed; {found}": "请写明数据依据：实测、公布或设计；{found}",
    "say who answered, a role or an office": "请写明由谁答复（岗位或部门）",
    "write longitude and latitude in degrees, such as 107.05, 29.80; found {text}":
        "请写以度表示的经度、纬度，如 107.05, 29.80；现为 {text}",
    "nothing new is called '{sort}'; {hint}": "不能新建“{sort}”；{hint}",
    "name what to make, such as: {program} new park my-park, or {program} new scenario configs/my-park":
        "请指明新建什么，例如：{program} new park my-park，或 {program} new scenario configs/my-park",
    "{path} is there already; name another with --out": "{path} 已存在；请用 --out 另指",
    "no more answers; type them, or take what is offered with --yes": "没有更多输入；请继续输入，或用 --yes 采用起步值",
}  # fmt: skip
