"""What was seen in a run: entries, storages, links, tiers, trace, ledger; saved whole."""
