// Texts that could not be saved as they stand. They stay in their open field, else above the page, until the editor has chosen:
// nothing that was typed goes without a way back. What was let go is an act like any other: the history keeps its text, and undo brings it back.
const fieldFor = (act, item) => fields().find((field) => field.kind === act && field.item === item);

let standing = ""; // what the box says of a text that is not saved: a state that changes nothing of it leaves it, and the focus in it
function above(strong, sentence, text, ...buttons) {
  byId("conflict").replaceChildren(
      element("p", {}, element("strong", {}, strong), " " + sentence),
      element("pre", { tabindex: "0", "aria-label": "Your text" }, text),
      element("div", { class: "conflict-acts" }, button("Copy my text", "c", "copy"), ...buttons));
  byId("conflict").hidden = false;
  standing = "";
}

function choice(label, name, does) {
  const made = button(label, "", name);
  made.onclick = () => Promise.resolve(does()).catch((failure) => toast(failure.message));
  return made;
}

function refused(entry, sentence) {
  if (entry.body.act === "let-go") {
    unsaved.set(textOf(lettingGo(entry)), { ...lettingGo(entry), tooLong: true, sentence: "The history cannot keep it: " + sentence });
    showUnsaved();
  } else if (!isText(entry)) {
    toast(sentence);
  } else if (entry.theirs && unsaved.has(textOf(entry))) {
    toast(sentence); // mine was refused before it: that is the one that waits
  } else if (entry.mine || !queue.some((other) => replaces(entry, other))) {
    unsaved.set(textOf(entry), { ...entry, sentence });
    toast("Not saved. " + sentence, button("Copy my text", "c", "copy"));
    showUnsaved();
  }
}

function showUnsaved() {
  if (problem) {
    return;
  }
  const entry = [...unsaved.values()].find(({ body: { act, item } }) => !fieldFor(act, item));
  byId("conflict").hidden = !entry;
  if (!entry) {
    return;
  }
  const { act, item, text } = entry.body;
  const writable = act === "say" || (card(item) && acts[act]);
  const says = [textOf(entry), text, entry.sentence, Boolean(writable)].join("\n");
  if (standing === says) {
    return;
  }
  const writeOn = choice("Write on", "write", () => { select(item); return act === "say" ? writeOpening() : acts[act](); });
  above("This text is not saved.", entry.sentence, text,
      ...(writable ? [writeOn] : []), choice(entry.tooLong ? "Let it go for good" : "Let it go", "drop", () => drop(entry)));
  standing = says;
}

function drop(entry) {
  const { act, item, text } = entry.body;
  unsaved.delete(textOf(entry));
  if (entry.tooLong) {
    const back = button("Bring it back", "", "");
    back.onclick = () => bringBack(entry.body);
    toast("Your text was let go.", back);
  } else {
    save("let-go", { body: { of: act, item, words: text } });
    toast("Your text was let go; the history keeps it.", button("Bring it back", "u", "undo"));
  }
  left();
}

/** The text that an act lets go, as it waited. */
const lettingGo = ({ body: { of, item, words } }) => ({ expected: shown.number, body: { id: crypto.randomUUID(), act: of, item, text: words } });

/** One that was let go a moment ago and is not on its way yet. */
function takeLetGoBack() {
  const last = queue.at(-1);
  if (last?.body.act !== "let-go" || last === sending) {
    return false;
  }
  if (bringBack(lettingGo(last).body)) {
    queue.splice(queue.indexOf(last), 1);
    last.resolve?.({});
    left();
  }
  return true;
}

/** A text that was let go, or written before, waits above the page again; false where another text of the same stands there. */
function bringBack({ act, item, text }) {
  const back = { expected: shown.number, body: { id: crypto.randomUUID(), act, item, text } };
  const other = unsaved.get(textOf(back));
  if (other && other.body.text !== text) {
    toast("Another text of it waits above: write on or let it go first.");
    return false;
  }
  unsaved.set(textOf(back), { ...back, sentence: "You wrote it before." });
  left();
  toast("Your text is back.");
  return true;
}

/** An undone letting go was done again; what was typed since is another text, and stays. */
function gone({ act, item, text }) {
  if (unsaved.get(act + " " + item)?.body.text === text) {
    unsaved.delete(act + " " + item);
    left();
  }
}

function left() {
  remember();
  showUnsaved();
  settled();
}

