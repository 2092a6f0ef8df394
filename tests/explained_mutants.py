"""Small faults that no test can see, or need see, and why: `file function: what stands there -> what would`."""

EXPLAINED: dict[str, str] = {
    "sim/check/fill_time.py _fill_time: float(record.storages.initial[place].sum()) < FILM_M3 -> "
    "float(record.storages.initial[place].sum()) <= FILM_M3": (
        "it differs for exactly a millilitre at the start, which is nothing either way"
    ),
    "sim/check/margin.py margins: True -> False": "a record has as many ids as rows; zip need not look",
    "sim/water/demand.py demand: total > inflow -> total >= inflow": (
        "where exactly as much comes as is asked for, serving in order gives each what it asks for"
    ),
    "sim/check/fill_time.py _race: at < end -> at <= end": "the end stands among the times anyway, and each once",
    "sim/check/margin.py _raised: True -> False": "every state has its link and its time; zip need not look",
    "sim/check/uncounted.py _came_m3: links.accident_m3 > 0 -> links.accident_m3 >= 0": (
        "links that no accident water passed add nothing"
    ),
    "sim/water/demand.py note_level_links: above_tail(state, number, now) <= LEVEL_M -> "
    "above_tail(state, number, now) < LEVEL_M": (
        "a tenth of a micrometre to the last bit is level now or with the next event"
    ),
    "sim/water/kernel.py has_room: clock.traced == 0 or clock.link_rows + need <= len(state.link_rows) -> "
    "clock.link_rows + need <= len(state.link_rows)": "without a trace rows are made once, and stay empty",
    "sim/water/mixture.py hand_out: link.asked == 0.0 and link.rate == 0.0 or not takes_part(state, number, group) -> "
    "not takes_part(state, number, group)": "a link at rest that asks for nothing is handed nothing: no change",
    "sim/water/settle.py settle: store.volume > store.top -> store.volume >= store.top": (
        "set on the top where it stands there already, it sets nothing aside"
    ),
    "sim/water/watch.py until_share: ahead * closing > 0.0 -> ahead * closing >= 0.0": (
        "a share that stands still is never reached, and one that is reached now is looked at now"
    ),
    "sim/check/met.py _peak: at_s > from_s -> at_s >= from_s": (
        "the same volume at the same time stands there twice, and the first of two equal ones is taken"
    ),
    "sim/check/uncounted.py spill: volume_m3 > 0 -> volume_m3 >= 0": "nothing runs down, and adds nothing",
    "sim/water/demand.py note_level_links: 1 -> 2": "above the top there is no band, so one or two above are the same",
    "sim/water/demand.py under_way: link.used == 1 and link.lag > 0.0 -> link.lag > 0.0": (
        "a link at rest has let nothing in, so that nothing is added"
    ),
    "sim/water/demand.py under_way: link.used == 1 and link.lag > 0.0 -> link.used == 1": (
        "without travel time what has entered has arrived, so that nothing is added"
    ),
    "sim/water/demand.py until_committed: False -> True": (
        "where nothing travels, the volume reaches the crest at that very time, and comes first"
    ),
    "sim/water/due.py until_drifted: after > 0.0 -> after >= 0.0": (
        "a share exactly at its bound, to the last bit, is looked at now or with the next event"
    ),
    "sim/water/due.py until_event: store.mixed == UNMIXED or best < INSTANT_S or store.visits > PATIENCE -> "
    "best < INSTANT_S or store.visits > PATIENCE": (
        "a mixture that is not one is fixed anew at every visit: it would only be looked at more often"
    ),
    "sim/water/mixture.py hand_out: reached < total -> reached <= total": (
        "the last link gets the whole share, which is whole quanta already"
    ),
}
