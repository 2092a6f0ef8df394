"use strict";
/* How the storages fill that accident water reached, beside what is allowed, and a line at the time of the map. Each is
   made once and then moved. */
import { filled } from "./beside.js";
import { $, drawn, figure, made, plain } from "./dom.js";
import { say, w } from "./page.js";

const W = 320, H = 120, LEFT = 4, BELOW = 16, HOURS = 4;
const kept = new Map();

class Filling {
  constructor() {
    this.box = made("figure", "filling");
    this.name = made("b"); this.told = made("span"); this.was = made("span", "was"); this.now = made("span");
    const caption = made("figcaption");
    caption.append(this.name, this.told, this.was, this.now);
    this.svg = drawn("svg", { viewBox: `0 0 ${W} ${H}`, "aria-hidden": "true" });
    const line = (cls) => drawn("line", { class: cls, x1: LEFT, x2: W - LEFT, y1: H - BELOW, y2: H - BELOW });
    [this.water, this.a, this.cursor] = ["water", "a", "cursor"].map((cls) => drawn("path", { class: cls }));
    this.room = line("room");
    this.hours = Array.from({ length: HOURS + 1 }, (_, k) => drawn("text", { x: LEFT + k / HOURS * (W - 2 * LEFT), y: H - 3, "text-anchor": k === 0 ? "start" : k === HOURS ? "end" : "middle" }));
    this.svg.append(this.water, line("axis"), this.room, this.a, this.cursor, ...this.hours);
    this.svg.addEventListener("click", (e) => {
      const { left, width } = this.svg.getBoundingClientRect();
      const share = ((e.clientX - left) / width * W - LEFT) / (W - 2 * LEFT);
      document.dispatchEvent(new CustomEvent("report:goto", { detail: Math.min(Math.max(share, 0), 1) * this.until }));
    });
    this.box.append(caption, this.svg);
  }
  x(t) { return LEFT + t / this.until * (W - 2 * LEFT); }
  put(each, at_s) {
    const a = filled(each.id), last = at_s[at_s.length - 1];
    const most = Math.max(each.usable_m3, each.peak_m3, a ? a.peak_m3 : 0, 1) * 1.06;
    this.until = Math.max(last, a ? a.at_s[a.at_s.length - 1] : 0);
    this.each = each;
    const y = (v) => (H - BELOW) * (1 - v / most);
    const course = (times, volumes) => times.map((t, k) => `${this.x(t).toFixed(1)} ${y(volumes[k]).toFixed(1)}`).join("L");
    this.box.classList.toggle("over", each.peak_m3 > each.usable_m3 * (1 + 1e-9));
    this.name.textContent = say(each.name);
    this.told.textContent = `${say(each.tier)} · ${w("board_peak", { peak: `${figure(each.peak_m3)} m³` })} · ${w("board_usable")} ${figure(each.usable_m3)} m³`;
    this.was.textContent = a ? w("board_a_was", { said: w("board_peak", { peak: `${figure(a.peak_m3)} m³` }) }) : "";
    this.water.setAttribute("d", `M${LEFT} ${H - BELOW}L${course(at_s, each.volume_m3)}L${this.x(last).toFixed(1)} ${H - BELOW}Z`);
    this.a.setAttribute("d", a ? `M${course(a.at_s, a.volume_m3)}` : "");
    for (const end of ["y1", "y2"]) this.room.setAttribute(end, y(each.usable_m3));
    this.hours.forEach((text, k) => { text.textContent = plain(Number((this.until * k / HOURS / 3600).toFixed(1))) + (k === HOURS ? ` ${w("board_hours")}` : ""); });
  }
  point(t) {
    const there = Replay.data.storages[this.each.id], inside = t <= this.until * (1 + 1e-9);
    this.cursor.setAttribute("d", inside ? `M${this.x(t).toFixed(1)} 0V${H - BELOW}` : "");
    this.now.textContent = there ? w("board_at_time", { when: Replay.when(t), volume: `${figure(Replay.volumesAt(there, t).reduce((a, b) => a + b))} m³` }) : "";
  }
}

export function fillings({ storages, at_s, beside }) {
  const boxes = storages.map((each) => {
    if (!kept.has(each.id)) kept.set(each.id, new Filling());
    const filling = kept.get(each.id);
    filling.put(each, at_s);
    return filling.box;
  });
  const shown = boxes.length ? boxes : [made("p", "note", w("board_no_water"))], there = $("fillings").children;
  if (there.length !== shown.length || shown.some((box, k) => box !== there[k])) $("fillings").replaceChildren(...shown);
  for (const [id, { box }] of kept) if (!box.isConnected) kept.delete(id);
  $("beside").textContent = beside ? w("board_beside", { count: beside }) : "";
}
document.addEventListener("report:time", (e) => kept.forEach((each) => each.point(e.detail)));
