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

async function fill(name) {
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
      html = await fragment(at);
      if (name === "source" || name === "why") {
        fragments.set(at, html);
      }
    }
    if (tab === name && (now === id || name === "bench" || name === "lint")) {
      const chosen = seat()?.dataset.seat;
      side.dataset.shows = name;
      side.innerHTML = html;
      side.scrollTop = 0;
      filled(name, chosen);
    }
  } catch (failure) {
    side.replaceChildren(element("p", { class: "nothing" }, failure.message));
  }
}

/** Chosen: the seat of the bench before it was filled again. */
function filled(name, chosen) {
  if (name === "source") {
    lightSentences();
    jumpTo(side.querySelector("mark"));
    ahead();
  } else if (name === "bench") {
    below(side);
    selectSeat((chosen && side.querySelector("[data-seat=\"" + CSS.escape(chosen) + "\"]")) || side.querySelector(".seat"));
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
    setTimeout(() => fragment(at).then((html) => fragments.set(at, html)).catch(() => {}), 150);
  }
}

/** Sentences of the item that have a place in the source that is shown. */
function lightSentences() {
  const of = side.querySelector(".source")?.dataset.of;
  card(of)?.querySelectorAll(".sentence").forEach((each) => {
    each.classList.toggle("lit", Boolean(side.querySelector("mark.lit[data-sentence=\"" + each.dataset.sentence + "\"]")));
  });
}

function light(sentence) {
  side.querySelectorAll("mark").forEach((each) => each.classList.toggle("lit", each.dataset.sentence === sentence));
  side.querySelectorAll(".chip").forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.light === sentence)));
  lightSentences();
  jumpTo(side.querySelector("mark.lit"));
}

function jumpTo(place) {
  if (place) {
    const inner = place.getBoundingClientRect().top - side.getBoundingClientRect().top + side.scrollTop;
    side.scrollTop = inner - side.clientHeight / 3;
  }
}

// The bench. While it is open, j, k and a are about it.
const onBench = () => tab === "bench";
const seat = () => side.querySelector(".seat.now");
function selectSeat(next) {
  if (next) {
    seat()?.classList.remove("now");
    next.classList.add("now");
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }
}

function seatStep(steps) {
  const all = Array.from(side.querySelectorAll(".seat"));
  const at = all.indexOf(seat());
  selectSeat(all[Math.max(0, Math.min(all.length - 1, at + steps))]);
}

/** Below the cut line: the first of the bench. */
function below(bench) {
  const items = element("ol", {});
  Array.from(bench.querySelectorAll(".seat")).slice(0, 8).forEach((each) => {
    const link = element("a", { href: "#bench", dir: "auto", "data-to-seat": each.dataset.seat }, each.querySelector(".seat-title").textContent);
    items.append(element("li", {}, link));
  });
  byId("below").replaceChildren(items);
}

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

/** A field whose text is saved while it is typed. */
function writing(kind, label, text, hint) {
  const area = element("textarea", { id: "writing", dir: "auto", spellcheck: "true" });
  area.value = text;
  const opened = openStrip(kind, element("label", { for: "writing" }, label), area,
      element("div", { class: "strip-acts" }, button("Done", "Esc", "back"), button("Copy my text", "", "copy"), element("span", { class: "fine" }, hint)));
  Object.assign(opened, { area, saved: text, sent: text, base: shown.number, timer: 0 });
  showUnsaved();
  saveWhileTyping(opened);
  area.focus();
  area.setSelectionRange(text.length, text.length);
  return opened;
}

function saveWhileTyping(field) {
  field.area.addEventListener("input", () => {
    clearTimeout(field.timer);
    if (!problem) {
      saving("saving");
    }
    field.timer = setTimeout(() => { typedNow(); settled(); }, 600); // a pause in typing
  });
}

/** The fields that are open: an item's one, or those of what stands above all items. */
const fields = () => strip?.fields || (strip?.area ? [strip] : []);
const fieldOf = (item) => fields().find((field) => field.item === item);

/** What was typed since the last save goes into the queue. */
function typedNow() {
  fields().forEach(typed);
}

/** What a field says; an emptied subject what was proposed. */
const fieldText = (of) => (of.area.value.trim() ? of.area.value : of.proposed ?? of.area.value);

function typed(of) {
  const text = fieldText(of);
  if (of.area.readOnly || text === of.sent) {
    return;
  }
  clearTimeout(of.timer);
  of.sent = text;
  if (problem && textOf(problem.entry) === of.kind + " " + of.item) {
    newer(text);
    return;
  }
  save(of.kind, { expected: of.base, body: { item: of.item, text }, after: (answer) => {
    if (answer.outcome === "saved") {
      of.saved = text;
      of.base = answer.state?.number ?? of.base;
    }
  } });
}
