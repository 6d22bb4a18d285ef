// The one way out for what the editor does: first in, first out, one at a time. What waits is shown at once, survives a
// reload, and is sent again until somebody answers. A newer text of an item takes the place of one that waits.
const queue = [];
const unsaved = new Map(); // texts that the server did not take, by what they are a text of
const KEPT = "digest-unsaved-" + week;
const STORED = KEPT + "/" + crypto.randomUUID(); // this page's own: another tab never writes over it
const TRIES = { once: 3, text: 8 }; // a minute and a half for a full disk; then what waits behind it goes on
let sending = null;
let pause = 0;
let retry = 0;
let problem = null;

/** What is shown before it is saved. */
const SHOWS = {
  accept: ({ item }) => flag(item, "accepted", true),
  reject: ({ item }) => takeOut(item),
  pin: ({ item }) => flag(item, "pinned", true),
  unpin: ({ item }) => flag(item, "pinned", false),
  move: ({ item, before, after }) => put(item, before ?? after, before !== undefined),
};
const showAhead = (entry) => SHOWS[entry.body.act]?.(entry.body);
const isText = (entry) => entry.body.text !== undefined;
const textOf = (entry) => entry.body.act + " " + entry.body.item;

/** `after` gets the answer. By its id the server tells an act that comes again from a new one. */
function save(act, more) {
  const entry = { expected: shown.number, ...more, body: { id: crypto.randomUUID(), act, ...more.body } };
  unsaved.delete(textOf(entry));
  const waits = queue.findIndex((other) => other !== sending && replaces(entry, other));
  if (waits >= 0) {
    entry.expected = queue[waits].expected;
    queue[waits] = entry;
  } else {
    queue.push(entry);
  }
  showAhead(entry);
  entry.done = new Promise((resolve) => { entry.resolve = resolve; });
  remember();
  pump();
  return entry.done;
}

function replaces(entry, other) {
  return isText(entry) && textOf(other) === textOf(entry);
}

async function pump() {
  if (sending || !queue.length || problem) {
    settled();
    return;
  }
  sending = queue[0];
  if (byId("saving").dataset.state !== "offline") {
    saving("saving");
  }
  try {
    answered(await post("/acts", { expected: sending.expected, ...sending.body }));
  } catch (failure) {
    failed(failure);
  }
}

function answered(answer) {
  const entry = queue.shift();
  sending = null;
  pause = 0;
  if (answer.outcome === "conflict") {
    conflict(entry, answer);
  } else if (answer.outcome !== "saved") {
    refused(entry, answer.sentence || "That could not be done.");
  } else if (answer.sentence) {
    toast(answer.sentence);
  }
  if (answer.outcome !== "saved") {
    hashes.delete(entry.body.item); // what was shown ahead is not so
  }
  if (answer.state) {
    adopt(answer.state);
  } else {
    follow();
  }
  entry.after?.(answer);
  entry.resolve?.(answer);
  remember();
  pump();
}

function failed(failure) {
  const entry = sending;
  if (failure.unable) {
    entry.tries = (entry.tries || 0) + 1;
    if (entry.tries >= (entry.once ? TRIES.once : isText(entry) ? TRIES.text : Infinity)) {
      answered({ outcome: "refused", sentence: failure.message });
      return;
    }
  }
  sending = null;
  pause = Math.min(10000, (pause || 500) * 2); // soon at first; never more often than it is worth
  saving("offline", failure.closed ? "Signed out: kept here" : failure.unable ? "Not saved yet: kept here" : undefined);
  if (failure.closed || entry.tries === 1) {
    toast(failure.message, button("Copy my text", "c", "copy"));
  }
  clearTimeout(retry);
  retry = setTimeout(pump, pause);
}

function again() {
  clearTimeout(retry);
  pump();
}

function settled() {
  if (problem) {
    saving("conflict");
  } else if (!queue.length && !sending) {
    saving(unsaved.size ? "unsaved" : "saved");
    catchUp();
  }
}

/** All that waits is saved; false where it cannot be now. */
async function flushed() {
  typedNow();
  while (queue.length && !problem && byId("saving").dataset.state !== "offline") {
    await Promise.race([queue[queue.length - 1].done, new Promise((go) => setTimeout(go, 500))]);
  }
  return !queue.length && !problem && !unsaved.size;
}

// A text that the server does not take stands in its open field, else above the page, until it is written on or let go.
function refused(entry, sentence) {
  if (!isText(entry)) {
    toast(sentence);
  } else if (!queue.some((other) => replaces(entry, other))) {
    unsaved.set(textOf(entry), { ...entry, sentence });
    toast("Not saved. " + sentence, button("Copy my text", "c", "copy"));
    showUnsaved();
  }
}

