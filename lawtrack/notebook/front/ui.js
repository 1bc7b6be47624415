/* What the views share: words, requests, pieces of a form, and what is kept while one types. */
import { html, createContext, useContext, useEffect, useRef, useState } from "./preact.js";
/** @import { Answers } from "./answers" */
/** @import { Requests } from "./requests" */
/** @import { Asking, OnValue, Pair, RequestName, Sent, Shared } from "./types" */
/** @import { Piece } from "./preact" */

export const Page = createContext(/** @type {Shared | null} */ (null));
/** What the page gives to its views. @returns {Shared} */
export const usePage = () => /** @type {Shared} */ (useContext(Page));

/** `sentence` with its {names} filled in; of `{count:article|articles}` the number, and the noun that goes with it.
 *  @param {string} sentence @param {object} details */
export const fill = (sentence, details) => fillFrom(sentence, /** @type {Record<string, unknown>} */ (details));

/** @param {string} sentence @param {Record<string, unknown>} details */
const fillFrom = (sentence, details) => sentence.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) =>
  many === undefined ? String(details[name] ?? "") : `${details[name]} ${String(details[name]) === "1" ? one : many}`);

/** What a request gives, asked anew whenever `given` changes.
 *  @template {RequestName} Name @template {Requests[Name]} Given @param {Name} name @param {Sent<Name, Given>} given
 *  @returns {Asking<Answers[Name]>} */
export function useAsk(name, given, skip = false) {
  const { ask, lang, beat, t } = usePage();
  const [state, setState] = useState({ result: /** @type {Answers[Name] | null} */ (null), problem: "", busy: !skip });
  const [round, setRound] = useState(0);
  const key = JSON.stringify(given);
  useEffect(() => {
    if (skip) return undefined;
    let here = true;
    setState((before) => ({ ...before, busy: true }));
    ask(name, given).then((answer) => {
      if (!here) return;
      if (answer.ok) setState({ result: answer.result, problem: "", busy: false });
      else setState((before) => ({ ...before, problem: answer.lost ? t("lost-read") : answer.say, busy: false }));
    });
    return () => { here = false; };
  }, [name, key, lang, beat, round, skip]);
  return { ...state, again: () => setRound((/** @type {number} */ at) => at + 1) };
}

/** Runs `again` when the page's language changes: what the kernel was asked for once speaks the language of that time.
 *  @param {() => void} again */
export function useInLanguage(again) {
  const { lang } = usePage();
  const spoken = useRef(lang);
  useEffect(() => {
    if (spoken.current === lang) return;
    spoken.current = lang;
    again();
  }, [lang]);
}

const RESTS = 100; // milliseconds after which a pointer is no longer on its way elsewhere

/** Handlers for what opens a draft: while the pointer rests on it, the comparison that it opens with is made. */
export function useAhead() {
  const { ask } = usePage();
  const timer = useRef(0);
  const leave = () => clearTimeout(timer.current);
  useEffect(() => leave, []);
  return (/** @type {string} */ draft) => ({
    onPointerEnter: () => { leave(); if (draft) timer.current = window.setTimeout(() => ask("project.ahead", { draft }), RESTS); },
    onPointerLeave: leave,
  });
}

/* ---- nothing typed is lost ---- */

const PREFIX = "lawtrack:";

/** A value that the browser keeps under `key` until it is forgotten.
 *  @template Value @param {string} key @param {Value} initial @returns {[Value, (next: Value | ((before: Value) => Value)) => void, () => void]} */
export function useKept(key, initial) {
  const [value, setValue] = useState(() => /** @type {Value | null} */ (kept(key)) ?? initial);
  const latest = useRef(value);
  const touched = useRef(false);
  latest.current = value;
  useEffect(() => {
    const beat = setInterval(() => { if (touched.current) keep(key, latest.current); }, 1000);
    const now = () => { if (touched.current) keep(key, latest.current); };
    window.addEventListener("pagehide", now);
    return () => { clearInterval(beat); window.removeEventListener("pagehide", now); now(); };
  }, [key]);
  const set = (/** @type {Value | ((before: Value) => Value)} */ next) => { touched.current = true; setValue(next); };
  const forget = () => { touched.current = false; drop(key); };
  return [value, set, forget];
}

