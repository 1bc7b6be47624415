/* Texts side by side as a reader sees them: one list, a column a text, the same file in JupyterLab and in the exported
   page. A comparison has two columns; a concordance has one for each version, and its rows carry their `cells`.

   The kernel computes every difference; this file only shows them. A document's text is untrusted, so it reaches the
   page through textContent alone. Every word for the reader comes from the `messages` trait, none stands here. The
   functions with a name of their own are pure and tested without a browser. */

const KINDS = ["added", "deleted", "amended", "split", "merged", "moved", "renumbered", "unchanged"];
const RANKS = { part: 0, subpart: 1, chapter: 2, section: 3 };
const BEFORE_TEXT = /^[\s#]+/; // blanks, and the marks of a Markdown heading
const ITEM = /^[（(][一二三四五六七八九十百]+[）)]/;
const UNMARKED = new Set(["added", "deleted", "unchanged"]);
const ACROSS = { two: 60, many: 74 }; // characters that stand side by side on a printed page, where many have smaller type
const WHOLE = 16; // a row of at most so many printed lines stays on one page, which holds about twice as many

/* ---- pure: rows in, plain values out ------------------------------------------------------------------------- */

/* The steps from text to text that a row shows: one in a comparison, one before each further column in a concordance. */
const stepsOf = (row) => row.cells?.filter(({ kind }) => kind) ?? [row];

/** The chips that a row belongs to: its kinds, and the flags that stand beside a kind. */
export function tagsOf(row) {
  const tags = new Set(stepsOf(row).flatMap((step) => [step.kind, step.moved && "moved", step.renumbered && "renumbered"]));
  if (row.cells && isChange(row)) tags.delete("unchanged");
  if (row.cells && !isChange(row)) tags.add("unchanged");
  return KINDS.filter((kind) => tags.has(kind));
}

/** Does the row change words or place? A new number alone is no change. */
export const isChange = (row) => stepsOf(row).some(({ kind, moved }) => kind !== "unchanged" || moved);

export const isHeading = (row) => row.level in RANKS;

/** How many rows carry each tag; headings and the like are not counted among the articles. */
export function countTags(rows) {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  for (const row of rows) if (row.level === "article") for (const tag of tagsOf(row)) counts[tag] += 1;
  return counts;
}

/** One side of the operations: [[op, text]…] without what the other side alone has. */
export const sideOf = (ops, side) => ops.filter(([op]) => op === "equal" || op === side);

const PLAIN = {
  equal: (text) => text, delete: (text) => `[-${text}-]`, insert: (text) => `{+${text}+}`, both: (text) => `{+[-${text}-]+}`,
};

/** Old and new in one line of plain text: `[-old-]{+new+}`, as git writes it. */
export const markedText = (ops) => ops.map(([op, text]) => PLAIN[op](text)).join("");

/** What to show of one side of a row: as the kernel marked it, or else as the operations have it. */
export const shownOf = (row, side) => row.sides?.[side === "delete" ? 0 : 1] ?? sideOf(row.ops, side);

/** The columns of a row: each {labels, runs: [[op, text]…], kind, moved, come, gone}. `come` and `gone` say that the whole
    clause is new here, or has no place in the next text; such a cell is marked as a whole and not word by word. */
export function cellsOf(row) {
  if (row.cells) {
    return row.cells.map((cell, at) => marked({ ...cell, come: cell.kind === "added", gone: row.cells[at + 1]?.kind === "deleted" }));
  }
  const quiet = UNMARKED.has(row.kind);
  const side = (labels, op) => ({ labels, runs: quiet ? relabelled(shownOf(row, op), { [op]: "equal" }) : shownOf(row, op) });
  return [
    { ...side(row.old, "delete"), come: false, gone: row.kind === "deleted" },
    { ...side(row.new, "insert"), come: row.kind === "added", gone: false },
  ];
}

const relabelled = (runs, names) => runs.map(([op, text]) => [names[op] ?? op, text]);

function marked(cell) {
  let { runs } = cell;
  if (cell.come) runs = relabelled(runs, { insert: "equal", both: "delete" });
  if (cell.gone) runs = relabelled(runs, { delete: "equal", both: "insert" });
  return { ...cell, runs };
}

/** The numbers that a row goes by: the newest that it has. */
export const labelsOf = (row) => cellsOf(row).map(({ labels }) => labels).findLast((labels) => labels.length) ?? [];

/** Would the row take so much of a printed page that it may go on to the next? */
export function isLong(cells) {
  const room = Math.floor((cells.length > 2 ? ACROSS.many : ACROSS.two) / cells.length) - 1;
  const lines = ({ runs }) => wordsOf(runs).split("\n").reduce((sum, line) => sum + Math.ceil(line.trim().length / room), 0);
  return cells.some((cell) => lines(cell) > WHOLE);
}

const wordsOf = (runs) => runs.map(([, text]) => text).join("");

/** One side as paragraphs, each {label, item, runs: [[op, text]…]}: the number in front is split off, so that a new
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
  cellsOf(row).some(({ labels, runs }) => [wordsOf(runs), ...labels].some((text) => text.includes(query)));

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

/** "第三条—第七条" for a run of rows. */
export function spanOf(rows) {
  const labels = rows.flatMap(labelsOf).filter(Boolean);
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

function words([op, text]) {
  if (op === "both") return make("ins", "", make("del", "", text));
  if (op === "equal") return document.createTextNode(text);
  return make(op === "insert" ? "ins" : "del", "", text);
}

const named = (states) => Object.keys(states).filter((name) => states[name]).join(" ");

function cellNode(tag, role, className, ...children) {
  const node = make(tag, className, ...children);
  node.setAttribute("role", role);
  return node;
}

function paragraphNodes({ labels, runs }) {
  return paragraphsOf(runs, labels).map(({ label, item, runs: kept }) => {
    const paragraph = make("p", "");
    if (item) paragraph.append(label);
    else if (label) paragraph.append(make("b", "", label), "\u3000");
    paragraph.append(...kept.map(words));
    return paragraph;
  });
}

function sideNode(cell, say) {
  let nodes = paragraphNodes(cell);
  if (cell.gone && nodes.length) nodes = [make("del", "lt-whole", ...nodes)];
  if (cell.come && nodes.length) nodes = [make("ins", "lt-whole", ...nodes)];
  const states = { "lt-come": cell.come, "lt-gone": cell.gone, "lt-same": cell.kind === "unchanged" };
  const node = cellNode("td", "gridcell", `lt-side ${named(states)}`);
  const tags = [cell.kind !== "unchanged" && cell.kind, cell.moved && "moved"].filter(Boolean);
  if (tags.length) node.append(make("div", "lt-step", ...tags.map((tag) => tagNode(tag, say))));
  node.append(...nodes);
  return node;
}

const tagNode = (tag, say) => make("span", `lt-tag lt-${tag}`, say[`kind-${tag}`]);

function headNode(row, say) {
  const cell = cellNode("th", "rowheader", "lt-head");
  const number = make("span", "lt-number");
  cell.append(number);
  if (row.cells) {
    number.append(labelsOf(row).join("、") || (say[`level-${row.level}`] ?? ""));
    return cell;
  }
  const before = row.old.join("、");
  const after = row.new.join("、");
  if (before && after && before !== after) number.append(make("s", "", before), " ", make("span", "", `\u2192 ${after}`));
  else number.append(after || before || (say[`level-${row.level}`] ?? ""));
  for (const tag of tagsOf(row)) {
    if (tag !== "unchanged" || !(row.renumbered || isHeading(row))) cell.append(tagNode(tag, say));
  }
  for (const [name, kind] of row.parts ?? []) {
    cell.append(make("span", `lt-part lt-${kind}`, `${name} ${say[`kind-${kind}`]}`));
  }
  return cell;
}

function rowNode(row, at, say, columns) {
  const cells = cellsOf(row);
  const states = {
    "lt-heading": isHeading(row), "lt-title": row.level === "title", "lt-change": isChange(row), "lt-quiet": !row.cells && row.kind === "unchanged",
    "lt-long": isLong(cells),
  };
  const node = cellNode("tr", "row", `lt-row ${named(states)}`);
  node.setAttribute("aria-rowindex", String(at + 2));
  node.dataset.id = row.id;
  node.tabIndex = -1;
  node.append(headNode(row, say), ...cells.map((cell) => sideNode(cell, say)));
  for (const [i, side] of [...node.querySelectorAll(".lt-side")].entries()) side.dataset.column = columns[i].join(" ").trim();
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
  get columns() { return this.model.get("columns"); }

  set(name, value) {
    this.model.set(name, value);
    this.model.save_changes();
  }

  listen() {
    const rebuild = () => this.build();
    const refresh = () => this.show();
    const reveal = () => this.reveal(this.model.get("selected"));
    this.heard = [
      ...["rows", "messages", "lang", "columns"].map((name) => [`change:${name}`, rebuild]),
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
    this.many = this.rows.some((row) => row.cells);
    this.root.classList.toggle("lt-many", this.many);
    this.root.classList.toggle("lt-bare", Boolean(this.model.get("bare")));
    this.root.style.setProperty("--lt-columns", String(this.columns.length));
    const grid = cellNode("table", "grid", "lt-grid");
    grid.setAttribute("aria-label", this.say.grid);
    grid.setAttribute("aria-rowcount", String(this.rows.length + 1));
    this.body = cellNode("tbody", "rowgroup", "lt-body");
    this.body.addEventListener("click", (event) => this.onClick(event));
    this.body.addEventListener("focusin", (event) => this.onFocus(event));
    grid.append(this.headRows(), this.body);
    this.scroll = make("div", "lt-scroll", grid);
    this.live = make("div", "lt-live");
    this.live.setAttribute("role", "status");
    this.help = this.helpNode();
    this.root.replaceChildren(this.toolbar(), this.help, this.legend(), this.scroll, this.live);
    this.show();
  }

  headRows() {
    const row = cellNode("tr", "row", "lt-row lt-columns");
    row.setAttribute("aria-rowindex", "1");
    for (const [title, detail] of [[this.say["column-number"], ""], ...this.columns]) {
      const cell = cellNode("th", "columnheader", "", title);
      if (detail) cell.append(make("span", "lt-detail", detail));
      row.append(cell);
    }
    return cellNode("thead", "rowgroup", "lt-top", row);
  }

  /* How changes are marked: at the foot on the screen, above the table on paper. */
  legend() {
    const of = this.many ? "many-" : "";
    return make("p", "lt-legend", make("ins", "", this.say[`legend-${of}new`]), make("del", "", this.say[`legend-${of}gone`]),
      make("span", "", this.say["legend-note"]));
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
    const top = this.scroll.scrollTop;
    const held = this.root.contains(document.activeElement) ? document.activeElement : null;
    this.body.replaceChildren(...page.map((item) => (item.fold ? this.foldNode(item.fold) : this.node(item.row, collapsed))));
    if (page.length === 0) this.body.append(this.wide("lt-none", this.say[this.rows.length ? "no-match" : "no-rows"]));
    this.scroll.scrollTop = top;
    if (held?.isConnected && held !== document.activeElement) held.focus({ preventScroll: true });
    for (const chip of this.chips) chip.setAttribute("aria-pressed", String(filters.includes(chip.dataset.kind)));
    this.fold.setAttribute("aria-pressed", String(showUnchanged));
    this.keepOneTabStop();
    this.where();
    if (announce || filters.length) this.announce(fill(this.say.shown, { count: page.filter((item) => !item.fold).length }));
  }

  node(at, collapsed) {
    if (!this.nodes.has(at)) this.nodes.set(at, rowNode(this.rows[at], at, this.say, this.columns));
    const node = this.nodes.get(at);
    node.classList.toggle("lt-collapsed", collapsed.has(node.dataset.id));
    return node;
  }

  foldNode(run) {
    const rows = run.map((at) => this.rows[at]);
    const sentence = fill(this.say.unchanged, { count: run.length, span: spanOf(rows) });
    const node = this.wide("lt-row lt-fold", make("span", "", sentence));
    node.setAttribute("aria-rowindex", String(run[0] + 2));
    node.dataset.run = rows.map((row) => row.id).join(" ");
    node.tabIndex = -1;
    return node;
  }

  /* A row of one cell across all columns. */
  wide(className, words) {
    const cell = cellNode("td", "gridcell", "", words);
    cell.colSpan = this.columns.length + 1;
    return cellNode("tr", "row", className, cell);
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

  /* One column to the left or right, where there are more than fit. */
  slide(by) {
    this.scroll.scrollBy({ left: by * (this.root.querySelector(".lt-columns > :last-child")?.offsetWidth ?? 0) });
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
        ArrowLeft: () => this.slide(-1), ArrowRight: () => this.slide(1),
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
    const plain = chosen.map(this.many ? tabbed : (each) => markedText(each.ops)).join("\n");
    const rich = this.many
      ? make("table", "", ...chosen.map((each) => make("tr", "", ...cellsOf(each).map(({ runs }) => make("td", "", ...broken(runs))))))
      : make("div", "", ...chosen.map((each) => make("p", "", ...broken(each.ops))));
    if (writeClipboard(plain, new XMLSerializer().serializeToString(rich))) {
      this.announce(fill(this.say.copied, { count: chosen.length }));
    } else this.announce(this.say["copy-failed"]);
  }
}

/* A row of a concordance as a line of a table: cells between tabs. */
const tabbed = (row) => cellsOf(row).map(({ runs }) => markedText(runs).replace(/\s*\n\s*/g, " ")).join("\t");

/* Operations as nodes, with the lines of the text. */
const broken = (ops) => ops.flatMap(([op, text]) =>
  text.split("\n").flatMap((piece, at) => [...(at ? [make("br", "")] : []), words([op, piece])]));

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