function showUnsaved() {
  if (problem) {
    return;
  }
  const entry = [...unsaved.values()].find(({ body: { act, item } }) => !fields().some((field) => field.kind === act && field.item === item));
  byId("conflict").hidden = !entry;
  if (!entry) {
    return;
  }
  const { act, item, text } = entry.body;
  const on = act === "say" || (card(item) && acts[act]) ? [button("Write on", "", "write")] : [];
  on.forEach((each) => { each.onclick = () => { select(item); act === "say" ? writeOpening() : acts[act](); }; });
  const drop = button("Let it go", "", "drop");
  drop.onclick = () => {
    unsaved.delete(textOf(entry));
    remember();
    showUnsaved();
    settled();
  };
  byId("conflict").replaceChildren(
      element("p", {}, element("strong", {}, "This text is not saved."), " " + entry.sentence),
      element("pre", { tabindex: "0", "aria-label": "Your text" }, text),
      element("div", { class: "conflict-acts" }, button("Copy my text", "c", "copy"), ...on, drop));
}

/** The text of an item that is not saved, with what it was written upon. */
function waiting(act, item) {
  const of = { body: { act, item } };
  return queue.findLast((entry) => isText(entry) && textOf(entry) === textOf(of)) || unsaved.get(textOf(of));
}

function remember() {
  const all = [...(problem ? [problem.entry] : []), ...queue, ...unsaved.values()]
      .map(({ expected, once, sentence, body: said }) => ({ expected, once, sentence, body: said }));
  try {
    if (all.length) {
      localStorage.setItem(STORED, JSON.stringify(all));
    } else {
      localStorage.removeItem(STORED);
    }
  } catch { /* a browser that keeps nothing: the text stands in the page */ }
}

/** What was done before a page was closed or the server stopped. A page holds its lock as long as it is open. */
function recall() {
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(KEPT) && each !== STORED)) {
    if (navigator.locks) {
      navigator.locks.request(key, () => takeOver(key));
    } else {
      takeOver(key);
    }
  }
}

function takeOver(key) {
  try {
    for (const kept of JSON.parse(localStorage.getItem(key) || "[]")) {
      if (kept.sentence) {
        unsaved.set(textOf(kept), kept);
      } else {
        queue.push({ ...kept, done: Promise.resolve() });
        showAhead(kept);
      }
    }
    remember();
  } catch { /* written by something else */ }
  localStorage.removeItem(key);
  showUnsaved();
  pump();
}

/** The page goes: what was typed is on its way once more; the rest is found again by the next. */
function sendLast() {
  queue.filter((entry) => isText(entry) && entry !== sending && !(sending && replaces(entry, sending)))
      .forEach((entry) => post("/acts", { expected: entry.expected, ...entry.body }, true).catch(() => {}));
}

// A conflict holds the queue until the editor has chosen; nothing is thrown away meanwhile.
function conflict(entry, answer) {
  const mine = entry.body.text;
  if (mine === undefined) {
    toast(answer.sentence || "Somebody else changed that; nothing was done.");
    return;
  }
  problem = { entry, mine };
  saving("conflict");
  const keep = button("Keep mine", "", "mine");
  keep.onclick = () => resolved({ ...entry, expected: shown.number });
  const theirs = button("Take theirs", "", "theirs");
  theirs.onclick = () => resolved(null);
  byId("conflict").replaceChildren(
      element("p", {}, element("strong", {}, answer.sentence || "Somebody else changed this item meanwhile."),
          " Your text is here; the other one stands in the page."),
      element("pre", { tabindex: "0", "aria-label": "Your text" }, mine),
      element("div", { class: "conflict-acts" }, button("Copy my text", "c", "copy"), keep, theirs));
  byId("conflict").hidden = false;
}

/** Typed on while the conflict stands: the box holds the newest. */
function newer(text) {
  problem.mine = text;
  problem.entry.body.text = text;
  byId("conflict").querySelector("pre").textContent = text;
  remember();
}

function resolved(entry) {
  const item = problem.entry.body.item;
  const typed = dropTyped(item);
  problem = null;
  byId("conflict").hidden = true;
  closeStrip(item);
  if (entry) {
    queue.unshift({ ...entry, body: { ...entry.body, text: typed ?? entry.body.text } });
  }
  remember();
  showUnsaved();
  pump();
  settled();
}

/** All that the editor typed and that may not be saved yet. */
function myText() {
  const texts = [problem?.mine, ...[...queue, ...unsaved.values()].map((entry) => entry.body.text)];
  document.querySelectorAll(".strip textarea, .strip input").forEach((field) => texts.push(field.value));
  return [...new Set(texts.filter((text) => text))].join("\n\n");
}

navigator.locks?.request(STORED, () => new Promise(() => {}));
window.addEventListener("online", again);
window.addEventListener("offline", () => saving("offline"));
