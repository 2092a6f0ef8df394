"""Pure formulas: no state, no clock."""
