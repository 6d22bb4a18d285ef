// What each act of the key table does.
const UNDO = () => button("Undo", "u", "undo");
const acts = {
  next: () => (onBench() ? seatStep(1) : select(neighbour(1))),
  previous: () => (onBench() ? seatStep(-1) : select(neighbour(-1))),
  accept: () => accept(now),
  reject: () => askReason(),
  edit: () => edit(),
  note: () => note(),
  pin: () => pin(),
  rewrite: () => rewrite(),
  why: () => open(tab === "why" ? "source" : "why"),
  history: () => open(tab === "history" ? "source" : "history"),
  open: () => openLink(onBench() ? seat() : card(now)),
  down: () => move("down"),
  up: () => move("up"),
  bench: () => (onBench() ? leaveBench() : open("bench")),
  undo: () => (letGo ? bringBack(letGo) : step("undo", "Taken back.")),
  redo: () => step("redo", "Done again."),
  subject: () => writeOpening(),
  lint: () => open(tab === "lint" ? "source" : "lint"),
  preview: () => preview(),
  copy: () => copyMine(),
  publish: () => openPublish(),
  help: () => toggleHelp(),
  reason: (key) => reject(strip.item, key.dataset.label),
  without: () => reject(strip.item, ""),
  pick: () => pick(),
  take: () => take(),
  back: () => back(),
};

/** Accepts and goes on: one key. A sentence that rests on nothing wants a reason first. */
function accept(id) {
  const of = card(id);
  if (!of) {
    return;
  }
  if (of.dataset.ungrounded === "true" && of.dataset.accepted !== "true") {
    askToVouch(id);
    return;
  }
  accepted(id, "");
}

function accepted(id, reason) {
  closeStrip(id);
  save("accept", { body: { item: id, reason } });
  const next = neighbour(1);
  if (next !== now) {
    select(next);
  } else {
    toast("That was the last one. " + keyOf("publish") + " publishes.", UNDO());
  }
}

function askToVouch(id) {
  const input = element("input", { id: "vouch", autocomplete: "off" });
  const sure = button("Accept", "Enter", "");
  const answer = () => (input.value.trim() ? accepted(id, input.value.trim()) : input.focus());
  sure.onclick = answer;
  openStrip("vouch", element("label", { for: "vouch" }, "Nothing in the source supports the underlined sentence. Why may it stand?"), input,
      element("div", { class: "strip-acts" }, sure, button("Back", "Esc", "back")));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      answer();
    }
  });
  input.focus();
}

function askReason() {
  if (!now) {
    return;
  }
  const buttons = rows.filter((row) => row.dataset.where === "reason").map((row) => {
    const made = button(row.dataset.label, row.dataset.key, "");
    made.onclick = () => acts[row.dataset.act](row);
    return made;
  });
  const opened = openStrip("reason", element("p", { class: "strip-title" }, "Out. Why?"), element("div", { class: "strip-acts" }, ...buttons, button("Back", "Esc", "back")));
  opened.node.setAttribute("role", "group");
  opened.node.setAttribute("aria-label", "Why is it out?");
  say("Why is it out? 1 to 6, " + keyOf("without") + " for no reason, Escape goes back.");
}

function reject(id, reason) {
  const title = titleOf(id);
  closeStrip(id);
  lastOrder = cards().map((each) => each.dataset.id);
  const next = neighbour(1) === id ? neighbour(-1) : neighbour(1);
  save("reject", { body: { item: id, reason } });
  select(next === id ? undefined : next);
  toast("Out: " + title + (reason ? " (" + reason.toLowerCase() + ")" : ""), UNDO());
}

function takeOut(id) {
  const of = card(id);
  const part = of?.closest(".part");
  of?.remove();
  listed(id)?.remove();
  hashes.delete(id);
  if (part && !part.querySelector(".card")) {
    if (!part.querySelector(".block")) {
      part.remove();
    }
    relist();
  }
  count();
}

function pin() {
  const id = now;
  const on = card(id).dataset.pinned !== "true";
  save(on ? "pin" : "unpin", { body: { item: id } });
  say(on ? "Pinned." : "No longer pinned.");
}

/** Where it goes is said by its new neighbour, so that sending it twice moves it once. */
function move(to) {
  const id = now;
  const other = neighbour(to === "up" ? -1 : 1);
  if (!other || other === id) {
    say("It stands at the end already.");
    return;
  }
  const same = card(other).closest(".part") === card(id).closest(".part");
  const before = (to === "up") === same;
  save("move", { body: { item: id, [before ? "before" : "after"]: other } });
  select(id);
}

function put(id, other, before) {
  const place = card(other);
  const of = card(id);
  if (!place || !of) {
    return;
  }
  const focused = of.contains(document.activeElement);
  place[before ? "before" : "after"](of);
  const entry = listed(id);
  if (entry) {
    listed(other)?.[before ? "before" : "after"](entry);
  }
  if (focused) {
    of.focus({ preventScroll: true });
  }
}

