"use strict";
/* What decides, and by when what must be done: of an earlier place of the sliders it is pale. */
import { $, made } from "./dom.js";
import { say, w } from "./page.js";

const MOST = 6;
let due = null;

export function put_due(found) { due = found; dues(); }
export function dues() {
  $("deadlines").classList.toggle("old", due === null);
  $("deciding").textContent = due ? say(due.deciding) : w("board_deadlines_wait");
  const lines = new Map();              // of what keeps several tiers by the same time one line
  for (const each of due ? due.deadlines : []) {
    const key = JSON.stringify([each.action, each.window]);
    lines.set(key, [...(lines.get(key) || []), each]);
  }
  const seen = [...lines.values()].slice(0, MOST);
  $("due-head").hidden = !seen.length;
  $("due").replaceChildren(...seen.map((same) => {
    const line = made("li", "", `${say(same[0].name)} `);
    const tiers = same.map((each) => say(each.tier_name)).join(w("comma"));
    line.append(made("span", "", w("board_keeps", { window: say(same[0].window), tiers })));
    return line;
  }));
}
