/* Requests to the kernel, each with one answer. */
/** @import { Answers } from "./answers" */
/** @import { Answer, Carried, RequestName, Wire } from "./types" */

/* What the page asks of itself: nobody waits for it. */
const QUIET = new Set(["project.ahead", "share.state", "edit.keep", "edit.kept", "library.progress"]);

/** The answer that did not come; the page has the sentence for it.
 *  @param {"unsent" | "unknown"} how @returns {Answer<never>} */
const lost = (how) => ({ ok: false, say: "", lost: how });

export class Link {
  /** @param {Wire} wire */
  constructor(wire) {
    this.wire = wire;
    this.count = 0;
    this.state = "open";
    /** @type {Map<number, {name: string, at: number, act: (answer: Answer<unknown>) => void}>} */
    this.waiting = new Map();
    wire.listen((message) => this.settle(message.id, message));
    wire.watch((state) => {
      this.state = state;
      if (state === "lost") for (const id of this.waiting.keys()) this.settle(id, lost("unknown"));
    });
  }

  /** @param {number} id @param {Answer<unknown>} answer */
  settle(id, answer) {
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    asked?.act(answer);
  }

  /** @template {RequestName} Name @param {Name} name @param {object} given @param {string} lang @returns {Promise<Answer<Answers[Name]>>} */
  call(name, given, lang) {
    if (this.state !== "open") return Promise.resolve(lost("unsent"));
    this.count += 1;
    const id = this.count;
    return new Promise((act) => {
      const taken = /** @type {(answer: Answer<unknown>) => void} */ (act); // Python's types say that it fits
      this.waiting.set(id, { name, at: Date.now(), act: taken });
      try {
        this.wire.send({ id, do: name, lang, given });
      } catch {
        this.settle(id, lost("unsent"));
      }
    });
  }

  /** For how many milliseconds somebody has been waiting for an answer by now. */
  awaited() {
    const asked = [...this.waiting.values()].filter(({ name }) => !QUIET.has(name)).map(({ at }) => at);
    return asked.length ? Date.now() - Math.min(...asked) : 0;
  }
}

/** A file as a request carries it; `data` is null where the browser cannot read it any more, which the kernel then says.
 *  @param {File} file @returns {Promise<Carried>} */
export function carried(file) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("error", () => resolve({ name: file.name, data: null }));
    reader.addEventListener("load", () => resolve({ name: file.name, data: String(reader.result).split(",")[1] ?? "" }));
    reader.readAsDataURL(file);
  });
}

/** Gives the reader a file that was asked for. @param {{name: string, data: string} | undefined} file */
export function download(file) {
  if (!file) return;
  const bytes = Uint8Array.from(atob(file.data), (sign) => sign.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
