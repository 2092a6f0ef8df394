"""What `--help` teaches of the commands by which one begins a park and completes it."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "help_gaps": {
        "en": """\
What the simulation needs and a park's lists lack: where a storage overflows to, what stands in it before, who turns
a valve and how fast, what comes down the river. Each with what runs assume meanwhile, the question to ask and whom.
With scenarios they are ranked: each assumed value is tried at both ends of a range, one at a time, and those come first
that turn the verdict of a tier, then those that move most water.
""",
        "zh": """\
推演需要而园区清单里没有的内容：储存设施满后往哪溢流、事故前存水多少、阀门由谁操作用时多久、河道来流多少。逐项给出
目前的假定、应问的问题和询问对象。给出情景时还排出先后：每个假定值各取范围两端逐一试算，改变某级防线结论的在前，
改变水量多的其次。
""",
    },
    "help_gaps_more": {
        "en": """\
where files go:
  Nothing is written, unless --out DIR is given: then DIR/gaps.csv and DIR/gaps.xlsx, whose yellow columns are for
  whoever answers; `import gaps` takes either back.""",
        "zh": """\
文件去向：
  不写文件；给出 --out DIR 时写出 DIR/gaps.csv 和 DIR/gaps.xlsx，黄色列供答复人填写；填好后由 `import gaps` 读回。""",
    },
    "help_gaps_files": {
        "en": "a park's folder or file, and scenarios in it to rank by",
        "zh": "园区文件夹或文件，以及其中用于排序的情景",
    },
    "help_gaps_all": {"en": "print all of them, not the first ten", "zh": "全部列出，不止前十项"},
    "help_gaps_out": {"en": "folder for the lists to fill in", "zh": "待填清单写入的文件夹"},
    "help_gaps_json": {"en": "print them as JSON instead", "zh": "改为打印 JSON"},
    "help_import": {
        "en": """\
Take what other people hold into a park. `import SORT --help` explains each sort.
""",
        "zh": """\
把他人手中的资料读入园区。各种类见 `import SORT --help`。
""",
    },
    "help_import_more": {
        "en": """\
sorts:
  inventory   lists of emergency spaces: workbooks and CSV, as parks and river platforms hold them
  gaps        a list of gaps that somebody has filled in
  geojson, gpkg, shp   map layers
  dxf         a drawing

Nothing of a park that is there is changed without --update.""",
        "zh": """\
种类：
  inventory   应急空间清单：园区和流域平台所用的工作簿、CSV
  gaps        已填写的缺项清单
  geojson、gpkg、shp   图层
  dxf         图纸

未加 --update 时不改动已有园区。""",
    },
    "help_import_sort": {"en": "what to import: {listed}", "zh": "读入什么：{listed}"},
    "help_import_gaps": {
        "en": """\
Take back a list of gaps that was filled in: held against what was asked, all problems at once, each with its cell, and
shown as what each answer changes. With --update the values are put into the park's YAML and CSV, each with how it is
known, who said so and when; comments and layout stay.
""",
        "zh": """\
读回已填写的缺项清单：与所提问题逐行核对，一次列出全部问题及其单元格，并列出每个答复带来的改动。给出 --update 时写入
园区的 YAML 和 CSV，同时写明依据、答复人和日期；注释和排版不变。
""",
    },
    "help_import_gaps_more": {
        "en": """\
where files go:
  Nothing is written without --update. With it files of the park are replaced whole; what each was stays as
  FILE.bak.""",
        "zh": """\
文件去向：
  不给出 --update 则不写文件。给出时园区文件整体替换，原文件保留为 FILE.bak。""",
    },
    "help_import_gaps_files": {
        "en": "the list, as `gaps --out` wrote it, filled in: XLSX or CSV",
        "zh": "由 `gaps --out` 写出并已填写的清单：XLSX 或 CSV",
    },
    "help_import_gaps_park": {"en": "the park's folder or file", "zh": "园区文件夹或文件"},
    "help_import_gaps_update": {"en": "write what is known into the park's files", "zh": "把已知的值写入园区文件"},
    "help_new": {
        "en": """\
Write a park or a scenario to begin with: every block is there and explained in a line, in the language of --lang. A few
numbers are asked for, with units; --yes takes what is offered. All of them are marked as assumed. A park comes with a
first scenario, so that the first verdict is one command away. Files that are there are left alone.
""",
        "zh": """\
写出起步用的园区或情景：各部分齐全，并以 --lang 的语言逐块说明。只询问少数几个带单位的数；--yes 全部采用起步值。所有
数值均标为假定。园区附带第一个情景，再用一条命令即得第一个结论。已有的文件不改动。
""",
    },
    "help_new_more": {
        "en": """\
where files go:
  A park goes to configs/NAME/park.yaml with configs/NAME/fire.yaml, a scenario to scenarios/PARK-fire.yaml, or where
  --out says: a folder for a park, a folder or a file for a scenario.""",
        "zh": """\
文件去向：
  园区写入 configs/NAME/park.yaml 和 configs/NAME/fire.yaml，情景写入 scenarios/PARK-fire.yaml；或由 --out 指定：
  园区为文件夹，情景为文件夹或文件。""",
    },
    "help_new_words": {
        "en": "`park` and its name, or `scenario` and the park it plays in",
        "zh": "`park` 及其名称，或 `scenario` 及其所在园区",
    },
    "help_new_out": {
        "en": "folder of the park, folder or file of the scenario",
        "zh": "园区文件夹，或情景的文件夹或文件",
    },
    "help_new_yes": {"en": "ask nothing, take what is offered", "zh": "不询问，全部采用起步值"},
    "help_reconcile": {
        "en": """\
Set the totals that somebody published of a park (published: in its file) against the sum of their parts: the
difference in the total's unit and in %, what each part brings, and how the difference may have come about - a part
counted twice or left out, a treatment plant counted, a figure that slipped by a power of ten. These are possibilities,
found because they would give the published figure to a thousandth; nothing is changed.
""",
        "zh": """\
把园区公布的总量（园区文件的 published:）与分项之和对照：差值及百分比、各分项的贡献，以及差值可能的来由——某分项重复
计入或漏计、计入了污水处理厂、数值错了10的若干次方（如“万”）。所列仅为可能：按其推算与公布值相差不超过千分之一。
不改动任何内容。
""",
    },
    "help_reconcile_more": {
        "en": """\
where files go:
  Nothing is written, unless --out DIR is given: then DIR/reconciliation.csv, a row a total, and
  DIR/reconciliation-parts.csv, a row a part.""",
        "zh": """\
文件去向：
  不写文件；给出 --out DIR 时写出 DIR/reconciliation.csv（每个总量一行）和 DIR/reconciliation-parts.csv
  （每个分项一行）。""",
    },
    "help_reconcile_files": {"en": "a park's folder or file", "zh": "园区文件夹或文件"},
    "help_reconcile_all": {
        "en": "print the parts of every total, not only of those that differ",
        "zh": "列出每个总量的分项，不只列不符的",
    },
    "help_reconcile_out": {"en": "folder for the tables", "zh": "表格写入的文件夹"},
    "help_reconcile_json": {"en": "print the tables as JSON instead", "zh": "改为以 JSON 打印表格"},
}
