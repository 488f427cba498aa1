/* The reading room by keyboard: words are selected, withheld with two keys, and marked in translations.
   Everything here is also possible without it, on the page of each passage. */
"use strict";
(() => {
  const room = document.querySelector("[data-reading-room]");
  if (!room) return;
  const status = document.querySelector("[data-status]");
  const bar = document.querySelector("[data-because]");
  const undoing = document.querySelector("[data-undo]");
  const help = document.querySelector("[data-help]");
  let picks = null; // words picked by keyboard: { text, anchor, head }
  let waiting = null; // what is to be withheld once a reason is chosen
  let last = null; // the last withholding, to be undone

  const say = (words, wrong = false) => {
    const line = document.createElement("p");
    line.className = wrong ? "error" : "success";
    line.dir = "auto";
    line.textContent = words;
    status.replaceChildren(line);
  };

  /* Words and selections. Places are the server's own: data-s and data-e of each word. */
  const wordsOf = (text) => [...text.querySelectorAll("[data-s]")];
  const clearPicks = () => {
    for (const word of room.querySelectorAll(".picked")) word.classList.remove("picked");
    picks = null;
  };
  const paint = () => {
    const [from, to] = [picks.anchor, picks.head].sort((one, other) => one - other);
    wordsOf(picks.text).forEach((word, at) => word.classList.toggle("picked", at >= from && at <= to));
  };
  const asked = (text, words) => ({
    text,
    article: text.closest("[data-passage]"),
    start: words[0].dataset.s,
    end: words[words.length - 1].dataset.e,
    told: words.map((word) => word.textContent).join(" "),
  });
  const touched = (range, word) => {
    if (!range.intersectsNode(word)) return false;
    const inside = document.createRange();
    inside.selectNodeContents(word);
    return range.compareBoundaryPoints(Range.END_TO_START, inside) < 0
      && range.compareBoundaryPoints(Range.START_TO_END, inside) > 0;
  };
  const dragged = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const texts = [...room.querySelectorAll("[data-text]")].filter((text) => range.intersectsNode(text));
    const found = texts.map((text) => [text, wordsOf(text).filter((word) => touched(range, word))])
      .filter(([, words]) => words.length);
    if (found.length > 1) return "several";
    return found.length ? asked(...found[0]) : null;
  };
  const picked = () => {
    const byMouse = dragged();
    if (byMouse || !picks) return byMouse;
    const [from, to] = [picks.anchor, picks.head].sort((one, other) => one - other);
    return asked(picks.text, wordsOf(picks.text).slice(from, to + 1));
  };
  const goTo = (text, at, extend) => {
    const words = wordsOf(text);
    if (!words.length) return;
    const head = Math.max(0, Math.min(at, words.length - 1));
    const anchor = extend && picks?.text === text ? picks.anchor : head;
    document.getSelection().removeAllRanges();
    clearPicks();
    picks = { text, anchor, head };
    paint();
    words[head].tabIndex = -1;
    words[head].focus();
  };

  /* Talking to the desk. */
  const answerTo = async (address, data) => {
    try {
      const answer = await fetch(address, { method: "POST", body: data, headers: { "X-Quiet": "1" } });
      if ((answer.headers.get("Content-Type") || "").includes("json")) return await answer.json();
      return { wrong: "It was not saved: you are not signed in any more, or may not do this. Reload the page." };
    } catch {
      return { wrong: "It was not saved: the desk does not answer. Try again." };
    }
  };
  const put = (article, html) => {
    const bench = article.querySelector("[data-bench]");
    const typed = bench && [...bench.querySelectorAll("textarea, input")]
      .some((field) => field.value !== field.defaultValue);
    const frame = document.createElement("template");
    frame.innerHTML = html.trim();
    const fresh = frame.content.firstElementChild;
    if (typed) fresh.querySelector("[data-bench-here]").replaceChildren(bench);
    article.replaceWith(fresh);
    clearPicks();
    return fresh;
  };
  const settle = (article, answer) => {
    if (answer.wrong) {
      say(answer.wrong, true);
      return null;
    }
    if (answer.reload) {
      location.assign(answer.reload);
      location.reload();
      return null;
    }
    say(answer.said);
    return put(article, answer.html);
  };
  const textAgain = (article, translation) =>
    article.querySelector(`[data-text][data-translation="${translation}"]`) || article.querySelector("[data-text]");

  /* To what is asked next: the text in which the words are to be found, never a button that Enter would press. */
  const onward = (article, translation) => {
    const question = article.querySelector("[data-question]");
    if (!question) {
      textAgain(article, translation).focus({ preventScroll: true });
      return;
    }
    const text = article.querySelector(`[data-text][data-translation="${question.dataset.for}"]`);
    (text || question.querySelector("[name=words]")).focus({ preventScroll: true });
    question.scrollIntoView({ block: "nearest" });
  };

  /* Two keys: W, then the reason. */
  const ask = (text) => {
    const words = picked();
    if (words === "several") {
      say("Select words of one text only.", true);
      return;
    }
    const article = text.closest("[data-passage]");
    waiting = words || { text, article, whole: true };
    const number = waiting.article.querySelector(".number").textContent;
    bar.querySelector("[data-because-what]").textContent =
      words ? `Withhold “${words.told}” because:` : `Withhold the whole of passage ${number} because:`;
    undoing.hidden = true;
    bar.hidden = false;
    bar.tabIndex = -1;
    bar.focus({ preventScroll: true });
  };
  const letGo = () => {
    const text = waiting?.text;
    waiting = null;
    bar.hidden = true;
    text?.focus({ preventScroll: true });
  };
  const withhold = async (because) => {
    const what = waiting;
    const data = new FormData(bar);
    data.set("because", because);
    data.set("translation", what.text.dataset.translation);
    if (what.whole) data.set("whole", "1");
    else for (const name of ["start", "end"]) data.set(name, what[name]);
    if (!what.whole) data.set("seen", what.text.dataset.seen);
    waiting = null;
    bar.hidden = true;
    const answer = await answerTo(what.article.dataset.withhold, data);
    const fresh = settle(what.article, answer);
    if (!fresh) {
      what.text.focus({ preventScroll: true });
      return;
    }
    last = { address: answer.undo, passage: fresh.dataset.passage };
    undoing.querySelector("[data-undo-told]").textContent = answer.said;
    undoing.hidden = false;
    onward(fresh, what.text.dataset.translation);
  };
  const undo = async () => {
    if (!last) return;
    const { address, passage } = last;
    const article = document.getElementById(`p-${passage}`);
    const data = new FormData(bar);
    data.set("why", "Undone at once.");
    last = null;
    undoing.hidden = true;
    const fresh = settle(article, await answerTo(address, data));
    if (fresh) textAgain(fresh, "").focus({ preventScroll: true });
  };

  /* Words of a translation, marked as those that are withheld elsewhere. */
  const markThese = async (text) => {
    const words = picked();
    const article = text.closest("[data-passage]");
    const question = article.querySelector(`[data-question][data-for="${text.dataset.translation}"]`);
    if (!question || words === "several" || (words && words.text !== text)) {
      say(question ? "Select the words in this text first." : "Nothing is asked about this text.", true);
      return;
    }
    const data = new FormData(question);
    data.set("act", "these");
    if (words) for (const name of ["start", "end"]) data.set(name, words[name]);
    const fresh = settle(article, await answerTo(question.action, data));
    if (fresh) onward(fresh, text.dataset.translation);
  };

  /* A passage to correct, opened in its place. */
  const open = async (article) => {
    const place = article.querySelector("[data-bench-here]");
    if (place.firstElementChild) {
      place.replaceChildren();
      return;
    }
    const answer = await fetch(article.querySelector("[data-open]").href, { headers: { "X-Quiet": "1" } });
    if (!answer.ok || answer.redirected) {
      say("It could not be opened. Reload the page.", true);
      return;
    }
    place.innerHTML = await answer.text();
    place.querySelector("textarea")?.focus();
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form === bar) {
      event.preventDefault();
      if (waiting && event.submitter) withhold(event.submitter.value);
      return;
    }
    const article = form.closest("[data-passage]");
    if (!("quiet" in form.dataset) || !article) return;
    event.preventDefault();
    const data = new FormData(form, event.submitter);
    const fresh = settle(article, await answerTo(form.action, data));
    if (!fresh) return;
    onward(fresh, "");
  });
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      open(opener.closest("[data-passage]"));
    }
    if (event.target.closest("[data-cancel]")) letGo();
    if (event.target.closest("[data-undo-now]")) undo();
  });
  room.addEventListener("mousedown", clearPicks);

  /* Keys count by their place where the layout is Persian or Arabic: W is W, whatever it writes. */
  const keyOf = (event) => {
    if (event.key === "؟") return "?";
    if (event.key.length === 1 && /[^\x00-\x7f]/.test(event.key) && event.code.startsWith("Key")) {
      return event.code.slice(3).toLowerCase();
    }
    return event.key.length === 1 ? event.key.toLowerCase() : event.key;
  };
  const step = (text, by) => {
    const column = [...room.querySelectorAll("[data-text]")]
      .filter((each) => Boolean(each.dataset.translation) === Boolean(text.dataset.translation));
    column[column.indexOf(text) + by]?.focus();
  };
  const move = (text, key, extend) => {
    const forward = (key === "ArrowRight") === (text.dir !== "rtl");
    const here = picks?.text === text ? picks.head : forward ? -1 : wordsOf(text).length;
    goTo(text, here + (forward ? 1 : -1), extend);
  };
  const inBar = (event, key) => {
    if (key === "Escape") letGo();
    else {
      const button = bar.querySelector(`[data-key="${CSS.escape(key)}"]`);
      if (!button) return;
      withhold(button.value);
    }
    event.preventDefault();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = keyOf(event);
    if (waiting && event.target.closest("[data-because]")) {
      inBar(event, key);
      return;
    }
    const text = event.target.closest("[data-text]");
    if (!text) return;
    const acts = {
      w: () => bar && ask(text),
      m: () => bar && markThese(text),
      e: () => bar && open(text.closest("[data-passage]")),
      u: () => undo(),
      "?": () => help && (help.open = !help.open),
      ArrowLeft: () => move(text, key, event.shiftKey),
      ArrowRight: () => move(text, key, event.shiftKey),
      ArrowUp: () => step(text, -1),
      ArrowDown: () => step(text, 1),
      Escape: () => { clearPicks(); text.focus(); },
    };
    if (!acts[key]) return;
    event.preventDefault();
    acts[key]();
  });
})();
