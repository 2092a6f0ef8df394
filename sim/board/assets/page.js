"use strict";
/* What every page of the board shares: asking the interface, the token, words in the reader's language, light and dark. */
import { $, made, root } from "./dom.js";

/* This page's name for the interface, which lets the newest of its numbered requests win. */
export const PAGE = [...crypto.getRandomValues(new Uint32Array(2))].map((each) => each.toString(36)).join("");
let bearer = null;                        // of whoever has a key of another sort than the board's cookie
export const carry = (key) => { bearer = key; };
export let words = {};                    // in every language, by their keys
let languages = {}, views = {}, language = "en";
const speakers = [];

/* A text that came in every language, and one of the pages' own with its places filled. */
export const say = (said) => (said ? said[language] : "");
export const w = (key, values = {}) => (words[key] ? words[key][language] : key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
/* One of the pages' own in every language, as the interface sends its texts. */
export const word = (key) => words[key];
export const spoken_in = () => language;
/* Called whenever the language changes, to say everything anew. */
export const on_speak = (speaker) => speakers.push(speaker);

export const known = () => (bearer ? { Authorization: `Bearer ${bearer}` } : {});
export async function ask(path, options = {}) {
  const headers = { ...(options.body ? { "Content-Type": "application/json" } : {}), ...known(), ...options.headers };
  const response = await fetch(path, { ...options, headers });
  if (response.headers.get("Content-Type") === "application/octet-stream") return { status: response.status, bytes: await response.arrayBuffer() };
  const told = [204, 304].includes(response.status) ? {} : await response.json();
  return { status: response.status, tag: response.headers.get("ETag"), told };
}
export const post = (path, document, headers = {}, signal = null) => ask(path, { method: "POST", body: JSON.stringify(document), headers, signal });
/* A file as it is. */
export const send = (path, file) => ask(path, { method: "POST", body: file, headers: { "Content-Type": "application/octet-stream" } });

export function speak() {
  root.dataset.language = language;
  root.lang = languages[language].tag;
  document.querySelectorAll("[data-say]").forEach((each) => { each.textContent = w(each.dataset.say); });
  document.querySelectorAll("[data-label-say]").forEach((each) => { each.ariaLabel = w(each.dataset.labelSay); });
  const next = Object.keys(languages).find((code) => code !== language);
  $("language").textContent = languages[next].name;
  $("language").lang = languages[next].tag;
  const pages = Object.entries(views);
  $("views").hidden = pages.length < 2;
  $("views").ariaLabel = w("board_views");
  $("views").replaceChildren(...pages.map(([path, name]) => {
    const link = made("a", "", w(`board_kicker_${name}`));
    link.href = path;
    if (path === location.pathname) link.ariaCurrent = "page";
    return link;
  }));
  speakers.forEach((each) => each());
}
function switches() {
  $("language").addEventListener("click", () => { language = Object.keys(languages).find((code) => code !== language); speak(); });
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  $("theme").addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; });
}
function tell(problems) {                 // before there are words: in every language at once
  $("problem").hidden = false;
  $("problem").textContent = problems.map((each) => Object.values(each).join("\n")).join("\n");
}

/* The token becomes a cookie and leaves the address; the words come; whether the page may go on. */
export async function begin() {
  const key = new URLSearchParams(location.hash.slice(1)).get("k");
  if (key) {
    await ask("/api/v1/session", { method: "POST", body: "{}", headers: { Authorization: `Bearer ${key}` } });
    history.replaceState(null, "", location.pathname);
  }
  const { status, told } = await ask("/api/v1/words");
  if (status !== 200) { tell(told.problems); return false; }
  ({ words, languages, views } = told);
  language = told.first;
  switches();
  speak();
  return true;
}
