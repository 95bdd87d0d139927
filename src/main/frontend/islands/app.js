import htmx from "htmx.org";
import { csrfHeader } from "./http.js";
import { text } from "./texts.js";

// Under a strict Content-Security-Policy htmx must neither evaluate strings nor write style elements.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
document.addEventListener("htmx:configRequest", (event) => Object.assign(event.detail.headers, csrfHeader()));
for (const failure of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(failure, () => toast("bad"));
}

/** Says in the corner that a part of the page could not be renewed; the words wait in the layout. */
function toast(kind) {
  const corner = document.querySelector(".toasts");
  const message = document.createElement("p");
  message.className = `flash flash-${kind}`;
  message.textContent = corner.dataset.lost;
  corner.replaceChildren(message);
  setTimeout(() => message.remove(), 8000);
}

const islands = {
  form: { load: () => import("./form.js"), style: FORM_CSS },
  diagram: { load: () => import("./diagram.js"), style: DIAGRAM_CSS },
  chart: { load: () => import("./chart.js") },
  plan: { load: () => import("./plan.js") },
};

/** Brings the islands on a page (or in a part of it) to life; their scripts come only to pages that have them. */
async function wake(root) {
  for (const island of root.querySelectorAll("[data-island]:not([data-awake])")) {
    const { load, style } = islands[island.dataset.island];
    island.dataset.awake = "";
    try {
      const [{ mount }] = await Promise.all([load(), style && styleSheet(style)]);
      await mount(island);
    } catch (error) {
      console.error(error);
      const note = document.createElement("p");
      note.className = "note note-warn";
      note.textContent = text("islandFailed");
      island.replaceChildren(note);
    }
  }
}

function styleSheet(name) {
  return new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(name, import.meta.url);
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}

// A form sent twice by an impatient double click is sent once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  // After a download the page stays as it is, and its form can be sent again.
  if (form.method !== "post" || event.defaultPrevented || "download" in form.dataset) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
  } else {
    form.dataset.sent = "true";
    form.querySelectorAll("button[type=submit], button:not([type])").forEach((button) =>
      button.setAttribute("aria-disabled", "true"));
  }
});
// Coming back with the browser's button shows the page as it was left: sending must be possible again.
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => {
  delete form.dataset.sent;
  form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
}));

// For quick work: within [data-keys] a key presses the button, or goes to the field, that carries it; never while typing.
document.addEventListener("keydown", (event) => {
  const place = event.target.closest?.("[data-keys]");
  if (!place || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) {
    return;
  }
  const wanted = place.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (wanted) {
    event.preventDefault();
    wanted.matches("button") ? wanted.click() : wanted.focus();
  }
});

// A file beyond the limit is told of before it is sent: the server would have to cut the line.
document.addEventListener("change", ({ target }) => {
  if (target.dataset.maxBytes) {
    const tooLarge = target.files[0]?.size > Number(target.dataset.maxBytes);
    target.setCustomValidity(tooLarge ? target.dataset.tooLarge : "");
    if (tooLarge) {
      target.reportValidity();
      target.value = "";
    }
  }
});

document.querySelector(".error-summary")?.focus();
document.addEventListener("htmx:afterSettle", (event) => wake(event.target));
wake(document);
