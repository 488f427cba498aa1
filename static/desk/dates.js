// Says, while a date is typed, what the archive understands of it. Without it, saving says the same.
"use strict";
document.addEventListener("input", (event) => {
  const box = event.target.closest(".historical-date");
  if (!box) return;
  clearTimeout(box.waiting);
  box.waiting = setTimeout(() => understand(box), 300);
});
document.addEventListener("change", (event) => {
  const box = event.target.closest(".historical-date");
  if (box) understand(box);
});
async function understand(box) {
  const [stated, calendar, edtf] = box.querySelectorAll("input, select");
  const asked = new URLSearchParams({ stated: stated.value, calendar: calendar.value, edtf: edtf.value });
  const said = box.querySelector(".understood");
  try {
    const answer = await (await fetch(`${box.dataset.understand}?${asked}`, { credentials: "same-origin" })).json();
    said.textContent = answer.understood ?? answer.wrong;
    said.classList.toggle("wrong", Boolean(answer.wrong));
  } catch {
    said.textContent = "";
  }
}
