"""Words of what the board has made: reports, papers and studies of what somebody has moved."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "help_board_out":
        "where what is made on the page goes, each time into a folder of its own (default: %(default)s)",
    "board_make": "Make",
    "board_make_report": "Report",
    "board_make_figures": "Figures",
    "board_make_drill": "Exercise",
    "board_make_package": "Package",
    "board_make_ensemble": "Ensemble",
    "board_make_sweep": "Sweep",
    "board_make_faults": "Faults",
    "board_make_periods": "Return periods",
    "board_make_runs": "Runs of the ensemble",
    "board_make_seed": "Seed",
    "board_make_note":
        "The package is made of the scenario as its file has it, and the sweep along the slider touched last. One at a "
        "time for each page; what is cancelled leaves nothing behind.",
    "board_made_head": "{kind} · {scenario}",
    "board_made_at": "{time}, from {values}",
    "board_made_as_written": "the values of the file",
    "board_made_value": "{name} = {text}",
    "board_made_cancel": "Cancel",
    "board_made_all": "All {count} files",
    "board_made_file": "{name} ({size})",
    "board_made_new_tab": "opens in a new tab",
    "board_made_running": "{kind}: {step}, {percent} %",
    "board_made_done": "{kind}: made.",
    "board_made_failed": "{kind}: not made. {why}",
    "board_made_cancelled": "{kind}: cancelled; nothing is kept.",
    "board_made_lost": "The board does not answer; how far it is cannot be told.",
    "board_step_": "beginning",
    "board_step_deadlines": "deadlines",
    "board_step_faults": "faults",
    "board_step_figures": "figures",
    "board_step_drill": "runs of the exercise",
    "board_step_package": "runs of the package",
    "board_step_ensemble": "runs",
    "board_step_sweep": "runs along the slider",
    "board_step_periods": "storms",
    "board_job_one": "Something is made for this page already; wait for it or cancel it.",
    "board_job_busy": "As many things are made at once as may be; wait for one of them.",
    "board_job_none": "There is nothing of the kind; what was made earlier lies in the folder of the board.",
}
