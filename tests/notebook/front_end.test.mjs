// The pure functions of the comparison's front end, whose modules pytest has joined into one file
import assert from "node:assert/strict";
import test from "node:test";
import { pathToFileURL } from "node:url";

const view = await import(pathToFileURL(process.env.LAWTRACK_COMPARISON).href);

const ui = await import(pathToFileURL(process.env.LAWTRACK_UI).href);

const { laid } = await import(new URL("timeline.js", pathToFileURL(process.env.LAWTRACK_UI)).href);

const row = (id, kind, level = "article", more = {}) =>
  ({ id, kind, level, old: [id], new: [id], ops: [["equal", id]], renumbered: false, moved: false, ...more });
const seen = (rows, more = {}) =>
  view.layoutOf(rows, { filters: [], showUnchanged: false, opened: new Set(), collapsed: new Set(), query: "", ...more })
    .map((item) => (item.fold ? item.fold.map((at) => rows[at].id) : rows[item.row].id));

const CHAPTERS = [
  row("c1", "unchanged", "chapter"), row("a1", "unchanged"), row("a2", "unchanged"),
  row("c2", "unchanged", "chapter"), row("s1", "unchanged", "section"), row("a3", "amended"), row("a4", "unchanged"),
  row("c3", "amended", "chapter"), row("a5", "unchanged"),
];

test("a sentence bends its noun with the number", () => {
  const sentence = "{count:clause|clauses} of {all}";
  assert.deepEqual([0, 1, 2].map((count) => view.fill(sentence, { count, all: 7 })), ["0 clauses of 7", "1 clause of 7", "2 clauses of 7"]);
});

test("no empty line stands between paragraphs, wherever the runs are cut", () => {
  const words = "第一款。\n\n第二款。\n \n第三款。\n";
  const shown = "第一款。\n第二款。\n第三款。\n";
  for (let one = 0; one <= words.length; one += 1) {
    for (let two = one; two <= words.length; two += 1) {
      const runs = [["equal", words.slice(0, one)], ["insert", words.slice(one, two)], ["delete", words.slice(two)]];
      const said = ui.closedUpRuns(runs);
      assert.deepEqual(said.map(([op]) => op), ["equal", "insert", "delete"]);
      assert.equal(said.map(([, each]) => each).join("").replaceAll(" ", ""), shown, `${one} ${two}`);
    }
  }
});

test("no label of a timeline covers another, and none leaves the year", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    let last = seed;
    const next = (most) => { last = (last * 48_271) % 2_147_483_647; return last % most; };
    const marks = Array.from({ length: 1 + next(9) }, () => ({ at: next(1001) / 10, words: "一审 first reading".slice(0, 1 + next(16)) }))
      .toSorted((one, other) => one.at - other.at);
    const taken = laid(marks).map(({ at, words, back, line }) => {
      const wide = ([...words].reduce((sum, sign) => sum + (sign > "\u2e80" ? 12 : 7), 8) / 720) * 100;
      return { line, from: back ? at - wide : at, to: back ? at : at + wide };
    });
    for (const [n, one] of taken.entries()) {
      assert.ok(one.from >= 0 && one.to <= 100, `${seed}`);
      for (const other of taken.slice(n + 1)) assert.ok(one.line !== other.line || one.to <= other.from || other.to <= one.from, `${seed}`);
    }
  }
});

test("unchanged clauses fold into runs, across headings that have nothing to show", () => {
  assert.deepEqual(seen(CHAPTERS), [["a1", "a2"], "c2", "s1", "a3", ["a4"], "c3", ["a5"]]);
});

test("an unchanged clause that has to be looked at is not folded away", () => {
  assert.deepEqual(seen([row("a", "unchanged"), row("b", "unchanged", "article", { doubtful: true }), row("c", "amended")]), [["a"], "b", "c"]);
});

test("everything shows when asked for", () => {
  assert.deepEqual(seen(CHAPTERS, { showUnchanged: true }), CHAPTERS.map(({ id }) => id));
});

test("one run can be opened alone", () => {
  assert.deepEqual(seen(CHAPTERS, { opened: new Set(["a4"]) }), [["a1", "a2"], "c2", "s1", "a3", "a4", "c3", ["a5"]]);
});

test("a collapsed chapter hides what is under it, and no more", () => {
  assert.deepEqual(seen(CHAPTERS, { showUnchanged: true, collapsed: new Set(["c2"]) }), ["c1", "a1", "a2", "c2", "c3", "a5"]);
});

test("a filter leaves its kind, under the headings it stands in", () => {
  assert.deepEqual(seen(CHAPTERS, { filters: ["amended"] }), ["c2", "s1", "a3", "c3"]);
  assert.deepEqual(seen(CHAPTERS, { filters: ["deleted"] }), []);
});

