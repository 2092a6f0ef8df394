"""What is put together at run time, such as the name of a thing with its line, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "'{where}' longitude and latitude (or x and y) and crew '{id}' a speed":
        "“{where}”的经度和纬度（或x和y），以及队伍“{id}”的速度",
    "'{where}' longitude and latitude (or x and y) and crew '{id}' longitude, latitude (or x, y) and speed":
        "“{where}”的经度和纬度（或x和y），以及队伍“{id}”的经度、纬度（或x、y）和速度",
    "begun": "开始",
    "concentration": "浓度",
    "crew '{id}' a speed": "队伍“{id}”的速度",
    "crew '{id}' longitude, latitude (or x, y) and speed": "队伍“{id}”的经度、纬度（或x、y）和速度",
    "longitude and latitude": "经度和纬度",
    "x and y": "x和y",
    "done": "完成",
    "density": "密度",
    "dispersion": "离散系数",
    "failed": "失败",
    "file": "文件",
    "flap-gate": "拍门",
    "flow": "流量",
    "flow of mass": "质量流量",
    "folder": "文件夹",
    "inject": "注入事件",
    "is more than there is: '{id}' has {area}, found {found}": "超出可用面积：“{id}”共有 {area}，现为 {found}",
    "is more than there is: of '{id}' the other dirty areas leave {area}, found {found}":
        "超出可用面积：“{id}”除其他污染区外尚余 {area}，现为 {found}",
    "holiday": "节假日",
    "land use": "用地类型",
    "length": "长度",
    "mass": "质量",
    "noticed": "发现",
    "ordered": "下令",
    "pump": "泵",
    "receiver that every park has": "每个园区都有的受纳端",
    "released": "投放",
    "sheet": "操作卡",
    "speed": "速度",
    "the pump of a sheet in line {line}": "第{line}行操作卡的泵",
    "this": "此文件",
    "time": "时间",
    "valve": "阀门",
    "write each value by its name alone, such as {{{name}}}": "每个值只写其名称，如 {{{name}}}",
    "{column} is known: all of it is measured, and its source is this file; leave the column out":
        "{column} 是已知的：全部为实测值，来源即本文件；请去掉该列",
    "{column} is what a storage can hold, not what stands in it; leave it out, and name the other level":
        "{column} 是设施可容纳的量，而非现存量；请去掉，另一列名为 level",
    "{held}, {depth_m} m deep": "{held}，水深 {depth_m} m",
    "{number} problem:": "共{number}个问题：",
    "{number} problems:": "共{number}个问题：",
    "{thing} in line {line}": "第{line}行的{thing}",
    "{wrong}; there are {names}": "{wrong}；现有 {names}",
}
