"""A three-tier emergency containment simulator."""
