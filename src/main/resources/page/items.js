// The items: which one is looked at, and how the page follows the issue. Only cards that changed are replaced.
let now = null;
let hashes = new Map();

const cards = () => Array.from(document.querySelectorAll("#cards .card"));
const card = (id) => byId("item-" + id);
const listed = (id) => document.querySelector("#list li[data-for=\"" + CSS.escape(id) + "\"]");
const titleOf = (id) => card(id)?.querySelector("h3").textContent || "";

/** How: "quiet" leaves the focus where it is, "still" moves it and scrolls nothing. */
function select(id, how) {
  const next = card(id);
  if (!next) {
    return;
  }
  if (strip && strip.item !== id) {
    closeStrip();
  }
  if (now !== id) {
    card(now)?.classList.remove("now");
    listed(now)?.classList.remove("now");
    listed(now)?.firstChild.removeAttribute("aria-current");
    now = id;
  }
  next.classList.add("now");
  const entry = listed(id);
  entry?.classList.add("now");
  entry?.firstChild.setAttribute("aria-current", "true");
  if (how !== "quiet") {
    next.focus({ preventScroll: true });
  }
  if (how === undefined) {
    next.scrollIntoView({ block: "nearest" });
    entry?.scrollIntoView({ block: "nearest" });
  }
  looking();
}

/** The item that much further down; stays at the ends. */
function neighbour(steps) {
  const all = cards();
  const at = all.findIndex((each) => each.dataset.id === now);
  return all[Math.max(0, Math.min(all.length - 1, at + steps))]?.dataset.id;
}

// An item counts as looked at after a moment before one's eyes.
let lookingTimer = 0;
function looking() {
  clearTimeout(lookingTimer);
  const id = now;
  lookingTimer = setTimeout(() => {
    if (card(id) && card(id).dataset.seen !== "true" && !document.hidden) {
      card(id).dataset.seen = "true";
      post("/acts", { act: "seen", item: id, expected: shown.number }).catch(() => {});
    }
  }, 1200);
  beside();
}

function flag(id, name, value) {
  const to = String(value);
  for (const each of [card(id), listed(id)]) {
    if (each && each.dataset[name] !== to) {
      each.dataset[name] = to;
    }
  }
}

function count() {
  const all = cards();
  const done = all.filter((each) => each.dataset.accepted === "true").length;
  byId("accepted").textContent = done;
  byId("items").textContent = all.length;
  byId("progress").max = Math.max(1, all.length);
  byId("progress").value = done;
}

/** Takes over a state of the issue, unless a newer one is shown. */
function adopt(state) {
  if (state.number < shown.number) {
    return;
  }
  const fresh = state.number > shown.number;
  shown.number = state.number;
  shown.letGo = state.letGo;
  shown.undoable = Boolean(state.undoable);
  shown.redoable = Boolean(state.redoable);
  body.dataset.number = state.number;
  body.dataset.approved = String(Boolean(state.approved));
  byId("minutes").textContent = state.minutes ?? byId("minutes").textContent;
  enabled("undo", shown.undoable);
  enabled("redo", shown.redoable);
  refreshOpening(state.opening);
  const moved = arrange(state);
  blocks(state);
  const replaced = state.cards.filter(refresh);
  if (moved || replaced.some(({ id }) => !listed(id))) {
    relist();
  } else {
    replaced.forEach(({ id }) => listed(id).replaceWith(entryOf(card(id))));
  }
  queue.forEach(showAhead);
  if (unsaved.size) {
    showUnsaved(); // an item that came back can be written on
  }
  if (!card(now)) {
    now = null;
    select(afterLoss(state), "quiet");
  }
  count();
  if (fresh) {
    renew(moved || replaced.length > 0, replaced.some(({ id }) => id === now));
  }
}

function enabled(act, on) {
  document.querySelectorAll(".bar [data-do=" + act + "]").forEach((each) => { each.disabled = !on; });
}

/** True if a card had to be replaced. */
function refresh(one) {
  const old = card(one.id);
  if (!old || hashes.get(one.id) === one.hash) {
    return false;
  }
  hashes.set(one.id, one.hash);
  const fresh = built(one.html);
  old.dataset.seen = fresh.dataset.seen; // shows nothing
  if (isSame(old, fresh)) {
    return false;
  }
  replace(old, fresh);
  forget(one.id);
  return true;
}

/** Nothing is replaced by its like: neither what the page brought, nor what was shown before it was saved. */
function isSame(old, fresh) {
  const bare = old.cloneNode(true);
  bare.classList.remove("now");
  bare.querySelector(".strip")?.remove();
  bare.querySelectorAll(".lit").forEach((each) => each.classList.remove("lit"));
  return written(bare) === written(fresh);
}

