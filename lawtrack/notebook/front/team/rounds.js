/* Rounds of review: suggested wordings, what was said about them, and the decision; the result becomes a version. */
import { html, useState } from "./preact.js";
import { Choice } from "./choice.js";
import { Compared } from "./compared.js";
import { Suggest } from "./suggesting.js";
import { Asked, Doing, Field, Problem, closedUp, closedUpRuns, useAsk, useKept, usePage } from "./ui.js";
/** @import { Landing, RoundShown, RoundsShown, SuggestionShown, VersionShown } from "./answers" */
/** @import { Answer, OnValue, Pair, RoundAt } from "./types" */

/** @param {{draft: string, versions: VersionShown[], stages: Pair[], landed: (made: Landing) => void, aside?: boolean}} props */
export function Rounds({ draft, versions, stages, landed, aside = false }) {
  const { t } = usePage();
  const asked = useAsk("round.show", { draft });
  const { result } = asked;
  const [opening, setOpening] = useState(false);
  const [chosen, setChosen] = useState("");
  if (!result) return html`<${Asked} asked=${asked} />`;
  const held = result.rounds.find((one) => one.name === chosen) ?? result.rounds.find((one) => aside && one.aside && !one.closed) ?? result.rounds[0];
  if (opening || !held) return html`${!held && html`<p>${t("no-rounds")}</p>`}<${OpenRound} draft=${draft} versions=${versions} done=${(/** @type {string} */ name) => { setOpening(false); setChosen(name); }} cancel=${held ? () => setOpening(false) : null} />`;
  return html`<${Asked} asked=${asked} /><div class="bar tools"><span class="chips">${result.rounds.map((one) => html`<button type="button" class="chip" key=${one.name} aria-pressed=${String(one === held)} onClick=${() => setChosen(one.name)}>${one.aside ? t("round-aside") : one.question} <b>${one.closed ? "✓" : one.tally.open}</b></button>`)}</span>
      <span class="gap"></span><button type="button" onClick=${() => setOpening(true)}>${t("round-new")}</button></div>
    <${Round} key=${held.name} draft=${draft} held=${held} result=${result} stages=${stages} landed=${landed} />`;
}

/** @param {{draft: string, versions: VersionShown[], done: (round: string) => void, cancel: (() => void) | null}} props */
function OpenRound({ draft, versions, done, cancel }) {
  const { t, act } = usePage();
  const [form, setForm, forget] = useKept(`round:${draft}`, { version: versions.at(-1)?.sha ?? "", question: "", due: "" });
  const [problem, setProblem] = useState("");
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  const save = async () => {
    const answer = await act("round.open", { draft, ...form });
    if (answer.ok) { forget(); done(answer.result.round); } else setProblem(answer.say);
  };
  return html`<div class="fields"><${Field} label=${t("round-question")} value=${form.question} onChange=${set("question")} needed wide focus />
      <${Field} label=${t("round-due")} value=${form.due} onChange=${set("due")} hint="2020-09-30" /><${Field} kind="choice" label=${t("round-on")} value=${form.version} options=${versions.map((each) => [each.sha, each.name])} onChange=${set("version")} /></div>
    <${Problem} words=${problem} /><div class="formacts"><${Doing} className="primary" label=${t("round-start")} act=${save} />${cancel && html`<button type="button" onClick=${cancel}>${t("cancel")}</button>`}</div>`;
}

/** @param {{draft: string, held: RoundShown, result: RoundsShown, stages: Pair[], landed: (made: Landing) => void}} props */
function Round({ draft, held, result, stages, landed }) {
  const { t, act, fail } = usePage();
  const [ticked, setTicked] = useState(/** @type {string[]} */ ([]));
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState(false);
  const round = { draft, round: held.name };
  const run = async (/** @type {Promise<Answer<null>>} */ doing) => { const answer = await doing; if (!answer.ok) fail(answer.say); return answer.ok; };
  const decide = async (/** @type {string} */ decision, /** @type {string[]} */ ids, why = "") => { if (await run(act("round.decide", { ...round, suggestions: ids, decision, why }))) setTicked([]); };
  const tick = (/** @type {string} */ id) => setTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]);
  const open = held.suggestions.filter((one) => one.decision === "open").map((one) => one.id);
  return html`<p class="quiet">${held.aside ? "" : `${t("round-facts", held)} · `}${held.closed ? t("round-closed", { day: held.closed }) : held.due ? html`<b class=${held.late ? "overdue" : ""}>${t(held.late ? "round-late" : "round-until", held)}</b>` : ""} ${held.closed || held.due ? "· " : ""}${t("round-tally", held.tally)}</p>
    ${!held.closed && html`<div class="bar tools">${!held.aside && html`<button type="button" onClick=${() => setAdding(true)}>${t("suggest")}</button>`}
      ${open.length > 1 && html`<button type="button" onClick=${() => setTicked(ticked.length ? [] : open)}>${t(ticked.length ? "choose-none" : "choose-open")}</button>`}
      ${ticked.length > 0 && html`<span>${t("chosen-count", { count: ticked.length })}</span><${Doing} label=${t("accept")} act=${() => decide("accepted", ticked)} /><${Doing} label=${t("reject")} act=${() => decide("rejected", ticked)} />`}
      <span class="gap"></span>${held.suggestions.length > 0 && html`<button type="button" class=${open.length === 0 ? "primary" : ""} onClick=${() => setEnding(!ending)}>${t("round-look")}</button>`}</div>`}
    ${ending && html`<${End} round=${round} result=${result} stages=${stages} landed=${landed} />`}
    ${adding && html`<${Suggest} round=${round} clauses=${result.clauses} close=${() => setAdding(false)} />`}
    <div class="all-opinions">${held.suggestions.map((one) => (held.aside && one.decision === "open" && !held.closed
      ? html`<${Choice} key=${one.id} label=${one.clause} note=${`${one.author} ${one.date}`} texts=${{ ours: one.text, theirs: one.before }} sides=${["theirs", "ours"]} acts=${{ ours: t("take-this"), theirs: t("take-this") }} own
          decide=${(/** @type {string} */ side, words = "") => (side === "own" ? run(act("round.instead", { ...round, suggestion: one.id, text: words })) : decide(side === "ours" ? "accepted" : "rejected", [one.id]))} />`
      : html`<${Suggestion} key=${one.id} round=${round} one=${one} closed=${held.closed} ticked=${ticked.includes(one.id)} tick=${() => tick(one.id)} decide=${decide} run=${run} />`))}</div>`;
}

