"""Words of the command map: the sheet that hangs in a command post."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "cmap_title": "Emergency command map: {scenario}",
    "cmap_below": "{park}. Verdict of the run: {verdicts}",
    "cmap_verdict": "{tier}: {verdict}",
    "cmap_verdict_joint": "; ",
    "cmap_sources": "Risk sources and water of this accident",
    "cmap_tier": "{tier}: {promise}",
    "cmap_usable": "usable {volume}",
    "cmap_orders": "Order of operations",
    "cmap_orders_on": "Order of operations, continued",
    "cmap_more": "{{count}} more; the run's tables have them all",
    "cmap_more_orders": "{{count}} more; jobs.csv has them all",
    "cmap_into": "{what} into {places}",
    "cmap_fire": "fire water",
    "cmap_process": "process water",
    "cmap_rain": "rain",
    "cmap_river": "river water",
    "cmap_places": "{count} storages",
    "cmap_hazards": "Major hazard sources of the park, at {works} works",
    "cmap_hazard_count": "{count}",
    "cmap_no_hazards": "The park file does not say which works have major hazard sources.",
    "cmap_others": "{kind}: {count} more",
    "cmap_all": "{kind}: {count}",
    "cmap_uncounted": "{name} (not emergency space)",
    "cmap_mains": "{name}, {length}",
    "cmap_valves": "valves and gates: {count}",
    "cmap_pumps": "pumps: {count}",
    "cmap_order": "{number}  {start}  {job}{crew}{end}",
    "cmap_crew": " ({crew})",
    "cmap_done": "; done {when}",
    "cmap_failed": "; not done in the run",
    "cmap_latest": "by {when}",
    "cmap_no_orders": "Not known who does what: the scenario gives no orders.",
    "cmap_means":
        "Numbers in circles: the order of operations, where it is carried out. R: a risk source. Volumes are what a "
        "facility holds below its crest. Links are drawn as they stand before the accident.",
    "cmap_contacts": "Duty telephones (to be filled in)",
    "cmap_way": "way of a crew",
}  # fmt: skip
