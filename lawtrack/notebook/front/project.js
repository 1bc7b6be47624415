/* One project: the line of its versions, and what one reads of them. One version chosen: read it; two: compare them; more:
   side by side. */
import { html, useEffect, useMemo, useRef, useState } from "./preact.js";
import { carried, download } from "./link.js";
import { Asked, Doing, Field, Menu, Problem, Shallow, isTyping, keptWords, useAsk, useKept, usePage } from "./ui.js";
import { Reading } from "./reading.js";
import { Compared, Sure } from "./compared.js";
import { Drawer } from "./drawer.js";
import { Intake } from "./intake.js";
import { Outgoing } from "./outgoing.js";
import { ApplyDecision, MergeTexts } from "./joining.js";
import { AllOpinions, TakeOpinions } from "./opinions.js";
import { Over } from "./over.js";
import { useDrop } from "./dropping.js";
import { Share } from "./team.js";
import { Rounds } from "./rounds.js";
import { Proofread } from "./proofreading.js";
import { EditBar, nothingTyped } from "./editing.js";
/** @import { Aside, Landing, ProjectShown, VersionShown } from "./answers" */
/** @import { Carried, InHand, Pair, Panel, ProjectPlace, SaveForm, Setter, Typed } from "./types" */

/** @param {{place: ProjectPlace}} props */
export function Project({ place }) {
  const { t, go, ask, switchLang, help, lang } = usePage();
  const [draft, setDraft] = useState(place.draft || "");
  const asked = useAsk("project.show", { draft });
  const { result } = asked;
  const [chosen, setChosen] = useState(place.chosen ?? null);
  const [clause, setClause] = useState(/** @type {InHand | null} */ (null));
  const [sure, setSure] = useState(keptWords("sure"));
  const [panel, setPanel] = useState(/** @type {Panel | null} */ (place.fresh && !place.file ? { kind: "intake" } : place.panel ? { kind: place.panel, aside: place.aside } : null));
  const [typed, setTyped, forget] = useKept(`typed:${draft || place.item}`, nothingTyped);
  const root = useRef(null);
  useKeptOnDisk(draft, typed, setTyped);

  const versions = result?.versions ?? [];
  const picked = useMemo(() => {
    const there = (chosen ?? []).filter((/** @type {string} */ sha) => versions.some((version) => version.sha === sha));
    return there.length ? there : versions.slice(-2).map((version) => version.sha);
  }, [chosen, result]);
  const given = { draft, year: place.year, item: place.item };

  const choose = (/** @type {string} */ sha, /** @type {boolean} */ add) => {
    setClause(null);
    if (!add) { setChosen([sha]); return; }
    const next = picked.includes(sha) ? picked.filter((one) => one !== sha) : [...picked, sha];
    if (next.length) setChosen(next);
  };
  const back = () => go(place.from ?? { at: "year" });
  const landed = (/** @type {{draft?: string, chosen?: string[]} | undefined} */ made) => { setPanel(null); setClause(null); if (made?.draft) setDraft(made.draft); if (made?.chosen) setChosen(made.chosen); };
  const take = async (/** @type {Carried} */ sent) => {
    const known = versions.length > 0 ? await ask("returned.look", { draft, file: sent }) : null;
    setPanel(known?.ok && known.result.kind === "opinions" ? { kind: "take-opinions", file: sent, version: known.result.version } : { kind: "intake", file: sent });
  };
  const { over, drop } = useDrop(async (file) => take(await carried(file)));
  const brought = useRef(place.file ?? null); // let fall on the year, and taken once it is known what is here
  useEffect(() => { if (result && brought.current) { take(brought.current); brought.current = null; } }, [result]);
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") {
      if (panel) setPanel(null); else if (clause) { setClause(null); } else if (!isTyping(event)) back();
      return;
    }
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || !clause) return;
    if (event.key === "e" || event.key === "o") { event.preventDefault(); event.stopPropagation(); setClause({ ...clause, open: event.key === "e" ? "edit" : "opinion", beat: Date.now() }); }
  };
  const title = result?.title || place.title || "";
  const latest = versions.findLast((version) => picked.includes(version.sha))?.sha ?? "";
  const nameOf = (/** @type {string} */ sha) => versions.find((version) => version.sha === sha)?.name ?? "";

  return html`<main class=${`view project ${over ? "over" : ""}`} ref=${root} onKeyDown=${onKey} tabindex="-1" ...${drop}>
    <header class="bar top">
      <button type="button" onClick=${back} aria-label=${t("back-year")}>‹ ${place.year ?? t("year")}</button>
      <h1>${title}</h1>${result?.notice && html`<small>${result.notice}</small>`}
      <span class="gap"></span>
      <${Menu} label=${`${t("new-version")} ▾`} className="strong" entries=${[
        [t("from-file"), () => setPanel({ kind: "intake" }), t("from-file-hint")], [t("from-paste"), () => setPanel({ kind: "intake", paste: true })],
        versions.length > 0 && [t("by-decision"), () => setPanel({ kind: "apply" })], versions.length > 1 && [t("by-merge"), () => setPanel({ kind: "merge" })]]} />
      ${result && versions.length > 0 && html`<button type="button" class=${result.unanswered ? "heed" : ""} onClick=${() => setPanel({ kind: "opinions" })}>${t("all-opinions")} ${result.unanswered > 0 ? t("unanswered", { count: result.unanswered }) : result.opinions || ""}</button>`}
      ${result && versions.length > 0 && html`<button type="button" class=${result.suggestions ? "heed" : ""} onClick=${() => setPanel({ kind: "rounds" })}>${t("suggestions")} ${result.suggestions || ""}</button>`}
      <${Share} open=${(/** @type {Aside} */ other) => (other.draft === draft ? setPanel({ kind: "rounds", aside: true }) : go({ at: "project", draft: other.draft, title: other.title, panel: "rounds", aside: true, from: place.from }))} />
      <button type="button" onClick=${() => setPanel({ kind: "out" })}>${t("hand-out")}</button>
      <button type="button" onClick=${switchLang} lang=${lang === "zh" ? "en" : "zh-CN"}>${t("other-language")}</button>
      <button type="button" class="icon" aria-label=${t("help")} title=${t("help")} onClick=${help}>?</button>
    </header>
    ${result && versions.length > 0 && html`<${Line} versions=${versions} picked=${picked} choose=${choose} draft=${draft} result=${result} open=${setPanel} sure=${sure} setSure=${setSure} />`}
    <${Shallow} result=${result} />
    ${result?.outside && html`<p class="notice" role="status">${t("outside-told")} <button type="button" onClick=${() => setPanel({ kind: "outside" })}>${t("look")}</button></p>`}
    <${EditBar} draft=${draft} typed=${typed} forget=${() => { forget(); setTyped(nothingTyped); forget(); ask("edit.keep", { draft, typed: "" }); }} stages=${result?.stages ?? []} today=${result?.today ?? ""} landed=${landed} versions=${versions} />
    <${Asked} asked=${asked} />
    <div class="work">
      ${result && versions.length === 0 && !panel && html`<div class="empty"><p>${t("no-text")}</p><p><button type="button" class="primary" onClick=${() => setPanel({ kind: "intake" })}>${t("from-file")}</button></p></div>`}
      ${versions.length > 0 && picked.length === 1 && html`<${Reading} key=${picked[0]} draft=${draft} version=${picked[0]} clause=${clause} typed=${typed} open=${(/** @type {string} */ eid, /** @type {string | undefined} */ how) => setClause({ version: picked[0], eid, open: how, beat: Date.now() })} />`}
      ${versions.length > 0 && picked.length > 1 && html`<${Compared} key=${picked.toSorted().join() + sure} draft=${draft} versions=${picked} sure=${sure} open=${setClause} />`}
      ${clause && html`<${Drawer} key=${clause.version + clause.eid} draft=${draft} clause=${clause} close=${() => setClause(null)} typed=${typed} setTyped=${setTyped}
        go=${(/** @type {string} */ eid) => setClause({ ...clause, eid })} name=${nameOf(clause.version)} />`}
    </div>
    ${panel && html`<${Over} close=${() => setPanel(null)} label=${t(`panel-${panel.kind}`)}>
      ${panel.kind === "intake" && html`<${Intake} given=${given} first=${panel.file} paste=${panel.paste} result=${result} landed=${landed} title=${place.fresh ? "" : title} close=${() => setPanel(null)} />`}
      ${panel.kind === "out" && html`<${Outgoing} draft=${draft} versions=${picked} all=${versions} year=${place.year ?? null} asOf=${place.from?.asOf ?? ""} />`}
      ${panel.kind === "opinions" && html`<${AllOpinions} draft=${draft} version=${latest} name=${nameOf(latest)} take=${() => setPanel({ kind: "take-opinions" })} open=${(/** @type {string} */ eid) => { setPanel(null); setClause({ version: latest, eid, open: "opinion-list", beat: Date.now() }); }} />`}
      ${panel.kind === "take-opinions" && html`<${TakeOpinions} draft=${draft} versions=${versions} version=${panel.version || latest} first=${panel.file} done=${() => setPanel({ kind: "opinions" })} />`}
      ${panel.kind === "rounds" && result && html`<${Rounds} draft=${draft} versions=${versions} stages=${result.stages} landed=${landed} aside=${panel.aside} />`}
      ${panel.kind === "apply" && result && html`<${ApplyDecision} draft=${draft} versions=${versions} stages=${result.stages} today=${result.today} landed=${landed} />`}
      ${panel.kind === "merge" && result && html`<${MergeTexts} draft=${draft} versions=${versions} stages=${result.stages} today=${result.today} landed=${landed} />`}
      ${panel.kind === "outside" && result && html`<${Outside} draft=${draft} result=${result} landed=${landed} />`}
      ${panel.kind === "proof" && html`<${Proofread} draft=${draft} versions=${versions} published=${panel.version.sha} />`}
      ${panel.kind === "correct" && result && html`<${Correct} draft=${draft} version=${panel.version} stages=${result.stages} done=${() => setPanel(null)} />`}
      ${panel.kind === "restore" && result && html`<${Restore} draft=${draft} version=${panel.version} result=${result} landed=${landed} />`}
    <//>`}
  </main>`;
}

/** What is typed goes to the disk every few seconds, and comes back from there when the browser has forgotten it.
 *  @param {string} draft @param {Typed} typed @param {(typed: Typed) => void} setTyped */
function useKeptOnDisk(draft, typed, setTyped) {
  const { ask, beat } = usePage();
  const sent = useRef("");
  useEffect(() => {
    if (!draft) return;
    if (JSON.stringify(typed) === JSON.stringify(nothingTyped)) {
      ask("edit.kept", { draft }).then((answer) => { if (answer.ok && answer.result.typed) setTyped({ ...JSON.parse(answer.result.typed), back: true }); });
    }
  }, [draft]);
  useEffect(() => {
    if (!draft) return undefined;
    const timer = setTimeout(() => {
      const text = JSON.stringify(typed);
      if (text !== sent.current && text !== JSON.stringify(nothingTyped)) {
        sent.current = text;
        ask("edit.keep", { draft, typed: text }).then((answer) => { if (!answer.ok && sent.current === text) sent.current = ""; });
      }
    }, 3000);
    return () => clearTimeout(timer);
  }, [draft, typed, beat]);
}

/** The versions in time, a dot each. A click reads one; a click on the box beside it compares with those chosen.
 *  @param {{versions: VersionShown[], picked: string[], choose: (sha: string, add: boolean) => void, draft: string, result: ProjectShown,
 *    open: (panel: Panel) => void, sure: string, setSure: (sure: string) => void}} props */
function Line({ versions, picked, choose, draft, result, open, sure, setSure }) {
  const { t, ask, act, fail } = usePage();
  const undo = async (/** @type {VersionShown} */ version) => { const answer = await act("project.undo-newest", { draft, version: version.sha }); if (!answer.ok) fail(answer.say); };
  const save = async (/** @type {VersionShown} */ version, /** @type {string} */ kind) => {
    const answer = await ask("project.download", { draft, version: version.sha, kind });
    if (answer.ok) download(answer.result); else fail(answer.say);
  };
  return html`<nav class="line-of-versions" aria-label=${t("versions-line")}>
    <ol>${versions.map((version) => html`<li key=${version.sha} class=${picked.includes(version.sha) ? "picked" : ""}>
      <input type="checkbox" aria-label=${t("compare-this", { name: version.name })} title=${t("compare-this", { name: version.name })} checked=${picked.includes(version.sha)} onChange=${() => choose(version.sha, true)} />
      <button type="button" class="dot" aria-current=${picked.length === 1 && picked[0] === version.sha ? "true" : undefined} onClick=${() => choose(version.sha, false)}
        title=${[version.meeting, version.source, version.message].filter(Boolean).join("\n")}><b>${version.label}</b> ${version.date}</button>
      <${Menu} label="⋯" name=${t("version-acts", { name: version.name })} entries=${[
        [t("download-word"), () => save(version, ".docx")], [t("download-text"), () => save(version, ".txt")],
        version.sha !== result.newest && [t("restore"), () => open({ kind: "restore", version })], version.sha === result.newest && versions.length > 1 && [t("undo-newest"), () => undo(version)], [t("proofread"), () => open({ kind: "proof", version })], [t("correct"), () => open({ kind: "correct", version })]]} /></li>`)}</ol>
    ${picked.length === 2 && html`<${Sure} sure=${sure} choose=${setSure} />`}<small class="how">${picked.length === 1 ? t("how-read") : picked.length === 2 ? t("how-compare") : t("how-beside")}</small></nav>`;
}

/** Stage, day, meeting and reason of a version that is to be saved.
 *  @param {{form: SaveForm, set: Setter, stages: Pair[], reason?: boolean, meeting?: boolean}} props */
export function VersionFields({ form, set, stages, reason = true, meeting = true }) {
  const { t } = usePage();
  return html`<div class="fields"><${Field} kind="choice" label=${t("field-stage")} value=${form.stage ?? ""} options=${[["", "–"], ...stages]} onChange=${set("stage")} needed />
    <${Field} label=${t("field-date")} value=${form.date} onChange=${set("date")} hint="2020-08-28" needed />
    ${meeting && html`<${Field} label=${t("field-meeting")} value=${form.meeting} onChange=${set("meeting")} wide />`}
    ${reason && html`<${Field} label=${t("field-why")} value=${form.reason} onChange=${set("reason")} wide />`}</div>`;
}

/** @param {{draft: string, result: ProjectShown, landed: (made: Landing) => void}} props */
function Outside({ draft, result, landed }) {
  const { t, act } = usePage();
  const found = useAsk("file.outside", { draft });
  const newest = result.versions.find((one) => one.sha === result.newest);
  const [form, setForm] = useState({ stage: newest?.stage ?? "", date: result.today, reason: "" });
  const [problem, setProblem] = useState("");
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  const save = async () => { const answer = await act("file.take-outside", { draft, ...form }); if (answer.ok) landed(answer.result); else setProblem(answer.say); };
  return html`<${Asked} asked=${found} /><p>${found.result?.summary}</p>${found.result && html`<div class="boxed"><${Compared} given=${found.result} /></div>`}
    <${VersionFields} form=${form} set=${set} stages=${result.stages} meeting=${false} /><${Problem} words=${problem} />
    <div class="formacts"><${Doing} className="primary" label=${t("save-version")} act=${save} /></div>`;
}

/** @param {{draft: string, version: VersionShown, stages: Pair[], done: () => void}} props */
function Correct({ draft, version, stages, done }) {
  const { t, act } = usePage();
  const [form, setForm] = useState({ stage: version.stage, date: version.date, meeting: version.meeting });
  const [problem, setProblem] = useState("");
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  const save = async () => { const answer = await act("project.correct", { draft, version: version.sha, ...form }); if (answer.ok) done(); else setProblem(answer.say); };
  return html`<p class="quiet">${t("correct-hint")}</p><${VersionFields} form=${form} set=${set} stages=${stages} reason=${false} />
    <dl class="record"><div><dt>${t("fact-source")}</dt><dd>${version.source || "–"}</dd></div><div><dt>${t("fact-author")}</dt><dd>${version.author} ${version.saved}</dd></div><div><dt>${t("fact-number")}</dt><dd>${version.sha.slice(0, 10)}</dd></div></dl>
    <${Problem} words=${problem} /><div class="formacts"><${Doing} className="primary" label=${t("save")} act=${save} /></div>`;
}

/** @param {{draft: string, version: VersionShown, result: ProjectShown, landed: (made: Landing) => void}} props */
function Restore({ draft, version, result, landed }) {
  const { t, act } = usePage();
  const newest = result.versions.find((one) => one.sha === result.newest);
  const [form, setForm] = useState({ stage: newest?.stage ?? version.stage, date: result.today, reason: "" });
  const [problem, setProblem] = useState("");
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  const save = async () => { const answer = await act("project.restore", { draft, version: version.sha, ...form }); if (answer.ok) landed({ chosen: [result.newest, answer.result.version], version: answer.result.version }); else setProblem(answer.say); };
  return html`<p>${t("restore-hint", { name: version.name })}</p><${VersionFields} form=${form} set=${set} stages=${result.stages} meeting=${false} /><${Problem} words=${problem} />
    <div class="formacts"><${Doing} className="primary" label=${t("save-version")} act=${save} /></div>`;
}
