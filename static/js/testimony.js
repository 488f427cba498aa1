// What a testimony's page can do more where scripts run: leave at once, follow the recording, seek by passage.
// Everything here also works without it, as links.
const exit = document.getElementById("exit");
const players = [...document.querySelectorAll("audio[data-recording], video[data-recording]")];
const passages = [...document.querySelectorAll(".passage[data-start]")];
const follow = document.getElementById("follow");
const BETWEEN = 1000; // milliseconds within which Escape counts twice
const still = matchMedia("(prefers-reduced-motion: reduce)");

for (const each of document.querySelectorAll("[data-with-script]")) each.hidden = false;

// Takes the page's place, so that "back" does not lead here again.
function leave() {
  for (const player of players) player.pause();
  document.documentElement.hidden = true;
  location.replace(exit.href);
}

let escaped = -Infinity;
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.repeat) return;
  if (event.timeStamp - escaped < BETWEEN) leave();
  escaped = event.timeStamp;
});
exit.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  leave();
});

const playerOf = (passage) => players.find((each) => each.dataset.recording === passage.dataset.recording);

function showSpoken(player) {
  const now = player.currentTime * 1000;
  let spoken = null;
  for (const each of passages) {
    if (each.dataset.recording !== player.dataset.recording || Number(each.dataset.start) > now) continue;
    spoken = each.dataset.end && Number(each.dataset.end) <= now ? null : each;
  }
  for (const each of passages) {
    if (each === spoken || !each.classList.contains("is-spoken")) continue;
    each.classList.remove("is-spoken");
  }
  if (!spoken || spoken.classList.contains("is-spoken")) return;
  spoken.classList.add("is-spoken");
  if (follow?.checked) spoken.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
}

for (const player of players) {
  player.addEventListener("timeupdate", () => showSpoken(player));
  player.addEventListener("seeking", () => showSpoken(player));
  player.addEventListener("play", () => players.forEach((each) => each !== player && each.pause()));
}

// A time beside a passage plays from there; its address becomes the passage's, as without scripts.
for (const passage of passages) {
  const player = playerOf(passage);
  passage.querySelector(".passage-time")?.addEventListener("click", () => {
    if (!player) return;
    player.currentTime = Number(passage.dataset.start) / 1000;
    player.play().catch(() => {}); // a recording that was withdrawn meanwhile says so in the player
  });
}
