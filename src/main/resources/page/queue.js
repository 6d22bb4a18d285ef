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
  accept: ({ item }) => { flag(item, "accepted", true); flag(item, "lapsed", false); },
  reject: ({ item }) => takeOut(item),
  pin: ({ item }) => flag(item, "pinned", true),
  unpin: ({ item }) => flag(item, "pinned", false),
  move: ({ item, before, after }) => put(item, before ?? after, before !== undefined),
};
const showAhead = (entry) => SHOWS[entry.body.act]?.(entry.body);
const isText = (entry) => entry.body.text !== undefined;
const textOf = (entry) => entry.body.act + " " + entry.body.item;

/** `after` gets the answer; what is `mine` of a conflict stays beside what takes its place. By its id the server tells an act that comes again from a new one. */
function save(act, more) {
  const entry = { expected: shown.number, ...more, body: { id: crypto.randomUUID(), act, ...more.body } };
  unsaved.delete(textOf(entry));
  const waits = queue.findLastIndex((other) => other !== sending && !other.mine && replaces(entry, other));
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
  const entry = sending;
  queue.splice(queue.indexOf(entry), 1);
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
  saving("offline", failure.closed ? SIGNED_OUT : failure.unable ? "Not saved yet: kept here" : undefined);
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
    await Promise.race([queue.at(-1).done, new Promise((go) => setTimeout(go, 500))]);
    await new Promise((go) => setTimeout(go)); // whatever waits there: the page goes on
  }
  return !queue.length && !problem && !unsaved.size;
}

/** The text of an item that is not saved, with what it was written upon. */
function waiting(act, item) {
  const of = { body: { act, item } };
  if (problem && textOf(problem.entry) === textOf(of)) {
    return problem.entry;
  }
  return queue.findLast((entry) => isText(entry) && textOf(entry) === textOf(of)) || unsaved.get(textOf(of));
}

function remember() {
  const all = [...(problem ? [problem.entry] : []), ...queue, ...unsaved.values()]
      .map(({ expected, once, mine, theirs, tooLong, sentence, body: said }) => ({ expected, once, mine, theirs, tooLong, sentence, body: said }));
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
        const entry = { ...kept };
        entry.done = new Promise((resolve) => { entry.resolve = resolve; });
        queue.push(entry);
        showAhead(entry);
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

navigator.locks?.request(STORED, () => new Promise(() => {}));
window.addEventListener("online", again);
window.addEventListener("offline", () => saving("offline"));
