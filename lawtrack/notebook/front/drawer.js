/* The clause in hand: its way through the versions, opinions, findings, references, and editing it. */
import { html, useEffect, useRef, useState } from "./preact.js";
import { Asked, Doing, Field, Problem, closedUpRuns, dated, useAsk, useKept, usePage } from "./ui.js";
import { EditClause } from "./editing.js";
/** @import { ClauseShown, FindingRecord, OpinionShown, Reference, RegisterShown } from "./answers" */
/** @import { InHand, OnValue, Pair, Typed } from "./types" */

/** @param {{draft: string, clause: InHand, close: () => void, typed: Typed, setTyped: (typed: Typed) => void, go: (eid: string) => void, name: string}} props */
export function Drawer({ draft, clause, close, typed, setTyped, go, name }) {
  const { t } = usePage();
  const asked = useAsk("clause.show", { draft, version: clause.version, eid: clause.eid });
  const { result } = asked;
  const [tab, setTab] = useState(tabOf(clause.open) ?? "history");
  const node = useRef(null);
  useEffect(() => { if (clause.open) setTab(tabOf(clause.open) ?? "history"); }, [clause.beat]);
  /** @type {Record<string, number | undefined>} */
  const counts = { opinions: result?.opinions.length, findings: result?.findings.length, refs: result ? result.points.length + result.pointed.length : 0 };
  return html`<aside class="drawer" ref=${node} aria-label=${t("clause")}>
    <header class="panel-head"><h2>${result?.label ?? "…"}</h2><small>${name}</small><span class="gap"></span><button type="button" class="icon" aria-label=${t("close")} onClick=${close}>×</button></header>
    <div class="tabs" role="tablist">${["history", "opinions", "findings", "refs", "edit"].map((each) => html`<button type="button" role="tab" aria-selected=${String(tab === each)} onClick=${() => setTab(each)}>${t(`tab-${each}`)}${counts[each] ? html` <b>${counts[each]}</b>` : ""}</button>`)}</div>
    <div class="drawer-body" role="tabpanel" tabindex="0"><${Asked} asked=${asked} />
      ${result && (tab === "history" ? html`<${History} result=${result} />` : tab === "opinions" ? html`<${Opinions} draft=${draft} clause=${clause} result=${result} fresh=${clause.open === "opinion"} />`
        : tab === "findings" ? html`<${Findings} draft=${draft} clause=${clause} result=${result} typed=${typed} setTyped=${setTyped} edit=${() => setTab("edit")} />`
        : tab === "refs" ? html`<${References} result=${result} go=${go} />` : html`<${EditClause} result=${result} clause=${clause} typed=${typed} setTyped=${setTyped} />`)}
    </div></aside>`;
}

/** @type {Record<string, string>} */
const RUN = { insert: "ins", delete: "del" };

/* The tab that a request to open the clause asks for. */
const tabOf = (/** @type {string | undefined} */ asked) => (asked?.startsWith("opinion") ? "opinions" : asked);


/** @param {{runs: string[][]}} props */
function Runs({ runs }) {
  return html`<p class="runs">${closedUpRuns(runs).map(([op, words]) => (op === "both" ? html`<ins><del>${words}</del></ins>` : RUN[op] ? html`<${RUN[op]}>${words}<//>` : words))}</p>`;
}

/** @param {{result: ClauseShown}} props */
function History({ result }) {
  const { t, viewer } = usePage();
  if (result.history.length === 0) return html`<p class="quiet">${t("no-history")}</p>`;
  return html`<ol class="history">${result.history.toReversed().map((step) => html`<li>
    <header><b>${step.name}</b> ${step.labels.join("、")} ${step.kind && html`<span class=${`kind ${step.kind}`}>${viewer[`kind-${step.kind}`]}</span>`}${step.moved && html`<span class="kind moved">${viewer["kind-moved"]}</span>`}${step.in_place && html`<small title=${viewer["in-place-why"]}>${viewer["in-place"]}</small>`}${step.doubtful && html`<small title=${viewer[`${{ added: "opposite", unchanged: "repeated" }[step.kind] ?? "doubtful"}-why`]}>${viewer.doubtful}</small>`}</header>
    <small>${[step.meeting, step.who].filter(Boolean).join(" · ")}</small>${step.why && html`<details><summary>${t("why")}</summary><p class="why">${step.why}</p></details>`}
    ${step.labels.length ? html`<${Runs} runs=${step.runs} />` : html`<p class="quiet">${t("not-there")}</p>`}</li>`)}</ol>`;
}

