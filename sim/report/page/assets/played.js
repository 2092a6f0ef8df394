"use strict";
/* The run of this page, which stands in it, on its map. */
{
  const { replay, words } = JSON.parse(document.getElementById("report-data").textContent);
  Replay.begin(words);
  Replay.look_at_map();
  Replay.load(replay, replay.at);
  Replay.worstPlace();
}
