"""Words of studies that a cluster plays."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "help_cluster_dask": "instead, on the Dask cluster of a scheduler such as tcp://10.0.0.5:8786",
}
