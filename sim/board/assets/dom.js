"use strict";
/* Small pieces every page is made of: elements, and numbers as people read them. */
export const SVG = "http://www.w3.org/2000/svg";
export const $ = (id) => document.getElementById(id);
export const root = document.documentElement;
export const made = (tag, cls, text) => { const e = document.createElement(tag); if (cls) e.className = cls; if (text !== undefined) e.textContent = text; return e; };
export const drawn = (tag, attributes) => { const e = document.createElementNS(SVG, tag); for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value); return e; };
export const figure = (value) => (Math.abs(value) >= 99.95 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(3))));
export const plain = (value) => String(Number(value.toPrecision(12)));
export const number_of = (text) => Number.parseFloat(text.replaceAll(",", ""));
export const options = (select, values, chosen) => {
  select.replaceChildren(...values.map(([value, name]) => { const e = made("option", "", name); e.value = value; e.selected = value === chosen; return e; }));
};
