"""What commands say while they work."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "command_compiling": "Compiling the water kernel: about 20 s, once on this machine.",
    "command_holds_park": "park {park}: {counts}",
    "command_holds_scenario": "scenario {scenario} in park {park}: {counts}, {horizon}{picks}",
    "command_more": "{names} and {count} more",
    "command_picks": "; --pick {picks}",
    "command_count_tiers": "{count} tiers",
    "command_count_storages": "{count} storages",
    "command_count_links": "{count} links",
    "command_count_catchments": "{count} catchments",
    "command_count_plants": "{count} plants",
    "command_count_sensors": "{count} sensors",
    "command_count_crews": "{count} crews",
    "command_count_sheets": "{count} sheets",
    "command_count_sites": "{count} sites",
    "command_count_inflows": "{count} inflows",
    "command_count_actions": "{count} actions",
    "command_count_rules": "{count} rules",
    "command_routing": "routing: {routing}",
    "command_not_carried": "Not carried into SWMM:",
    "command_without_place": "Without a place, so not on the map:",
    "command_without_place_of": "{sort}: {ids}",
    "command_sort_storage": "storages",
    "command_sort_link": "links",
    "command_sort_receiver": "receivers",
    "command_sort_plant": "plants",
    "command_sort_catchment": "catchments",
    "command_sort_sensor": "sensors",
    "command_sort_crew": "crews",
    "upgrade_off": "A link with start_at that is stopped starts at its level now; what only people start is off:",
    "upgrade_automatic":
        "A link with start_at that is running runs from the start now; what waits for its level is automatic:",
    "upgrade_share":
        "A link with start_at at a share runs from the start now, and used to wait for its level; if it shall wait, "
        "write automatic and a smaller capacity:",
    "upgrade_lip":
        "How far a gate with a rating is open was a share of the flow, and is now where its lip stands, as a share of "
        "its height:",
    "upgrade_leak":
        "What leaks through a gate with a rating was a share of the flow, and is now a gap of so much of its height:",
    "upgrade_by_hand": "{path}: for people to write, and then format: 1 at its top",
    "upgrade_nothing": "{path}: nothing to do",
    "upgrade_would": "{path} would be written anew",
    "upgrade_kept": "{path} is written anew; {path}.bak is what it was",
    "command_sort_equipment": "equipment",
}
