"""Words of incidents: what each of several accidents does, of which an ensemble draws one a run."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "ens_title_per-year": "How often a year more than a volume escapes from each tier",
    "per_year_means":
        "The share of the runs in which more than a volume escapes, times how often one of the incidents happens: "
        "{frequency}, as it is written. Band: 95 % at each volume by itself, of the draws alone (Clopper and Pearson).",
    "per_year_never": "{tiers}: breached in none of {runs} runs, at most {most}",
    "per_year_axis": "More escapes",
    "per_year_unit": "times a year",
    "ensemble_incident": "{numbers}, and which of {count} incidents it is",
    "incidents_head": "What each incident does; each run is of one of {count}, drawn by their weights:",
    "incidents_head_yearly":
        "What each incident does; each run is of one of {count}, drawn by how often they happen, {frequency} together:",
    "incidents_tier": "  {tier}: breached in {count} of {of} runs",
    "incidents_tier_yearly": "  {tier}: breached {value} ({low} to {high}), once in {years} years",
    "incidents_tier_none": "  {tier}: breached in none of {of} runs, at most {high}",
    "incidents_part":
        "    {incident}: {share} % of these ({interval}); breached in {count} of its {of} runs ({chance})",
    "incidents_part_none": "    {incident}: none of these; breached in none of its {of} runs ({chance})",
    "incidents_part_never": "    {incident}: never drawn, so nothing is known of it; play it alone with --pick {id}",
    "incidents_others": "    and {count} more; see incidents.csv",
    "incidents_a_year": "{value} a year",
    "incidents_given": "The frequencies are taken as written; intervals are those of the draws.",
    "number_incident_": "incident",
    "ens_incident_places": "incident, by its place in the file",
}
