"""The exercise as documents: a module a format, each with `write(master, folder, language) -> list[Path]`."""

PAPERS: dict[str, str] = {
    "script": "sim.drill.paper.script",
    "plan": "sim.drill.paper.plan",
    "html": "sim.drill.paper.page",
    "md": "sim.drill.paper.markdown",
    "ics": "sim.drill.paper.calendar",
}
"""What can be written, and the module that does; imported when asked for."""
