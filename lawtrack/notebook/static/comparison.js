/* The comparison as a reader sees it: one list, two columns, the same file in JupyterLab and in the exported page.

   The kernel computes every difference; this file only shows them. A document's text is untrusted, so it reaches the
   page through textContent alone. Every word for the reader comes from the `messages` trait, none stands here. The
   functions with a name of their own are pure and tested without a browser. */

const KINDS = ["added", "deleted", "amended", "split", "merged", "moved", "renumbered", "unchanged"];
const RANKS = { part: 0, subpart: 1, chapter: 2, section: 3 };
const BEFORE_TEXT = /^[\s#]+/; // blanks, and the marks of a Markdown heading
const ITEM = /^[（(][一二三四五六七八九十百]+[）)]/;
const ONE_SIDED = new Set(["added", "deleted"]);
const UNMARKED = new Set([...ONE_SIDED, "unchanged"]);

/* ---- pure: rows in, plain values out ------------------------------------------------------------------------- */

/** The chips that a row belongs to: its kind, and the flags that stand beside a kind. */
export function tagsOf(row) {
  const tags = [row.kind];
  if (row.moved) tags.push("moved");
  if (row.renumbered) tags.push("renumbered");
  return tags;
}

/** Does the row change words or place? A new number alone is no change. */
export const isChange = (row) => row.kind !== "unchanged" || Boolean(row.moved);

export const isHeading = (row) => row.level in RANKS;

/** How many rows carry each tag; headings and the like are not counted among the articles. */
export function countTags(rows) {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  for (const row of rows) if (row.level === "article") for (const tag of tagsOf(row)) counts[tag] += 1;
  return counts;
}

/** One side of the operations: [[op, text]…] without what the other side alone has. */
export const sideOf = (ops, side) => ops.filter(([op]) => op === "equal" || op === side);

export const textOf = (ops, side) => sideOf(ops, side).map(([, text]) => text).join("");

/** Old and new in one line of plain text: `[-old-]{+new+}`, as git writes it. */
export function markedText(ops) {
  const marks = { equal: (text) => text, delete: (text) => `[-${text}-]`, insert: (text) => `{+${text}+}` };
  return ops.map(([op, text]) => marks[op](text)).join("");
}

/** What to show of one side of a row: as the kernel marked it, or else as the operations have it. */
export const shownOf = (row, side) => row.sides?.[side === "delete" ? 0 : 1] ?? sideOf(row.ops, side);

/** Such a side as paragraphs, each {label, item, runs: [[op, text]…]}: the number in front is split off, so that a new
    number is not marked as a change of words; `item` says that it is the number of an item. */
export function paragraphsOf(side, labels) {
  const lines = [[]];
  for (const [op, text] of side) {
    text.split("\n").forEach((piece, at) => {
      if (at > 0) lines.push([]);
      if (piece) lines.at(-1).push([op, piece]);
    });
  }
  return joined(lines.map((runs) => paragraphOf(trimmed(runs), labels)).filter(({ label, runs }) => label || runs.length));
}

/* A number that stands alone on its line, as Word files often have it, belongs to the paragraph below. */
function joined(paragraphs) {
  const kept = [];
  for (const paragraph of paragraphs) {
    const last = kept.at(-1);
    if (last && last.runs.length === 0 && !paragraph.label) last.runs = paragraph.runs;
    else kept.push(paragraph);
  }
  return kept;
}

function trimmed(runs) {
  const kept = runs.slice();
  while (kept.length && !kept[0][1].replace(BEFORE_TEXT, "")) kept.shift();
  if (kept.length) kept[0] = [kept[0][0], kept[0][1].replace(BEFORE_TEXT, "")];
  return kept;
}

function paragraphOf(runs, labels) {
  const text = runs.map(([, piece]) => piece).join("");
  const found = labels.filter((each) => each && text.startsWith(each));
  const label = found.sort((a, b) => b.length - a.length)[0] ?? "";
  const item = label ? "" : (ITEM.exec(text)?.[0] ?? "");
  const number = label || item;
  return { label: number, item: item !== "", runs: number ? trimmed(without(runs, number.length)) : runs };
}

function without(runs, length) {
  const kept = [];
  for (const [op, text] of runs) {
    if (length < text.length) kept.push([op, text.slice(length)]);
    length = Math.max(0, length - text.length);
  }
  return kept;
}

/** What stands on the page, in order: {row: i} or {fold: [i…]} for a run of unchanged rows that is folded away.

    `view` = {filters, showUnchanged, opened: Set of row ids, collapsed: Set of row ids, query}. */
export function layoutOf(rows, view) {
  const narrowed = view.filters.length > 0 || view.query !== "";
  const hidden = hiddenByHeading(rows, view.collapsed);
  const shown = rows.map((row, i) => !hidden[i] && !isHeading(row) && isShown(row, view, narrowed));
  showHeadings(rows, shown, hidden, view, narrowed);
  const page = [];
  rows.forEach((row, i) => {
    if (shown[i]) page.push({ row: i });
    else if (narrowed || hidden[i] || row.level !== "article") return;
    else if (page.at(-1)?.fold) page.at(-1).fold.push(i);
    else page.push({ fold: [i] });
  });
  return page;
}

function isShown(row, view, narrowed) {
  if (!narrowed) return isChange(row) || view.showUnchanged || view.opened.has(row.id);
  const wanted = view.filters.length === 0 || tagsOf(row).some((tag) => view.filters.includes(tag));
  return wanted && (view.query === "" || matches(row, view.query));
}

const matches = (row, query) =>
  [textOf(row.ops, "delete"), textOf(row.ops, "insert"), ...row.old, ...row.new].some((text) => text.includes(query));

function hiddenByHeading(rows, collapsed) {
  let rank = Infinity;
  return rows.map((row) => {
    if (isHeading(row) && RANKS[row.level] <= rank) rank = Infinity;
    else if (rank !== Infinity && (row.level === "article" || isHeading(row))) return true;
    else rank = Infinity;
    if (isHeading(row) && collapsed.has(row.id)) rank = RANKS[row.level];
    return false;
  });
}

/* A heading shows when it is changed itself, or when something under it shows. */
function showHeadings(rows, shown, hidden, view, narrowed) {
  let below = {};
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i];
    if (!isHeading(row)) {
      if (row.level !== "article") below = {};
      else if (shown[i]) for (const level of Object.keys(RANKS)) below[level] = true;
      continue;
    }
    shown[i] = !hidden[i] && (Boolean(below[row.level]) || view.collapsed.has(row.id) || isShown(row, view, narrowed));
    for (const level of Object.keys(RANKS)) if (RANKS[level] >= RANKS[row.level]) delete below[level];
    if (shown[i]) for (const level of Object.keys(RANKS)) if (RANKS[level] < RANKS[row.level]) below[level] = true;
  }
}