/** The field is there at once, so that what is typed next is no command; its text follows. */
async function edit() {
  const opened = writing("edit", "Text of the item, in Markdown", "", "Saved while you type.");
  opened.area.readOnly = true;
  try {
    await flushed();
    const { text, number } = await json("/items/" + opened.item + "/text");
    writtenUpon(opened, text, number);
    opened.area.readOnly = false;
    opened.node.scrollIntoView({ block: "nearest" });
  } catch (failure) {
    closeStrip(opened.item);
    throw failure;
  }
}

/** The text as it stands in the issue; in the field what was typed over it and is not saved. */
function writtenUpon(opened, text, number) {
  const mine = waiting(opened.kind, opened.item);
  const begun = mine?.body.text ?? text;
  const back = mine?.upon && mine.upon === words(card(opened.item)); // an item that left and came back as it was is no other
  Object.assign(opened, { saved: text, sent: text, base: mine && !back ? mine.expected : number });
  opened.area.value = begun;
  const slot = begun.search(/\s*<!--[ \t]*note:/); // one writes on where the words end
  const end = slot < 0 ? begun.length : slot;
  opened.area.setSelectionRange(end, end);
}

function note() {
  const stands = card(now).querySelector(".note");
  const text = stands ? stands.dataset.text : "";
  writtenUpon(writing("note", "Note to the readers", text, "Saved while you type; empty takes it back."), text, shown.number);
}

async function step(act, words) {
  closeStrip();
  if (problem) { // a step that waited for the choice would take the choice back
    toast("Choose first which of the two texts stands.");
    return;
  }
  lastOrder = cards().map((each) => each.dataset.id);
  const answer = await save(act, { once: true, body: {} });
  if (answer.outcome === "saved") {
    select(cards().map((each) => each.dataset.id).find((id) => !lastOrder.includes(id)));
    toast(words, act === "undo" ? button("Redo", "U", "redo") : UNDO());
  }
}

async function pick() {
  const chosen = seat();
  if (!chosen) {
    return;
  }
  const { seat: item, out } = chosen.dataset;
  const title = chosen.querySelector(".seat-title").textContent.trim();
  saving("saving");
  const answer = await save("pick", { once: true, body: { item, insteadOf: out || undefined } });
  if (answer.outcome === "saved") {
    leaveBench();
    select(item);
    toast("In: " + title, UNDO());
  }
}

async function add(form) {
  const url = form.elements.url.value.trim();
  toast("Reading " + url + " …");
  const answer = await save("add", { once: true, body: { url } });
  if (answer.outcome === "saved") {
    form.reset();
    toast(answer.sentence || "It is in.", UNDO());
  }
}

function rewrite() {
  const id = now;
  const input = element("input", { id: "wish", autocomplete: "off", placeholder: "For example: say what it costs" });
  const go = button("Write it again", "Enter", "");
  const opened = openStrip("rewrite", element("label", { for: "wish" }, "What should be different? (may stay empty)"), input,
      element("div", { class: "strip-acts" }, go, button("Back", "Esc", "back"), element("span", { class: "fine" }, "Nothing is replaced until you take it.")));
  const run = () => rewritten(id, opened, input.value.trim());
  go.onclick = run;
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      run();
    }
  });
  input.focus();
}

async function rewritten(id, opened, instruction) {
  opened.node.replaceChildren(element("p", { class: "fine", role: "status" }, "It is being written …"));
  card(id).focus({ preventScroll: true });
  let answer;
  try {
    await flushed();
    answer = await post("/items/" + id + "/rewrite", { instruction, expected: shown.number });
  } catch (failure) {
    answer = { sentence: failure.message };
  }
  if (strip !== opened) {
    return;
  }
  if (!answer.html) {
    opened.node.replaceChildren(element("p", {}, answer.sentence || "It could not be written again."), element("div", { class: "strip-acts" }, button("Back", "Esc", "back")));
    return;
  }
  opened.version = answer.version;
  const shownDiff = element("div", {});
  shownDiff.innerHTML = answer.html;
  opened.node.replaceChildren(shownDiff, element("div", { class: "strip-acts" }, button("Take it", "a", "take"), button("Once more", "r", "rewrite"), button("Leave it", "Esc", "back")));
  opened.node.scrollIntoView({ block: "nearest" });
  say("A new version is there. a takes it, Escape leaves it.");
}

function take() {
  const { item, version } = strip;
  closeStrip();
  save("rewrite", { once: true, body: { item, version } });
  toast("The new version is taken.", UNDO());
}

function openLink(of) {
  const link = of?.querySelector("h3 a, .seat-title a");
  if (link) {
    window.open(link.href, "_blank", "noopener,noreferrer");
  }
}

async function copyMine() {
  const mine = myText();
  const done = await copy(mine || card(now)?.innerText || "");
  toast(!done ? "The browser does not let the page copy; select the text and copy it." : mine ? "Your text is copied." : "All you typed is saved. The item is copied.");
}

function leaveBench() {
  open("source");
  card(now)?.focus({ preventScroll: true });
}

/** One step out of whatever is open. */
function back() {
  if (strip) {
    closeStrip();
  } else if (tab !== "source") {
    leaveBench();
  } else {
    byId("toast").hidden = true;
  }
}

function toggleHelp() {
  const help = byId("help");
  return help.open ? help.close() : help.showModal();
}
