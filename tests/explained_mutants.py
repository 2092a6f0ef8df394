"""Small faults that no test can see, or need see, and why: `file function: what stands there -> what would`."""

FILM = "it differs for exactly a millilitre, which is nothing either way"
ROUNDING = "it differs for exactly the limit, which is far above rounding and far below what anybody measures"

EXPLAINED: dict[str, str] = {
    "sim/check/fill_time.py _fill_time: float(record.storages.initial[place].sum()) < FILM_M3 -> "
    "float(record.storages.initial[place].sum()) <= FILM_M3": FILM,
    "sim/check/fill_time.py _first_s: volumes >= level_m3 - FILM_M3 -> volumes > level_m3 - FILM_M3": FILM,
    "sim/check/fill_time.py _race: come[-1] < FILM_M3 -> come[-1] <= FILM_M3": FILM,
    "sim/check/fill_time.py _race: stood.max() < FILM_M3 -> stood.max() <= FILM_M3": FILM,
    "sim/check/fill_time.py _fill_time: shut_at >= end or not own.any() -> shut_at >= end": (
        "what has no rows in the trace has no inflow either, and no race for that"
    ),
    "sim/check/margin.py margins: True -> False": "a record has as many ids as rows; zip need not look",
    "sim/engine/seen.py _check_ledger: np.abs(ledger.error_m3) <= np.maximum(RELATIVE * scale, ABSOLUTE_M3) -> "
    "np.abs(ledger.error_m3) < np.maximum(RELATIVE * scale, ABSOLUTE_M3)": ROUNDING,
    "sim/engine/seen.py _check_volumes: np.abs(parts - rows['volume']) <= slack + 1e-09 -> "
    "np.abs(parts - rows['volume']) < slack + 1e-09": ROUNDING,
    "sim/water/demand.py demand: total > inflow -> total >= inflow": (
        "where exactly as much comes as is asked for, serving in order gives each what it asks for"
    ),
    "sim/water/demand.py under_way: link.used == 1 and link.lag > 0.0 -> link.used == 1": (
        "without travel time what has entered has arrived, so that nothing is added"
    ),
    "sim/water/demand.py until_committed: False -> True": (
        "where nothing travels, the volume reaches the crest at that very time, and comes first"
    ),
    "sim/water/mixture.py hand_out: reached < total -> reached <= total": (
        "the last link gets the whole share, which is whole quanta already"
    ),
}
