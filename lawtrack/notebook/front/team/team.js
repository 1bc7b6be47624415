/* Sharing: how the workspace stands to the meeting point, exchanging work there, and what clashed. */
import { html, useEffect, useState } from "./preact.js";
import { Choice } from "./choice.js";
import { Over } from "./over.js";
import { Record } from "./record.js";
import { Doing, Field, Problem, Waiting, useAsk, usePage } from "./ui.js";
/** @import { Aside, Clash } from "./answers" */
/** @import { Answer, Standings } from "./types" */

/** The button in the head of a year or a project, which says how things stand, and the panel that it opens.
 *  @param {{open: (draft: Aside) => void}} props */
export function Share({ open }) {
  const { t } = usePage();
  const [shown, setShown] = useState(false);
  const { result } = useAsk("share.state", {});
  const aside = (result?.aside ?? []).reduce((sum, one) => sum + one.open, 0) + (result?.clashes ?? []).length;
  const label = aside ? t("team-aside", { count: aside }) : result?.place && result.unsent ? t("team-unsent", { count: result.unsent }) : t("team");
  return html`<button type="button" class=${aside ? "heed" : ""} onClick=${() => setShown(true)}>${label}</button>
    ${shown && html`<${Over} close=${() => setShown(false)} label=${t("panel-team")}><${Team} known=${result} open=${(/** @type {Aside} */ one) => { setShown(false); open(one); }} /><//>`}`;
}

/** `known` is what is known here without asking the meeting point: what waits to be decided, anew after each step.
 *  @param {{open: (draft: Aside) => void, known: Standings | null}} props */
function Team({ open, known }) {
  const { t, ask, act, fail, beat } = usePage();
  const [now, setNow] = useState(/** @type {Standings | null} */ (null));
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState("look");
  const [moving, setMoving] = useState(false);
  const look = async () => {
    setBusy("look");
    const answer = await ask("share.look", {});
    setBusy("");
    if (answer.ok) setNow(answer.result);
    setProblem(answer.ok ? answer.result.problem : answer.say);
  };
  useEffect(() => { if (!now) look(); }, [beat]);
  const exchange = async (/** @type {() => Promise<Answer<Standings>>} */ deed) => {
    setBusy("sync");
    setProblem("");
    const answer = await deed();
    setBusy("");
    if (!answer.ok) { setProblem(answer.say); return; }
    setMoving(false);
    setNow({ ...answer.result, waiting: 0, by: [] });
  };
  if (!now) return html`<${Problem} words=${problem} />${busy ? html`<${Waiting} words=${t("team-looking")} />` : html`<div class="formacts"><button type="button" onClick=${look}>${t("look-again")}</button></div>`}`;
  const settle = async (/** @type {Clash} */ one, /** @type {string} */ take) => {
    const answer = await act("share.decide", { id: one.id, stands: one.stands, take });
    if (!answer.ok) fail(answer.say);
  };
  const { aside, clashes } = known ?? now;
  return html`<div class="team">
    ${now.place && !moving ? html`<p class="quiet">${t("team-at", { place: now.place })} <button type="button" class="link" onClick=${() => setMoving(true)}>${t("team-change")}</button></p><${Standing} now=${{ ...now, unsent: known?.unsent ?? now.unsent }} />
        <div class="formacts"><${Doing} className="primary" label=${t("sync-now")} act=${() => exchange(() => act("share.sync", {}))} disabled=${busy !== ""} /><button type="button" disabled=${busy !== ""} onClick=${look}>${t("look-again")}</button></div>`
      : html`<${MeetingPoint} now=${now} set=${(/** @type {string} */ address) => exchange(() => act("share.share", { address }))} cancel=${now.place ? () => setMoving(false) : null} />`}
    ${busy && html`<${Waiting} words=${t(busy === "sync" ? "syncing" : "team-looking")} />`}<${Problem} words=${problem} />
    ${aside.map((one) => html`<p class="notice" key=${one.draft}>${t("aside-told", { title: one.title, count: one.open })} <button type="button" class="primary" onClick=${() => open(one)}>${t("aside-decide")}</button></p>`)}
    ${clashes.length > 0 && html`<p class="flag">${t("clash-told")}</p>`}
    ${clashes.map((one) => html`<${Choice} key=${one.id} label=${one.where} note=${`${one.author} ${one.date}`} texts=${{ ...one.shown }} sides=${["base", "aside", "stands"]} acts=${{ aside: t("use-aside"), stands: t("keep-stands") }} decide=${(/** @type {string} */ side) => settle(one, side === "aside" ? "ours" : "theirs")} />`)}<${Record} /></div>`;
}

/** @param {{now: Standings}} props */
function Standing({ now }) {
  const { t } = usePage();
  const told = [
    now.waiting !== null && now.waiting > 0 && t("team-waiting", { count: now.waiting, by: now.by.join("、") }),
    now.unsent > 0 && t("team-own", { count: now.unsent }),
    now.waiting === 0 && now.unsent === 0 && `✓ ${t("team-even")}`,
  ].filter(Boolean);
  return told.map((words) => html`<p class="standing">${words}</p>`);
}

/** @param {{now: Standings, set: (address: string) => void, cancel: (() => void) | null}} props */
function MeetingPoint({ now, set, cancel }) {
  const { t } = usePage();
  const [address, setAddress] = useState(now.place);
  return html`<p>${t("team-none")}</p><div class="fields"><${Field} label=${t("team-where")} value=${address} onChange=${setAddress} hint=${t("team-where-hint")} needed wide focus /></div>
    <div class="formacts"><${Doing} className="primary" label=${t("team-set")} act=${() => set(address)} disabled=${!address.trim()} />${cancel && html`<button type="button" onClick=${cancel}>${t("cancel")}</button>`}</div>`;
}