const written = (node) => node.outerHTML.replace(/\s+/g, " ").replace(/> </g, "><");

/** Puts a card in the place of another; what is open below it stays open, with the cursor in it. */
function replace(old, fresh) {
  const strip = old.querySelector(".strip");
  const focused = document.activeElement;
  const inside = old.contains(focused);
  fresh.classList.toggle("now", old.dataset.id === now);
  if (strip) {
    fresh.append(strip);
  }
  old.replaceWith(fresh);
  if (inside) {
    (strip && strip.contains(focused) ? focused : fresh).focus({ preventScroll: true });
  }
  lightSentences();
}

function built(html) {
  const box = document.createElement("template");
  box.innerHTML = html;
  return box.content.firstElementChild;
}

/** Puts sections and cards in the order of the state; true if anything had to move. */
function arrange(state) {
  const by = new Map(state.cards.map((one) => [one.id, one]));
  const order = state.order.filter((id) => by.has(id));
  const stood = cards().map((each) => each.closest(".part").dataset.section + "/" + each.dataset.id).join("\n");
  if (stood === order.map((id) => by.get(id).section + "/" + id).join("\n")) {
    return empty();
  }
  cards().filter((each) => !by.has(each.dataset.id)).forEach((each) => { keepTyped(each); each.remove(); });
  let part = null;
  let at = null;
  order.forEach((id) => {
    const one = by.get(id);
    if (!part || part.dataset.section !== one.section) {
      part = section(one.section, part);
      at = part.querySelector(".card");
    }
    let node = card(id);
    if (!node) {
      node = built(one.html);
      hashes.set(id, one.hash);
    }
    if (node === at) { // it stands where it should: to put it there again would have all below it laid out anew
      at = cardAfter(at);
    } else if (at) {
      at.before(node);
    } else {
      part.append(node);
    }
  });
  empty();
  return true;
}

function cardAfter(node) {
  let next = node.nextElementSibling;
  while (next && !next.matches(".card")) {
    next = next.nextElementSibling;
  }
  return next;
}

/** What is no item, each below what it stands below; what it shows is in its id, so that only what changed is put in. */
function blocks(state) {
  let part = null;
  state.sections.forEach((title) => { part = section(title, part); });
  const there = new Set(state.blocks.map((one) => one.id));
  document.querySelectorAll("#cards .block").forEach((each) => there.has(each.id) || each.remove());
  state.blocks.forEach((one) => {
    const above = byId(one.above) || section(one.section).querySelector(".part-title");
    const node = byId(one.id) || built(one.html);
    if (above.nextElementSibling !== node) {
      above.after(node);
    }
  });
  empty();
}

/** Sections that the last item left go; true if there were any. */
function empty() {
  const without = Array.from(document.querySelectorAll("#cards .part")).filter((each) => !each.querySelector(".card, .block"));
  without.forEach((each) => each.remove());
  return without.length > 0;
}

function section(title, before) {
  const made = document.querySelector(".part[data-section=\"" + CSS.escape(title) + "\"]") ||
      element("section", { class: "part", "data-section": title, "aria-label": title }, element("h2", { class: "part-title" }, title));
  const follows = before ? before.nextElementSibling : byId("cards").firstElementChild;
  if (follows === made) {
    return made;
  }
  if (before) {
    before.after(made);
  } else if (before === null) {
    byId("cards").prepend(made);
  }
  return made;
}

/** The list on the left, made again from the cards. */
function relist() {
  const list = byId("list");
  const cut = list.querySelector(".cut");
  while (list.firstElementChild !== cut) {
    list.firstElementChild.remove();
  }
  document.querySelectorAll("#cards .part:has(.card)").forEach((part) => {
    cut.before(element("h2", {}, part.dataset.section), element("ol", {}, ...Array.from(part.querySelectorAll(".card"), entryOf)));
  });
}

function entryOf(of) {
  const { id, accepted, lapsed, pinned, ungrounded } = of.dataset;
  const link = element("a", { href: "#item-" + id, dir: "auto", "aria-current": id === now && "true" }, titleOf(id));
  const entry = element("li", { "data-for": id, "data-accepted": accepted, "data-lapsed": lapsed, "data-pinned": pinned, "data-ungrounded": ungrounded }, link);
  entry.classList.toggle("now", id === now);
  return entry;
}

let lastOrder = [];
function afterLoss(state) {
  return state.order.find((id) => lastOrder.includes(id)) || state.order[0];
}
