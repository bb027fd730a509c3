// Who is who: choosing an entity underlines its mentions in the text, each form in its own way, and steps through them.
"use strict";
(() => {
  const text = document.querySelector(".text");
  const stepper = document.querySelector(".stepper");
  if (!stepper) return;
  const buttons = new Map([...document.querySelectorAll(".entity")].map((button) => [button.dataset.n, button]));
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  let pieces = null;
  let chosen = null;
  let mentions = [];
  let at = 0;

  // Mention -> its pieces of the text, and its form; made once the page stands, so that a long document opens no slower.
  function piecesOf(id) {
    if (!pieces) {
      pieces = new Map();
      for (const piece of text.querySelectorAll("[data-m]")) {
        for (const mark of piece.dataset.m.split(" ")) {
          const [mention, form] = mark.split(":");
          if (!pieces.has(mention)) pieces.set(mention, []);
          pieces.get(mention).push([piece, form]);
        }
      }
    }
    return pieces.get(id) || [];
  }

  function light(on) {
    for (const mention of mentions) {
      for (const [piece, form] of piecesOf(mention)) piece.classList.toggle("is-" + form, on);
    }
    text.classList.toggle("finding", on);
  }

  function stand(here) {
    for (const [piece] of piecesOf(mentions[at])) piece.classList.remove("here");
    at = here;
    for (const [piece] of piecesOf(mentions[at])) piece.classList.add("here");
    stepper.querySelector(".at").textContent = mentions.length ? `${at + 1} of ${mentions.length}` : "no mention";
    piecesOf(mentions[at])[0]?.[0].scrollIntoView({ block: "center", behavior });
  }

  function clear() {
    if (!chosen) return;
    for (const [piece] of piecesOf(mentions[at])) piece.classList.remove("here");
    light(false);
    buttons.get(chosen).setAttribute("aria-pressed", "false");
    if (stepper.contains(document.activeElement)) buttons.get(chosen).focus({ preventScroll: true });
    stepper.hidden = true;
    if (location.hash === "#" + chosen) history.replaceState(null, "", location.pathname);
    chosen = null;
    mentions = [];
  }

  function choose(id) {
    clear();
    chosen = id;
    const button = buttons.get(id);
    mentions = button.dataset.mentions.split(" ").filter(Boolean);
    button.setAttribute("aria-pressed", "true");
    for (let fold = button.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    stepper.querySelector(".name").textContent = button.querySelector(".name").textContent;
    stepper.hidden = false;
    light(true);
    stand(0);
    history.replaceState(null, "", "#" + id);
  }

  function step(by) {
    if (mentions.length) stand((at + by + mentions.length) % mentions.length);
  }

  for (const [id, button] of buttons) button.addEventListener("click", () => (id === chosen ? clear() : choose(id)));
  for (const button of stepper.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  }
  stepper.querySelector("[data-clear]").addEventListener("click", clear);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "Escape") clear();
    const by = { n: 1, p: -1 }[event.key];
    if (by) step(by);
  });

  const fromAddress = () => {
    const id = location.hash.slice(1);
    if (buttons.has(id)) choose(id);
  };
  addEventListener("hashchange", fromAddress);
  self.requestIdleCallback?.(() => piecesOf(null));
  fromAddress();
})();
