// Suggestions while a reader types: a combobox as the ARIA practices have it, built by this script alone.
// Without it the box is what it is: a form. What is typed goes to the archive and to nobody else, and is
// kept nowhere. Answers that were overtaken are dropped; failing ones are silent.
(() => {
  const WAIT = 150; // milliseconds after the last letter

  const element = (name, words, said) => {
    const made = document.createElement(name);
    made.textContent = words;
    if (said) Object.assign(made, { lang: said.language, dir: said.direction });
    return made;
  };

  const combobox = (input, number) => {
    const around = input.parentElement;
    const list = document.createElement("ul");
    const status = document.createElement("span");
    Object.assign(list, { id: `suggestions-${number}`, className: "suggestions", hidden: true });
    list.setAttribute("role", "listbox");
    Object.assign(status, { className: "unseen" });
    status.setAttribute("role", "status");
    around.classList.add("suggests");
    around.append(list, status);
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

    let asking = null;
    let waiting = 0;
    let chosen = -1;

    const choose = (place) => {
      const options = [...list.children];
      chosen = options.length ? (place + options.length + 1) % (options.length + 1) : -1;
      if (chosen === options.length) chosen = -1; // between the last and the first stands the box itself
      options.forEach((option, here) => option.setAttribute("aria-selected", String(here === chosen)));
      if (chosen < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    };

    const close = () => {
      clearTimeout(waiting);
      asking?.abort();
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      choose(-1);
    };

    const show = (answer) => {
      list.setAttribute("aria-label", answer.name);
      list.replaceChildren(
        ...answer.suggestions.map((each, place) => {
          const option = document.createElement("li");
          option.id = `${list.id}-${place}`;
          option.dataset.href = each.href;
          option.setAttribute("role", "option");
          option.append(element("bdi", each.text, each));
          if (each.also) option.append(element("small", "").appendChild(element("bdi", each.also.text, each.also)).parentElement);
          option.append(element("small", each.kind));
          return option;
        }),
      );
      list.hidden = !answer.suggestions.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      status.textContent = answer.said;
      choose(-1);
    };

    const ask = async () => {
      asking?.abort();
      const words = input.value.trim();
      if (words.length < 2) return close();
      asking = new AbortController();
      const address = new URL(input.dataset.suggest, location.href);
      address.searchParams.set("q", words);
      try {
        const answer = await fetch(address, { signal: asking.signal });
        if (answer.ok && document.activeElement === input) show(await answer.json());
      } catch {
        // overtaken, or nobody answers: the form works as before
      }
    };

    const follow = (option) => location.assign(option.dataset.href);

    input.addEventListener("input", (event) => {
      clearTimeout(waiting);
      if (!event.isComposing) waiting = setTimeout(ask, WAIT);
    });
    input.addEventListener("compositionend", () => {
      waiting = setTimeout(ask, WAIT);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) return ask();
        return choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? list.children.length - 1 : chosen - 1);
      }
      if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        return follow(list.children[chosen]);
      }
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault(); // the words stay
        close();
      }
    });
    input.addEventListener("blur", close);
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) follow(option);
    });
  };

  document.querySelectorAll("input[data-suggest]").forEach(combobox);
})();
