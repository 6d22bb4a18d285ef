// The ways out: to look at a form, and to a draft.
async function preview() {
  const saved = flushed(); // what one looks at is what is kept
  const view = window.open("about:blank", "digest-preview");
  if (await saved) {
    const address = base + "/preview/html";
    if (view) {
      view.location = address;
    } else {
      location.href = address;
    }
  } else {
    view?.close();
    toast("Not all is saved yet; the preview would show less than you see.");
  }
}

// Publishing: what was found, one question, and then a draft. Nothing here sends anything.
const publishSheet = byId("publish");
async function openPublish() {
  byId("publish-said").replaceChildren();
  byId("publish-findings").replaceChildren(element("p", { class: "fine" }, "Checking …"));
  byId("publish-reason").hidden = true;
  publishSheet.showModal();
  byId("publish-go").focus();
  if (!(await flushed())) {
    byId("publish-findings").replaceChildren(element("p", { class: "warning" }, "Not all is saved yet; it can go out when it is."));
    return;
  }
  await found();
  if (await asked(byId("publish-links"), () => publishSheet.open)) {
    await found();
  }
}

async function found() {
  byId("publish-findings").innerHTML = await fragment("/lint");
  const { musts, faults } = publishSheet.querySelector(".lint")?.dataset ?? {};
  if (Number(musts) > 0 && Number(faults) === 0) { // no reason makes a form of what none can be made of
    wantReason();
  }
}

function wantReason() {
  byId("publish-reason").hidden = false;
  byId("override").focus();
}

/** Tells how far the links are asked for, while that goes on and somebody looks; true once it is over and more may be known. */
async function asked(place, looking) {
  let waited = false;
  for (;;) {
    const { asking, known, of } = await json("/links");
    place.textContent = asking ? "Asking links … " + known + " of " + of : "";
    if (!asking || !looking()) {
      return waited && looking();
    }
    waited = true;
    await new Promise((go) => setTimeout(go, 400)); // a glance
  }
}

async function publish() {
  const override = byId("override").value.trim();
  const target = publishSheet.querySelector("[name=target]:checked")?.value;
  if (!(await flushed())) {
    tell("warning", "Not all is saved yet; it can go out when it is.");
    return;
  }
  tell("fine", "Approving …");
  try {
    if (body.dataset.approved !== "true") {
      const approval = await post("/approve", { expected: shown.number, override });
      if (approval.state) {
        adopt(approval.state);
      }
      if (approval.outcome !== "approved") {
        notApproved(approval);
        return;
      }
    }
    if (!target) {
      tell("clean", "Approved and frozen.");
      return;
    }
    tell("fine", "Approved. Making the draft in " + target + " …");
    drafted(await post("/publish", { target, dryRun: false }));
  } catch (failure) {
    tell("warning", failure.message);
  }
}

function notApproved(approval) {
  tell("warning", ...[approval.sentence, ...(approval.findings || []).map((each) => each.sentence || each)].filter((words) => words));
  if (approval.outcome === "unfit") {
    wantReason();
  }
}

async function showRequest() {
  const target = publishSheet.querySelector("[name=target]:checked").value;
  try {
    drafted(await post("/publish", { target, dryRun: true }));
  } catch (failure) {
    tell("warning", failure.message);
  }
}

function drafted(answer) {
  tell(answer.well ? "clean" : "warning", answer.sentence || answer.outcome);
  if (answer.alarm) {
    byId("publish-said").setAttribute("role", "alert");
  }
  if (answer.link) {
    byId("publish-said").append(element("p", {}, element("a", { href: answer.link, target: "_blank", rel: "noopener noreferrer" }, "Open it there")));
  }
  if (answer.request) {
    byId("publish-said").append(element("pre", { tabindex: "0" }, answer.request));
  }
}

function tell(look, ...sentences) {
  byId("publish-said").replaceChildren(...sentences.map((sentence) => element("p", { class: look }, sentence)));
}

// House rules: what the editor keeps cutting is offered for a ban, above the items and below the check, until he wants to hear of it no more.
async function offered() {
  byId("house").innerHTML = await fragment("/offers").catch(() => "");
}

async function decline(word, declined) {
  await post("/offers", { word, declined });
  const back = button("Ask again", "", "");
  back.onclick = () => decline(word, false);
  toast(declined ? "'" + word + "' is not offered again." : "'" + word + "' is offered again.", ...(declined ? [back] : []));
  await offered();
  if (tab === "lint") {
    await fill("lint");
  }
}
