"""What `--help` teaches of the commands by which one begins a park and completes it."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "help_gaps": """\
What the simulation needs and a park's lists lack: where a storage overflows to, what stands in it before, who turns
a valve and how fast, what comes down the river. Each with what runs assume meanwhile, the question to ask and whom.
With scenarios they are ranked: each assumed value is tried at both ends of a range, one at a time, and those come first
that turn the verdict of a tier, then those that move most water.
""",
    "help_gaps_more": """\
where files go:
  Nothing is written, unless --out DIR is given: then DIR/gaps.csv and DIR/gaps.xlsx, whose yellow columns are for
  whoever answers; `import gaps` takes either back.""",
    "help_gaps_files": "a park's folder or file, and scenarios in it to rank by",
    "help_gaps_all": "print all of them, not the first ten",
    "help_gaps_out": "folder for the lists to fill in",
    "help_gaps_json": "print them as JSON instead",
    "help_import": """\
Take what other people hold into a park. `import SORT --help` explains each sort.
""",
    "help_import_more": """\
sorts:
  inventory   lists of emergency spaces: workbooks and CSV, as parks and river platforms hold them
  gaps        a list of gaps that somebody has filled in
  geojson, gpkg, shp   map layers
  dxf         a drawing

Nothing of a park that is there is changed without --update.""",
    "help_import_sort": "what to import: {listed}",
    "help_import_gaps": """\
Take back a list of gaps that was filled in: held against what was asked, all problems at once, each with its cell, and
shown as what each answer changes. With --update the values are put into the park's YAML and CSV, each with how it is
known, who said so and when; comments and layout stay.
""",
    "help_import_gaps_more": """\
where files go:
  Nothing is written without --update. With it files of the park are replaced whole; what each was stays as
  FILE.bak.""",
    "help_import_gaps_files": "the list, as `gaps --out` wrote it, filled in: XLSX or CSV",
    "help_import_gaps_park": "the park's folder or file",
    "help_import_gaps_update": "write what is known into the park's files",
    "help_new": """\
Write a park or a scenario to begin with: every block is there and explained in a line, in the language of --lang. A few
numbers are asked for, with units; --yes takes what is offered. All of them are marked as assumed. A park comes with a
first scenario, so that the first verdict is one command away. Files that are there are left alone.
""",
    "help_new_more": """\
where files go:
  A park goes to configs/NAME/park.yaml with configs/NAME/fire.yaml, a scenario to scenarios/PARK-fire.yaml, or where
  --out says: a folder for a park, a folder or a file for a scenario.""",
    "help_new_words": "`park` and its name, or `scenario` and the park it plays in",
    "help_new_out": "folder of the park, folder or file of the scenario",
    "help_new_yes": "ask nothing, take what is offered",
    "help_reconcile": """\
Set the totals that somebody published of a park (published: in its file) against the sum of their parts: the
difference in the total's unit and in %, what each part brings, and how the difference may have come about - a part
counted twice or left out, a treatment plant counted, a figure that slipped by a power of ten. These are possibilities,
found because they would give the published figure to a thousandth; nothing is changed.
""",
    "help_reconcile_more": """\
where files go:
  Nothing is written, unless --out DIR is given: then DIR/reconciliation.csv, a row a total, and
  DIR/reconciliation-parts.csv, a row a part.""",
    "help_reconcile_files": "a park's folder or file",
    "help_reconcile_all": "print the parts of every total, not only of those that differ",
    "help_reconcile_out": "folder for the tables",
    "help_reconcile_json": "print the tables as JSON instead",
}
