// The bench. While it is open, j, k and a are about it.
const onBench = () => tab === "bench";
const seat = () => side.querySelector(".seat.now");
const seatOf = (id) => side.querySelector("[data-seat=\"" + CSS.escape(id ?? "") + "\"]");
function selectSeat(next) {
  if (next) {
    seat()?.classList.remove("now");
    next.classList.add("now");
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }
}

function seatStep(steps) {
  const all = Array.from(side.querySelectorAll(".seat"));
  const at = all.indexOf(seat());
  selectSeat(all[Math.max(0, Math.min(all.length - 1, at + steps))]);
}

/** Below the cut line: the first of the bench. */
function below(bench) {
  const items = element("ol", {});
  Array.from(bench.querySelectorAll(".seat")).slice(0, 8).forEach((each) => {
    const link = element("a", { href: "#bench", dir: "auto", "data-to-seat": each.dataset.seat }, each.querySelector(".seat-title").textContent);
    items.append(element("li", {}, link));
  });
  byId("below").replaceChildren(items);
}

function leaveBench() {
  open("source");
  card(now)?.focus({ preventScroll: true });
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
