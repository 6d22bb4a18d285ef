// What stands above the first section: the subject, the preheader and the introduction. One strip has a field for each.
const LINES = [
  ["subject", "Subject of the mail"],
  ["preheader", "Preheader: what a mail program shows behind the subject"],
  ["introduction", "Introduction, in Markdown; empty takes it out"],
];

/** The fields are there at once, so that what is typed next is no command; their text follows. */
async function writeOpening() {
  const fields = LINES.map(([item]) => ({ kind: "say", item, offers: element("div", { class: "offers" }),
    area: element(item === "introduction" ? "textarea" : "input", { id: item, dir: "auto", spellcheck: "true", autocomplete: "off", readonly: true }) }));
  const rowsOf = LINES.flatMap(([item, label], at) => [element("label", { for: item }, label), fields[at].area, fields[at].offers]);
  const opened = openStrip("opening", ...rowsOf, element("div", { class: "strip-acts" }, button("Done", "Esc", "back"),
      hintOf("Saved while you type. Up and down go through what is proposed; an emptied field goes back to it.")));
  fields[0].area.focus();
  try {
    await flushed();
    const { lines, number } = await json("/opening");
    if (strip !== opened) {
      return;
    }
    fields.forEach((field, at) => filledLine(field, lines[at], number));
    opened.fields = fields;
    showUnsaved();
    tellOfSaving();
    fields[0].area.select();
    opened.node.scrollIntoView({ block: "nearest" });
  } catch (failure) {
    closeStrip("opening");
    throw failure;
  }
}

/** The text as it stands in the issue; in the field what was typed over it and is not saved. */
function filledLine(field, line, number) {
  const mine = waiting("say", line.item);
  Object.assign(field, { saved: line.text, sent: line.text, base: mine?.expected ?? number, timer: 0 });
  field.area.value = mine?.body.text ?? line.text;
  field.area.readOnly = false;
  saveWhileTyping(field);
  if (line.item === "introduction") {
    return;
  }
  field.proposed = line.offered[0]; // a mail without a subject is nobody's wish: an emptied field says what was proposed
  field.area.placeholder = field.proposed ?? "";
  const pressed = () => Array.from(field.offers.children).forEach((offer) => offer.setAttribute("aria-pressed", String(offer.textContent === (field.area.value.trim() || field.proposed))));
  const choose = (words) => {
    field.area.value = words;
    pressed();
    typedNow();
  };
  field.area.addEventListener("input", pressed);
  line.offered.forEach((words) => {
    const offer = element("button", { type: "button", class: "offer", dir: "auto" }, words);
    offer.onclick = () => { choose(words); field.area.focus(); };
    field.offers.append(offer);
  });
  pressed();
  const all = [...new Set([line.text, ...line.offered])].filter((words) => words);
  field.area.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && all.length && !event.isComposing) {
      event.preventDefault();
      const at = all.indexOf(field.area.value);
      choose(all[at < 0 ? 0 : (at + step + all.length) % all.length]);
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      closeStrip();
    }
  });
}

/** Takes over what a state says there. */
function refreshOpening(html) {
  const old = byId("opening");
  const fresh = built(html);
  if (html && !isSame(old, fresh)) {
    replace(old, fresh);
  }
}
