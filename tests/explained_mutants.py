"""Small faults that no test can see, or need see, and why: `file function: what stands there -> what would`."""

EXPLAINED: dict[str, str] = {}
