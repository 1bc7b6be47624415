/* The year: one row a project, the most pressing first; a board and a timeline of the same rows. */
import { html, useEffect, useMemo, useRef, useState } from "./preact.js";
import { Asked, Menu, Shallow, dated, isTyping, keep, keptWords, useAhead, useAsk, usePage } from "./ui.js";
import { RowForm } from "./year_forms.js";
import { AddProject, ImportPlan } from "./year_additions.js";
import { CompareFiles } from "./joining.js";
import { Proofread } from "./proofreading.js";
import { Over } from "./over.js";
import { useFallen } from "./dropping.js";
import { Day } from "./day.js";
import { Outgoing } from "./outgoing.js";
import { Share } from "./team.js";
import { Marked } from "./marked.js";
import { Timeline } from "./timeline.js";
/** @import { Aside, YearRow, YearShown } from "./answers" */
/** @import { Carried, OnValue, Opens, YearPlace } from "./types" */

/** @type {Record<string, string[]>} */
const FILTERS = { pressing: ["late", "soon"], asked: [], running: ["late", "soon", "running", "silent", "open"], unknown: ["unknown", "silent"], done: ["done", "ended"] };
const SORTS = ["pressing", "title", "stage", "day"];

/** @param {{place: YearPlace}} props */
export function Year({ place }) {
  const { t, go, lang, switchLang, help } = usePage();
  const [year, setYear] = useState(place.year ?? null);
  const [asOf, setAsOf] = useState(place.asOf ?? "");
  const [query, setQuery] = useState("");
  const [filter, setFilter] = useState("");
  const [view, setView] = useState(keptWords("year-view") || "table");
  const [sort, setSort] = useState("pressing");
  const [panel, setPanel] = useState("");
  const asked = useAsk("year.show", { year, as_of: asOf });
  const { result } = asked;
  const search = useRef(null);
  const ahead = useAhead();

  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") { event.preventDefault(); search.current?.focus(); }
    if (event.key === "Escape" && panel) setPanel("");
    if (event.key === "+") { event.preventDefault(); setPanel("add"); }
  };
  const rows = useMemo(() => chosen(result?.rows ?? [], { query, filter, sort }), [result, query, filter, sort]);
  /** @type {Opens} */
  const open = (row, file) => go({ at: "project", item: row.id, year: row.id ? result?.year : undefined, draft: row.draft, title: row.title, file, from: { at: "year", year, asOf } });
  const fresh = (/** @type {Carried | undefined} */ file = undefined) => go({ at: "project", draft: "", title: t("new-draft"), fresh: true, file, from: { at: "year", year, asOf } });
  const { over, drop, shown } = useFallen({ result, open, fresh });
  if (!result) return html`<main class="view"><${Asked} asked=${asked} /></main>`;
  const choose = (/** @type {string} */ name) => { setView(name); keep("year-view", name); };
  const hits = query ? t("hits", { count: rows.length }) : "";

  return html`<main class=${`view year ${over ? "over" : ""}`} onKeyDown=${onKey} ...${drop}>${shown}
    <header class="bar top">
      ${result.year === null ? html`<h1>${t("no-plan-title")}</h1>` : html`<h1>${result.years.length > 1
        ? html`<select aria-label=${t("year")} value=${result.year} onChange=${(/** @type {OnValue} */ event) => { setYear(Number(event.currentTarget.value)); setAsOf(""); }}>
            ${result.years.map((one) => html`<option value=${one} selected=${one === result.year}>${one}</option>`)}</select> ${result.title}` : result.title}</h1>
        <${Day} label=${t("as-of")} hint=${t("as-of-hint")} value=${result.as_of} onChange=${setAsOf} />
        ${result.as_of !== result.opening && html`<button type="button" class="link" onClick=${() => setAsOf("")}>${t("back-to-day", { day: result.opening })}</button>`}`}
      <span class="gap"></span>
      <input type="search" ref=${search} aria-label=${t("search")} placeholder=${t("search")} value=${query} onInput=${(/** @type {OnValue} */ event) => setQuery(event.currentTarget.value)}
        onKeyDown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape") { event.stopPropagation(); setQuery(""); search.current?.blur(); } }} />
      <span class="hits" role="status">${hits}</span>
      <button type="button" onClick=${() => go({ at: "library", from: { at: "year", year, asOf } })}>${t("library")}</button>
      <${Share} open=${(/** @type {Aside} */ one) => go({ at: "project", draft: one.draft, title: one.title, panel: "rounds", aside: true, from: { at: "year", year, asOf } })} />
      <button type="button" onClick=${switchLang} lang=${lang === "zh" ? "en" : "zh-CN"}>${t("other-language")}</button>
      <button type="button" class="icon" aria-label=${t("help")} title=${t("help")} onClick=${help}>?</button>
    </header>
    ${result.year === null && html`<div class="bar second"><span class="quiet">${t("no-plan-hint")}</span><span class="gap"></span>
      <button type="button" class="primary" onClick=${() => fresh()}>${t("new-draft")}</button><button type="button" onClick=${() => setPanel("files")}>${t("compare-files")}</button><button type="button" onClick=${() => setPanel("proof")}>${t("proofread")}</button></div>`}
    ${result.year !== null && html`<div class="bar second">
      <span class="chips" role="group" aria-label=${t("filters")}>${Object.keys(FILTERS).map((name) => {
        const count = result.rows.filter((row) => passes(row, name)).length;
        return html`<button type="button" class="chip" aria-pressed=${String(filter === name)} onClick=${() => setFilter(filter === name ? "" : name)}>${t(`filter-${name}`)} <b>${count}</b></button>`;
      })}</span>
      <span class="gap"></span>
      <label class="quiet">${t("sort")} <select value=${sort} onChange=${(/** @type {OnValue} */ event) => setSort(event.currentTarget.value)}>${SORTS.map((name) => html`<option value=${name} selected=${sort === name}>${t(`sort-${name}`)}</option>`)}</select></label>
      <span class="views" role="group" aria-label=${t("views")}>${["table", "board", "timeline"].map((name) => html`<button type="button" aria-pressed=${String(view === name)} onClick=${() => choose(name)}>${t(`view-${name}`)}</button>`)}</span>
      <${Menu} label=${html`+ ${t("new")}`} className="strong" entries=${[[t("add-project"), () => setPanel("add")], [t("import-plan"), () => setPanel("import")], [t("new-draft"), () => fresh()], [t("compare-files"), () => setPanel("files")], [t("proofread"), () => setPanel("proof")]]} />
      <button type="button" onClick=${() => setPanel("out")}>${t("hand-out")}</button>
    </div>`}
    ${panel === "files" && html`<${Over} close=${() => setPanel("")} label=${t("panel-compare-files")}><${CompareFiles} /><//>`}
    ${panel === "proof" && html`<${Over} close=${() => setPanel("")} label=${t("panel-proof")}><${Proofread} /><//>`}
    ${panel === "out" && html`<${Over} close=${() => setPanel("")} label=${t("hand-out")}><${Outgoing} draft="" versions=${[]} all=${[]} year=${result.year} asOf=${result.year === null ? "" : result.as_of} first="month" /><//>`}
    <${Shallow} result=${result} /><${Asked} asked=${asked} />
    ${result.year !== null && panel === "add" && html`<${AddProject} plan=${result} close=${() => setPanel("")} />`}
    ${(panel === "import" || (result.year === null && panel !== "add")) && html`<${ImportPlan} plan=${result} close=${() => setPanel("")} done=${(/** @type {number} */ made) => { setYear(made); setAsOf(""); setPanel(""); }} />`}
    ${result.year !== null && (view === "table" ? html`<${Table} rows=${rows} plan=${result} open=${open} query=${query} />`
      : view === "board" ? html`<${Board} rows=${rows} plan=${result} open=${open} />` : html`<${Timeline} rows=${rows} plan=${result} open=${open} />`)}
    ${result.year !== null && rows.length === 0 && html`<p class="empty">${query || filter ? t("no-match") : t("no-rows")}
      ${(query || filter) && html`<button type="button" class="link" onClick=${() => { setQuery(""); setFilter(""); }}>${t("show-all")}</button>`}</p>`}
    ${result.drafts.length > 0 && html`<section class="loose"><h2>${t("loose-drafts")}</h2>${result.drafts.map((one) => html`
      <button type="button" class="link" ...${ahead(one.draft)} onClick=${() => open(one)}>${one.title}</button>`)}</section>`}
  </main>`;
}

const passes = (/** @type {YearRow} */ row, /** @type {string} */ filter) => (filter === "asked" ? row.unanswered > 0 : FILTERS[filter].includes(row.timeliness));

function chosen(/** @type {YearRow[]} */ rows, /** @type {{query: string, filter: string, sort: string}} */ { query, filter, sort }) {
  const wanted = query.trim().toLowerCase();
  const passing = rows.filter((row) => (!filter || passes(row, filter))
    && (!wanted || [row.title, row.stage_label, row.drafting_unit, row.remark, row.action].some((words) => (words ?? "").toLowerCase().includes(wanted))));
  const by = /** @type {Record<string, (a: YearRow, b: YearRow) => number>} */ ({
    title: (a, b) => a.title.localeCompare(b.title, "zh"),
    stage: (a, b) => place(b) - place(a),
    day: (a, b) => (b.stage_date ?? "").localeCompare(a.stage_date ?? ""),
  })[sort];
  return by ? passing.toSorted(by) : passing;
}

const place = (/** @type {YearRow} */ row) => row.track.findLastIndex(({ state }) => state === "now" || state === "done");

/* ---- the table ---- */

const rowsOf = (/** @type {HTMLElement | null} */ table) => /** @type {HTMLElement[]} */ ([...(table?.querySelectorAll(".row") ?? [])]);

/** @param {{rows: YearRow[], plan: YearShown, open: Opens, query: string}} props */
function Table({ rows, plan, open, query }) {
  const { t } = usePage();
  const [form, setForm] = useState(/** @type {{id: string, kind: string} | null} */ (null));
  const [detail, setDetail] = useState("");
  const body = useRef(null);
  const ahead = useAhead();
  useEffect(() => { if (form && !rows.some((row) => row.id === form.id)) setForm(null); }, [rows]);
  const focusRow = (/** @type {number} */ at) => rowsOf(body.current)[at]?.focus();
  const onKey = (/** @type {KeyboardEvent} */ event, /** @type {number} */ at, /** @type {YearRow} */ row) => {
    if (event.target !== event.currentTarget) return;
    /** @type {Record<string, () => void>} */
    const acts = {
      ArrowDown: () => focusRow(at + 1), ArrowUp: () => focusRow(at - 1), Home: () => focusRow(0), End: () => focusRow(rows.length - 1),
      Enter: () => open(row), " ": () => setDetail(detail === row.id ? "" : row.id),
      r: () => setForm({ id: row.id, kind: "record" }), d: () => setForm({ id: row.id, kind: "postpone" }), Escape: () => setDetail(""),
    };
    if (!acts[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    acts[event.key]();
  };
  const done = (/** @type {number} */ at) => { setForm(null); setTimeout(() => focusRow(at), 0); };
  return html`<div class="table" role="grid" aria-label=${plan.title} aria-rowcount=${rows.length + 1} ref=${body}>
    <div class="heads" role="row">${["project", "track", "next", "opinions", "versions"].map((name) => html`<span role="columnheader">${t(`head-${name}`)}</span>`)}<span role="columnheader" class="unseen">${t("head-acts")}</span></div>
    ${rows.map((row, /** @type {number} */ at) => form?.id === row.id
      ? html`<div role="row" key=${row.id}><div role="gridcell"><${RowForm} row=${row} plan=${plan} kind=${form.kind} close=${() => done(at)} /></div></div>`
      : html`<div class=${`row ${row.timeliness}`} role="row" key=${row.id} tabindex=${at === 0 ? 0 : -1} aria-rowindex=${at + 2} title=${[row.remark, row.note].filter(Boolean).join("\n")}
          onFocus=${(/** @type {Event} */ event) => { for (const one of rowsOf(body.current)) one.tabIndex = one === event.currentTarget ? 0 : -1; }}
          onKeyDown=${(/** @type {KeyboardEvent} */ event) => onKey(event, at, row)} onClick=${() => open(row)} ...${ahead(row.draft)}>
        <span role="gridcell" class="title"><b><${Marked} words=${row.title} query=${query} /></b> <small>${row.action}</small></span>
        <span role="gridcell" class="track"><${Track} row=${row} /></span>
        <span role="gridcell" class="next" title=${row.next_label ?? ""}><${Next} row=${row} /></span>
        <span role="gridcell" class="opinions">${row.unanswered ? html`<em>${t("unanswered", { count: row.unanswered })}</em>` : row.opinions ? t("answered", { count: row.opinions }) : html`<i>–</i>`}</span>
        <span role="gridcell" class="versions">${row.versions ? html`${t("versions", { count: row.versions })} <small>${dated(row.newest)}</small>` : html`<i>–</i>`}</span>
        <span role="gridcell" class="acts"><button type="button" tabindex="-1" onClick=${(/** @type {Event} */ event) => { event.stopPropagation(); setForm({ id: row.id, kind: "record" }); }}>${t("record")}</button>
          <button type="button" tabindex="-1" onClick=${(/** @type {Event} */ event) => { event.stopPropagation(); setForm({ id: row.id, kind: "postpone" }); }}>${t("postpone")}</button>
          <${Menu} label="⋯" name=${t("more")} entries=${[
            [t("details"), () => setDetail(detail === row.id ? "" : row.id)], [t("withdraw"), () => setForm({ id: row.id, kind: "withdraw" })],
            [t("take-out"), () => setForm({ id: row.id, kind: "take-out" })], [t("carry-over"), () => setForm({ id: row.id, kind: "carry-over" })], [t("rename"), () => setForm({ id: row.id, kind: "rename" })]]} /></span>
        ${detail === row.id && html`<div class="detail" role="gridcell" onClick=${(/** @type {Event} */ event) => event.stopPropagation()}><${Detail} row=${row} /></div>`}
      </div>`)}
  </div>`;
}

/** @param {{row: YearRow}} props */
function Track({ row }) {
  const { t } = usePage();
  if (row.stage === "unknown") return html`<span class="stage unknown">? ${row.stage_label}</span>`;
  const told = row.track.map((step) => `${step.label}${step.date ? ` ${step.date}` : ""}${step.state === "unrecorded" ? ` ${t("unrecorded")}` : ""}`).join("\n");
  return html`<span class="dots" aria-hidden="true" title=${told}>${row.track.map((step) => html`<i class=${step.state}></i>`)}</span>
    <span class="stage"><span class="shrinks">${row.stage_label}</span> <small>${shortDay(row.stage_date)}</small></span>`;
}

const shortDay = (/** @type {string | null} */ day) => day ?? "";

/** @param {{row: YearRow}} props */
function Next({ row }) {
  const { t } = usePage();
  const left = row.days_left;
  if (row.timeliness === "late") return html`<strong class="late"><span aria-hidden="true">▲</span> ${t("late", { days: -(left ?? 0) })}</strong> <small>${row.next_label ?? ""} ${dated(`≤ ${row.due}`)}</small>`;
  if (row.timeliness === "silent") return html`<span class="silent" title=${row.note ?? ""}>${t("silent")}</span> <small>${row.next_label ?? ""} ${dated(`≤ ${row.due}`)}</small>`;
  if (left !== null) return html`<span class=${row.timeliness}>${row.timeliness === "soon" ? html`<span aria-hidden="true">◆ </span>` : ""}<span class="shrinks">${row.next_label ?? ""}</span> ${dated(`≤ ${row.due}`)}</span> <small><span class="day">${t("left", { days: left })}</span></small>`;
  if (row.lasts_until) return html`<span>${dated(t("lasts", { day: row.lasts_until }))}</span> <small>${t("left", { days: row.lasts_days })}</small>`;
  if (row.timeliness === "ended") return html`<span class="ended">${t("ended")}</span>`;
  if (row.timeliness === "done") return html`<span class="done">✓ ${t("all-done")}</span>`;
  if (row.timeliness === "unknown") return html`<i>–</i>`;
  return html`<span>${row.next_label ? t("next", { stage: row.next_label }) : ""}</span> <small>${t("no-limit")}</small>`;
}

/** @param {{row: YearRow}} props */
function Detail({ row }) {
  const { t } = usePage();
  const facts = [
    [t("fact-unit"), row.drafting_unit], [t("fact-kind"), `${row.instrument} · ${row.action}`], [t("fact-basis"), row.due_basis], [t("fact-source"), row.source],
    [t("fact-note"), row.note], [t("fact-remark"), row.remark], [t("fact-warnings"), row.warnings],
  ].filter(([, words]) => words);
  return html`<ol class="steps">${row.track.map((step) => html`<li class=${step.state}><b>${step.label}</b> ${step.date ?? (step.state === "unrecorded" ? t("unrecorded") : "")}</li>`)}</ol>
    <dl>${facts.map(([name, words]) => html`<div><dt>${name}</dt><dd>${dated(words ?? "")}</dd></div>`)}</dl>`;
}

/* ---- the same as a board ---- */

/** @param {{row: YearRow, open: Opens}} props */
function Card({ row, open }) {
  return html`<button type="button" class=${`card ${row.timeliness}`} onClick=${() => open(row)}><b>${row.title}</b><span><${Next} row=${row} /></span></button>`;
}

/** @param {{rows: YearRow[], plan: YearShown, open: Opens}} props */
function Board({ rows, plan, open }) {
  return html`<div class="board">${plan.stages.map(([stage, label]) => {
    const own = rows.filter((row) => row.stage === stage);
    return html`<section key=${stage} aria-label=${label}><h2>${label} <b>${own.length}</b></h2>${own.map((row) => html`<${Card} key=${row.id} row=${row} open=${open} />`)}</section>`;
  })}</div>`;
}
