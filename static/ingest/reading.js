/* The article beside its proposals: shows where a proposal stands, and takes up words that are selected.
   Everything here is also possible without it. */
"use strict";
(() => {
  const reading = document.querySelector("[data-reading]");
  if (!reading) return;

  /* Where a proposal stands: its marks are lit and brought into view. */
  const lightUp = (number) => {
    let first = null;
    for (const mark of reading.querySelectorAll("[data-of]")) {
      const lit = mark.dataset.of.split(" ").includes(number);
      mark.classList.toggle("lit", lit);
      if (lit && !first) first = mark;
    }
    if (!first || reading.scrollHeight <= reading.clientHeight) return;
    const place = first.getBoundingClientRect().top - reading.getBoundingClientRect().top;
    if (place < 40 || place > reading.clientHeight - 80) {
      reading.scrollTop += place - reading.clientHeight / 3;
    }
  };
  const cards = document.querySelectorAll("[data-card]");
  for (const card of cards) {
    card.addEventListener("focusin", () => lightUp(card.dataset.card));
    card.addEventListener("mouseenter", () => lightUp(card.dataset.card));
  }
  const shown = reading.dataset.show || document.querySelector(".card.current")?.dataset.card;
  if (shown) lightUp(shown);

  /* Selected words: their place in code points, as the archive counts. */
  const pointAt = (node, offset) => {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!piece) return null;
    const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : offset ? piece.textContent : "";
    return Number(piece.dataset.start) + Array.from(before).length;
  };
  const selected = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!reading.contains(range.commonAncestorContainer)) return null;
    const start = pointAt(range.startContainer, range.startOffset);
    const end = pointAt(range.endContainer, range.endOffset);
    const words = selection.toString().trim();
    return start === null || end === null || end <= start || !words ? null : { start, end, words };
  };

  const adding = document.querySelector("[data-selected]");
  const using = document.querySelector("[data-use-selected]");
  const box = document.querySelector("[data-words]");
  const near = document.querySelector("[data-near]");
  let last = null;
  document.addEventListener("selectionchange", () => {
    const found = selected();
    if (!found) return;
    last = found;
    for (const bar of [adding, using]) {
      if (!bar) continue;
      bar.hidden = false;
      bar.querySelector("[data-selected-words]").textContent = found.words;
    }
    if (adding) {
      for (const name of ["start", "end", "words"]) adding.elements[name].value = found[name];
    }
  });
  using?.addEventListener("click", (event) => {
    const button = event.target.closest("[data-use]");
    if (!button || !last || !box) return;
    box.value = button.dataset.use === "more" ? `${box.value.trim()}\n[…]\n${last.words}` : last.words;
    if (near) near.value = last.start;
    using.hidden = true;
  });
})();
