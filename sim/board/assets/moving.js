"use strict";
/* What comes while a slider moves: words as JSON, and behind them volumes and rates at each time of a grid as float32. */
import { plan } from "./map.js";
import { ask } from "./page.js";

const LENGTH_BYTES = 4;
let none = new Float32Array(0);

export async function ask_moving(document, headers) {
  const { status, told, bytes } = await ask("/api/v1/moving", { method: "POST", body: JSON.stringify(document), headers });
  return { status, told: bytes ? unpacked(bytes) : told };
}
function unpacked(bytes) {
  const length = new DataView(bytes).getUint32(0, true);
  const told = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, LENGTH_BYTES, length)));
  const rows = new Float32Array(bytes, LENGTH_BYTES + length), count = told.points;
  if (none.length !== count) none = new Float32Array(count);
  let at = 0;
  const parts = (own) => plan.origins.map((_, k) => (own.includes(k) ? rows.subarray(at, at += count) : none));
  const t = Array.from({ length: count }, (_, k) => told.until * k / (count - 1));
  for (const [id, own] of Object.entries(told.storages)) told.storages[id] = { t, v: parts(own), ...plan.storages[id] };
  for (const [id, own] of Object.entries(told.links)) told.links[id] = { t, q: parts(own), ...plan.links[id] };
  const tier_of = (id) => plan.tiers.find((each) => each.id === id).name;
  const storages = told.fillings.map((each) => {
    const { name, tier, v } = told.storages[each.id];
    return { ...each, name, tier: tier_of(tier), volume_m3: Array.from(t, (_, row) => v.reduce((sum, part) => sum + part[row], 0)) };
  });
  return { ...told, grid: { at_s: t, storages, beside: told.beside } };
}
