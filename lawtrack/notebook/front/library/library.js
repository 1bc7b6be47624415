/* 法规库: search, what a changed law affects, a draft beside other laws, lists of powers. */
import { html, useState } from "./preact.js";
import { Beside } from "./beside.js";
import { Cleaning } from "./cleaning.js";
import { Gather } from "./gathering.js";
import { Powers } from "./powers.js";
import { Searching } from "./searching.js";
import { Over } from "./over.js";
import { Asked, isTyping, useAsk, usePage } from "./ui.js";
/** @import { LibraryPlace } from "./types" */

const TABS = ["search", "cleaning", "beside", "powers"];

/** @param {{place: LibraryPlace}} props */
export function Library({ place }) {
  const { t, go, lang, switchLang, help } = usePage();
  const [tab, setTab] = useState(place.tab ?? "search");
  const [gathering, setGathering] = useState(false);
  const asked = useAsk("library.state", {});
  const { result, again } = asked;
  const back = () => go(place.from ?? { at: "year" });
  const onKey = (/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape" && !isTyping(event) && !gathering) back(); };
  const needs = tab !== "powers" && result && !result.there;
  return html`<main class="view library" onKeyDown=${onKey} tabindex="-1">
    <header class="bar top"><button type="button" onClick=${back}>${t("library-back")}</button><h1>${t("library")}</h1>
      ${result?.there && html`<small>${t(result.folder ? "library-facts" : "library-count", result)}</small><button type="button" class="link" onClick=${() => setGathering(true)}>${t("library-again")}</button>
        ${result.unread_count > 0 && html`<details class="unread"><summary>${t("library-unread", { count: result.unread_count })}</summary><ul>${result.unread.map((row) => html`<li>${row.join(" · ")}</li>`)}</ul></details>`}`}
      <span class="gap"></span>
      <button type="button" onClick=${switchLang} lang=${lang === "zh" ? "en" : "zh-CN"}>${t("other-language")}</button>
      <button type="button" class="icon" aria-label=${t("help")} title=${t("help")} onClick=${help}>?</button></header>
    <div class="tabs" role="tablist">${TABS.map((each) => html`<button type="button" role="tab" aria-selected=${String(tab === each)} onClick=${() => setTab(each)}>${t(`tab-${each}`)}</button>`)}</div>
    <${Asked} asked=${asked} />
    ${needs && html`<div class="pad-wide"><p>${t("library-none")}</p><${Gather} result=${result} done=${again} /></div>`}
    ${result && !needs && html`<div class="shelf" role="tabpanel">${tab === "search" ? html`<${Searching} />` : tab === "cleaning" ? html`<${Cleaning} />` : tab === "beside" ? html`<${Beside} drafts=${result.drafts} />` : html`<${Powers} />`}</div>`}
    ${gathering && html`<${Over} close=${() => setGathering(false)} label=${t("choose-folder")}><${Gather} result=${result} done=${() => { setGathering(false); again(); }} /><//>`}
  </main>`;
}
