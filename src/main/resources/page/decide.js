// What is decided on an item: accepted, out, pinned, moved.
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