/** What the browser keeps under `key`, null where nothing. @param {string} key @returns {unknown} */
export function kept(key) {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** The words that the browser keeps under `key`, "" where none. @param {string} key */
export function keptWords(key) {
  const words = kept(key);
  return typeof words === "string" ? words : "";
}

/** @param {string} key @param {unknown} value */
export function keep(key, value) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch { /* a full or forbidden store: the page goes on without it */ }
}

/** @param {string} key */
export function drop(key) {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch { /* as above */ }
}

/* ---- pieces ---- */

let fields = 0;

/** A field with its label; `kind`: text, date, lines, choice; `options` are codes and names of a choice.
 *  @param {{label: string, value?: string, onChange: (value: string) => void, kind?: string, options?: Pair[], needed?: boolean,
 *    focus?: boolean, hint?: string, wide?: boolean}} props */
export function Field({ label, value, onChange, kind = "text", options = [], needed = false, focus = false, hint = "", wide = false }) {
  const id = useRef(`lt-field-${(fields += 1)}`).current;
  const node = useRef(null);
  useEffect(() => { if (focus) node.current?.focus(); }, []);
  const shared = { id, ref: node, value: value ?? "", required: needed, onInput: (/** @type {OnValue} */ event) => onChange(event.currentTarget.value) };
  return html`<div class=${`field ${wide ? "wide" : ""}`}>
    <label for=${id}>${label}${needed ? html`<i aria-hidden="true">*</i>` : ""}</label>
    ${kind === "lines" ? html`<textarea ...${shared} rows="3"></textarea>`
      : kind === "choice" ? html`<select ...${shared}>${options.map(([code, name]) => html`<option value=${code} selected=${code === value}>${name}</option>`)}</select>`
      : html`<input ...${shared} type=${kind === "date" ? "date" : "text"} placeholder=${hint} autocomplete="off" />`}
  </div>`;
}

/** A menu that opens below its button: entries [[label, act, note] | null …].
 *  @param {{label: string | Piece, entries: ([string, () => void, string?] | null | false | undefined | "")[], className?: string, name?: string}} props */
