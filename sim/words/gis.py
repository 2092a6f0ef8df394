"""Words of map layers and drawings, and of the command that reads them."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "gis_read": "{path}: {count} shapes ({layers})",
    "gis_local": "places are held by x and y from the park's own zero",
    "gis_as_it_says": "As the file says: {how}",
    "gis_as_asked": "As --datum says: {how}",
    "gis_nothing": "Nothing would change.",
    "gis_would": "Would change {count} values (nothing is written without --update):",
    "gis_changed": "Changed {count} values:",
    "gis_moved": ": moves by {metres} m",
    "gis_same": "As the file has it, {count}: {names}",
    "gis_strange": "Nothing in the park is called so, {count}: {names}",
    "gis_unplaced": "Without a place, and none in the file, {count}: {names}",
    "gis_by_hand": "To write by hand (workbooks, rows over several lines, what several share): {names}",
    "help_gis": """\
Compare a map layer or a drawing with a park, and say what it would change there: places, lengths of pipes and river
sections, areas of pools, bunds and ground. What a shape shows is told by its id, label or name; in a drawing by the
words in it or within 20 m. What matches nothing is named. A line drawn back to its start is an area; curves are
followed, not cut short.
""",
    "help_gis_file": "the layer or drawing: .geojson, .gpkg, .shp, .dxf",
    "help_gis_park": "the park that it shows: its file or folder",
    "help_gis_datum":
        "how its places are held: wgs84, cgcs2000, gcj02, bd09, a grid such as cgcs2000-gk-108, or local for x and y "
        "of the park's own (default: as the file says)",
    "help_gis_layer": "read this layer only",
    "help_gis_unit": "what a drawing counts, where it does not say so or says it wrongly",
    "help_gis_update": "write the changes into the park's files; what they were stays beside them as FILE.bak",
    "help_gis_basis": "how the written values are known: measured, published, designed, assumed (default: assumed)",
    "help_gis_out": "write the changes as changes.csv into this folder, too, made if it is not there",
    "help_gis_json": "print the changes as JSON",
    "help_gis_more": """\
what is written:
  Nothing without --update. With it each value goes where the park has it, with its basis and the file as its source;
  the park is read again, and where it would not load every file is put back. No capacity follows an area.""",
}
