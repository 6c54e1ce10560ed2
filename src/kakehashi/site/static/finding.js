/* What the search page finds with: the index in a folder, loaded when it is first needed. It finds everything that has a
   part of a question, and loads what the list of results shows. */
"use strict";

const findingIn = (folder) => {
  let loading = null;
  let missed = null;
  let tries = 0;

  /* Pagefind goes on without a piece of the index that could not be loaded, and would find nothing in it. So what the
     page asks for is watched, and an answer without a piece is none. */
  const ask = window.fetch;
  window.fetch = async (...asked) => {
    try {
      const response = await ask(...asked);
      if (!response.ok) missed = new Error(`${response.url}: ${response.status}`);
      return response;
    } catch (error) {
      missed = error;
      throw error;
    }
  };

  const json = async (address, options) => {
    const response = await fetch(address, options);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  };

  const load = async () => {
    const [entry, { createInstance }] = await Promise.all([
      json(`${folder}search.json`, { cache: "no-cache" }),
      // A browser keeps in mind that a module could not be loaded.
      import(`${folder}pagefind.js${tries ? `?${tries}` : ""}`),
    ]);
    const pagefind = createInstance({ basePath: folder, noWorker: true, metaCacheTag: entry.mark });
    const folding = foldingBy(entry.rules);
    const packs = new Map();

    const scores = async (term) => new Map((await pagefind.search(term)).results.map(({ id, score }) => [id, score]));

    /* What has a run of pairs: by their words to tell how well it fits, and exactly in this order. */
    const withPairs = async (pairs) => {
      const near = await scores(pairs.join(" "));
      if (pairs.length === 1) return near;
      const exact = await scores(`"${pairs.join(" ")}"`);
      return new Map([...near].filter(([identity]) => exact.has(identity)));
    };

    const withBeginnings = async (beginnings) => {
      const best = new Map();
      for (const beginning of beginnings) {
        // Pagefind loads the piece in which a word would stand; words that go on from it may stand in the next.
        await pagefind.preload(folding.after(beginning).join(" "));
        for (const [identity, score] of await scores(beginning)) {
          best.set(identity, Math.max(score, best.get(identity) ?? 0));
        }
      }
      return best;
    };

    /* Everything that has a part of a question, by its identity, with how well it fits. */
    const find = async ({ pairs, beginnings }) => {
      const found = await (pairs ? withPairs(pairs) : withBeginnings(beginnings));
      if (missed !== null) throw missed;
      return found;
    };

    /* What is shown of the things with these identities, in their order. */
    const records = async (identities) => {
      const name = (identity) => identity.split("_").pop().slice(0, entry.digits) || "all";
      for (const identity of identities) {
        const pack = name(identity);
        if (!packs.has(pack)) packs.set(pack, json(`${folder}pack/${pack}.json?${entry.mark}`));
      }
      return Promise.all(identities.map(async (identity) => (await packs.get(name(identity)))[identity]));
    };

    return { parts: folding.parts, find, records };
  };

  return {
    loaded: () => {
      loading ??= load();
      return loading;
    },
    /* After something failed the index is loaded anew. */
    anew: () => {
      [loading, missed] = [null, null];
      tries += 1;
    },
  };
};
