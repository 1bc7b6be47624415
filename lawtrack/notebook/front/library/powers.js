/* 权责清单: lists by their days, taken in from files; two days compared, with the sentence of the notice. */
import { html, useState } from "./preact.js";
import { Table } from "./choosing.js";
import { carried } from "./link.js";
import { Over } from "./over.js";
import { Asked, Doing, Field, Problem, Shallow, useAsk, useInLanguage, usePage } from "./ui.js";
/** @import { PowersGrounds, PowersKept, PowersRead, PowersTaken } from "./answers" */
/** @import { Carried, OnFile } from "./types" */

export function Powers() {
  const { t } = usePage();
  const asked = useAsk("lists.show", {});
  const { result } = asked;
  const [chosen, setChosen] = useState({ list: "", old: "", new: "" });
  const [taking, setTaking] = useState(false);
  const [view, setView] = useState("changes");
  if (!result) return html`<${Asked} asked=${asked} />`;
  const held = result.lists.find((one) => one.list === chosen.list) ?? result.lists[0];
  const day = (/** @type {"old" | "new"} */ name, /** @type {number} */ likely) => (held?.days.includes(chosen[name]) ? chosen[name] : held?.days.at(likely) ?? "");
  const days = { old: day("old", -2), new: day("new", -1) };
  const two = held?.days.length > 1;
  const grounds = view === "grounds" || !two;
  return html`<${Shallow} result=${result} /><${Asked} asked=${asked} /><div class="bar tools">${held && html`<${Field} kind="choice" label=${t("tab-powers")} value=${held.list} options=${result.lists.map((one) => [one.list, one.name])} onChange=${(/** @type {string} */ list) => setChosen({ list, old: "", new: "" })} />
      ${two && html`<span class="views" role="group" aria-label=${t("views")}>${["changes", "grounds"].map((each) => html`<button type="button" aria-pressed=${String(grounds === (each === "grounds"))} onClick=${() => setView(each)}>${t(`powers-${each}`)}</button>`)}</span>`}
      ${two && /** @type {("old" | "new")[]} */ (grounds ? ["new"] : ["old", "new"]).map((name) => html`<${Field} kind="choice" label=${t(grounds ? "powers-date" : name === "old" ? "powers-old" : "powers-new-day")} value=${days[name]} options=${held.days.map((each) => [each, each])} onChange=${(/** @type {string} */ each) => setChosen({ ...chosen, list: held.list, ...days, [name]: each })} />`)}`}
      <span class="gap"></span><button type="button" class=${held ? "" : "primary"} onClick=${() => setTaking(true)}>${t("powers-take")}</button></div>
    ${!held ? html`<p class="empty">${t("powers-none")}</p>` : grounds ? html`${!two && html`<p class="quiet">${t("powers-one-day")}</p>`}<${Grounds} key=${held.list + days.new} held=${held} date=${days.new} />` : html`<${Days} key=${held.list + days.old + days.new} held=${held} days=${days} />`}
    ${taking && html`<${Over} close=${() => setTaking(false)} label=${t("take-a-list")}><${Take} lists=${result.lists} done=${(/** @type {PowersTaken} */ made) => { setTaking(false); setChosen({ list: made.list, old: "", new: made.date }); }} /><//>`}`;
}

/** @param {{held: PowersKept, days: {old: string, new: string}}} props */
function Days({ held, days }) {
  const { t } = usePage();
  const given = { list: held.list, title: held.name, ...days };
  const asked = useAsk("lists.compare", given);
  const { result } = asked;
  if (!result) return html`<${Asked} asked=${asked} />`;
  return html`<div class="pad-wide"><${Asked} asked=${asked} /><p class="standing">${result.sentence}</p>${result.remarks.map((words) => html`<p class="flag">${words}</p>`)}<table class="counted"><thead><tr><th>${t("powers-kind")}</th><th>${t("powers-before")}</th><th>${t("powers-now")}</th></tr></thead><tbody>${result.counted.map(([kind, before, now]) => html`<tr class=${before === now ? "" : "moved"}><td>${kind}</td><td>${before}</td><td>${now}</td></tr>`)}</tbody></table></div>
    <${Table} name="lists.compare" given=${given} found=${result} notes=${false} />`;
}

