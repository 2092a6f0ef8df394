"""The compiled water kernel: volumes in storages, flows in links, event by event."""
