"use strict";
/* Text with numbered lines; what is wrong stands behind the line, and what is marked is seen by sight only: a list below
   says it to everybody. The text field is the browser's own, so that undo, search and input methods work as ever. */
import { $, made } from "./dom.js";
import { say } from "./page.js";

const MOST_MARKS = 200;
const field = () => $("text");
let problems = [];

const line_px = () => Number.parseFloat(getComputedStyle(field()).lineHeight);
function width_of() {                     // of a text in the field's own letters, Chinese ones among them
  const style = getComputedStyle(field()), pen = document.createElement("canvas").getContext("2d");
  pen.font = `${style.fontSize} ${style.fontFamily}`;
  return (text) => pen.measureText(text).width;
}
export function numbers() {
  const lines = field().value.split("\n").length;
  if (Number($("numbers").dataset.lines) === lines) return;
  $("numbers").dataset.lines = lines;
  $("numbers").textContent = Array.from({ length: lines }, (_, k) => k + 1).join("\n");
}
export function mark(found) { problems = found; draw(); }
function draw() {
  const lines = field().value.split("\n"), height = line_px(), width = width_of(), rows = new Map();
  for (const each of problems.slice(0, MOST_MARKS)) if (each.line > 0 && each.line <= lines.length) rows.set(each.line, [...(rows.get(each.line) || []), say(each.said)]);
  $("marks").replaceChildren(...[...rows].map(([line, said]) => {
    const row = made("div", "mark"), told = made("span", "", said.join(" · "));
    row.style.top = `${(line - 1) * height}px`;
    row.style.height = `${height}px`;
    told.style.left = `${width(lines[line - 1].replaceAll("\t", "        ")) + 24}px`;
    row.append(told);
    return row;
  }));
  scrolled();
}
function scrolled() {
  const { scrollTop, scrollLeft } = field();
  $("numbers").style.transform = `translateY(${-scrollTop}px)`;
  $("marks").style.transform = `translate(${-scrollLeft}px, ${-scrollTop}px)`;
}
export function listen_editor(typed) {
  field().addEventListener("input", () => { numbers(); draw(); typed(); });
  field().addEventListener("scroll", scrolled, { passive: true });
  addEventListener("resize", draw);
}
const begin_of = (line) => field().value.split("\n").slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
/* Where a column counted in letters stands, some of which are two of the browser's. */
const behind = (line, column) => [...(field().value.split("\n")[line - 1] || "")].slice(0, column - 1).join("").length;
export function go_to({ line, column }) {
  const at = begin_of(line) + behind(line, column);
  field().focus();
  field().setSelectionRange(at, at);
  field().scrollTop = Math.max(0, (line - 4) * line_px());
}
/* Put a text in the place of another, if that still stands there; whether it did. */
export function put({ line, column }, { from, to }) {
  const at = begin_of(line) + behind(line, column);
  if (!field().value.startsWith(from, at)) return false;
  field().focus();
  field().setSelectionRange(at, at + from.length);
  if (!document.execCommand("insertText", false, to)) {   // which a browser can undo; not all have it
    field().setRangeText(to, at, at + from.length, "end");
    field().dispatchEvent(new Event("input"));
  }
  return true;
}
