// The one way out for what the editor does: first in, first out, one at a time. What waits is shown at once, survives a
// reload, and is sent again until somebody answers. A newer text of an item takes the place of one that waits.
const queue = [];
const STORED = "digest-unsaved-" + week;
let sending = null;
let pause = 0;
let retry = 0;
let problem = null;

/** `show` shows it before it is saved; `after` gets the answer. */
function save(act, more) {
  const entry = { expected: shown.number, ...more, body: { act, ...more.body } };
  const waits = queue.findIndex((other) => other !== sending && replaces(entry, other));
  if (waits >= 0) {
    entry.expected = queue[waits].expected;
    queue[waits] = entry;
  } else {
    queue.push(entry);
  }
  entry.show?.();
  entry.done = new Promise((resolve) => { entry.resolve = resolve; });
  remember();
  pump();
  return entry.done;
}

function replaces(entry, other) {
  return entry.body.text !== undefined && other.body.act === entry.body.act && other.body.item === entry.body.item;
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
    if (sending.lost && sending.once && (await isDone(sending))) {
      answered({ outcome: "saved", state: await json("/state") });
    } else {
      answered(await post("/acts", { expected: sending.expected, ...sending.body }));
    }
  } catch (failure) {
    failed(failure);
  }
}

/** A step that must not be done twice was done, if the issue went on since it was sent. */
async function isDone(entry) {
  const now = await json("/state");
  return now.number > entry.expected;
}

function answered(answer) {
  const entry = queue.shift();
  sending = null;
  pause = 0;
  if (answer.outcome === "conflict") {
    conflict(entry, answer);
  } else if (answer.outcome === "refused") {
    toast(answer.sentence || "That could not be done.");
  } else if (answer.sentence) {
    toast(answer.sentence);
  }
  if (answer.state) {
    adopt(answer.state);
  }
  entry.after?.(answer);
  entry.resolve(answer);
  remember();
  pump();
}

function failed(failure) {
  sending.lost = true;
  sending = null;
  pause = Math.min(10000, (pause || 500) * 2); // soon at first; never more often than it is worth
  saving("offline", failure.closed ? "Signed out: kept here" : undefined);
  if (failure.closed) {
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
  if (!queue.length && !sending && !problem) {
    saving("saved");
    catchUp();
  }
}

/** All that waits is saved; false where it cannot be now. */
async function flushed() {
  typedNow();
  while (queue.length && !problem && byId("saving").dataset.state !== "offline") {
    await Promise.race([queue[queue.length - 1].done, new Promise((go) => setTimeout(go, 500))]);
  }
  return !queue.length && !problem;
}

function remember() {
  const texts = queue.filter((entry) => entry.body.text !== undefined)
      .map((entry) => ({ expected: entry.expected, body: entry.body }));
  try {
    if (texts.length) {
      localStorage.setItem(STORED, JSON.stringify(texts));
    } else {
      localStorage.removeItem(STORED);
    }
  } catch { /* a browser that keeps nothing: the text stands in the page */ }
}

/** What was typed before the page was closed or the server stopped. */
function recall() {
  try {
    for (const kept of JSON.parse(localStorage.getItem(STORED) || "[]")) {
      queue.push({ ...kept, done: Promise.resolve(), resolve() {} });
    }
  } catch { localStorage.removeItem(STORED); }
  pump();
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
  pump();
  settled();
}

/** All that the editor typed and that may not be saved yet. */
function myText() {
  const texts = [problem?.mine, ...queue.map((entry) => entry.body.text)];
  document.querySelectorAll(".strip textarea, .strip input").forEach((field) => texts.push(field.value));
  return [...new Set(texts.filter((text) => text))].join("\n\n");
}

window.addEventListener("online", again);
window.addEventListener("offline", () => saving("offline"));