export function Menu({ label, entries, className = "", name = "" }) {
  const [open, setOpen] = useState(false);
  const root = useRef(null);
  useEffect(() => {
    if (!open) return undefined;
    /** @type {HTMLElement | null | undefined} */ (root.current?.querySelector("[role=menuitem]"))?.focus();
    const away = (/** @type {Event} */ event) => { if (!(event.target instanceof Node && root.current?.contains(event.target))) setOpen(false); };
    window.addEventListener("pointerdown", away, true);
    return () => window.removeEventListener("pointerdown", away, true);
  }, [open]);
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (!open || !root.current) return;
    const items = /** @type {HTMLElement[]} */ ([...root.current.querySelectorAll("[role=menuitem]")]);
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (event.key === "Escape") { setOpen(false); root.current.querySelector("button")?.focus(); }
    else if (event.key === "ArrowDown") items[(at + 1) % items.length]?.focus();
    else if (event.key === "ArrowUp") items[(at - 1 + items.length) % items.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<span class=${`menu ${className}`} ref=${root} onKeyDown=${onKey}>
    <button type="button" aria-haspopup="menu" aria-expanded=${String(open)} aria-label=${name || undefined} title=${name || undefined}
      onClick=${(/** @type {Event} */ event) => { event.stopPropagation(); setOpen(!open); }}>${label}</button>
    ${open && html`<span class="menu-list" role="menu">${/** @type {[string, () => void, string?][]} */ (entries.filter(Boolean)).map(([words, act, note]) => html`
      <button type="button" role="menuitem" onClick=${(/** @type {Event} */ event) => { event.stopPropagation(); setOpen(false); act(); }}>${words}${note ? html`<small>${note}</small>` : ""}</button>`)}</span>`}
  </span>`;
}

/** A button that shows that it is at work, and says beside itself what went wrong.
 *  @param {{label: string, act: () => unknown, className?: string, disabled?: boolean}} props */
export function Doing({ label, act, className = "", disabled = false }) {
  const [busy, setBusy] = useState(false);
  const here = useRef(true);
  useEffect(() => () => { here.current = false; }, []);
  const run = async () => {
    if (busy) return;
    setBusy(true);
    await act();
    if (here.current) setBusy(false);
  };
  return html`<button type="button" class=${`${className} ${busy ? "busy" : ""}`} aria-busy=${String(busy)} disabled=${disabled} onClick=${run}>${label}</button>`;
}

/** A sentence about what went wrong, where it went wrong: why it was refused, or, after ⚠, that the workbench itself failed.
 *  @param {{words?: string, again?: (() => void) | null}} props */
export function Problem({ words, again = null }) {
  const { t } = usePage();
  if (!words) return null;
  return html`<p class=${`problem ${words.startsWith("⚠") ? "erred" : ""}`} role="alert">${dated(words)}${again && html` <button type="button" class="link" onClick=${again}>${t("try-again")}</button>`}</p>`;
}

/** What stands where an answer of `useAsk` is to come: that it is awaited, or why it did not come, with a way to ask again.
 *  @param {{asked: Asking<unknown>, words?: string}} props */
export const Asked = ({ asked, words = "" }) => html`<${Problem} words=${asked.problem} again=${asked.again} />${asked.busy && !asked.result && html`<${Waiting} words=${words} />`}`;

/** Where the past is cut off: what is told rests on a part of the history only. @param {{result: {shallow: boolean} | null}} props */
export function Shallow({ result }) {
  const { t } = usePage();
  return result?.shallow ? html`<p class="notice" role="status">${t("shallow")}</p>` : null;
}

/** While something is awaited: nothing at first, then a sentence, and after a while a way to stop it. @param {{words?: string}} props */
export function Waiting({ words }) {
  const { t, stop } = usePage();
  const [age, setAge] = useState(0);
  useEffect(() => {
    const one = setTimeout(() => setAge(1), 400);
    const two = setTimeout(() => setAge(2), 4000);
    return () => { clearTimeout(one); clearTimeout(two); };
  }, []);
  if (age === 0) return null;
  return html`<p class="waiting" role="status"><span class="spin" aria-hidden="true"></span>${words || t("working")}
    ${age > 1 && html`<button type="button" class="link" onClick=${stop}>${t("stop")}</button>`}</p>`;
}

/** Paragraphs without the empty lines between them. @param {string} words */
export const closedUp = (words) => words.replaceAll(/\n\s*\n/g, "\n");

/** Runs of words with their marks, without the empty lines between paragraphs, be they in one run or cut by two.
 *  @param {string[][]} runs @returns {string[][]} */
export function closedUpRuns(runs) {
  let ended = false; // do the words so far end with a line?
  return runs.map(([op, words]) => {
    const closed = closedUp(words);
    const shown = ended ? closed.replace(/^\s*\n/, "") : closed;
    ended = shown.trim() ? /\n\s*$/.test(shown) : ended || shown.includes("\n");
    return [op, shown];
  });
}

/** A sentence in which no day is broken by the end of a line. @param {string} words */
export const dated = (words) => (/\d{4}-\d\d/.test(words) ? words.split(/((?:[≤≥] ?)?\d{4}-\d\d(?:-\d\d)?)/).map((part, at) => (at % 2 ? html`<span class="day">${part}</span>` : part)) : words);

/** A day as the reader's day, from the clock of the browser. */
export const isoToday = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);

/** Is the key pressed somewhere in which one types? @param {Event} event */
export const isTyping = (event) => event.target instanceof Element && event.target.matches("input, textarea, select, [contenteditable=true]");
