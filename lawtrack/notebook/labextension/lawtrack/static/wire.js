/* What joins the page with its kernel, as `loader.js` wants it, over JupyterLab's own library. */

/** @typedef {import("../../../front/jupyterlab").ServiceManager} Manager
 *  @typedef {import("../../../front/jupyterlab").Kernel} Kernel
 *  @typedef {import("../../../front/jupyterlab").Comm} Comm
 *  @typedef {import("../../../front/jupyterlab").Front} Front
 *  @typedef {import("../../../front/types").Message} Message
 *  @typedef {"open" | "opening" | "lost"} State */

const PATH = "lawtrack-workbench"; // the session's, by which the server has begun it ahead (notebook/opening.py)
const TARGET = "lawtrack";
const SERVE = "from lawtrack.notebook import serve; serve()";
const PATIENCE = 30_000; // milliseconds
const TRIES = 10;
const ANEW = 4; // tries after which another connection is made
const PAUSE = 1000;
const GRACE = 2000; // milliseconds for which JupyterLab may look for the server before the reader is told
const REJOINS = 5000; // milliseconds that a connection to a kernel that is there may take
const LOST = new Set(["dead", "terminating", "restarting", "autorestarting"]);

/** The session under our path, as the server knows it now; raises where no server answers. @param {Manager} manager */
async function known(manager) {
  await manager.sessions.refreshRunning();
  return manager.sessions.findByPath(PATH);
}

/** The session under our path, begun if need be; the kernel lives on when the page is reloaded. @param {Manager} manager */
async function session(manager) {
  const sessions = manager.sessions;
  const model = await known(manager);
  if (model) return sessions.connectTo({ model });
  return sessions.startNew({ path: PATH, name: "lawtrack", type: "lawtrack", kernel: { name: "python3" } });
}

/** What was promised, or an error where it does not come.
 *  @template Promised @param {Promise<Promised>} promised @returns {Promise<Promised>} */
async function within(promised, patience = PATIENCE) {
  let timer = 0;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error("no answer")), patience); });
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(timer);
  }
}

export class Wire {
  /** @param {Manager} manager */
  constructor(manager) {
    this.manager = manager;
    this.page = true;
    /** @type {Set<(message: Message) => void>} */
    this.acts = new Set();
    /** @type {Set<(state: State) => void>} */
    this.watchers = new Set();
    /** @type {Comm | null} */
    this.comm = null;
    /** @type {Kernel | null} */
    this.kernel = null;
    /** @type {Promise<void> | null} */
    this.joining = null;
    this.lost = false;
    this.gone = false; // the kernel, or what it knows of this page
    this.late = 0;
  }

  /** @param {(message: Message) => void} act */
  listen(act) { this.acts.add(act); }
  /** @param {(state: State) => void} act */
  watch(act) { this.watchers.add(act); }
  /** @param {State} state */
  tell(state) { for (const act of this.watchers) act(state); }
  /** @param {object} data */
  send(data) {
    if (!this.comm) throw new Error("no kernel"); // `link.js` says that it was not sent
    this.comm.send(data);
  }
  async interrupt() { await this.kernel?.interrupt(); }

  /* Joins the page with the kernel; the front end that the kernel sends. */
  async connect() {
    const { kernel } = await session(this.manager);
    this.kernel = kernel; // what an older connection still says is nothing to us
    const lose = () => { if (this.kernel === kernel) { this.gone = true; this.lose(); } };
    kernel.statusChanged.connect((/** @type {unknown} */ _, /** @type {string} */ status) => { if (LOST.has(status)) lose(); });
    kernel.connectionStatusChanged.connect((/** @type {unknown} */ _, /** @type {string} */ status) => { if (this.kernel === kernel) this.heed(status); });
    kernel.disposed.connect(lose);
    return this.enter(kernel);
  }

  /** JupyterLab looks for a server that went away by itself, for minutes and without a word: the reader is told at once,
   *  and told again when it is back. @param {string} status */
  heed(status) {
    clearTimeout(this.late);
    if (status === "disconnected") this.lose();
    else if (status === "connecting") this.late = setTimeout(() => this.lose(), GRACE);
    else if (this.lost && !this.gone) {
      this.lost = false;
      if (!this.joining) this.tell("open");
    }
  }

  lose() {
    this.lost = true;
    if (!this.joining) this.tell("lost");
  }

  /** Registers the target in the kernel and opens the comm; the front end that comes. @param {Kernel} kernel @returns {Promise<Front>} */
  async enter(kernel) {
    const asked = kernel.requestExecute({ code: SERVE, silent: true, store_history: false });
    const done = await within(asked.done);
    if (done.content.status !== "ok") throw new Error(done.content.evalue ?? "");
    return within(new Promise((resolve) => {
      const comm = kernel.createComm(TARGET);
      comm.onMsg = (message) => {
        const { data } = message.content;
        if ("front" in data) resolve(data.front);
        else for (const act of this.acts) act(data);
      };
      comm.onClose = () => { if (this.comm === comm) { this.gone = true; this.lose(); } };
      comm.open({});
      this.comm = comm;
      this.gone = false;
    }));
  }

  /* Joins the kernel again, or another one. A kernel that the server begins anew may go away once more meanwhile, so it is
     tried several times before the reader is told. */
  reconnect() {
    if (!this.joining) this.joining = this.rejoin().finally(() => { this.joining = null; });
    return this.joining;
  }

  async rejoin() {
    this.tell("opening");
    for (let at = 0; at < TRIES; at += 1) {
      try {
        this.lost = false;
        await this.again(at >= ANEW);
      } catch {
        this.lost = true;
      }
      if (!this.lost) { this.tell("open"); return; }
      await new Promise((done) => setTimeout(done, PAUSE));
    }
    this.tell("lost");
  }

  /** The connection that there was, where the kernel is still there, which one begun anew by the server is; or else another.
   *  A kernel that still knows this page goes on as if nothing had been. @param {boolean} anew */
  async again(anew) {
    const { kernel } = this;
    const model = await known(this.manager);
    if (anew || !kernel || kernel.isDisposed || kernel.status === "dead" || model?.kernel?.id !== kernel.id) {
      this.kernel = null;
      kernel?.dispose();
      await this.connect();
      return;
    }
    if (kernel.connectionStatus !== "connected") await within(kernel.reconnect(), REJOINS);
    if (this.gone) await this.enter(kernel);
  }
}
