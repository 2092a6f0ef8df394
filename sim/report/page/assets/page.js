"use strict";
/* The page: language, light and dark, tables that sort and filter, the input. */
(() => {
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const language = () => (root.lang === "en" ? "en" : "zh");

  function speak(to) {
    root.lang = to === "zh" ? "zh-CN" : "en";
    all("[data-en]").forEach((each) => { each.textContent = each.dataset[to]; });
    all("[data-label-en]").forEach((each) => each.setAttribute("aria-label", to === "zh" ? each.dataset.labelZh : each.dataset.labelEn));
    document.getElementById("language").lang = to === "zh" ? "en" : "zh-CN";
    document.dispatchEvent(new CustomEvent("report:language", { detail: to }));
  }
  document.getElementById("language").addEventListener("click", () => speak(language() === "en" ? "zh" : "en"));

  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  document.getElementById("theme").addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    document.dispatchEvent(new CustomEvent("report:theme", { detail: root.dataset.theme }));
  });

  function sort(table, column) {
    const heads = [...table.tHead.rows[0].cells];
    const up = heads[column].getAttribute("aria-sort") !== "ascending";
    heads.forEach((each, k) => each.setAttribute("aria-sort", k === column ? (up ? "ascending" : "descending") : "none"));
    const numeric = heads[column].classList.contains("number");
    const key = (row) => row.cells[column].dataset.by;
    const order = (a, b) => {
      const [x, y] = [key(a), key(b)];
      if (x === "" || y === "") return x === y ? 0 : x === "" ? 1 : -1;
      const found = numeric || (!isNaN(x) && !isNaN(y)) ? Number(x) - Number(y) : x.localeCompare(y, root.lang);
      return up ? found : -found;
    };
    const body = table.tBodies[0];
    const last = [...body.rows].filter((row) => row.querySelector(".sum"));
    body.append(...[...body.rows].filter((row) => !last.includes(row)).sort(order), ...last);
  }
  all("table[data-table]").forEach((table) => [...table.tHead.rows[0].cells].forEach((head, column) =>
    head.querySelector("button").addEventListener("click", () => sort(table, column))));

  all("[data-filters]").forEach((field) => field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    const table = document.querySelector(`[data-table="${field.dataset.filters}"]`);
    [...table.tBodies[0].rows].forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
  }));

  async function unpacked(name) {
    const packed = document.querySelector(`[data-packed="${CSS.escape(name)}"]`).textContent.trim();
    const bytes = Uint8Array.from(atob(packed), (each) => each.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  }
  all("[data-input]").forEach((box) => box.addEventListener("toggle", async () => {
    const pre = box.querySelector("pre");
    if (box.open && !pre.textContent) pre.textContent = await unpacked(box.dataset.input);
  }));
  all("[data-save]").forEach((button) => button.addEventListener("click", async () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([await unpacked(button.dataset.save)], { type: "text/yaml" }));
    link.download = button.dataset.save;
    link.click();
    URL.revokeObjectURL(link.href);
  }));

  if (window.Replay || typeof Replay !== "undefined") {
    all("#ticker li").forEach((row) => { row.querySelector("time").textContent = Replay.span(Number(row.dataset.at)); });
    const marks = () => {
      const mark = (t, cls) => {
        if (t > Replay.until()) return;
        const e = document.createElement("i");
        e.className = cls; e.style.left = `${t / Replay.until() * 100}%`;
        document.getElementById("marks").append(e);
      };
      document.getElementById("marks").replaceChildren();
      Replay.data.tiers.forEach((tier) => tier.states.slice(1).forEach(([t, verdict]) => mark(t, `mark-${verdict}`)));
      Replay.data.deadlines.forEach((t) => mark(t, "mark-deadline"));
    };
    marks();
    document.addEventListener("report:span", marks);
  }
  addEventListener("beforeprint", () => all("details.table").forEach((each) => { each.dataset.was = each.open; if (each.id !== "table-events" && each.id !== "table-assumptions") each.open = true; }));
  addEventListener("afterprint", () => all("details.table").forEach((each) => { each.open = each.dataset.was === "true"; }));
})();