test("a search looks at both sides and at numbers", () => {
  const rows = [row("a", "amended", "article", { ops: [["delete", "旧词"], ["insert", "新词"]] }), row("b", "unchanged")];
  assert.deepEqual(seen(rows, { query: "旧" }), ["a"]);
  assert.deepEqual(seen(rows, { query: "新" }), ["a"]);
  assert.deepEqual(seen(rows, { query: "b" }), ["b"]);
});

test("a move is a change, a new number is none", () => {
  assert.ok(view.isChange(row("a", "unchanged", "article", { moved: true })));
  assert.ok(!view.isChange(row("a", "unchanged", "article", { renumbered: true })));
});

test("chips count articles, each under its kind and its flags", () => {
  const counts = view.countTags([...CHAPTERS, row("x", "amended", "article", { moved: true, renumbered: true })]);
  assert.equal(counts.amended, 2);
  assert.equal(counts.moved, 1);
  assert.equal(counts.renumbered, 1);
  assert.equal(counts.unchanged, 4);
});

test("a renumbered label is split off, so that no number is marked as a change", () => {
  const ops = [["equal", "第"], ["delete", "三"], ["insert", "四"], ["equal", "条 本市\n第二款"]];
  assert.deepEqual(view.paragraphsOf(view.sideOf(ops, "insert"), ["第四条"]), [
    { label: "第四条", item: false, runs: [["equal", "本市"]] },
    { label: "", item: false, runs: [["equal", "第二款"]] },
  ]);
});

test("a number alone on its line joins the paragraph below; 之一 is not its parent", () => {
  assert.deepEqual(view.paragraphsOf([["equal", "第三条\n　　甲"]], ["第三条"]), [{ label: "第三条", item: false, runs: [["equal", "甲"]] }]);
  const split = view.paragraphsOf([["equal", "第三条 甲\n第三条之一 乙"]], ["第三条", "第三条之一"]);
  assert.deepEqual(split.map(({ label }) => label), ["第三条", "第三条之一"]);
});

test("the number of an item is no change of words either", () => {
  const ops = [["equal", "（"], ["delete", "三"], ["insert", "四"], ["equal", "）检查；"]];
  assert.deepEqual(view.paragraphsOf(view.sideOf(ops, "insert"), []), [{ label: "（四）", item: true, runs: [["equal", "检查；"]] }]);
});

test("what the kernel marked goes before what the operations say", () => {
  const told = { ops: [["delete", "(甲)"], ["insert", "（甲）"]], sides: [[["equal", "(甲)"]], [["equal", "（甲）"]]] };
  assert.deepEqual(view.shownOf(told, "delete"), [["equal", "(甲)"]]);
  assert.deepEqual(view.shownOf({ ...told, sides: null }, "insert"), [["insert", "（甲）"]]);
});

const cell = (label, kind, runs, more = {}) => ({ labels: label ? [label] : [], kind, runs, renumbered: false, moved: false, ...more });
const thread = (id, ...cells) => ({ id, level: "article", cells });
const CHAPTER = [["equal", "第一章　总则"]];
const VERSIONS = [
  { ...thread("c", cell("第一章", null, CHAPTER), cell("第一章", "unchanged", CHAPTER)), level: "chapter" },
  thread("same", cell("第一条", null, [["equal", "第一条 甲"]]), cell("第一条", "unchanged", [["equal", "第一条 甲"]])),
  thread("new", cell("", null, []), cell("第二条", "added", [["equal", "第二条 "], ["insert", "乙"]])),
  thread("came and went", cell("第三条", "added", [["both", "丙"]]), cell("", "deleted", [])),
];

test("a row of several versions is a change when one of its steps is", () => {
  assert.deepEqual(VERSIONS.map(view.isChange), [false, false, true, true]);
  assert.deepEqual(VERSIONS.map(view.tagsOf), [["unchanged"], ["unchanged"], ["added"], ["added", "deleted"]]);
  assert.deepEqual(seen(VERSIONS), ["c", ["same"], "new", "came and went"]);
  assert.deepEqual(seen(VERSIONS, { query: "丙" }), ["c", "came and went"]);
});

test("a heading that changed in one of the versions shows although nothing under it did, and is found by its words", () => {
  const renamed = { ...VERSIONS[0], cells: [VERSIONS[0].cells[0], cell("第一章", "amended", [["equal", "第一章　"], ["insert", "通则"]])] };
  assert.deepEqual(seen([VERSIONS[0], VERSIONS[1]]), [["same"]]);
  assert.deepEqual(seen([renamed, VERSIONS[1]]), ["c", ["same"]]);
  assert.deepEqual(seen([renamed, VERSIONS[1]], { query: "通则" }), ["c"]);
  assert.equal(view.countTags([renamed, VERSIONS[1]]).amended, 0);
});

