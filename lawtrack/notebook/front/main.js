/* The page: where one is, in which language, whether the kernel is there, and what was done last. */
import { html, render, useEffect, useMemo, useRef, useState } from "./preact.js";
import { Link } from "./link.js";
import { Page, fill, keep, kept, keptWords, usePage } from "./ui.js";
import { Over } from "./over.js";
import { Sign } from "./signing.js";
import { Year } from "./year.js";
import { Project } from "./project.js";
import { Library } from "./library.js";
/** @import { Answers } from "./answers" */
/** @import { Answer, Connection, Place, RequestName, Said, Shared, Wire, Words } from "./types" */

/** @param {{link: Link, lang: string, page: boolean, early?: Record<string, Words>}} props */
function App({ link, lang: first, page, early }) {
  const [lang, setLang] = useState(keptWords("lang") || first || "zh");
  const [begun, setBegun] = useState(/** @type {Answers["start"] | null} */ (null));
  const [problem, setProblem] = useState("");
  const [place, setPlace] = useState(/** @type {Place} */ ((page && kept("place")) || { at: "year" }));
  const [connection, setConnection] = useState(/** @type {Connection} */ ("open"));
  const [said, setSaid] = useState(/** @type {Said | null} */ (null));
  const [unsigned, setUnsigned] = useState(/** @type {((signed: boolean) => void)[]} */ ([])); // saves that wait for a name
  const [help, setHelp] = useState(false);
  const [beat, setBeat] = useState(0);
  const root = useRef(null);

  const begin = () => link.call("start", {}, lang).then((answer) => {
    if (answer.ok) { setBegun(answer.result); if (!keptWords("lang") && answer.result.lang) setLang(answer.result.lang); }
    setProblem(answer.ok ? "" : answer.say);
  });
  useEffect(() => {
    link.wire.watch((state) => { setConnection(state); if (state === "open") setBeat((at) => at + 1); });
  }, []);
  useEffect(() => { if (!begun) begin(); }, [beat]);
  useEffect(() => {
    if (page) document.title = begun ? begun.words[lang].name : document.title;
    if (page) document.documentElement.lang = lang === "en" ? "en" : "zh-CN";
  }, [lang, begun]);
  useTheme(root);

  const shared = useMemo(() => {
    const words = begun?.words[lang] ?? early?.[lang] ?? {};
    const t = (/** @type {string} */ name, /** @type {object} */ details = {}) => fill(words[name] ?? name, details);
    /** @template {RequestName} Name @param {Name} name @param {object} given @param {Record<"unsent" | "unknown", string>} lost
     *  @returns {Promise<Answer<Answers[Name]>>} */
    const asked = async (name, given, lost) => {
      const answer = await link.call(name, given, lang);
      return answer.lost ? { ...answer, say: t(lost[answer.lost]) } : answer;
    };
    /** Asks for a name; false where none is given. @returns {Promise<boolean>} */
    const named = () => new Promise((done) => setUnsigned((waiting) => [...waiting, done]));
    return /** @satisfies {Shared} */ ({
      t, lang, beat, begun, viewer: begun?.viewer[lang] ?? {},
      ask: (name, given) => asked(name, given, { unsent: "lost-asked", unknown: "lost-asked" }),
      go: (next) => { setPlace(next); keep("place", { ...next, file: undefined }); setSaid(null); root.current?.querySelector(".view")?.scrollTo(0, 0); },
      refresh: () => setBeat((at) => at + 1),
      say: (words_, undo = "") => setSaid({ words: words_, undo, at: Date.now() }),
      /* Says what went wrong where nothing stays beside the click. */
      fail: (words_) => setSaid({ words: words_, undo: "", at: Date.now(), failed: true }),
      /* Does something: says that it is done, with a way back, and gives the answer. */
      act: async (name, given) => {
        const send = () => asked(name, given, { unsent: "lost-kept", unknown: "lost-unknown" });
        const told = await send();
        const answer = !told.ok && told.kind === "unsigned" && await named() ? await send() : told;
        if (answer.ok && answer.say) setSaid({ words: answer.say, undo: answer.undo, at: Date.now() });
        if (answer.ok) setBeat((at) => at + 1);
        return answer;
      },
      stop: () => link.wire.interrupt(),
      help: () => setHelp((shown) => !shown),
      switchLang: () => { const next = lang === "zh" ? "en" : "zh"; setLang(next); keep("lang", next); },
    });
  }, [begun, lang, beat]);

  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid((now) => (now === said ? null : now)), said.undo || said.failed ? 20_000 : 8000);
    return () => clearTimeout(timer);
  }, [said]);

  const onKey = (/** @type {KeyboardEvent} */ event) => {
    // JupyterLab makes cells of keys, and VS Code commands: what is pressed here stays here
    event.stopPropagation();
    if (event.key === "?" && !(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) {
      event.preventDefault();
      setHelp((shown) => !shown);
    } else if (event.key === "Escape" && help) setHelp(false);
  };
  /* A file that nothing here takes: the browser would leave the page for it. */
  const lost = (/** @type {Event} */ event) => { event.preventDefault(); shared.fail(shared.t("drop-elsewhere")); };
  const goOn = (/** @type {boolean} */ signed) => { for (const done of unsigned) done(signed); setUnsigned([]); };
  const takeBack = async () => {
    const undo = said?.undo ?? "";
    const answer = await shared.ask("undo", { token: undo });
    setSaid({ words: answer.say ?? "", undo: answer.lost ? undo : "", at: Date.now(), failed: !answer.ok });
    setBeat((at) => at + 1);
  };

  return html`<${Page.Provider} value=${shared}>
    <div class=${`lawtrack-bench ${page ? "whole" : ""}`} ref=${root} lang=${lang === "en" ? "en" : "zh-CN"} data-lm-suppress-shortcuts="true"
      tabindex="-1" onKeyDown=${onKey} onContextMenu=${(/** @type {Event} */ event) => event.stopPropagation()}
      onDragOver=${(/** @type {Event} */ event) => event.preventDefault()} onDrop=${lost}>
      ${connection !== "open" && html`<${Lost} state=${connection} t=${shared.t} again=${() => link.wire.reconnect()} />`}
      ${problem && html`<p class="problem big" role="alert">${problem}</p>`}
      ${begun?.unsigned && unsigned.length === 0 && html`<${Sign} done=${begin} />`}
      ${begun && (place.at === "project" ? html`<${Project} key=${place.draft ?? place.item} place=${place} />` : place.at === "library" ? html`<${Library} place=${place} />` : html`<${Year} place=${place} />`)}
      ${unsigned.length > 0 && html`<${Over} close=${() => goOn(false)} label=${shared.t("panel-sign")}><${Sign} waits done=${() => { begin(); goOn(true); }} /><//>`}
      <${Slow} link=${link} root=${root} />
      ${help && html`<${Help} t=${shared.t} close=${() => setHelp(false)} />`}
      <div class="said" role="status" aria-live="polite">${said && html`<p class=${said.failed ? "failed" : ""}>${said.words}
        ${said.undo && html`<button type="button" onClick=${takeBack}>${shared.t("undo")}</button>`}
        <button type="button" class="close" aria-label=${shared.t("close")} onClick=${() => setSaid(null)}>×</button></p>`}</div>
    </div></${Page.Provider}>`;
}

const LOOKS = 500; // milliseconds between two looks
const LONG = 1000; // milliseconds after which one asks oneself whether the click was heard
const ENDLESS = 20_000; // milliseconds after which the connection may be gone without a word
const OFFLINE = 3000; // the same where the browser itself says that there is no network

/* What takes long says so somewhere: where nothing beside the click does, here, with a way to stop it. After a while it
   says that no answer may come at all. */
/** @param {{link: Link, root: {current: HTMLElement | null}}} props */
function Slow({ link, root }) {
  const { t, stop } = usePage();
  const [now, setNow] = useState("");
  useEffect(() => {
    const timer = setInterval(() => {
      const age = link.awaited();
      const told = root.current?.querySelector(".waiting, .busy, progress");
      setNow(age > (navigator.onLine ? ENDLESS : OFFLINE) ? "endless" : age > LONG && !told ? "long" : "");
    }, LOOKS);
    return () => clearInterval(timer);
  }, []);
  if (!now) return null;
  return html`<div class="said slow" role="status"><p><span class="spin" aria-hidden="true"></span>${t(now === "endless" ? "no-answer" : "working")}
    <button type="button" onClick=${stop}>${t("stop")}</button>${now === "endless" && html`<button type="button" onClick=${() => link.wire.reconnect()}>${t("reconnect")}</button>`}</p></div>`;
}

/** @param {{state: Connection, t: Shared["t"], again: () => void}} props */
const Lost = ({ state, t, again }) => html`<div class="lost" role="alert"><span>${state === "lost" ? t("lost") : t("reconnecting")}</span>
  ${state === "lost" && html`<button type="button" onClick=${again}>${t("reconnect")}</button>`}</div>`;

/** @param {{t: Shared["t"], close: () => void}} props */
function Help({ t, close }) {
  const node = useRef(null);
  useEffect(() => { node.current?.focus(); }, []);
  const keys = t("keys").split("\n").map((/** @type {string} */ line) => line.split("\t"));
  return html`<div class="veil" onClick=${close}><div class="panel help" role="dialog" aria-modal="true" aria-label=${t("help")} tabindex="-1" ref=${node}
    onClick=${(/** @type {Event} */ event) => event.stopPropagation()}>
    <h2>${t("help")}</h2><dl>${keys.map((/** @type {string[]} */ [key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
    <button type="button" onClick=${close}>${t("close")}</button></div></div>`;
}

/** Light or dark as JupyterLab has it in a notebook's cell, as the system has it on a page of its own. @param {{current: HTMLElement | null}} root */
function useTheme(root) {
  useEffect(() => {
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    const apply = () => {
      const lab = root.current?.classList.contains("whole") ? undefined : document.body.dataset.jpThemeLight;
      const dark = lab === undefined ? system.matches : lab === "false";
      if (root.current) root.current.dataset.theme = dark ? "dark" : "light";
    };
    apply();
    system.addEventListener("change", apply);
    const observer = new MutationObserver(apply);
    observer.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
    return () => { system.removeEventListener("change", apply); observer.disconnect(); };
  }, []);
}

/** Starts the page in `root`; the function that ends it.
 *  @param {Element} root @param {Wire} wire @param {string} lang @param {Record<string, Words>} [early] */
export function start(root, wire, lang, early) {
  render(html`<${App} link=${new Link(wire)} lang=${lang} page=${wire.page} early=${early} />`, root);
  return () => render(null, root);
}
