"""Words of map layers and drawings, and of the command that reads them."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "gis_read": {"en": "{path}: {count} shapes ({layers})", "zh": "{path}：{count}个图形（{layers}）"},
    "gis_local": {
        "en": "places are held by x and y from the park's own zero",
        "zh": "位置采用园区自有原点的 x、y",
    },
    "gis_as_it_says": {"en": "As the file says: {how}", "zh": "据文件所载：{how}"},
    "gis_as_asked": {"en": "As --datum says: {how}", "zh": "据 --datum：{how}"},
    "gis_nothing": {"en": "Nothing would change.", "zh": "没有可改动之处。"},
    "gis_would": {
        "en": "Would change {count} values (nothing is written without --update):",
        "zh": "拟改动{count}个值（未加 --update，不写入）：",
    },
    "gis_changed": {"en": "Changed {count} values:", "zh": "改动{count}个值："},
    "gis_moved": {"en": ": moves by {metres} m", "zh": "：移动 {metres} m"},
    "gis_same": {"en": "As the file has it, {count}: {names}", "zh": "与文件一致，{count}项：{names}"},
    "gis_strange": {
        "en": "Nothing in the park is called so, {count}: {names}",
        "zh": "园区中没有同名之物，{count}个图形：{names}",
    },
    "gis_unplaced": {
        "en": "Without a place, and none in the file, {count}: {names}",
        "zh": "尚无位置且文件中也没有，{count}项：{names}",
    },
    "gis_by_hand": {
        "en": "To write by hand (workbooks, rows over several lines, what several share): {names}",
        "zh": "须手工填写（工作簿、跨行的记录、多处共用的内容）：{names}",
    },
    "help_gis": {
        "en": """\
Compare a map layer or a drawing with a park, and say what it would change there: places, lengths of pipes and river
sections, areas of pools, bunds and ground. What a shape shows is told by its id, label or name; in a drawing by the
words in it or within 20 m. What matches nothing is named. A line drawn back to its start is an area; curves are
followed, not cut short.
""",
        "zh": """\
将图层或图纸与园区比对，说明拟作的改动：设施位置，管道和河段的长度，水池、围堰和汇水区的面积。图形按其编号、
标签或名称对应；图纸按图形内或 20 m 内的文字对应。对应不上的逐一列出。画回起点的线视为面；曲线按实际弧线量算，
不取弦长。
""",
    },
    "help_gis_file": {
        "en": "the layer or drawing: .geojson, .gpkg, .shp, .dxf",
        "zh": "图层或图纸：.geojson、.gpkg、.shp、.dxf",
    },
    "help_gis_park": {"en": "the park that it shows: its file or folder", "zh": "对应的园区：文件或文件夹"},
    "help_gis_datum": {
        "en": "how its places are held: wgs84, cgcs2000, gcj02, bd09, a grid such as cgcs2000-gk-108, or local for x "
        "and y of the park's own (default: as the file says)",
        "zh": "位置所用坐标系：wgs84、cgcs2000、gcj02、bd09，平面坐标系如 cgcs2000-gk-108，或 local（园区自有 x、y）"
        "（默认：按文件所载）",
    },
    "help_gis_layer": {"en": "read this layer only", "zh": "只读取该图层"},
    "help_gis_unit": {
        "en": "what a drawing counts, where it does not say so or says it wrongly",
        "zh": "图纸的单位，用于图纸未注明或注错时",
    },
    "help_gis_update": {
        "en": "write the changes into the park's files; what they were stays beside them as FILE.bak",
        "zh": "把改动写入园区文件；原文件保留为 FILE.bak",
    },
    "help_gis_basis": {
        "en": "how the written values are known: measured, published, designed, assumed (default: assumed)",
        "zh": "所写数值的依据：measured、published、designed、assumed（默认：assumed）",
    },
    "help_gis_out": {
        "en": "write the changes as changes.csv into this folder, too, made if it is not there",
        "zh": "另将改动写成该文件夹中的 changes.csv，文件夹不存在则新建",
    },
    "help_gis_json": {"en": "print the changes as JSON", "zh": "以 JSON 打印改动"},
    "help_gis_more": {
        "en": """\
what is written:
  Nothing without --update. With it each value goes where the park has it, with its basis and the file as its source;
  the park is read again, and where it would not load every file is put back. No capacity follows an area.""",
        "zh": """\
写入内容：
  未加 --update 时不写入。加上后，各值写到园区文件中的相应位置，并注明依据和来源文件；写后重新读取园区，若无法读取
  则全部恢复原状。容积不变：不因面积而改动。""",
    },
}
