// The calendar a reader chose, kept until this tab is closed and nowhere else: no cookie, nothing is sent.
// It is read before the page is drawn, so no date changes under a reader's eyes. An address that names
// a calendar (?calendar=) goes before, and without scripts is all there is.
(() => {
  const root = document.documentElement;
  const KEY = "calendar";
  const CHOICES = ["gregorian", "jalali", "both"];
  const storage = (use) => {
    try {
      return use(sessionStorage);
    } catch {
      return null; // a browser that keeps nothing
    }
  };

  const kept = storage((memory) => memory.getItem(KEY));
  if (!root.dataset.calendar && CHOICES.includes(kept)) root.dataset.calendar = kept;

  const links = () => document.querySelectorAll("a[data-choose]");
  const mark = () => {
    for (const link of links()) {
      if (link.dataset.choose === root.dataset.calendar) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    mark();
    for (const link of links()) {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        root.dataset.calendar = link.dataset.choose;
        storage((memory) => memory.setItem(KEY, link.dataset.choose));
        mark();
      });
    }
  });

  // "More" closes as menus do: with Escape, or when a reader goes on elsewhere.
  const open = () => document.querySelector(".rooms details[open]");
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" ? open() : null;
    if (!menu?.contains(document.activeElement)) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  for (const moved of ["focusin", "pointerdown"])
    document.addEventListener(moved, (event) => {
      const menu = open();
      if (menu && !menu.contains(event.target)) menu.open = false;
    });
})();
