"""Words of importing an inventory."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "inventory_tier_plant": "Plant",
    "inventory_tier_public": "Public emergency space",
    "inventory_tier_boundary": "Park boundary",
    "inventory_tier_basin": "River basin",
    "inventory_promise_basin": "nothing leaves the waters below the park",
    "help_import_inventory": """\
Read lists of emergency spaces - .xlsx, .xls, .ods, or .csv in UTF-8 or GB18030 - into a park that loads at once.
Heads, kinds and tiers are known in Chinese and English. Every row is told: what was read, what was guessed, what is
left open; nothing is dropped silently, and what no list says, such as where a space overflows to, is marked as
assumed.
""",
    "help_import_inventory_more": """\
where files go:
  DIR/park.yaml, storages.csv and sites.csv (places that hold nothing), and nothing without --out DIR. A park that is
  there already is compared, field by field; --update writes what changed, and leaves the rest alone.""",
    "help_import_inventory_again": "a second time: what has changed",
    "help_import_inventory_files": "one or more lists; a space that two name is taken once",
    "help_import_inventory_out": "folder of the park, made if it is not there; without it nothing is written",
    "help_import_inventory_name": "what people call the park (default: the folder's name)",
    "help_import_inventory_id": "its name for the program (default: the folder's name)",
    "help_import_inventory_tier":
        "line of defence of rows that name none, such as 三级 or boundary (default: by their kind)",
    "help_import_inventory_update": "write what the lists change in a park that is there",
    "help_import_inventory_json": "print every row as JSON",
    "inventory_nothing_written": "Nothing was written; --out DIR makes a park of it",
    "inventory_told": "{telling}: {what}",
    "inventory_field": "{field}: {was} -> {now}",
    "inventory_field_kept": "{field}: {was} has a basis of its own and stays; the list says {now}",
    "inventory_park_file":
        "Made by `import inventory` from {files}.\nThe lists say what there is; they do not say where it overflows "
        "to, which pumps and valves there are, how\nlong anything takes. What is assumed instead stands in the column "
        "`assumed` of storages.csv.",
    "inventory_summary":
        "Rows read from {sheets}: {rows}. Storages {storages}, sites {sites}, totals {totals}, remarks {remarks}, not "
        "taken twice {twice}",
    "inventory_sheets": "{count} sheets",
    "inventory_sheet": "one sheet",
    "inventory_counted":
        "{counted} count as emergency space; {not_counted} do not (a treatment plant's own, GB/T 50483-2019)",
    "inventory_counted_all": "{counted} count as emergency space",
    "inventory_tier": "  {tier} ({id}): storages {storages}, {counted}; sites {sites}",
    "inventory_to_check": "Guessed {guessed}, open {open}; each is told below at its row",
    "inventory_overflow":
        "No list says where a space overflows to: all of them overflow onto the ground until somebody says where "
        "(overflows_to in storages.csv; take the word out of `assumed` there)",
    "inventory_tiers_made": "The tiers are the usual ones: {tiers}; edit their names and promises in park.yaml",
    "inventory_heading": "{file}: row {line} names the columns",
    "inventory_title": "; above it: '{title}'",
    "inventory_unread": "; columns that are not read: {columns}",
    "inventory_left": "{sheet}: not read; no row in it names the columns of an inventory",
    "inventory_row_storage": "row {row}  {name} -> {id}: {kind}, {tier}, {volume}",
    "inventory_row_site": "row {row}  {name} -> {id}: site, {kind}, {tier}",
    "inventory_row_total": "row {row}  {name}: a total, no space",
    "inventory_row_remark": "row {row}  {name}: no space",
    "inventory_row_twice": "row {row}  {name}: not taken again",
    "inventory_telling_read": "read",
    "inventory_telling_guessed": "guessed",
    "inventory_telling_open": "open",
    "inventory_what_owner": "owner",
    "inventory_what_kind": "kind",
    "inventory_what_tier": "tier",
    "inventory_what_function": "function",
    "inventory_what_capacity_m3": "volume",
    "inventory_what_degrees": "place",
    "inventory_read_merged": "{what} '{text}' by the merged cell",
    "inventory_read_several": "'{text}' is {m3} in {count}",
    "inventory_read_total_agrees": "says {written_m3}, the rows add up to {sum_m3}: agrees",
    "inventory_read_not_counted": "does not count as emergency space: it is a treatment plant's own (GB/T 50483-2019)",
    "inventory_read_twice": "the same name and owner as {place}, and nothing differs",
    "inventory_read_section": "heads a section: the tier of the rows below",
    "inventory_guessed_above": "{what} left blank; that of the row above is taken: '{text}'",
    "inventory_guessed_kind_of_name": "type left blank; by its name: {kind}",
    "inventory_guessed_kind": "type '{text}' is taken as {kind}, a word in it",
    "inventory_guessed_holder":
        "what is of type {text} holds nothing by itself; as a volume is listed, it is taken as the water held there: "
        "{kind}",
    "inventory_read_heads": "the heads once more",
    "inventory_guessed_no_place": "'{text}' degrees are taken for no place at all",
    "inventory_guessed_other": "type '{text}' does not say what it is; as a volume is listed, it is taken as a {kind}",
    "inventory_guessed_about": "'{text}' is read as {m3}, basis assumed",
    "inventory_guessed_unit": "'{text}' has no unit and its column neither; read as {m3}",
    "inventory_guessed_thousands": "the comma or blank in '{text}' is read as one between thousands: {m3}",
    "inventory_guessed_tier": "no tier in the list; by its kind, {kind}: {tier}",
    "inventory_guessed_tier_given": "no tier in the list; as --tier says: {tier}",
    "inventory_open_kind": "no type in the list: what is it?",
    "inventory_open_near_kind":
        "type '{text}' is unknown and kept as a word of the list's own, which no rule sees; did you mean {near}?",
    "inventory_open_own_kind": "type '{text}' is unknown and kept as a word of the list's own, which no rule sees",
    "inventory_open_volume":
        "no volume in the list, so it is kept as a site that holds nothing: how much does it hold?",
    "inventory_open_standing":
        "the volume stands under '{head}': is it what fits in (so it is read), or what stands there already?",
    "inventory_open_first_flush":
        "a first-flush pool is in use when it rains; it counts in full as listed: what stands in it (initial)?",
    "inventory_open_in_use":
        "the note speaks of daily use: '{note}'; it counts in full as listed: what stands in it (initial)?",
    "inventory_open_not_there":
        "the list says '{note}'; it counts in full as listed: leave it out of the list unless it is in service",
    "inventory_open_count": "there are {count} of it: is {m3} what all of them hold (so it is read), or each?",
    "inventory_open_total": "says {written_m3}, the rows add up to {sum_m3}: {off_m3} between them",
    "inventory_open_no_total": "no volume in it to hold against the rows",
    "inventory_open_twice": "the same name and owner as {place}, but they differ in {keys}; the first one holds",
    "inventory_open_same_name": "has the same name and owner as {place}; both are kept: is it the same one?",
    "inventory_open_remark": "a line with one text alone is taken for a remark",
    "inventory_no_changes": "{folder}: the lists say nothing new",
    "inventory_changes": "{folder}: {added} added, {gone} gone, {changed} changed",
    "inventory_not_written":
        "Nothing was written; --update writes these changes, and leaves alone what the lists do not say",
    "inventory_change_added": "+ {id} ({name})",
    "inventory_change_gone": "- {id} ({name})",
    "inventory_change_changed": "~ {id} ({name})",
    "inventory_change_moved": "~ {id} ({name})",
    "inventory_change_kept": "= {id} ({name})",
    "inventory_nothing_was": "(nothing)",
}