/** @type {Record<string, string>} */
const RUN = { insert: "ins", delete: "del" };

/** @param {{round: RoundAt, one: SuggestionShown, closed: string, ticked: boolean, tick: () => void, decide: (decision: string, ids: string[]) => void,
 *    run: (doing: Promise<Answer<null>>) => Promise<boolean>}} props */
function Suggestion({ round, one, closed, ticked, tick, decide, run }) {
  const { t, act } = usePage();
  const [words, setWords] = useState("");
  const say = async () => { if (await run(act("round.say", { ...round, suggestion: one.id, words }))) setWords(""); };
  const where = one.spot === "after" ? t("spot-after", { clause: one.clause }) : one.text ? one.clause : `${one.clause} ${t("spot-delete")}`;
  return html`<article class="opinion suggestion"><header>${!closed && one.decision === "open" && html`<input type="checkbox" aria-label=${t("choose-this", { clause: one.clause })} checked=${ticked} onChange=${tick} />`}
      <b>${where}</b> <small>${one.author} ${one.date}</small> ${one.talked && html`<span class="kind open">${t("thread-open")}</span>`}<span class="gap"></span><span class=${one.decision === "open" ? "kind open" : "kind"}>${t(`decision-${one.decision}`)}</span></header>
    <p class="runs">${one.text ? closedUpRuns(one.runs).map(([op, said]) => (RUN[op] ? html`<${RUN[op]}>${said}<//>` : said)) : html`<del>${closedUp(one.before)}</del> <small>${t("round-deleted")}</small>`}</p>
    ${one.reason && html`<p class="quiet">${t("field-reason")}：${one.reason}</p>`}
    ${one.decided && one.decision !== "open" && html`<p class="quiet">${one.decided_by} ${one.decided} ${one.why}</p>`}
    ${one.thread.length > 0 && html`<ul class="thread">${one.thread.map((said) => html`<li><b>${said.by}</b> <small>${said.date}</small> ${said.text}</li>`)}</ul>`}
    ${!closed && html`<div class="bar acts">${one.decision === "open" ? html`<${Doing} label=${t("accept")} act=${() => decide("accepted", [one.id])} /><${Doing} label=${t("reject")} act=${() => decide("rejected", [one.id])} />` : html`<${Doing} label=${t("reopen")} act=${() => decide("open", [one.id])} />`}
      <span class="gap"></span><input type="text" aria-label=${t("thread-add")} placeholder=${t("thread-add")} value=${words} onInput=${(/** @type {OnValue} */ event) => setWords(event.currentTarget.value)} onKeyDown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Enter" && words.trim()) { event.preventDefault(); say(); } }} />
      <button type="button" disabled=${!words.trim()} onClick=${say}>${t("thread-send")}</button>${one.talked && html`<${Doing} label=${t("thread-resolve")} act=${() => run(act("round.resolve", { ...round, suggestion: one.id }))} />`}</div>`}</article>`;
}

/** @param {{round: RoundAt, result: RoundsShown, stages: Pair[], landed: (made: Landing) => void}} props */
function End({ round, result, stages, landed }) {
  const { t, act } = usePage();
  const found = useAsk("round.preview", round);
  const [form, setForm] = useState({ stage: result.stage, date: result.today, reason: "" });
  const [problem, setProblem] = useState("");
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  const save = async () => { const answer = await act("round.close", { ...round, ...form }); if (answer.ok) landed(answer.result); else setProblem(answer.say); };
  if (!found.result) return html`<${Asked} asked=${found} />`;
  const waits = found.result.open + found.result.threads > 0;
  return html`<section class="card-form"><${Asked} asked=${found} /><p>${found.result.summary}</p>${found.result.rows.length > 0 && html`<div class="boxed small"><${Compared} given=${found.result} /></div>`}
    ${waits ? html`<p class="flag">${t("round-waits", found.result)}</p>` : html`<div class="fields"><${Field} kind="choice" label=${t("field-stage")} value=${form.stage} options=${stages} onChange=${set("stage")} needed /><${Field} label=${t("field-date")} value=${form.date} onChange=${set("date")} needed /><${Field} label=${t("field-why")} value=${form.reason} onChange=${set("reason")} wide /></div>
      <${Problem} words=${problem} /><div class="formacts"><${Doing} className="primary" label=${t("save-version")} act=${save} /></div>`}</section>`;
}
