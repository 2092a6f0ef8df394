"""Words of the board's page of files, and of keeping what was moved."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "help_board_read_only": "write no file: nothing is saved, imported or entered",
    "board_kicker_files": "Files",
    "board_files_title": "Files: {file}",
    "board_files_here": "Files of the scenario",
    "board_files_count": "{count} files",
    "board_files_editor": "Text of {file}",
    "board_files_problems": "What is wrong",
    "board_files_right": "Nothing is wrong in any file.",
    "board_files_wrong_one": "1 problem",
    "board_files_wrong": "{count} problems",
    "board_files_checking": "Checking ...",
    "board_files_line": "line {line}",
    "board_files_place": "{file}, line {line}",
    "board_files_mend": "Write {to}",
    "board_files_mended": "Written in line {line}: {to}.",
    "board_files_save": "Save",
    "board_files_anyway": "Save with its problems",
    "board_files_back": "Back to what is saved",
    "board_files_changed": "not saved",
    "board_files_same": "as saved",
    "board_files_saved": "Saved.",
    "board_files_saved_wrong": "Saved, with problems: until they are mended the scenario cannot be played.",
    "board_files_only_read": "Cannot be changed here.",
    "board_files_read_only": "This board writes no file (--read-only).",
    "board_files_no_text": "This is no text that can be shown; open it with the program it is from.",
    "board_files_answer": "The answer of the saved files",
    "board_files_at": "Played at {time}.",
    "board_files_last": "The files as saved cannot be played; this was the last answer, of {time}.",
    "board_files_none": "Not played yet.",
    "board_files_stale": "The file has changed since it was read here; read it again first.",
    "board_files_other":
        "The file was changed by somebody else since it was read here. What you typed is still there: copy what you "
        "need, and read the file again.",
    "board_files_again": "Read it again",
    "board_files_not_here": "The scenario has no file of this name.",
    "board_files_not_written":
        "Written are only the scenario's own files and those of its park, .yaml, .yml or .csv, or new ones beside "
        "them; no links, and nothing in another folder.",
    "board_files_unconditional":
        "Say what you have seen: If-Match with the ETag, or If-None-Match: * for a file that is new.",
    "board_import": "Import a list",
    "board_import_how":
        "Drop an inventory of emergency spaces (.xlsx or .csv) on this page, or choose one. First it is shown what "
        "would be read; a park is made only when you say so.",
    "board_import_choose": "Inventory",
    "board_import_of": "What would be read of {file}",
    "board_import_below": "New folder in {folder}:",
    "board_import_make": "Make the park",
    "board_import_made": "The park is made:",
    "board_import_next":
        "To play in it, write a scenario that names it under park:, and start the board with that scenario.",
    "board_read_only": "This board writes no file; it was started with --read-only.",
    "board_save_as": "Save as a variant ...",
    "board_save_name": "Name of the variant",
    "board_save": "Save",
    "board_save_not": "Cancel",
    "board_saved": "Saved in {file} as variant {name}.",
}
