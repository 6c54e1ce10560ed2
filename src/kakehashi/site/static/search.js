/* The script of the search page: it takes a question, has each part of it found (`finding.js`, `folding.js`), and shows
   what has them all by kind and day. All words stand in the page. */
"use strict";

(() => {
  const form = document.querySelector("form.ask");
  const field = document.getElementById("q");
  const answer = document.getElementById("answer");
  const found = document.getElementById("found");
  const more = document.querySelector(".more");
  const index = findingIn(new URL(form.dataset.index, location).href);
  const SHOWN = 40;
  const LONGEST = 8;

  const fill = (template, values) => template.replace(/%\((\w+)\)s/g, (place, name) => values[name] ?? place);
  const number = (count) => new Intl.NumberFormat(document.documentElement.lang).format(count);
  const make = (tag, kind, text = "") => Object.assign(document.createElement(tag), { className: kind, textContent: text });
  const said = (name) => document.querySelector(`[data-said=${name}]`);

  const begin = () => {
    if (!location.protocol.startsWith("http")) {
      said("disk").hidden = false;
      return;
    }
    form.hidden = false;
    let typing = 0;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      // Asked again in a moment, the answer would be drawn anew below whoever has gone on into it.
      clearTimeout(typing);
      ask(true);
    });
    const type = () => {
      clearTimeout(typing);
      typing = setTimeout(() => ask(false), 250);
    };
    field.addEventListener("input", (event) => {
      // What is still being converted from kana is no question yet.
      if (!event.isComposing) type();
    });
    field.addEventListener("compositionend", type);
    // While the question is being written its index comes; if it does not, the question says so.
    field.addEventListener("focus", () => index.loaded().catch(index.anew), { once: true });
    more.firstElementChild.addEventListener("click", showMore);
    addEventListener("popstate", read);
    read();
    if (!field.value && matchMedia("(hover: hover)").matches) field.focus({ preventScroll: true });
  };

  /* The address keeps the question, so that it can be sent, kept and gone back to. */

  const read = () => {
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    search(field.value.trim());
  };

  const ask = (meant) => {
    const question = field.value.trim();
    const address = question ? `?${new URLSearchParams({ q: question })}` : location.pathname;
    const same = (new URLSearchParams(location.search).get("q") ?? "") === question;
    if (!same) history[meant ? "pushState" : "replaceState"](null, "", address);
    search(question);
  };

  const keepLinks = (question) => {
    const query = question ? `?${new URLSearchParams({ q: question })}` : "";
    for (const link of document.querySelectorAll("a[data-keep], a[data-ask]")) link.search = query;
  };

  /* One question at a time: the answer to an older one is not shown. */

  let asked = 0;
  let hits = [];
  let shown = 0;

  const search = async (question) => {
    const mine = ++asked;
    keepLinks(question);
    for (const one of document.querySelectorAll("[data-said]")) one.hidden = true;
    if (!question) {
      answer.textContent = "";
      clear();
      return;
    }
    const waiting = setTimeout(() => {
      answer.textContent = form.dataset.waiting;
    }, 300);
    try {
      const { parts: partsOf, find } = await index.loaded();
      const parts = partsOf(question).slice(0, LONGEST);
      const each = [];
      for (const part of parts) each.push(await find(part));
      const ranked = rank(each);
      const records = named(question, partsOf, await inOrder(ranked.slice(0, SHOWN)));
      if (mine !== asked) return;
      hits = ranked;
      show(records);
      tell(question);
      if (ranked.length === 0) help(parts, each);
    } catch (error) {
      fail(mine, error);
    } finally {
      clearTimeout(waiting);
    }
  };

  const fail = (mine, error) => {
    index.anew();
    if (mine === asked) {
      clear();
      answer.textContent = "";
      said("failed").hidden = false;
    }
    throw error;
  };

  /* What has every part of the question, the best first. */
  const rank = ([first = new Map(), ...others]) =>
    [...first]
      .filter(([identity]) => others.every((other) => other.has(identity)))
      .map(([identity, score]) => [identity, others.reduce((sum, other) => sum + other.get(identity), score)])
      .sort(([one, high], [other, low]) => low - high || (one < other ? -1 : 1));

  /* Records with their scores told; those that fit equally well by their titles. */
  const inOrder = async (ranked) => {
    const records = await (await index.loaded()).records(ranked.map(([identity]) => identity));
    const scored = records.map((record, place) => [record, ranked[place][1].toFixed(2)]);
    const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
    return scored
      .sort(([one, high], [other, low]) => low - high || compare(one.title, other.title))
      .map(([record]) => record);
  };

  /* What is called exactly as the question is stands before what only has its words. */
  const named = (question, partsOf, records) => {
    const spelt = (text) => partsOf(text).map((part) => part.text).join(" ");
    const wanted = spelt(question);
    const exact = records.filter(({ title }) => spelt(title) === wanted);
    return [...exact, ...records.filter((record) => !exact.includes(record))];
  };

  const tell = (question) => {
    const all = hits.length;
    const template = all === 0 ? "none" : shown < all ? "best" : "found";
    answer.textContent = fill(form.dataset[template], { query: question, count: number(all), shown: number(shown) });
    more.hidden = shown >= all;
  };

  const help = (parts, each) => {
    const alone = document.querySelector("[data-alone]");
    const links = parts.flatMap((part, place) => (each[place].size ? [[part.text, each[place].size]] : []));
    alone.hidden = parts.length < 2 || links.length === 0;
    alone.lastElementChild.replaceChildren(
      ...links.map(([text, count]) => {
        const link = make("a", "", `${text} (${number(count)})`);
        link.href = `?${new URLSearchParams({ q: text })}`;
        return link;
      }),
    );
    said("none").hidden = false;
  };

  /* Results: kinds in the order of their best, items by day and time. */

  const clear = () => {
    hits = [];
    shown = 0;
    results.clear();
    more.hidden = true;
    for (const group of found.children) group.hidden = true;
  };

  const results = new Map();

  const show = (records) => {
    clearShown();
    add(records);
  };

  const clearShown = () => {
    const kept = hits;
    clear();
    hits = kept;
  };

  const add = (records) => {
    for (const record of records) {
      if (!results.has(record.group)) results.set(record.group, []);
      results.get(record.group).push(record);
    }
    shown += records.length;
    for (const [group, there] of results) {
      const section = found.querySelector(`[data-group=${group}]`);
      section.querySelector("[data-results]").replaceChildren(...(group === "items" ? byDay(there) : [list(there, "ol")]));
      section.hidden = false;
      found.append(section);
    }
  };

  const showMore = async () => {
    const mine = asked;
    const before = shown;
    try {
      const records = await inOrder(hits.slice(before, before + SHOWN));
      if (mine !== asked) return;
      add(records);
      tell(field.value.trim());
    } catch (error) {
      fail(mine, error);
    }
  };

  const byDay = (records) => {
    const at = ({ when }) => (when ? Date.parse(when.at) : Infinity);
    const days = new Map();
    for (const record of [...records].sort((one, other) => at(one) - at(other) || 0)) {
      const day = record.when?.day ?? form.dataset.untimed;
      days.set(day, [...(days.get(day) ?? []), record]);
    }
    return [...days].flatMap(([day, there]) => [make("h3", "", day), list(there, "timed")]);
  };

  const list = (records, kind) => {
    const made = make("ol", kind);
    made.append(...records.map(line));
    return made;
  };

  const line = ({ href, title, language, when, facts = [], over, group }) => {
    const made = make("li", "");
    const told = make("div", "");
    const what = make("p", "what");
    const link = make("a", over ? "cancelled" : "", title);
    link.href = href;
    if (language) Object.assign(link, { lang: language, dir: "auto" });
    what.append(link);
    told.append(what);
    if (facts.length) told.append(make("p", "who", facts.join(form.dataset.dot)));
    if (group === "items") {
      const time = make(when ? "time" : "span", when?.planned ? "planned" : "", when?.time ?? "");
      if (when) time.dateTime = when.at;
      made.append(time);
    }
    made.append(told);
    return made;
  };

  // After the script of every page, which shortens the links that keep the question here.
  document.addEventListener("DOMContentLoaded", begin);
})();
