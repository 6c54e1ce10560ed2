/* Folding for the search page, as `site/search/folding.py` has it for the index; a test holds the two together. */
"use strict";

/* `fold` writes a text as it is compared, `parts` cuts a question into what must all be found, `after` names words that
   may follow on a beginning. The rules come with the index that they have made. */
const foldingBy = (rules) => {
  const END = "\u00aa";
  const PAIR = "\u01c2";
  const inClass = (ranges) => ranges.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join("");
  const spaceless = `[${inClass(rules.spaceless)}]`;
  const marks = new RegExp(`[${inClass(rules.marks)}]+`, "gu");
  const dropped = new RegExp(`(${spaceless})[${rules.dropped}]+`, "gu");
  const runs = new RegExp(`(${spaceless}+)`, "u");
  const sounds = new RegExp(Object.keys(rules.sounds).sort((one, other) => other.length - one.length).join("|"), "gu");
  const letters = { ...rules.letters, ...rules.variants };
  for (let kana = 0x30a1; kana < 0x30f7; kana++) letters[String.fromCharCode(kana)] = String.fromCharCode(kana - 0x60);

  const fold = (text) => {
    const plain = text.normalize("NFKC").toLowerCase().normalize("NFD").replace(marks, "").normalize("NFC");
    const written = Array.from(plain, (letter) => letters[letter] ?? letter).join("");
    return written
      .replace(/([^\n])々/gu, "$1$1")
      .replace(dropped, "$1")
      .replace(sounds, (sound) => rules.sounds[sound]);
  };

  const numbered = (unit) =>
    [...unit.charCodeAt(0).toString(16).padStart(4, "0")].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join("");

  /* Every two neighbours; a single character is found as the beginning of a pair. */
  const pairs = (run) => {
    const units = run.split("").map(numbered);
    return units.length === 1 ? [PAIR + units[0]] : units.slice(1).map((unit, place) => PAIR + units[place] + unit);
  };

  /* The beginnings to look for: a word without the endings that its language changes. */
  const beginnings = (word) => {
    for (const { letters: [first, last], least, cut } of rules.endings) {
      if (![...word].every((letter) => letter.codePointAt(0) >= first && letter.codePointAt(0) <= last)) continue;
      for (const [ending, instead] of cut) {
        if (!word.endsWith(ending) || word.length - ending.length < least) continue;
        const stem = word.slice(0, word.length - ending.length);
        return instead ? [stem + instead, word] : [stem];
      }
    }
    return [word];
  };

  const parts = (question) =>
    fold(question)
      .split(runs)
      .flatMap((piece, place) =>
        place % 2
          ? [{ text: piece, pairs: pairs(piece) }]
          : (piece.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ({ text: word, beginnings: beginnings(word) })),
      );

  const after = (beginning) => {
    const next = [END, "0"];
    for (const { letters: [first, last] } of rules.endings) {
      for (let letter = first; letter <= last; letter++) next.push(String.fromCodePoint(letter));
    }
    return [beginning, ...next.map((letter) => beginning + letter)];
  };

  return { fold, parts, after };
};
