"""What `--help` teaches."""

from __future__ import annotations

STATUSES = """\
exit status:
  0    played, or checked and found right
  1    a tier was breached, and --fail-on-breach was given
  2    the input is wrong: a file, an option, a folder that cannot be written
  3    the program is wrong; please report it
  130  interrupted
"""

WHOLE = """\
Does a chemical park's emergency containment hold? Plays an accident - spill, fire water, rain, and the
people who answer it - and says for plant, public facilities and park boundary whether each held.

usage:
  {prog} SCENARIO [options]          play a scenario; the same as: run SCENARIO
  {prog} run SCENARIO [options]      play a scenario, save what was seen, print the verdict
  {prog} validate FILE... [options]  check parks and scenarios, all problems at once, without playing them
  {prog} schema park|scenario        print the JSON Schema of the files, for editors
  {prog} COMMAND --help              every option of a command, with examples
  {prog} --version                   print the version

examples:
  {prog} scenarios/changshou-tank-fire.yaml
  {prog} scenarios/changshou-boundary-breach.yaml --pick by-the-book
  {prog} scenarios/changshou-tank-fire.yaml --set "fires.monitors.lasts=8 h"
  {prog} validate configs/changshou-yanjia scenarios/*.yaml

where files go:
  results/SCENARIO-PICK-HASH/, or elsewhere with --out DIR. The same input gives the same folder with the same
  tables; an older one is replaced whole. Parks and scenarios are never changed.

{statuses}"""

RUN = """\
Play a scenario, save everything that was seen, and print the verdict tier by tier.
"""

RUN_MORE = """\
examples:
  {prog} run scenarios/changshou-tank-fire.yaml
      what the file says
  {prog} run scenarios/changshou-boundary-breach.yaml --pick by-the-book
      with the changes that the file lists under that name
  {prog} run scenarios/changshou-tank-fire.yaml --set "horizon=24 h" \\
      --set park.links.a-001-rain-valve.leak=1%
      with changes of your own; paths beginning with park. reach into the park file
  {prog} run scenarios/changshou-tank-fire.yaml --json --fail-on-breach
      for scripts

where files go:
  DIR/SCENARIO-PICK-HASH/ with, among others, summary.json, tiers.csv, margins.csv, crossings.csv, actions.csv,
  events.csv, storages.csv, links.csv, ledger.csv, trace.parquet, assumptions.csv, manifest.json and, in
  resolved/, the park and the scenario as they were played. HASH is that of all inputs. Headers have units.

{statuses}"""

VALIDATE = """\
Read parks and scenarios, the latter with every override and named scenario, and say everything that is
wrong at once, each with file, line and column. Of what is right, say what it holds, and set a park's
published totals beside the sum of its parts.
"""

VALIDATE_MORE = """\
examples:
  {prog} validate configs/changshou-yanjia
  {prog} validate scenarios/*.yaml

where files go:
  Nothing is written, unless --out DIR is given: then the totals go to DIR/reconciliation.csv.

{statuses}"""

SCHEMA = """\
Print the JSON Schema of park or scenario files, so that an editor helps while you type.
"""

SCHEMA_MORE = """\
examples:
  {prog} schema park
  {prog} schema scenario --out .vscode

where files go:
  To the screen, or with --out DIR to DIR/park.schema.json or DIR/scenario.schema.json.

{statuses}"""
