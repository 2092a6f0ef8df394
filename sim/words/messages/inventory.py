"""Messages about inventories, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "no row names the columns of an inventory; it wants the name of each space (名称, name) and its type or volume "
    "(类型, kind; 容量, capacity)":
        "没有可识别的清单表头；须有各空间的名称（名称、name）以及类型或容积（类型、kind；容量、capacity）",
    "a workbook needs python-calamine; install the extra `lists`, or save the table as CSV":
        "读取工作簿需要 python-calamine；请安装附加组件 `lists`，或把表格另存为 CSV",
    "a workbook with a password, or a damaged one; save it as .xlsx, without a password":
        "工作簿带密码或已损坏；请不带密码另存为 .xlsx",
    "{text!r} is a range; write one volume, of which somebody is sure": "{text!r} 是一个范围；请只写一个有把握的容积",
    "{text!r} is no degrees; write 120.0867 or 120°05′12″": "{text!r} 不是度数；请写 120.0867 或 120°05′12″",
    "{text!r} is beyond {most} degrees, or its minutes or seconds are 60 or more":
        "{text!r} 超过{most}度，或其分、秒达到 60",
    "the {missing} of this place is missing; write both, or none": "该位置缺少 {missing}；请两者都写，或都不写",
    "the name of this space is missing; write what people call it": "缺少该空间的名称；请补写",
    "'{text}' is no line of defence; {hint}": "“{text}”不是防线层级；{hint}",
    "'{text}' is no tier; write one of {names}": "“{text}”不是防线；请写 {names} 之一",
    "{files}: no row has a volume, so nothing would hold water; write the volumes under a head such as 有效容积（m3）":
        "{files}：没有一行列有容积，因而没有可蓄水的设施；请在“有效容积（m3）”之类的表头下填写容积",
    "this park has no {table}, so no inventory was imported into it; name another folder":
        "该园区没有 {table}，未曾导入过清单；请换一个文件夹",
    "does not read {table}; write {key}: {table} under tables:":
        "没有读取 {table}；请在 tables: 下写 {key}: {table}",
    "the table cannot be read: {reason}": "无法读取表格：{reason}",
    "the park cannot be written: {reason}": "无法写入园区：{reason}",
    "name one or more lists, such as: {program} {example}": "请写一个或多个清单，如：{program} {example}",
    "kind such as bridge": "类型，如 bridge",
    "{key} is not written here, so nobody assumed it; take it out": "此处未写 {key}，谈不上假定；请从中去掉",
}
