// Events, times and places: each a layer over the text. Pointing at a mark, or stepping to it, shows what was coded there;
// a click or Enter keeps the card until Escape.
"use strict";
(() => {
  const LAYERS = { trigger: "events", time: "times", place: "places" };
  const SHOW_AFTER = 120;
  const HIDE_AFTER = 250;
  const text = document.querySelector(".text");
  const card = document.getElementById("coded");
  const signs = document.getElementById("signs");
  const source = document.getElementById("coded-cards");
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  let data = null;
  let index = null;
  let open = null; // the piece whose card is shown
  let kept = false;
  let lit = [];
  let stops = [];
  let timer = 0;

  const read = () => (data ??= JSON.parse(source.textContent));
  const marksOf = (piece) => piece.dataset.k.split(" ").map((mark) => mark.split(":"));
  const isShown = (layer) => text.classList.contains("layer-" + layer);
  const targetsOf = (piece) => marksOf(piece).filter(([, role]) => role in LAYERS && isShown(LAYERS[role])).map(([id]) => id);
  const pieceAt = (element) => element.closest?.("[data-k]");

  // Target -> its pieces and their roles; made when first needed, so that a long document opens no slower.
  function piecesOf(id) {
    if (!index) {
      index = new Map();
      for (const piece of text.querySelectorAll("[data-k]")) {
        for (const [target, role] of marksOf(piece)) {
          if (!index.has(target)) index.set(target, []);
          index.get(target).push([piece, role]);
        }
      }
    }
    return index.get(id) || [];
  }

  // The first piece of every mark of the layers that are shown, in the order of the text: where the keyboard stops.
  function findStops() {
    const roles = Object.keys(LAYERS).filter((role) => isShown(LAYERS[role]));
    if (!roles.length) return [];
    return [...text.querySelectorAll(roles.map((role) => "." + role).join(","))].filter((piece) =>
      targetsOf(piece).some((id) => headOf(id) === piece),
    );
  }

  function headOf(id) {
    return piecesOf(id).find(([, role]) => role in LAYERS)?.[0];
  }

  function element(name, className, content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (content) made.textContent = content;
    return made;
  }

  function sectionOf(id) {
    const { title, badge, rows, claimed } = read().cards[id];
    const section = element("section", claimed ? "claimed" : "");
    section.append(element("span", "badge", badge), element("h3", "", title));
    const meaning = data.meanings[title.split(" ")[0]];
    if (meaning && id.startsWith("e")) section.append(element("p", "meaning", meaning));
    const list = element("dl");
    for (const [name, parts] of rows) {
      const value = element("dd");
      for (const part of parts) {
        if (typeof part === "string") {
          value.append(part);
        } else {
          const link = element("a", "", part[0]);
          link.href = part[1];
          value.append(link);
        }
      }
      list.append(element("dt", "", name), value);
    }
    section.append(list);
    return section;
  }

  function light(id) {
    const touched = [...piecesOf(id)];
    for (const other of read().cards[id].also) touched.push(...piecesOf(other));
    for (const [piece, role] of touched) {
      piece.classList.add("lit-" + role);
      lit.push([piece, "lit-" + role]);
    }
  }

  function put(piece) {
    const [first, last] = [piece.getClientRects()[0], [...piece.getClientRects()].pop()];
    // Over the text, not over the statements beside it, where it fits.
    const edge = Math.min(document.documentElement.clientWidth - 8, Math.max(text.getBoundingClientRect().right, card.offsetWidth + 8));
    const isBelow = last.bottom + card.offsetHeight + 10 < innerHeight || first.top < card.offsetHeight + 10;
    const top = isBelow ? last.bottom + 6 : first.top - card.offsetHeight - 6;
    const left = Math.max(8, Math.min(isBelow ? last.left : first.left, edge - card.offsetWidth));
    card.style.top = `${top + scrollY}px`;
    card.style.left = `${left + scrollX}px`;
  }

  function show(piece, keep = false, ids = targetsOf(piece)) {
    hide();
    if (!ids.length) return;
    open = piece;
    kept = keep;
    card.replaceChildren(...ids.map(sectionOf));
    card.classList.toggle("kept", keep);
    card.style.top = card.style.left = "0";
    card.hidden = false;
    put(piece);
    ids.forEach(light);
    piece.setAttribute("aria-describedby", card.id);
    if (keep) history.replaceState(null, "", "#" + ids[0]);
  }

  function hide() {
    clearTimeout(timer);
    if (!open) return;
    for (const [piece, name] of lit) piece.classList.remove(name);
    lit = [];
    open.removeAttribute("aria-describedby");
    if (kept && targetsOf(open).includes(location.hash.slice(1))) history.replaceState(null, "", location.pathname);
    if (card.contains(document.activeElement)) open.focus({ preventScroll: true });
    card.hidden = true;
    open = null;
    kept = false;
  }

  function later(what, delay) {
    clearTimeout(timer);
    timer = setTimeout(what, delay);
  }

  function go(piece, keep) {
    piece.scrollIntoView({ block: "center", behavior: keep ? "auto" : behavior });
    piece.focus({ preventScroll: true });
    show(piece, keep);
  }

  // Keyboard stops only where their layer is shown; a pronoun that tells whom it means is one always.
  function arm() {
    for (const piece of text.querySelectorAll(".k[role=button]")) {
      piece.removeAttribute("role");
      if (!piece.title) piece.removeAttribute("tabindex");
    }
    stops = findStops();
    for (const piece of stops) {
      piece.setAttribute("role", "button");
      piece.tabIndex = 0;
    }
    signs.hidden = !isShown("events");
    hide();
  }

  function step(by) {
    if (!stops.length) return;
    let at = stops.indexOf(open || document.activeElement);
    if (at < 0) {
      // The first one below the top of the window; found by halving, since each look lays out what was not yet drawn.
      let [low, high] = [0, stops.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (stops[middle].getBoundingClientRect().top < 0) low = middle + 1;
        else high = middle;
      }
      at = by > 0 ? low - 1 : low;
    }
    go(stops[(at + by + stops.length) % stops.length], false);
  }

  text.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || kept) return;
    const piece = pieceAt(event.target);
    if (piece === open && piece) clearTimeout(timer);
    else if (piece && targetsOf(piece).length) later(() => show(piece), SHOW_AFTER);
    else if (open) later(hide, HIDE_AFTER);
  });
  text.addEventListener("pointerleave", () => kept || later(hide, HIDE_AFTER));
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => kept || later(hide, HIDE_AFTER));

  // Before the statements' own click: words that are a shown mark open its card, not the statement they stand in.
  text.addEventListener(
    "click",
    (event) => {
      const piece = pieceAt(event.target);
      if (String(getSelection())) return;
      if (!piece || !targetsOf(piece).length) return hide();
      event.stopPropagation();
      if (kept && piece === open) hide();
      else show(piece, true);
    },
    true,
  );

  text.addEventListener("focusin", (event) => {
    const piece = pieceAt(event.target);
    if (piece && piece !== open && piece.matches(":focus-visible")) show(piece);
  });
  text.addEventListener("focusout", (event) => {
    if (!kept && open && !card.contains(event.relatedTarget)) hide();
  });

  document.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
      if (event.key === "Escape" && open) {
        event.stopImmediatePropagation();
        hide();
      } else if ((event.key === "Enter" || event.key === " ") && event.target.matches(".k[role=button]")) {
        event.preventDefault();
        show(event.target, true);
        card.focus({ preventScroll: true });
      } else if (event.key === "." || event.key === ",") {
        step(event.key === "." ? 1 : -1);
      }
    },
    true,
  );

  for (const button of document.querySelectorAll("[data-layer]")) button.addEventListener("click", arm);

  function fromAddress() {
    const id = location.hash.slice(1);
    const head = /^[etp](\d+|h[0-9a-f]+)$/.test(id) && read().cards[id] ? headOf(id) : null;
    if (!head) return hide();
    const role = piecesOf(id).find(([piece]) => piece === head)[1];
    if (!isShown(LAYERS[role])) document.querySelector(`[data-layer=${LAYERS[role]}]`).click();
    go(head, true);
  }
  addEventListener("hashchange", fromAddress);
  addEventListener("resize", () => open && put(open));
  self.requestIdleCallback?.(() => piecesOf(""));
  if (location.hash) fromAddress();
})();