/** `sentence` with its {names} filled in. */
export const fill = (sentence, details) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(details[name]));

/** "第三条—第七条" for a run of rows, by their new numbers (old where there is none). */
export function spanOf(rows) {
  const labels = rows.flatMap((row) => (row.new.length ? row.new : row.old)).filter(Boolean);
  if (labels.length === 0) return "";
  return labels.length === 1 ? labels[0] : `${labels[0]}—${labels.at(-1)}`;
}

/* ---- the page ------------------------------------------------------------------------------------------------- */

function make(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

function button(className, label, act) {
  const node = make("button", className, label);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}

function words(run, mark) {
  const [op, text] = run;
  if (op === "equal" || !mark) return document.createTextNode(text);
  return make(op === "insert" ? "ins" : "del", "", text);
}

function sideCell(row, side) {
  const cell = make("div", `lt-side lt-${side === "delete" ? "old" : "new"}`);
  cell.setAttribute("role", "gridcell");
  const labels = side === "delete" ? row.old : row.new;
  const mark = !UNMARKED.has(row.kind);
  for (const { label, item, runs } of paragraphsOf(shownOf(row, side), labels)) {
    const paragraph = make("p", "");
    if (item) paragraph.append(label);
    else if (label) paragraph.append(make("b", "", label), "\u3000");
    paragraph.append(...runs.map((run) => words(run, mark)));
    cell.append(paragraph);
  }
  if (ONE_SIDED.has(row.kind) && cell.childElementCount) {
    const whole = make(side === "insert" ? "ins" : "del", "lt-whole", ...cell.childNodes);
    cell.append(whole);
  }
  return cell;
}

function headCell(row, say) {
  const cell = make("div", "lt-head");
  cell.setAttribute("role", "rowheader");
  const before = row.old.join("、");
  const after = row.new.join("、");
  const number = make("span", "lt-number");
  if (before && after && before !== after) number.append(make("s", "", before), " ", make("span", "", `\u2192 ${after}`));
  else number.append(after || before || (say[`level-${row.level}`] ?? ""));
  cell.append(number);
  for (const tag of tagsOf(row)) {
    if (tag === "unchanged" && (row.renumbered || isHeading(row))) continue;
    cell.append(make("span", `lt-tag lt-${tag}`, say[`kind-${tag}`]));
  }
  for (const [name, kind] of row.parts ?? []) {
    cell.append(make("span", `lt-part lt-${kind}`, `${name} ${say[`kind-${kind}`]}`));
  }
  return cell;
}

function rowNode(row, at, say) {
  const kinds = [isHeading(row) && "lt-heading", isChange(row) && "lt-change"].filter(Boolean).join(" ");
  const node = make("div", `lt-row lt-is-${row.kind} ${kinds}`);
  node.setAttribute("role", "row");
  node.setAttribute("aria-rowindex", String(at + 2));
  node.dataset.id = row.id;
  node.tabIndex = -1;
  node.append(headCell(row, say), sideCell(row, "delete"), sideCell(row, "insert"));
  return node;
}

/* The list with everything that moves in it. `state` is the model; what only this view knows stays in `local`. */
class View {
  constructor(model, el) {
    this.model = model;
    this.local = { query: "", opened: new Set() };
    this.root = make("section", "lawtrack-comparison");
    this.root.dataset.lmSuppressShortcuts = "true";
    this.root.addEventListener("keydown", (event) => this.onKey(event));
    el.append(this.root);
    this.listen();
    this.build();
  }

  get rows() { return this.model.get("rows"); }
  get say() { return this.model.get("messages"); }

  set(name, value) {
    this.model.set(name, value);
    this.model.save_changes();
  }

  listen() {
    const rebuild = () => this.build();
    const refresh = () => this.show();
    const reveal = () => this.reveal(this.model.get("selected"));
    this.heard = [
      ...["rows", "messages", "lang", "heads"].map((name) => [`change:${name}`, rebuild]),
      ...["filters", "show_unchanged", "collapsed"].map((name) => [`change:${name}`, refresh]),
      ["change:selected", reveal],
    ];
    for (const [event, act] of this.heard) this.model.on(event, act);
  }

  close() {
    for (const [event, act] of this.heard) this.model.off(event, act);
  }

  build() {
    this.nodes = new Map();
    this.counts = countTags(this.rows);
    this.root.lang = this.model.get("lang") === "en" ? "en" : "zh-CN";
    this.grid = make("div", "lt-grid");
    this.grid.setAttribute("role", "grid");
    this.grid.setAttribute("aria-label", this.say.grid);
    this.grid.setAttribute("aria-rowcount", String(this.rows.length + 1));
    this.body = make("div", "lt-body");
    this.body.setAttribute("role", "rowgroup");
    this.body.addEventListener("click", (event) => this.onClick(event));
    this.body.addEventListener("focusin", (event) => this.onFocus(event));
    this.grid.append(this.headRow(), this.body);
    this.live = make("div", "lt-live");
    this.live.setAttribute("role", "status");
    this.help = this.helpNode();
    this.root.replaceChildren(this.toolbar(), this.help, this.grid, this.live);
    this.show();
  }

  headRow() {
    const row = make("div", "lt-row lt-columns");
    row.setAttribute("role", "row");
    row.setAttribute("aria-rowindex", "1");
    const [before, after] = this.model.get("heads");
    for (const [title, detail] of [[this.say["column-number"], ""], [this.say["column-old"], before], [this.say["column-new"], after]]) {
      const cell = make("div", "", title);
      if (detail) cell.append(make("span", "lt-detail", detail));
      cell.setAttribute("role", "columnheader");
      row.append(cell);
    }
    return make("div", "lt-top", row);
  }

  toolbar() {
    this.search = make("input", "lt-search");
    this.search.type = "search";
    this.search.placeholder = this.say.search;
    this.search.setAttribute("aria-label", this.say.search);
    this.search.value = this.local.query;
    this.search.addEventListener("input", () => {
      this.local.query = this.search.value.trim();
      this.show(true);
    });
    this.chips = KINDS.filter((kind) => kind !== "unchanged" && this.counts[kind] > 0).map((kind) => this.chip(kind));
    const unchanged = fill(this.say["show-unchanged"], { count: this.counts.unchanged });
    this.fold = button("lt-button", unchanged, () => this.set("show_unchanged", !this.model.get("show_unchanged")));
    this.fold.hidden = this.counts.unchanged === 0;
    this.place = make("span", "lt-place");
    const walk = make("span", "lt-walk",
      this.icon("\u2191", this.say.previous, () => this.step(-1, true)), this.place,
      this.icon("\u2193", this.say.next, () => this.step(1, true)));
    const copy = button("lt-button", this.say.copy, () => this.copy());
    const chips = make("span", "lt-chips", ...this.chips);
    chips.setAttribute("role", "group");
    chips.setAttribute("aria-label", this.say.filter);
    const bar = make("div", "lt-bar", this.search, chips, make("span", "lt-gap"), walk, this.fold, copy,
      this.icon("?", this.say.help, () => this.toggleHelp()));
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", this.say.toolbar);
    return bar;
  }

  chip(kind) {
    const node = button(`lt-chip lt-${kind}`, this.say[`kind-${kind}`], () => {
      const on = this.model.get("filters");
      this.set("filters", on.includes(kind) ? on.filter((each) => each !== kind) : [...on, kind]);
    });
    node.append(make("b", "", String(this.counts[kind])));
    node.dataset.kind = kind;
    return node;
  }

  icon(sign, label, act) {
    const node = button("lt-button lt-icon", sign, act);
    node.title = label;
    node.setAttribute("aria-label", label);
    return node;
  }

  helpNode() {
    const list = make("dl", "");
    for (const [keys, what] of this.say.keys.split("\n").map((line) => line.split("\t"))) {
      list.append(make("dt", "", make("kbd", "", keys)), make("dd", "", what));
    }
    const node = make("div", "lt-help", list);
    node.hidden = true;
    return node;
  }

  toggleHelp() {
    this.help.hidden = !this.help.hidden;
  }

  /* Puts on the page what the filters let through; nodes are made once and kept. */
  show(announce = false) {
    const filters = this.model.get("filters");
    const showUnchanged = this.model.get("show_unchanged");
    const collapsed = new Set(this.model.get("collapsed"));
    const page = layoutOf(this.rows, { filters, showUnchanged, collapsed, ...this.local });
    const top = this.grid.scrollTop;
    const held = this.root.contains(document.activeElement) ? document.activeElement : null;
    this.body.replaceChildren(...page.map((item) => (item.fold ? this.foldNode(item.fold) : this.node(item.row, collapsed))));
    if (page.length === 0) this.body.append(make("p", "lt-none", this.say[this.rows.length ? "no-match" : "no-rows"]));
    this.grid.scrollTop = top;
    if (held?.isConnected && held !== document.activeElement) held.focus({ preventScroll: true });
    for (const chip of this.chips) chip.setAttribute("aria-pressed", String(filters.includes(chip.dataset.kind)));
    this.fold.setAttribute("aria-pressed", String(showUnchanged));
    this.keepOneTabStop();
    this.where();
    if (announce || filters.length) this.announce(fill(this.say.shown, { count: page.filter((item) => !item.fold).length }));
  }

  node(at, collapsed) {
    if (!this.nodes.has(at)) this.nodes.set(at, rowNode(this.rows[at], at, this.say));
    const node = this.nodes.get(at);
    node.classList.toggle("lt-collapsed", collapsed.has(node.dataset.id));
    return node;
  }

  foldNode(run) {
    const rows = run.map((at) => this.rows[at]);
    const sentence = fill(this.say.unchanged, { count: run.length, span: spanOf(rows) });
    const node = make("div", "lt-row lt-fold");
    const cell = make("div", "", make("span", "", sentence));
    cell.setAttribute("role", "gridcell");
    cell.setAttribute("aria-colspan", "3");
    node.setAttribute("role", "row");
    node.setAttribute("aria-rowindex", String(run[0] + 2));
    node.dataset.run = rows.map((row) => row.id).join(" ");
    node.tabIndex = -1;
    node.append(cell);
    return node;
  }

  /* ---- where the reader is ---- */

  keepOneTabStop() {
    const selected = this.model.get("selected");
    const all = [...this.body.querySelectorAll(".lt-row")];
    const stop = all.find((node) => node.dataset.id === selected) ?? all[0];
    for (const node of all) node.tabIndex = node === stop ? 0 : -1;
  }

  where() {
    const changes = this.rows.filter(isChange);
    const at = changes.findIndex((row) => row.id === this.model.get("selected"));
    this.place.textContent = fill(this.say.place, { at: at < 0 ? "\u2013" : at + 1, of: changes.length });
  }

  onFocus(event) {
    const node = event.target.closest(".lt-row");
    if (!node) return;
    for (const other of this.body.querySelectorAll('[tabindex="0"]')) other.tabIndex = -1;
    node.tabIndex = 0;
    if (node.dataset.id && node.dataset.id !== this.model.get("selected")) this.set("selected", node.dataset.id);
    this.where();
  }

  onClick(event) {
    const node = event.target.closest(".lt-row");
    if (node?.dataset.run) this.toggle(node);
    else if (node?.classList.contains("lt-heading") && event.target.closest(".lt-head")) this.toggle(node);
  }

  toggle(node) {
    if (node.dataset.run) {
      const ids = node.dataset.run.split(" ");
      for (const id of ids) this.local.opened.add(id);
      this.show();
      this.focus(this.body.querySelector(`[data-id="${ids[0]}"]`));
      return;
    }
    const folded = this.model.get("collapsed");
    const { id } = node.dataset;
    this.set("collapsed", folded.includes(id) ? folded.filter((each) => each !== id) : [...folded, id]);
  }

  reveal(id) {
    this.where();
    const at = this.rows.findIndex((row) => row.id === id);
    if (at < 0) return;
    if (!this.nodes.get(at)?.isConnected) {
      this.local.opened.add(id);
      this.show();
    }
    const node = this.nodes.get(at);
    if (!node?.isConnected || node === document.activeElement) return;
    node.scrollIntoView({ block: "nearest" });
    if (this.root.contains(document.activeElement)) node.focus({ preventScroll: true });
    else this.keepOneTabStop();
  }

  /* The row `by` places on, or the next change; the focus goes with it. */
  step(by, changesOnly = false) {
    const all = [...this.body.querySelectorAll(".lt-row")];
    let at = all.findIndex((node) => node.tabIndex === 0);
    const fresh = changesOnly && !this.model.get("selected");
    if (fresh) at = by > 0 ? -1 : all.length;
    do at += by; while (changesOnly && all[at] && !all[at].classList.contains("lt-change"));
    if (all[at]) this.focus(all[at]);
    else this.announce(this.say[by > 0 ? "at-end" : "at-start"]);
  }

  focus(node) {
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest" });
  }

  /* ---- keys: those of a grid, and none of them reaches the notebook ---- */

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab") return;
    if (event.key === "Escape") return void this.leave();
    event.stopPropagation();
    if (event.target === this.search) {
      if (event.key === "Enter" || event.key === "ArrowDown") this.act(event, () => this.first());
      return;
    }
    const inGrid = this.body.contains(event.target);
    const acts = {
      "/": () => this.search.focus(),
      "?": () => this.toggleHelp(),
      n: () => this.step(1, true),
      p: () => this.step(-1, true),
      ...(inGrid && {
        ArrowDown: () => this.step(1), j: () => this.step(1), ArrowUp: () => this.step(-1), k: () => this.step(-1),
        Home: () => this.first(), End: () => this.focus([...this.body.querySelectorAll(".lt-row")].at(-1)),
        Enter: () => this.toggle(event.target), " ": () => this.toggle(event.target), y: () => this.copy(),
      }),
    };
    if (acts[event.key]) this.act(event, acts[event.key]);
  }

  act(event, what) {
    event.preventDefault();
    what();
  }

  first() {
    const node = this.body.querySelector(".lt-row");
    if (node) this.focus(node);
  }

  /* Esc gives the keyboard back: from the search box to the list, from the list to the notebook's cell. */
  leave() {
    if (document.activeElement === this.search) {
      this.search.value = this.local.query = "";
      this.show(true);
      this.first();
    } else {
      this.root.closest(".jp-Cell")?.focus();
    }
  }

  announce(sentence) {
    this.live.textContent = sentence;
  }

  /* ---- copying: plain text with marks, and rich text for Word ---- */

  copy() {
    const row = this.rows.find((each) => each.id === this.model.get("selected"));
    const chosen = row ? [row] : this.rows.filter(isChange);
    const plain = chosen.map((each) => markedText(each.ops)).join("\n");
    const rich = make("div", "");
    for (const each of chosen) {
      const paragraph = make("p", "");
      for (const [op, text] of each.ops) {
        text.split("\n").forEach((piece, at) => paragraph.append(...(at ? [make("br", "")] : []), words([op, piece], true)));
      }
      rich.append(paragraph);
    }
    if (writeClipboard(plain, new XMLSerializer().serializeToString(rich))) {
      this.announce(fill(this.say.copied, { count: chosen.length }));
    } else this.announce(this.say["copy-failed"]);
  }
}

/* The clipboard API is missing where the notebook comes over plain http, as on most intranets; the copy event is not. */
function writeClipboard(plain, rich) {
  const give = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData("text/plain", plain);
    event.clipboardData.setData("text/html", rich);
  };
  document.addEventListener("copy", give, { capture: true, once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", give, { capture: true });
  return done;
}

export default {
  render({ model, el }) {
    const view = new View(model, el);
    return () => view.close();
  },
};
