"""Words of studies that a cluster plays."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "help_cluster_dask": "have the workers of a Dask cluster play, whose scheduler is there, such as tcp://10.0.0.5:8786",
}