/** What one reads on a card. */
const words = (of) => ["h3", ".text", ".note"].map((part) => of.querySelector(part)?.textContent.trim().replace(/\s+/g, " ")).join("\n");

/** The item is gone from the issue while its text is written: the text must not go with it. */
function keepTyped(gone) {
  if (strip && strip.item === gone.dataset.id && strip.area) {
    const { kind, item, base, area } = strip;
    strip = null;
    root.dataset.typing = "false";
    if (area.value) {
      unsaved.set(kind + " " + item, { expected: base, upon: words(gone), sentence: "Its item left the issue while you wrote in it; undo (" + keyOf("undo") + ") brings the item back.",
        body: { id: crypto.randomUUID(), act: kind, item, text: area.value } });
    }
    left();
  }
}

// A conflict holds the queue until the editor has chosen; nothing is thrown away meanwhile.
function conflict(entry, answer) {
  if (!isText(entry)) {
    toast(answer.sentence || "Somebody else changed that; nothing was done.");
    return;
  }
  const later = queue.filter((other) => replaces(entry, other)); // what was typed on meanwhile, or would have taken its place
  later.forEach((other) => { queue.splice(queue.indexOf(other), 1); other.resolve?.(answer); });
  const mine = (later.findLast((other) => !other.theirs) ?? entry).body.text;
  entry.body.text = mine;
  problem = { entry, mine };
  saving("conflict");
  above(answer.sentence || "Somebody else changed this item meanwhile.", "Your text is here; the other one stands in the page.", mine,
      choice("Keep mine", "mine", keepMine), choice("Take theirs", "theirs", takeTheirs));
}

/** Typed on while the conflict stands: the box holds the newest. */
function newer(text) {
  problem.mine = text;
  problem.entry.body.text = text;
  byId("conflict").querySelector("pre").textContent = text;
  remember();
}

/** The editor's text goes into the issue, over the other one; who is writing goes on. */
function keepMine() {
  const { act, item } = problem.entry.body;
  const of = fieldFor(act, item);
  const text = of ? fieldText(of) : problem.mine;
  const saved = mineSaved(act, item, text);
  if (of) {
    of.sent = text;
    of.base = shown.number; // what is typed on meanwhile is upon theirs too
    of.area.focus();
  }
  return saved;
}

/** Theirs stays. The editor's is saved right before it, so that undo finds it, today and at any time. */
async function takeTheirs() {
  const held = problem;
  const { act, item } = held.entry.body;
  const theirs = await theirText(act, item);
  if (problem !== held) {
    return;
  }
  const of = fieldFor(act, item);
  const mine = of ? fieldText(of) : held.mine;
  if (of) {
    of.area.value = theirs ?? "";
    of.sent = of.area.value;
    of.base = shown.number;
    of.area.focus();
  }
  mineSaved(act, item, mine, { mine: true });
  if (theirs !== undefined) { // what is typed next takes its place, and a reload keeps both
    const { outcome } = await save(act, { theirs: true, body: { item, text: theirs } });
    if (outcome === "saved") {
      toast("Theirs stands.", UNDO());
    }
  }
}

/** Behind all that waits: undo takes back what was chosen before what was done while nobody had chosen. */
function mineSaved(act, item, text, more) {
  const of = fieldFor(act, item);
  problem = null;
  byId("conflict").hidden = true;
  return save(act, { ...more, body: { item, text }, after: (answer) => {
    if (of && answer.outcome === "saved") {
      of.base = answer.state?.number ?? of.base;
    }
    showUnsaved();
  } });
}

/** What stands in the issue; nothing where the item is gone. */
async function theirText(act, item) {
  if (act === "note") {
    return card(item)?.querySelector(".note")?.dataset.text || "";
  }
  try {
    return act === "say"
      ? (await json("/opening")).lines.find((line) => line.item === item).text
      : (await json("/items/" + item + "/text")).text;
  } catch (failure) {
    if (failure.offline || failure.closed) {
      throw failure;
    }
    return undefined;
  }
}

/** All that the editor typed and that may not be saved yet. */
function myText() {
  const texts = [problem?.mine, ...[...queue, ...unsaved.values()].map((entry) => entry.body.text)];
  document.querySelectorAll(".strip textarea, .strip input").forEach((field) => texts.push(field.value));
  return [...new Set(texts.filter((text) => text))].join("\n\n");
}
