// What all parts share: where things stand in the page, and how the server is asked.
const root = document.documentElement;
const body = document.body;
const byId = (id) => document.getElementById(id);
const week = body.dataset.week;
const base = body.dataset.base;
const token = document.querySelector("meta[name=digest-token]").content;
const pane = byId("issue");
const side = byId("side-body");
const shown = { number: Number(body.dataset.number), undoable: true, redoable: true };

/** An element with text; never HTML. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== false && value !== null) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children);
  return made;
}

/** Shows the key that its act has in the table; one without an act there shows the key given. */
function button(label, key, act) {
  const made = element("button", { type: "button", "data-do": act }, label);
  const own = act !== "back" && keyOf(act);
  if (own || key) {
    made.append(element("kbd", { "aria-hidden": "true" }, own || key));
  }
  return made;
}

/** The answer, or an error whose `offline` says that nobody answered. */
async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(base + path, { cache: "no-store", ...options });
  } catch (cause) {
    throw Object.assign(new Error("Nobody answers."), { offline: true, cause });
  }
  if (answer.status === 401 || answer.status === 403) {
    throw Object.assign(new Error("This page is no longer signed in. Copy your text, then open the address that 'digest review' prints."), { closed: true });
  }
  return answer;
}

async function post(path, data, keepalive) {
  const answer = await ask(path, {
    method: "POST",
    keepalive: Boolean(keepalive),
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-Digest-Token": token },
    body: JSON.stringify(data),
  });
  const text = await answer.text();
  if (answer.status >= 500 || answer.status === 408) { // nothing was decided: the same may well go next time
    throw Object.assign(new Error(text.trim() || "The server could not do it (" + answer.status + ")."), { unable: true });
  }
  try {
    return JSON.parse(text);
  } catch {
    return { outcome: "refused", sentence: text.trim() || "The server could not do it (" + answer.status + ")." };
  }
}

async function fragment(path) {
  const answer = await ask(path, { headers: { Accept: "text/html" } });
  if (!answer.ok) {
    throw new Error((await answer.text()).trim() || "The server could not tell (" + answer.status + ").");
  }
  return answer.text();
}

async function json(path) {
  return (await ask(path, { headers: { Accept: "application/json" } })).json();
}

/** For who listens to the page. */
function say(words) {
  byId("said").textContent = "";
  setTimeout(() => { byId("said").textContent = words; }, 30);
}

let toastTimer = 0;
function toast(words, ...buttons) {
  const at = byId("toast");
  at.replaceChildren(element("span", {}, words), ...buttons);
  at.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { at.hidden = true; }, 9000); // long enough to read it and reach for Undo
}

const SIGNED_OUT = "Signed out: kept here";
const SAVING = {
  saved: "Saved",
  saving: "Saving …",
  conflict: "Conflict",
  unsaved: "Not saved",
  offline: "Offline: kept here",
};
function saving(state, words) {
  const at = byId("saving");
  if (at.dataset.state !== state || words) {
    at.dataset.state = state;
    byId("saving-words").textContent = words || SAVING[state];
    tellOfSaving();
  }
}

/** On the clipboard, also where the newer way is not allowed. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element("textarea", { class: "unseen" });
    area.value = text;
    body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
