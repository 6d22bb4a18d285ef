// Follows the issue, whoever changes it.
let following = false;
let behind = false;
let soon = 0;
async function follow() {
  clearTimeout(soon);
  if (following) {
    behind = true;
    return;
  }
  following = true;
  try {
    adopt(await json("/state"));
    if (byId("saving").dataset.state === "offline" && !queue.length) {
      settled();
    }
  } catch (failure) {
    saving("offline", failure.closed ? SIGNED_OUT : undefined);
    if (failure.closed) {
      toast(failure.message, button("Copy my text", "c", "copy"));
    } else {
      soon = setTimeout(follow, 2000); // the stream of events, which says when somebody is there again, may be open all the while
    }
  }
  following = false;
  if (behind) {
    behind = false;
    follow();
  }
}

let heard = 0;
/** While something is being saved, its answer brings the state. */
function catchUp() {
  if (heard > shown.number && !sending) {
    follow();
  }
}

function listen() {
  const events = new EventSource(base + "/events");
  events.addEventListener("state", (event) => {
    heard = Math.max(heard, JSON.parse(event.data).number);
    catchUp();
  });
  events.addEventListener("notice", (event) => toast(JSON.parse(event.data)));
  events.addEventListener("bye", () => saving("offline"));
  events.onopen = () => {
    if (byId("saving").dataset.state === "offline") {
      saving(queue.length ? "saving" : "saved");
      again();
      follow();
    }
  };
  events.onerror = () => {
    if (byId("saving").dataset.state !== "offline") {
      saving("offline");
    }
    if (events.readyState === EventSource.CLOSED) { // somebody answers, but not to this page: it says which
      follow();
    }
  };
}
