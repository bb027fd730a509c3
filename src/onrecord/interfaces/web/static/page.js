// The reading page: a click on a statement or on its words lights up all of it and brings the other side into view.
"use strict";
(() => {
  const text = document.querySelector(".text");
  const cards = [...document.querySelectorAll(".card[data-s]")];
  const cardOf = new Map(cards.map((card) => [card.dataset.s, card]));
  const narrow = matchMedia("(max-width: 62rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const spansOf = new Map();
  for (const span of text.querySelectorAll("[data-s]")) {
    for (const id of span.dataset.s.split(" ")) {
      if (!spansOf.has(id)) spansOf.set(id, []);
      spansOf.get(id).push(span);
    }
  }
  let chosen = null;

  function bring(element) {
    element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  // Beside the text only the cards scroll: where both scroll the page, the text would lose its place to the card.
  function bringCard(card) {
    if (narrow.matches) return bring(card);
    const panel = card.closest("aside");
    const [inner, outer] = [card.getBoundingClientRect(), panel.getBoundingClientRect()];
    const by = inner.top + inner.height / 2 - outer.top - outer.height / 2;
    panel.scrollBy({ top: by, behavior: calm ? "auto" : "smooth" });
  }

  function choose(id, { toText = false, toCard = false, remember = true } = {}) {
    if (chosen) {
      for (const span of spansOf.get(chosen) || []) span.classList.remove("on");
      cardOf.get(chosen)?.setAttribute("aria-pressed", "false");
    }
    chosen = cardOf.has(id) ? id : null;
    if (!chosen) {
      if (remember) history.replaceState(null, "", location.pathname);
      return;
    }
    const spans = spansOf.get(chosen) || [];
    for (const span of spans) span.classList.add("on");
    const card = cardOf.get(chosen);
    card.setAttribute("aria-pressed", "true");
    if (toText && spans.length) bring(spans[0]);
    if (toCard) bringCard(card);
    if (remember) history.replaceState(null, "", "#" + chosen);
  }

  // Where statements lie in one another, each click on the same words goes one further out.
  text.addEventListener("click", (event) => {
    const span = event.target.closest("[data-s]");
    if (!span || !text.classList.contains("layer-statements") || String(getSelection())) return;
    const ids = span.dataset.s.split(" ");
    choose(ids[(ids.indexOf(chosen) + 1) % ids.length], { toCard: true });
  });

  for (const card of cards) {
    card.addEventListener("click", () => {
      choose(card.dataset.s === chosen ? null : card.dataset.s, { toText: true });
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "Escape") choose(null);
    const step = { j: 1, k: -1 }[event.key];
    if (!step || !cards.length) return;
    const at = chosen ? cards.indexOf(cardOf.get(chosen)) : step > 0 ? -1 : cards.length;
    const next = cards[Math.min(Math.max(at + step, 0), cards.length - 1)];
    choose(next.dataset.s, { toText: true, toCard: !narrow.matches });
    next.focus({ preventScroll: true });
  });

  for (const button of document.querySelectorAll("[data-layer]")) {
    button.addEventListener("click", () => {
      const on = text.classList.toggle("layer-" + button.dataset.layer);
      button.setAttribute("aria-pressed", String(on));
    });
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      const link = location.origin + location.pathname + "#" + button.dataset.copy;
      try {
        await navigator.clipboard.writeText(link);
        button.textContent = "Copied";
      } catch {
        location.hash = button.dataset.copy;
        button.textContent = "Link is in the address bar";
      }
    });
  }

  const fromAddress = () => choose(location.hash.slice(1), { toText: true, toCard: !narrow.matches, remember: false });
  addEventListener("hashchange", fromAddress);
  if (location.hash) fromAddress();
})();
