// Keys and clicks. The table of keys stands in the page's help; what is not in it does nothing.
const rows = Array.from(document.querySelectorAll("#keys li"));

/** The key of an act, as the table has it; undefined where the table has no such act. */
function keyOf(act) {
  return rows.find((row) => row.dataset.act === act)?.dataset.key;
}

/** Where one is, as the table names it. */
function place() {
  if (strip?.kind === "reason") {
    return "reason";
  }
  if (strip?.kind === "rewrite" && strip.version !== undefined) {
    return "rewrite";
  }
  return onBench() ? "bench" : "items";
}

/** The row that counts here: a place's own before that of the items, which a new version leaves open too. */
function rowOf(key) {
  const at = place();
  const places = at === "rewrite" ? ["rewrite", "items", "any"] : [at, "any"];
  for (const where of places) {
    const row = rows.find((each) => each.dataset.key === key && each.dataset.where === where);
    if (row) {
      return row;
    }
  }
  return undefined;
}

function isTyping(target) {
  return target instanceof Element && Boolean(target.closest("input, textarea, select, [contenteditable]:not([contenteditable=false])"));
}

function pressed(event) {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const key = event.key;
  if (document.querySelector("dialog[open]")) {
    if (key === "?" && !isTyping(event.target)) {
      toggleHelp();
    }
    return; // Escape closes a dialog by itself
  }
  if (key === "Backspace" || key === "Delete" || (isTyping(event.target) && key !== "Escape")) {
    return;
  }
  const row = rowOf(key);
  if (!row || (event.repeat && !["next", "previous"].includes(row.dataset.act))) {
    return; // a key that is held down decides once
  }
  event.preventDefault();
  does(row.dataset.act, row);
}

/** Nothing is decided on an item that is not there. */
function does(act, row) {
  if (!now && ["accept", "reject", "edit", "note", "pin", "rewrite", "down", "up"].includes(act)) {
    say("There is no item.");
    return;
  }
  (async () => acts[act](row))().catch((failure) => {
    toast(failure.message);
    if (failure.offline) {
      saving("offline");
    }
  });
}

function clicked(event) {
  const target = event.target;
  const act = target.closest("[data-do]")?.dataset.do;
  if (act && acts[act]) {
    event.preventDefault();
    const at = target.closest(".seat");
    if (at) {
      selectSeat(at);
    }
    does(act);
    return;
  }
  const link = target.closest("a[href^='#']");
  if (link) {
    event.preventDefault();
    goTo(link);
    return;
  }
  const chip = target.closest("[data-light]");
  if (chip) {
    light(chip.dataset.light);
    return;
  }
  const declined = target.closest("[data-decline]");
  if (declined) {
    decline(declined.closest(".rule").dataset.word, true);
    return;
  }
  const written = target.closest("[data-back]");
  if (written) {
    closeStrip();
    bringBack(written.dataset);
    return;
  }
  const tabbed = target.closest("[role=tab]");
  if (tabbed) {
    open(tabbed.dataset.pane);
    return;
  }
  const seated = target.closest(".seat");
  if (seated && !target.closest("a")) {
    selectSeat(seated);
    return;
  }
  if (target.closest("[data-close]")) {
    target.closest("dialog").close();
    return;
  }
  const of = target.closest("#cards .card");
  if (of && !isTyping(target) && !target.closest("a, button")) {
    if (of.dataset.id !== now) {
      select(of.dataset.id, window.getSelection().isCollapsed ? undefined : "quiet");
    }
    const sentence = target.closest(".sentence");
    if (sentence) {
      light(sentence.dataset.sentence);
    }
  }
}

function goTo(link) {
  const to = link.getAttribute("href").slice(1);
  if (link.dataset.toSeat) {
    Promise.resolve(open("bench")).then(() => selectSeat(seatOf(link.dataset.toSeat)));
  } else if (to.startsWith("item-")) {
    publishSheet.close();
    select(to.slice(5));
  } else {
    const place = byId(to);
    if (side.contains(place)) {
      jumpTo(place);
    } else {
      publishSheet.close();
      place?.scrollIntoView({ block: "start" });
      place?.focus();
    }
  }
}

/** Tabs by arrow keys, as screen readers know them (ARIA practices, "Tabs"). */
function tabKeys(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
    open(next);
    byId("tab-" + next).focus();
  }
}

// At work: the first sign, a sign a minute while there is any, and the last.
let active = false;
function signs() {
  const tellOf = (act, last) => post("/acts", { act, expected: shown.number }, last).catch(() => {});
  tellOf("opened");
  for (const sign of ["keydown", "pointerdown", "wheel"]) {
    document.addEventListener(sign, () => { active = true; }, { passive: true });
  }
  setInterval(() => {
    if (active) {
      active = false;
      tellOf("active");
    }
  }, 60000);
  window.addEventListener("pagehide", () => {
    typedNow();
    sendLast();
    tellOf("closed", true);
  });
}

root.classList.add("js");
document.querySelectorAll(".plain").forEach((each) => each.remove()); // forms for who has no script
enabled("undo", false);
enabled("redo", false);
document.addEventListener("keydown", pressed);
document.addEventListener("click", clicked);
document.addEventListener("focusin", (event) => {
  const typing = String(Boolean(event.target.closest?.(".strip textarea, .strip input")));
  if (root.dataset.typing !== typing) {
    root.dataset.typing = typing;
  }
  const of = event.target.closest?.("#cards .card");
  if (of && of.dataset.id !== now) {
    select(of.dataset.id, "quiet");
  }
});
document.addEventListener("focusout", (event) => {
  if (!event.relatedTarget) {
    root.dataset.typing = "false";
  }
  if (event.target.closest?.(".strip")) {
    typedNow();
  }
});
document.querySelector(".tabs").addEventListener("keydown", tabKeys);
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-add]")) {
    event.preventDefault();
    add(event.target);
  }
});
byId("publish-form").addEventListener("submit", (event) => {
  event.preventDefault();
  publish();
});
byId("publish-try")?.addEventListener("click", showRequest);

const first = (location.hash.startsWith("#item-") && location.hash.slice(6)) || (cards().find((each) => each.dataset.accepted !== "true") || cards()[0])?.dataset.id;
select(first, first === cards()[0]?.dataset.id ? "still" : undefined); // what stands above the first item is read first
follow().then(recall);
listen();
signs();
offered();
(window.requestIdleCallback || setTimeout)(() => fragment("/bench").then((html) => {
  const box = document.createElement("template");
  box.innerHTML = html;
  below(box.content);
}).catch(() => {}));
