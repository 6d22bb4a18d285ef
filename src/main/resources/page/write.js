// What the editor writes in a field: an item's text, a note; saved while it is typed.
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

/** A field whose text is saved while it is typed. */
function writing(kind, label, text, hint) {
  const area = element("textarea", { id: "writing", dir: "auto", spellcheck: "true" });
  area.value = text;
  const opened = openStrip(kind, element("label", { for: "writing" }, label), area,
      element("div", { class: "strip-acts" }, button("Done", "Esc", "back"), button("Copy my text", "", "copy"), hintOf(hint)));
  Object.assign(opened, { area, saved: text, sent: text, base: shown.number, timer: 0 });
  showUnsaved();
  tellOfSaving();
  saveWhileTyping(opened);
  area.focus();
  area.setSelectionRange(text.length, text.length);
  return opened;
}

// What an open field says of its text while not all is saved.
const HINTS = {
  conflict: "Not saved yet: choose above which of the two texts stands.",
  offline: "Kept in this browser until somebody answers.",
};
const hintOf = (words) => element("span", { class: "fine hint", "data-words": words }, words);
function tellOfSaving() {
  const of = fields().map((field) => unsaved.get(field.kind + " " + field.item)).find((entry) => entry);
  const words = HINTS[byId("saving").dataset.state] ?? (of && "Not saved. " + of.sentence);
  document.querySelectorAll(".strip .hint").forEach((at) => { at.textContent = words ?? at.dataset.words; });
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
