/* What joins the page with its kernel, as `loader.js` wants it, over JupyterLab's own library. */

const PATH = "lawtrack-workbench"; // the session's, by which the server has begun it ahead (notebook/opening.py)
const TARGET = "lawtrack";
const SERVE = "from lawtrack.notebook import serve; serve()";
const PATIENCE = 30_000;
const LOST = new Set(["dead", "terminating", "restarting", "autorestarting"]);

/* The session under our path, begun if need be; the kernel lives on when the page is reloaded. */
async function session(manager) {
  const sessions = manager.sessions;
  await sessions.refreshRunning();
  const model = await sessions.findByPath(PATH);
  if (model) return sessions.connectTo({ model });
  return sessions.startNew({ path: PATH, name: "lawtrack", type: "lawtrack", kernel: { name: "python3" } });
}

export class Wire {
  constructor(manager) {
    this.manager = manager;
    this.page = true;
    this.acts = new Set();
    this.watchers = new Set();
    this.comm = null;
    this.kernel = null;
    this.session = null;
  }

  listen(act) { this.acts.add(act); }
  watch(act) { this.watchers.add(act); }
  tell(state) { for (const act of this.watchers) act(state); }
  send(data) { this.comm.send(data); }
  interrupt() { return this.kernel.interrupt(); }

  /* Joins the page with the kernel; the front end that the kernel sends. */
  async connect() {
    this.session = await session(this.manager);
    this.kernel = this.session.kernel;
    this.kernel.statusChanged.connect((_, status) => { if (LOST.has(status)) this.tell("lost"); });
    this.kernel.connectionStatusChanged.connect((_, status) => { if (status === "disconnected") this.tell("lost"); });
    this.kernel.disposed.connect(() => this.tell("lost"));
    return this.enter();
  }

  /* Registers the target in the kernel and opens the comm. */
  async enter() {
    const done = await this.kernel.requestExecute({ code: SERVE, silent: true, store_history: false }).done;
    if (done.content.status !== "ok") throw new Error(done.content.evalue ?? "");
    return new Promise((resolve, reject) => {
      const comm = this.kernel.createComm(TARGET);
      comm.onMsg = (message) => {
        const { data } = message.content;
        if (data.front) resolve(data.front);
        else for (const act of this.acts) act(data);
      };
      comm.onClose = () => { if (this.comm === comm) this.tell("lost"); };
      comm.open({});
      this.comm = comm;
      setTimeout(() => reject(new Error("no answer")), PATIENCE);
    });
  }

  async reconnect() {
    this.tell("opening");
    try {
      await this.again();
    } catch {
      try { // the server may have forgotten the kernel: a new one
        await this.connect();
      } catch {
        this.tell("lost");
        return;
      }
    }
    this.tell("open");
  }

  async again() {
    if (this.kernel.isDisposed) return this.connect();
    if (this.kernel.status === "dead") await this.kernel.restart();
    else await this.kernel.reconnect();
    return this.enter();
  }
}
