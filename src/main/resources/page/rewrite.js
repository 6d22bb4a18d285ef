// An item is written again by a model: asked for, shown, taken.
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
  say("A new version is there. " + keyOf("take") + " takes it, Escape leaves it.");
}

function take() {
  const { item, version } = strip;
  closeStrip();
  save("rewrite", { once: true, body: { item, version } });
  toast("The new version is taken.", UNDO());
}
