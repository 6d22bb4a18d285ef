// What stands beside an item, and what opens below it.
const TABS = ["source", "why", "history", "bench", "lint"];
let tab = "source";
let besideTimer = 0;
const fragments = new Map();

function forget(id) {
  for (const name of TABS) {
    fragments.delete(address(name, id));
  }
}

function address(name, id) {
  return name === "bench" || name === "lint" ? "/" + name : "/items/" + id + "/" + name;
}

/** Soon, so that who walks through the items does not wait for their sources. */
function beside() {
  clearTimeout(besideTimer);
  if (tab !== "bench" && tab !== "lint") {
    besideTimer = setTimeout(() => fill(tab), 60);
  }
}

function open(name) {
  clearTimeout(besideTimer); // it would fill the pane once more, and begin it anew
  tab = name;
  root.dataset.tab = name;
  for (const each of TABS) {
    const on = each === name;
    byId("tab-" + each).setAttribute("aria-selected", String(on));
    byId("tab-" + each).tabIndex = on ? 0 : -1;
  }
  side.setAttribute("aria-labelledby", "tab-" + name);
  return fill(name);
}

/** What the pane shows is not so any more: soon it is, and nobody is taken from where he reads. */
function renew(issue, item) {
  const shows = { source: item, why: item, bench: issue && !side.querySelector("form:focus-within") }[tab] ?? true;
  if (shows && side.dataset.shows === tab) {
    clearTimeout(besideTimer);
    besideTimer = setTimeout(() => fill(tab, true), 60);
  }
}

/** Still: the pane stays where it is, and so does the focus in it. */
async function fill(name, still) {
  const id = now;
  const at = address(name, id);
  if (!id && name !== "bench" && name !== "lint") {
    return;
  }
  try {
    let html = fragments.get(at);
    if (html === undefined) {
      if (side.dataset.shows !== name) {
        side.replaceChildren(element("p", { class: "nothing" }, name === "lint" ? "Checking …" : "…"));
      }
      html = await kept(name, id);
    }
    if (tab === name && (now === id || name === "bench" || name === "lint")) {
      const same = name === "bench" || name === "lint" || side.dataset.of === id;
      if (still && same) {
        refill(name, html);
        return;
      }
      side.dataset.shows = name;
      side.dataset.of = id;
      side.innerHTML = html;
      side.scrollTop = 0;
      filled(name);
    }
  } catch (failure) {
    side.replaceChildren(element("p", { class: "nothing" }, failure.message));
  }
}

/** What stands beside an item is asked for once, as long as the item stays as it is. */
async function kept(name, id) {
  const asOf = hashes.get(id);
  const html = await fragment(address(name, id));
  if ((name === "source" || name === "why") && asOf === hashes.get(id)) {
    fragments.set(address(name, id), html);
  }
  return html;
}

const REACHED = "a, button, input, summary, [tabindex]";
function refill(name, html) {
  const top = side.scrollTop;
  const lit = side.querySelector(".chip[aria-pressed=true]")?.dataset.light;
  const chosen = seat()?.dataset.seat;
  const at = Array.from(side.querySelectorAll(REACHED)).indexOf(document.activeElement);
  side.innerHTML = html;
  if (name === "bench") {
    below(side);
    (seatOf(chosen) || side.querySelector(".seat"))?.classList.add("now");
  } else if (name === "lint") {
    filled(name);
  } else if (lit) {
    light(lit, "still");
  } else {
    lightSentences();
  }
  side.scrollTop = top;
  side.querySelectorAll(REACHED)[at]?.focus({ preventScroll: true });
}

function filled(name) {
  if (name === "source") {
    lightSentences();
    jumpTo(side.querySelector("mark"));
    ahead();
  } else if (name === "bench") {
    below(side);
    selectSeat(side.querySelector(".seat"));
  } else if (name === "lint") {
    const place = element("p", { class: "fine", role: "status" });
    side.querySelector(".lint").prepend(place);
    asked(place, () => tab === "lint" && place.isConnected).then((more) => more && fill("lint"));
  }
}

/** The next item's source is fetched while this one is read. */
function ahead() {
  const at = address("source", neighbour(1));
  if (neighbour(1) !== now && !fragments.has(at)) {
    const id = neighbour(1);
    setTimeout(() => kept("source", id).catch(() => {}), 150);
  }
}

/** Sentences of the item that have a place in the source that is shown. */
function lightSentences() {
  const of = side.querySelector(".source")?.dataset.of;
  card(of)?.querySelectorAll(".sentence").forEach((each) => {
    each.classList.toggle("lit", Boolean(side.querySelector("mark.lit[data-sentence=\"" + each.dataset.sentence + "\"]")));
  });
}

function light(sentence, still) {
  side.querySelectorAll("mark").forEach((each) => each.classList.toggle("lit", each.dataset.sentence === sentence));
  side.querySelectorAll(".chip").forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.light === sentence)));
  lightSentences();
  if (!still) {
    jumpTo(side.querySelector("mark.lit"));
  }
}

/** A third from the top; not at all where it is seen from the top, and with no line above it cut in half where that can be. */
function jumpTo(place) {
  if (!place) {
    return;
  }
  const height = side.clientHeight;
  const inner = (node) => node.getBoundingClientRect().top - side.getBoundingClientRect().top + side.scrollTop;
  const to = inner(place);
  const top = to - height / 3;
  const edge = Array.from(side.querySelectorAll(BLOCKS), inner).findLast((each) => each <= top);
  side.scrollTop = to < height * 0.7 ? 0 : edge > top - height / 3 ? edge - 6 : top;
}
const BLOCKS = "h2, dl, section, .chips, p, blockquote";

// What opens below an item: one at a time.
let strip = null;

function openStrip(kind, ...children) {
  closeStrip();
  const above = kind === "opening";
  strip = { kind, item: above ? kind : now, node: element("div", { class: "strip", "data-kind": kind }, ...children) };
  (above ? byId("opening") : card(now)).append(strip.node);
  strip.node.scrollIntoView({ block: "nearest" });
  return strip;
}

function closeStrip(item) {
  if (!strip || (item !== undefined && strip.item !== item && !fieldOf(item))) {
    return;
  }
  typedNow();
  const { node, item: of } = strip;
  strip = null;
  const inside = node.contains(document.activeElement);
  node.remove();
  showUnsaved();
  if (inside && of === "opening") {
    (card(now) || byId("opening")).focus({ preventScroll: true }); // one goes on reading above
  } else if (inside && of === now) {
    card(of)?.focus({ preventScroll: true });
    card(of)?.scrollIntoView({ block: "nearest" });
  }
}
