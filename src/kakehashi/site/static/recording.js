/* The page of a recording: a time leads to its moment in the player, and the words being said are marked.
   Without it a time opens the film itself at that moment. */
"use strict";

(() => {
  const video = document.querySelector(".player video");
  if (!video) return;

  const seek = (seconds) => {
    const go = () => {
      video.currentTime = seconds;
      /* A browser may wait for a reader's own press of the button. */
      video.play().catch(() => {});
    };
    if (video.readyState > 0) go();
    else {
      video.addEventListener("loadedmetadata", go, { once: true });
      video.load();
    }
    video.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-seek]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.replaceState(null, "", `#t=${link.dataset.seek}`);
    seek(Number(link.dataset.seek));
  });

  /* The address of the page with #t=75 leads to that moment: for links in messages. */
  const follow = () => {
    const asked = /^#t=(\d+)$/.exec(location.hash);
    if (asked) seek(Number(asked[1]));
  };
  addEventListener("hashchange", follow);
  follow();

  const lines = [...document.querySelectorAll("[data-from]")].map((node) => ({
    node,
    from: Number(node.dataset.from) / 1000,
    to: Number(node.dataset.to) / 1000,
  }));
  const mark = () => {
    for (const { node, from, to } of lines) {
      node.classList.toggle("spoken", from <= video.currentTime && video.currentTime < to);
    }
  };
  if (lines.length) for (const event of ["timeupdate", "seeked"]) video.addEventListener(event, mark);
})();