const NO_OPINION = { text: "", suggestion: "", source: "", kind: "other" };

/** @param {{draft: string, clause: InHand, result: ClauseShown, fresh: boolean}} props */
function Opinions({ draft, clause, result, fresh }) {
  const { t, act } = usePage();
  const [adding, setAdding] = useState(fresh);
  const [form, setForm, forget] = useKept(`opinion:${draft}:${clause.eid}`, { ...NO_OPINION, date: result.today });
  const [problem, setProblem] = useState("");
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  useEffect(() => { if (fresh) setAdding(true); }, [fresh, clause.beat]);
  const save = async () => {
    const answer = await act("opinion.add", { draft, version: clause.version, eid: clause.eid, ...form });
    if (answer.ok) { forget(); setForm({ ...NO_OPINION, date: result.today }); forget(); setAdding(false); setProblem(""); } else setProblem(answer.say);
  };
  return html`${result.opinions.length === 0 && !adding && html`<p class="quiet">${t("no-opinions")}</p>`}
    ${result.opinions.map((one) => html`<${OpinionCard} key=${one.id} draft=${draft} version=${clause.version} one=${one} result=${result} />`)}
    ${adding ? html`<form class="card-form" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}><${Field} kind="lines" label=${t("field-opinion")} value=${form.text} onChange=${set("text")} needed focus />
      <${Field} kind="lines" label=${t("field-suggestion")} value=${form.suggestion} onChange=${set("suggestion")} />
      <div class="fields"><${Field} label=${t("field-from")} value=${form.source} onChange=${set("source")} /><${Field} kind="choice" label=${t("field-fromkind")} value=${form.kind} options=${result.kinds} onChange=${set("kind")} /><${Field} label=${t("field-date")} value=${form.date} onChange=${set("date")} /></div>
      <${Problem} words=${problem} /><div class="formacts"><${Doing} className="primary" label=${t("save")} act=${save} /><button type="button" onClick=${() => { forget(); setAdding(false); }}>${t("cancel")}</button></div></form>`
      : html`<button type="button" onClick=${() => setAdding(true)}>+ ${t("add-opinion")}</button>`}`;
}

/** @param {{draft: string, version: string, one: OpinionShown, result: ClauseShown | RegisterShown}} props */
export function OpinionCard({ draft, version, one, result }) {
  const { t, act, refresh } = usePage();
  const [open, setOpen] = useState(false);
  const [form, setForm, forget] = useKept(`answer:${draft}:${one.id}`, { result: one.result || "adopted", reason: one.reason, date: result.today, by: "" });
  const [problem, setProblem] = useState("");
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  const card = useRef(null);
  useEffect(() => { if (open) card.current?.scrollIntoView({ block: "nearest" }); }, [open]); // what was opened at the foot of a list
  const save = async () => { const answer = await act("opinion.answer", { draft, opinion: one.id, seen: one.seen, ...form }); if (answer.ok) { forget(); setOpen(false); } else setProblem(answer.say); if (!answer.ok && !answer.lost) refresh(); };
  return html`<article class="opinion" ref=${card}><header><b>${one.source || t("unnamed")}</b> <small>${dated(`${one.date} ${one.on}`)}</small> <span class="gap"></span><span class=${one.result || one.no_comment ? "kind" : "kind open"}>${one.result_label || (one.no_comment ? t("no-comment") : t("not-answered"))}</span></header>
    <p>${one.text}</p>${one.suggestion && html`<p class="quiet">${t("field-suggestion")}：${one.suggestion}</p>`}${one.reason && html`<p class="quiet">${t("field-reason")}：${one.reason}</p>`}
    ${one.remarks.map((/** @type {string} */ words) => html`<p class="flag">${dated(words)}</p>`)}
    ${open ? html`<div class="fields"><${Field} kind="choice" label=${t("field-result")} value=${form.result} options=${result.results} onChange=${set("result")} focus /><${Field} label=${t("field-date")} value=${form.date} onChange=${set("date")} />
      <${Field} kind="lines" label=${t("field-reason")} value=${form.reason} onChange=${set("reason")} wide /><${Field} label=${t("field-by")} value=${form.by} onChange=${set("by")} /></div><${Problem} words=${problem} />
      <div class="formacts"><${Doing} className="primary" label=${t("save")} act=${save} /><button type="button" onClick=${() => setOpen(false)}>${t("cancel")}</button></div>`
      : html`<div class="formacts"><button type="button" onClick=${() => setOpen(true)}>${one.result ? t("answer-again") : t("answer")}</button><${Move} draft=${draft} version=${version} one=${one} clauses=${result.clauses} /></div>`}</article>`;
}

