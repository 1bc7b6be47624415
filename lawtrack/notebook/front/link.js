/* Requests to the kernel, each with one answer. */

/** @typedef {{ok: boolean, result?: any, say?: string, undo?: string, kind?: string, lost?: boolean}} Answer */

export class Link {
  /** @param {import("./types").Wire} wire */
  constructor(wire) {
    this.wire = wire;
    this.count = 0;
    /** @type {Map<number, (answer: Answer) => void>} */
    this.waiting = new Map();
    wire.listen((message) => {
      const act = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      act?.(message);
    });
    wire.watch((state) => {
      if (state !== "lost") return;
      for (const act of this.waiting.values()) act({ ok: false, lost: true, say: "" });
      this.waiting.clear();
    });
  }

  /** @param {string} name @param {object} given @param {string} lang @returns {Promise<Answer>} */
  call(name, given, lang) {
    this.count += 1;
    const id = this.count;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      try {
        this.wire.send({ id, do: name, lang, given });
      } catch {
        this.waiting.delete(id);
        resolve({ ok: false, lost: true, say: "" });
      }
    });
  }
}

/** A file as a request carries it. @param {File} file @returns {Promise<{name: string, data: string}>} */
export function carried(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("error", () => reject(reader.error));
    reader.addEventListener("load", () => resolve({ name: file.name, data: String(reader.result).split(",")[1] ?? "" }));
    reader.readAsDataURL(file);
  });
}

/** Gives the reader a file. @param {{name: string, data: string, type?: string}} file */
export function download(file) {
  const bytes = Uint8Array.from(atob(file.data), (sign) => sign.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: file.type ?? "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
