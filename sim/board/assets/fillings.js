"use strict";
/* How the storages fill that accident water reached, beside what is allowed. */
import { filled } from "./beside.js";
import { $, drawn, figure, made, plain } from "./dom.js";
import { say, w } from "./page.js";

const W = 320, H = 120, LEFT = 4, BELOW = 16;
function filling(each, at_s) {
  const box = made("figure", `filling${each.peak_m3 > each.usable_m3 * (1 + 1e-9) ? " over" : ""}`), caption = made("figcaption");
  caption.append(made("b", "", say(each.name)), made("span", "", `${say(each.tier)} · ${w("board_peak", { peak: `${figure(each.peak_m3)} m³` })} · ${w("board_usable")} ${figure(each.usable_m3)} m³`));
  const a = filled(each.id), last = at_s[at_s.length - 1];
  if (a) caption.append(made("span", "was", w("board_a_was", { said: w("board_peak", { peak: `${figure(a.peak_m3)} m³` }) })));
  const most = Math.max(each.usable_m3, each.peak_m3, a ? a.peak_m3 : 0, 1) * 1.06, until = Math.max(last, a ? a.at_s[a.at_s.length - 1] : 0);
  const x = (t) => LEFT + t / until * (W - 2 * LEFT), y = (v) => (H - BELOW) * (1 - v / most);
  const course = (times, volumes) => times.map((t, k) => `${x(t).toFixed(1)} ${y(volumes[k]).toFixed(1)}`).join("L");
  const svg = drawn("svg", { viewBox: `0 0 ${W} ${H}`, "aria-hidden": "true" });
  svg.append(drawn("path", { class: "water", d: `M${LEFT} ${H - BELOW}L${course(at_s, each.volume_m3)}L${x(last).toFixed(1)} ${H - BELOW}Z` }),
    drawn("line", { class: "axis", x1: LEFT, x2: W - LEFT, y1: H - BELOW, y2: H - BELOW }),
    drawn("line", { class: "room", x1: LEFT, x2: W - LEFT, y1: y(each.usable_m3), y2: y(each.usable_m3) }));
  if (a) svg.append(drawn("path", { class: "a", d: `M${course(a.at_s, a.volume_m3)}` }));
  for (let k = 0; k <= 4; k += 1) {
    const t = until * k / 4, text = drawn("text", { x: x(t), y: H - 3, "text-anchor": k === 0 ? "start" : k === 4 ? "end" : "middle" });
    text.textContent = plain(Number((t / 3600).toFixed(1))) + (k === 4 ? ` ${w("board_hours")}` : "");
    svg.append(text);
  }
  box.append(caption, svg);
  return box;
}

export function fillings(grid) {
  const { storages, at_s, beside } = grid;
  $("fillings").replaceChildren(...(storages.length ? storages.map((each) => filling(each, at_s)) : [made("p", "note", w("board_no_water"))]));
  $("beside").textContent = beside ? w("board_beside", { count: beside }) : "";
}
