/* The one script of the site: it turns times to another zone, narrows lists down, and lets notices come and go.
   Every page is complete without it. It holds no words: those stand in the page. */
"use strict";

(() => {
  const root = document.documentElement;
  const main = document.querySelector("main");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const fill = (template, values) => template.replace(/%\((\w+)\)s/g, (place, name) => values[name] ?? place);
  const make = (tag, kind, text = "") => Object.assign(document.createElement(tag), { className: kind, textContent: text });
  const say = (text) => {
    const said = document.getElementById("said");
    if (said) said.textContent = text;
  };

  const begin = () => {
    root.classList.replace("no-js", "js");
    for (const control of all("[data-script]")) control.hidden = false;
    if (location.protocol.startsWith("http")) shortenLinks();
    keepNotices();
    offerZones();
    offerFilters();
  };

  /* Links name index.html so that they work from a disk; a server has folders. */
  const shortenLinks = () => {
    for (const link of all("a[href]")) {
      const href = link.getAttribute("href");
      if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(href)) continue;
      const short = href.replace(/(^|\/)index\.html(?=$|[?#])/, "$1");
      if (short !== href) link.setAttribute("href", short || "./");
    }
  };

  /* Notices */

  const LONGEST_TIMER = 2 ** 31 - 1;

  const keepNotices = () => {
    const now = Date.now();
    const edges = [];
    for (const notice of all("[data-until]")) {
      const begins = Date.parse(notice.dataset.begins) || -Infinity;
      const until = Date.parse(notice.dataset.until) || Infinity;
      notice.hidden = now < begins || now >= until;
      edges.push(begins, until);
    }
    const next = Math.min(...edges.filter((edge) => edge > now));
    if (next < Infinity) setTimeout(keepNotices, Math.min(next - now, LONGEST_TIMER));
  };

  /* Zones */

  const STORE = "kakehashi-zone";
  const OWN = "own";
  const formats = new Map();

  /* How many milliseconds the clocks of a zone are ahead of UTC. */
  const ahead = (zone, at) => {
    if (!formats.has(zone)) {
      const parts = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
      formats.set(zone, new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...parts }));
    }
    const told = {};
    for (const { type, value } of formats.get(zone).formatToParts(at)) told[type] = Number(value);
    return Date.UTC(told.year, told.month - 1, told.day, told.hour, told.minute) - Math.floor(at / 60000) * 60000;
  };

  const offsetTold = (milliseconds) => {
    if (milliseconds === 0) return "UTC";
    const minutes = Math.abs(milliseconds) / 60000;
    const rest = minutes % 60 ? `:${String(minutes % 60).padStart(2, "0")}` : "";
    return `UTC${milliseconds < 0 ? "\u2212" : "+"}${Math.floor(minutes / 60)}${rest}`;
  };

  const wall = (zone, at) => new Date(at.getTime() + ahead(zone, at)).toISOString();
  const remember = (value) => {
    try {
      localStorage.setItem(STORE, value);
    } catch {
      /* A reader who lets nothing be stored chooses anew on each page. */
    }
  };
  const remembered = () => {
    try {
      return localStorage.getItem(STORE);
    } catch {
      return null;
    }
  };

  const offerZones = () => {
    const select = document.getElementById("zone");
    if (!select) return;
    const times = all("time.at[datetime]", main).map((node) => ({
      node,
      at: new Date(node.dateTime),
      date: node.dateTime.slice(0, 10),
      text: node.textContent,
    }));
    if (times.length === 0) {
      select.closest(".zone").hidden = true;
      return;
    }
    const names = all("[data-zone-name]", main).map((node) => ({ node, text: node.textContent }));
    addOwn(select, times[0].at);
    const turn = () => {
      const option = select.selectedOptions[0];
      const home = option === select.options[0];
      turnTimes(select, times, option, home);
      for (const { node, text } of names) {
        node.textContent = home ? text : option.dataset[node.dataset.zoneName || "full"];
      }
      main.classList.toggle("turned", !home);
      turnTable(option, home);
    };
    select.addEventListener("change", () => {
      remember(select.value);
      turn();
      say(fill(select.dataset.said, { zone: select.selectedOptions[0].text }));
    });
    const before = remembered();
    select.selectedIndex = Math.max(0, [...select.options].findIndex((option) => [option.value, zoneOf(option)].includes(before)));
    if (select.selectedIndex > 0) turn();
  };

  const zoneOf = (option) => option.dataset.zone ?? option.value;

  /* A zone that the page offers stands once, as the page writes it; of any other the browser knows only its name. */
  const addOwn = (select, at) => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (!timeZone || select.value === timeZone) return;
    const listed = [...select.options].find((option) => option.value === timeZone);
    const timeZoneName = listed ? "long" : "longGeneric";
    const parts = new Intl.DateTimeFormat(root.lang, { timeZone, timeZoneName }).formatToParts(at);
    const zone = parts.find(({ type }) => type === "timeZoneName").value;
    const told = { zone, city: listed?.dataset.city ?? zone, offset: offsetTold(ahead(timeZone, at)) };
    const { own, ownChoice, ownShort } = select.dataset;
    const option = new Option(fill(ownChoice, told), OWN);
    const full = fill(listed ? own : ownChoice, told);
    Object.assign(option.dataset, { zone: timeZone, city: told.city, short: fill(ownShort, told), full });
    listed?.remove();
    select.add(option, 1);
  };

  /* A time as the page writes it, learnt from how it writes five past nine. */
  const clock = (sample, iso) =>
    sample
      .replace("05", "\0")
      .replace(/0?9/, (nine) => (nine.length > 1 ? iso.slice(11, 13) : String(Number(iso.slice(11, 13)))))
      .replace("\0", iso.slice(14, 16));

  const dayTold = (select, iso) =>
    JSON.parse(select.dataset.days)[iso.slice(0, 10)] ??
    new Intl.DateTimeFormat(root.lang, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(iso));

  const turnTimes = (select, times, option, home) => {
    for (const day of all(".otherday.turned", main)) day.remove();
    let last = {};
    for (const { node, at, date, text } of times) {
      const iso = wall(zoneOf(option), at);
      node.textContent = home ? text : clock(select.dataset.clock, iso);
      node.classList.toggle("turned", !home);
      const day = iso.slice(0, 10);
      const told = last.parent === node.parentNode && last.day === day;
      if (!home && day !== date && !told) node.after(make("small", "otherday turned", dayTold(select, iso)));
      last = { parent: node.parentNode, day: home || day === date ? "" : day };
    }
  };

  /* The table of a day keeps its clocks. The chosen one is marked; one that has no column is given one. */

  const clocksOf = (row) => all(".z, .t", row);

  const turnTable = (option, home) => {
    const table = document.querySelector(".tt");
    if (!table) return;
    for (const added of all(".added", table)) added.remove();
    for (const chosen of all(".chosen", table)) chosen.classList.remove("chosen");
    for (const col of all("col[data-span]", table)) col.span = col.dataset.span;
    if (home) return;
    const rows = all("tbody tr", table).map((row) => ({ row, time: row.querySelector("th.t time") }));
    for (const { row, time } of rows) keepHost(row, time);
    const edges = [rows[0], rows[rows.length - 1]].map(({ time }) => new Date(time.dateTime));
    const heads = all("thead [data-zone]", table);
    const agrees = (head) => edges.every((at) => ahead(head.dataset.zone, at) === ahead(zoneOf(option), at));
    let place = heads.findIndex(agrees);
    if (place < 0) {
      place = heads.filter((head) => ahead(head.dataset.zone, edges[0]) < ahead(zoneOf(option), edges[0])).length;
      addClock(table, heads, rows, option, place);
    }
    for (const row of all("tr", table)) clocksOf(row)[place].classList.add("chosen");
  };

  /* Beside a turned time stands the host's, which the grid shows alone. */
  const keepHost = (row, time) => {
    const kept = make("span", "kept added");
    const host = document.querySelector("#zone option");
    kept.append(make("span", "city", `${host.dataset.city}\u00a0`), make("time", "", original(time)));
    kept.lastChild.dateTime = time.dateTime;
    row.querySelector("th.t").firstElementChild.after(kept);
  };

  const original = (time) => {
    const iso = time.dateTime;
    return clock(document.getElementById("zone").dataset.clock, iso);
  };

  const addClock = (table, heads, rows, option, place) => {
    const ends = [rows[0], rows[rows.length - 1]].map(({ time }) => ahead(zoneOf(option), new Date(time.dateTime)));
    const offsets = new Set(ends.map((end) => offsetTold(end).slice(3) || "\u00b10"));
    const head = make("th", "z added");
    head.scope = "col";
    head.setAttribute("role", "columnheader");
    head.append(make("span", "city", option.dataset.city), make("small", "", [...offsets].join(" \u2192 ")));
    put(table.querySelector("thead tr"), head, place);
    const sample = document.getElementById("zone").dataset.clock;
    for (const { row, time } of rows) {
      const iso = wall(zoneOf(option), new Date(time.dateTime));
      const cell = make("td", `z added ${shade(Number(iso.slice(11, 13)))}`);
      cell.setAttribute("role", "cell");
      cell.append(make("time", "", clock(sample, iso)));
      cell.firstChild.dateTime = `${iso.slice(0, 16)}Z`;
      put(row, cell, place);
    }
    widen(table, heads.findIndex((one) => one.querySelector(".here")) < place);
  };

  /* The part of the day at an hour, as on every other clock: night from 23 to 6, working day from 8 to 18. */
  const shade = (hour) => (hour < 6 || hour >= 23 ? "night" : hour < 8 || hour >= 18 ? "dusk" : "");

  const put = (row, cell, place) => {
    const after = clocksOf(row)[place];
    if (after) after.before(cell);
    else row.append(cell);
  };

  const widen = (table, east) => {
    const [west, , last] = all("col", table);
    const col = east ? last : west;
    if (!col) {
      table.querySelector("colgroup").append(make("col", "zc east added"));
      return;
    }
    col.dataset.span ??= col.span;
    col.span = Number(col.dataset.span) + 1;
  };

  /* Filters and view, which live in the address */

  const offerFilters = () => {
    const filters = all("[data-filter]");
    const list = document.getElementById("as-list");
    if (filters.length === 0 && !list) return;
    const items = all("[data-item]");
    const sittings = all("[data-sitting]");
    const groups = all("[data-group]");
    const count = document.querySelector("[data-count]");

    const narrow = () => {
      const chosen = filters.filter((filter) => filter.value);
      for (const one of [...items, ...sittings]) {
        const fits = chosen.every(({ value, dataset }) => (one.dataset[dataset.filter] ?? "").split(" ").includes(value));
        one.classList.toggle("out", !fits);
      }
      const shown = items.filter((item) => !item.matches(".out")).length;
      for (const group of groups) {
        group.classList.toggle("without", chosen.length > 0 && !group.querySelector("[data-item]:not(.out)"));
      }
      if (!count) return;
      const number = new Intl.NumberFormat(root.lang);
      count.hidden = chosen.length === 0;
      count.firstElementChild.textContent = fill(count.dataset.count, { shown: number.format(shown), all: number.format(items.length) });
    };

    const query = () => {
      const told = new URLSearchParams();
      for (const filter of filters) if (filter.value) told.set(filter.dataset.filter, filter.value);
      if (list?.checked) told.set("view", "list");
      return told.toString();
    };

    const keepLinks = () => {
      for (const link of all("a[data-keep]")) link.search = query();
    };

    const write = () => {
      const told = query();
      try {
        history.pushState(null, "", (told ? `?${told}` : location.pathname) + (isQuery(location.hash) ? "" : location.hash));
      } catch {
        /* A page from a disk may not change its query everywhere; its fragment it may. */
        location.hash = told;
      }
      keepLinks();
    };

    const read = () => {
      const told = new URLSearchParams(isQuery(location.hash) ? location.hash.slice(1) : location.search);
      for (const filter of filters) {
        const wanted = told.get(filter.dataset.filter) ?? "";
        filter.value = [...filter.options].some((option) => option.value === wanted) ? wanted : "";
      }
      if (list) (told.get("view") === "list" ? list : document.getElementById("as-grid")).checked = true;
      narrow();
      keepLinks();
    };

    const change = () => {
      write();
      narrow();
      if (count) say(count.firstElementChild.textContent);
    };

    for (const filter of filters) filter.addEventListener("change", change);
    for (const view of all("input[name=view]")) view.addEventListener("change", write);
    document.querySelector("[data-reset]")?.addEventListener("click", () => {
      for (const filter of filters) filter.value = "";
      change();
      filters[0]?.focus();
    });
    addEventListener("popstate", read);
    addEventListener("hashchange", read);
    read();
  };

  const isQuery = (hash) => hash.includes("=");

  begin();
})();
