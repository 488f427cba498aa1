/* Hearing while reading: a key plays from a passage, and the passage that is being spoken is lit.
   Without it the players work by themselves. */
"use strict";
(() => {
  const room = document.querySelector("[data-reading-room]");
  const players = [...document.querySelectorAll("[data-plays]")];
  if (!room || !players.length) return;
  const frame = document.querySelector(".player");
  const now = document.querySelector("[data-heard-now]");
  const status = document.querySelector("[data-status]");
  const BACK = 5; // seconds: a half sentence that was not understood
  let lit = ""; // the id of the passage that is spoken: the passage itself is put anew after each decision
  let last = players[0];
  document.body.classList.add("hears");
  const measure = () => document.body.style.setProperty("--player", `${frame.offsetHeight}px`); // messages stand below
  new ResizeObserver(measure).observe(frame);

  const say = (words) => {
    const line = document.createElement("p");
    line.className = "error";
    line.dir = "auto";
    line.textContent = words;
    status.replaceChildren(line);
  };
  const playerOf = (passage) => {
    if (!passage.dataset.recording) return players.length === 1 ? players[0] : undefined;
    return players.find((each) => each.dataset.plays === passage.dataset.recording);
  };
  const spokenBy = (player) => {
    const at = player.currentTime * 1000;
    let spoken = null;
    for (const each of room.querySelectorAll("[data-start]")) {
      if (Number(each.dataset.start) > at || playerOf(each) !== player) continue;
      spoken = each.dataset.end && Number(each.dataset.end) <= at ? null : each;
    }
    return spoken;
  };
  const light = (player) => {
    const spoken = spokenBy(player);
    for (const each of room.querySelectorAll(".is-spoken")) if (each !== spoken) each.classList.remove("is-spoken");
    lit = spoken ? spoken.id : "";
    now.hidden = !spoken;
    if (!spoken) return;
    spoken.classList.add("is-spoken");
    now.href = `#${spoken.id}`;
    now.querySelector("span").textContent = spoken.querySelector(".number").textContent;
  };
  const play = (player) => player.play().catch(() => {}); // what cannot be played says so by its own event

  for (const player of players) {
    for (const when of ["timeupdate", "seeking"]) player.addEventListener(when, () => light(player));
    player.addEventListener("error", () => say(frame.dataset.cannot));
    player.addEventListener("play", () => {
      last = player;
      for (const each of players) if (each !== player) each.pause();
    });
  }

  const hear = (passage) => {
    const player = playerOf(passage);
    if (!player || !passage.dataset.start) {
      say("This passage has no time in a recording that can be played here: give it times under “Correct …”.");
    } else if (passage.id === lit && player === last) {
      if (player.paused) play(player);
      else player.pause();
    } else {
      player.currentTime = Number(passage.dataset.start) / 1000;
      play(player);
    }
  };
  const back = () => { last.currentTime = Math.max(0, last.currentTime - BACK); };

  /* A key counts by its place where the layout is Persian or Arabic, as the room's other keys do. */
  const keyOf = (event) => (/^[\x00-\x7f]$/.test(event.key) ? event.key : event.code.replace(/^Key/, "")).toLowerCase();
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const text = event.target.closest("[data-text]");
    const key = keyOf(event);
    if (!text || (key !== "p" && key !== "b")) return;
    event.preventDefault();
    if (key === "b") back();
    else hear(text.closest("[data-passage]"));
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-hear]");
    if (button) hear(button.closest("[data-passage]"));
  });
})();