test("a clause that comes or goes as a whole is not marked word by word", () => {
  assert.deepEqual(view.cellsOf(VERSIONS[2])[1].runs, [["equal", "第二条 "], ["equal", "乙"]]);
  const [first] = view.cellsOf(VERSIONS[3]);
  assert.deepEqual([first.come, first.gone, first.runs], [true, true, [["equal", "丙"]]]);
});

test("a row goes by the newest number that it has", () => {
  assert.deepEqual(VERSIONS.map(view.labelsOf), [["第一章"], ["第一条"], ["第二条"], ["第三条"]]);
});

const side = (length) => ({ runs: [["equal", "字".repeat(length)]] });

test("a row may be torn on paper when its narrowest column takes half a page", () => {
  assert.ok(!view.isLong([side(400), side(10)]));
  assert.ok(view.isLong([side(500), side(10)]));
  assert.ok(view.isLong([side(10), side(300), side(10), side(10)]));
});

test("copied text marks both sides", () => {
  assert.equal(view.markedText([["equal", "应当"], ["delete", "口头"], ["insert", "书面"]]), "应当[-口头-]{+书面+}");
});

test("a run is named by its first and last number", () => {
  assert.equal(view.spanOf([row("第三条", "unchanged"), row("第四条", "unchanged"), row("第五条", "unchanged")]), "第三条—第五条");
  assert.equal(view.spanOf([]), "");
});

/* ---- the wire: what the reader is told of a connection that goes and comes ---- */

const { Wire } = await import(pathToFileURL(process.env.LAWTRACK_WIRE).href);

const signal = () => {
  const heard = [];
  return { connect: (act) => heard.push(act), emit: (...words) => heard.forEach((act) => act(null, ...words)) };
};

function playedKernel(id) {
  const kernel = {
    id, status: "idle", connectionStatus: "connected", isDisposed: false, asked: 0,
    statusChanged: signal(), connectionStatusChanged: signal(), disposed: signal(),
    dispose() { kernel.isDisposed = true; },
    async reconnect() { kernel.connectionStatus = "connected"; },
    requestExecute() { kernel.asked += 1; return { done: Promise.resolve({ content: { status: "ok" } }) }; },
    createComm: () => {
      const comm = { open: () => comm.onMsg({ content: { data: { front: {} } } }) };
      return comm;
    },
  };
  return kernel;
}

/* A server with one kernel under the page's path; `gone` while it does not answer. */
async function joined() {
  const server = { kernel: playedKernel("k1"), gone: false };
  const sessions = {
    async refreshRunning() { if (server.gone) throw new Error("no server"); },
    findByPath: async () => ({ kernel: { id: server.kernel.id } }),
    connectTo: () => ({ kernel: server.kernel }),
  };
  const wire = new Wire({ sessions });
  const told = [];
  wire.watch((state) => told.push(state));
  await wire.connect();
  return { server, wire, told, kernel: server.kernel };
}

test("a connection that is back within a moment is not spoken of", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { told, kernel } = await joined();
  kernel.connectionStatusChanged.emit("connecting");
  t.mock.timers.tick(1000);
  kernel.connectionStatusChanged.emit("connected");
  t.mock.timers.tick(60_000);
  assert.deepEqual(told, []);
});

test("a server that went away is told after two seconds, and told again when it is back", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { told, kernel } = await joined();
  kernel.connectionStatusChanged.emit("connecting");
  t.mock.timers.tick(2000);
  assert.deepEqual(told, ["lost"]);
  kernel.connectionStatusChanged.emit("connected");
  assert.deepEqual(told, ["lost", "open"]);
  assert.equal(kernel.asked, 1, "the kernel still knows the page");
});

test("a kernel that was begun anew is joined anew on a click", async () => {
  const { wire, told, kernel } = await joined();
  kernel.statusChanged.emit("autorestarting");
  kernel.connectionStatusChanged.emit("connected");
  assert.deepEqual(told, ["lost"], "it does not know the page any more");
  await wire.reconnect();
  assert.deepEqual(told, ["lost", "opening", "open"]);
  assert.equal(kernel.asked, 2);
});

test("a server that was begun anew has another kernel", async () => {
  const { server, wire, told, kernel } = await joined();
  kernel.connectionStatusChanged.emit("disconnected");
  server.kernel = playedKernel("k2");
  await wire.reconnect();
  assert.equal(wire.kernel.id, "k2");
  assert.ok(kernel.isDisposed);
  assert.equal(told.at(-1), "open");
});

test("a server that stays away is told of again after ten tries", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { server, wire, told, kernel } = await joined();
  kernel.connectionStatusChanged.emit("disconnected");
  server.gone = true;
  const tried = wire.reconnect();
  for (let at = 0; at < 200; at += 1) { t.mock.timers.tick(100); await Promise.resolve(); await Promise.resolve(); }
  await tried;
  assert.deepEqual(told, ["lost", "opening", "lost"]);
});
