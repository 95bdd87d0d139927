import { call } from "../http.js";
import { text } from "../texts.js";

const PAUSE = 1500;
const RETRY = 15_000;
const KEPT_DAYS = 14;
const PREFIX = "thun.draft.";

/**
 * Keeps what was typed: on the server as a draft, a moment after typing stops and when the page is left; until the
 * server has it, in this browser too, so that neither a lost line nor an ended session loses a word.
 */
export class Keeper {
  constructor({ url, place, data, show }) {
    Object.assign(this, { url, place, data, show });
    dropOldCopies();
  }

  /** What this browser kept because the server never got it: {data, at}, or null. */
  rescue() {
    try {
      return JSON.parse(localStorage.getItem(this.place));
    } catch {
      return null;
    }
  }

  /** From now on changes are kept. */
  begin({ savedAt, rescued }) {
    this.saved = JSON.stringify(this.data());
    if (rescued) {
      this.saved = null;
      this.later();
    } else if (savedAt) {
      this.show({ message: text("savedAt", savedAt) });
    }
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.leave());
    addEventListener("online", () => this.unsaved() && this.save());
    addEventListener("focus", () => this.failed && this.save());
  }

  changed() {
    if (this.saved === undefined || this.done || !this.unsaved()) {
      return;
    }
    this.rescueNow();
    this.show({ message: text("saving") });
    this.later();
  }

  rescueNow() {
    try {
      localStorage.setItem(this.place, JSON.stringify({ data: this.data(), at: Date.now() }));
    } catch {
      // A full or forbidden store only takes away the second net; the draft on the server remains.
    }
  }

  /** The form was submitted: there is nothing left to keep. */
  forget() {
    this.done = true;
    clearTimeout(this.timer);
    drop(this.place);
  }

  later(pause = PAUSE) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  async save() {
    if (this.done || !this.url || !this.unsaved()) {
      return;
    }
    const now = JSON.stringify(this.data());
    const answer = await call(this.url, { method: "POST", body: JSON.parse(now) });
    if (this.done) {
      return;
    }
    this.failed = answer.status !== 200;
    if (!this.failed) {
      this.saved = now;
      if (!this.unsaved()) {
        drop(this.place);
      }
      this.show({ message: text("savedAt", answer.body?.savedAt ?? "") });
    } else if (answer.status === 401) {
      this.show({
        kind: "warn",
        message: text("keptSignedOut"),
        link: { href: "/signin?expired", label: text("signInAgain") },
      });
    } else if (answer.status === 404 || answer.status === 409) {
      this.show({ kind: "bad", message: (answer.status === 409 && answer.body?.detail) || text("gone") });
    } else {
      this.show({ kind: "warn", message: text("keptHere") });
      this.later(RETRY);
    }
  }

  /** The page goes away: a last try that outlives it. The copy in the browser stays until the server has answered. */
  leave() {
    if (!this.done && this.url && this.saved !== undefined && this.unsaved()) {
      this.rescueNow();
      call(this.url, { method: "POST", body: this.data(), keepalive: true }).then((answer) => {
        if (answer.status === 200) {
          drop(this.place);
        }
      });
    }
  }

  unsaved() {
    return JSON.stringify(this.data()) !== this.saved;
  }
}

function drop(place) {
  try {
    localStorage.removeItem(place);
  } catch {
    // Without a store there is nothing to remove.
  }
}

function dropOldCopies() {
  try {
    const oldest = Date.now() - KEPT_DAYS * 86_400_000;
    Object.keys(localStorage)
      .filter((place) => place.startsWith(PREFIX) && JSON.parse(localStorage.getItem(place)).at < oldest)
      .forEach(drop);
  } catch {
    // Without a store there is nothing to tidy up.
  }
}