/** The clause of an opinion put right. @param {{draft: string, version: string, one: OpinionShown, clauses: Pair[]}} props */
function Move({ draft, version, one, clauses }) {
  const { t, act, fail } = usePage();
  const [open, setOpen] = useState(false);
  const move = async (/** @type {string} */ eid) => { const answer = await act("opinion.correct", { draft, version, opinion: one.id, eid }); if (answer.ok) setOpen(false); else fail(answer.say); };
  if (!open) return html`<button type="button" class="link" onClick=${() => setOpen(true)}>${t("move-opinion")}</button>`;
  return html`<select aria-label=${t("move-opinion")} onChange=${(/** @type {OnValue} */ event) => { if (event.currentTarget.value !== "-") move(event.currentTarget.value); }}>${[["-", t("move-to")], ["", t("whole-text")], ...clauses].map(([eid, label]) => html`<option value=${eid}>${label}</option>`)}</select>`;
}

/** @param {{draft: string, clause: InHand, result: ClauseShown, typed: Typed, setTyped: (typed: Typed) => void, edit: () => void}} props */
function Findings({ draft, clause, result, typed, setTyped, edit }) {
  const { t, ask, fail } = usePage();
  if (result.findings.length === 0) return html`<p class="quiet">${t("no-findings")}</p>`;
  const fix = async (/** @type {FindingRecord} */ one) => {
    const answer = await ask("clause.fix", { draft, version: clause.version, start: one.start, code: one.code });
    if (!answer.ok) { fail(answer.say); return; }
    setTyped({ ...typed, version: clause.version, rewritten: { ...typed.rewritten, [answer.result.eid]: answer.result.words } });
    edit();
  };
  return html`<ul class="found">${result.findings.map((one) => html`<li class=${one.severity}><b>${t(`severity-${one.severity}`)}</b> ${one.message}<small>${one.source}</small>${one.fix !== null && html`<button type="button" onClick=${() => fix(one)}>${t("fix-to", { words: one.fix || t("nothing") })}</button>`}</li>`)}</ul>`;
}

/** @param {{result: ClauseShown, go: (eid: string) => void}} props */
function References({ result, go }) {
  const { t } = usePage();
  const list = (/** @type {Reference[]} */ many, /** @type {string} */ label) => html`<h3>${label}</h3>${many.length === 0 ? html`<p class="quiet">${t("none")}</p>` : html`<ul class="refs">${many.map((one) => html`<li>${one.eid ? html`<button type="button" class="link" onClick=${() => go(one.eid)}>${one.label ?? one.words}</button>` : html`${one.law ? `《${one.law}》` : ""}${one.words}`} ${one.label ? html`<small>${one.words}</small>` : ""}</li>`)}</ul>`}`;
  return html`${list(result.points, t("points-to"))}${list(result.pointed, t("pointed-by"))}`;
}
