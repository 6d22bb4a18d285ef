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
  undo: () => step("undo", "Taken back."),
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

async function step(act, words) {
  closeStrip();
  if (problem) { // a step that waited for the choice would take the choice back
    toast("Choose first which of the two texts stands.");
    return;
  }
  if (act === "undo" && takeLetGoBack()) {
    return;
  }
  lastOrder = cards().map((each) => each.dataset.id);
  const answer = await save(act, { once: true, body: {} });
  if (answer.outcome === "saved") {
    select(cards().map((each) => each.dataset.id).find((id) => !lastOrder.includes(id)));
    toast(words, act === "undo" ? button("Redo", "U", "redo") : UNDO());
    if (act === "undo" && answer.state.back) {
      bringBack(answer.state.back);
    } else if (act === "redo" && answer.state.letGo) {
      gone(answer.state.letGo);
    }
  }
}

function openLink(of) {
  const link = of?.querySelector("h3 a, .seat-title a");
  if (link) {
    window.open(link.href, "_blank", "noopener,noreferrer");
  }
}

/** What is not saved; else what was let go of the item with the last step; else the item. */
async function copyMine() {
  const mine = myText();
  const letGo = shown.letGo?.item === now ? shown.letGo.text : "";
  const done = await copy(mine || letGo || card(now)?.innerText || "");
  toast(!done ? "The browser does not let the page copy; select the text and copy it."
    : mine ? "Your text is copied."
    : letGo ? "The text that you let go is copied."
    : "All you typed is saved. The item is copied.");
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