/** What the items of one day stand on; asked for by a click, for it reads the whole body of law.
 *  @param {{held: PowersKept, date: string}} props */
function Grounds({ held, date }) {
  const { t, ask } = usePage();
  const given = { list: held.list, title: held.name, date };
  const [found, setFound] = useState(/** @type {PowersGrounds | null} */ (null));
  const [problem, setProblem] = useState("");
  const look = async () => { const answer = await ask("lists.grounds", given); if (answer.ok) setFound(answer.result); setProblem(answer.ok ? "" : answer.say); };
  useInLanguage(() => { if (found) look(); });
  return html`<div class="pad-wide"><p class="quiet">${t("grounds-hint")}</p><div class="formacts"><${Doing} className="primary" label=${t("grounds-go")} act=${look} /></div><${Problem} words=${problem} />${found && html`<p class="standing">${found.sentence}</p>`}</div>
    ${found && html`<${Table} name="lists.grounds" given=${given} found=${found} notes=${false} />`}`;
}

/** @param {{lists: PowersKept[], done: (made: PowersTaken) => void}} props */
function Take({ lists, done }) {
  const { t, ask, act } = usePage();
  const [file, setFile] = useState(/** @type {Carried | null} */ (null));
  const [found, setFound] = useState(/** @type {PowersRead | null} */ (null));
  const [form, setForm] = useState({ list: /** @type {string | null} */ (null), title: "", date: "", body: "" });
  const [problem, setProblem] = useState("");
  const list = form.list ?? lists[0]?.list ?? ""; // the lists may come after the panel
  // by what was typed meanwhile: the file takes a moment to read, and who fills in the day in that moment keeps it
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm((before) => ({ ...before, [name]: value }));
  const choose = async (/** @type {File | undefined} */ one) => {
    if (!one) return;
    const sent = await carried(one);
    setFile(sent);
    setForm((before) => ({ ...before, title: before.title || one.name.replace(/\.[^.]+$/, "") }));
    look(sent);
  };
  const look = async (/** @type {Carried | null} */ sent) => {
    const answer = await ask("lists.preview", { file: sent, body: form.body });
    setFound(answer.ok ? answer.result : null);
    setProblem(answer.ok ? "" : answer.say);
  };
  useInLanguage(() => { if (found) look(file); });
  const save = async () => { const answer = await act("lists.take", { file, ...form, list }); if (answer.ok) done(answer.result); else setProblem(answer.say); };
  return html`<div class="fields"><label class="file">${file?.name ?? t("powers-file")}<input type="file" accept=".xlsx,.xls,.docx,.csv,.html,.htm" onChange=${(/** @type {OnFile} */ event) => choose(event.currentTarget.files[0])} /></label>
      ${lists.length > 0 && html`<${Field} kind="choice" label=${t("powers-into")} value=${list} options=${[...lists.map((one) => [one.list, one.name]), ["", t("powers-new")]]} onChange=${set("list")} />`}
      ${!list && html`<${Field} label=${t("powers-title")} value=${form.title} onChange=${set("title")} needed />`}<${Field} label=${t("powers-date")} value=${form.date} onChange=${set("date")} hint="2020-06-30" needed /><${Field} label=${t("powers-body")} value=${form.body} onChange=${set("body")} /></div>
    ${found && html`<p>${t("powers-read", { count: found.count, bodies: found.bodies, doubts: found.doubts.length })}</p><p class="quiet">${found.kinds.map(([kind, count]) => `${kind} ${count}`).join("　")}</p>${found.doubts.slice(0, 20).map((/** @type {string} */ words) => html`<p class="flag">${words}</p>`)}`}
    <${Problem} words=${problem} /><div class="formacts"><${Doing} className="primary" label=${t("take-in")} act=${save} disabled=${!found} /></div>`;
}
