/* What joins the page with its kernel, as `loader.js` wants it, over JupyterLab's own library. */

const PATH = "lawtrack-workbench"; // the session's, by which the server has begun it ahead (notebook/opening.py)
const TARGET = "lawtrack";
const SERVE = "from lawtrack.notebook import serve; serve()";
const PATIENCE = 30_000; // milliseconds
const TRIES = 10;
const ANEW = 4; // tries after which another connection is made
const PAUSE = 1000;
const LOST = new Set(["dead", "terminating", "restarting", "autorestarting"]);

/* The session under our path, begun if need be; the kernel lives on when the page is reloaded. */
async function session(manager) {
  const sessions = manager.sessions;
  await sessions.refreshRunning();
  const model = await sessions.findByPath(PATH);
  if (model) return sessions.connectTo({ model });
  return sessions.startNew({ path: PATH, name: "lawtrack", type: "lawtrack", kernel: { name: "python3" } });
}

/* What was promised, or an error where it does not come. */
function within(promised) {
  const late = new Promise((_, reject) => { setTimeout(() => reject(new Error("no answer")), PATIENCE); });
  return Promise.race([promised, late]);
}

export class Wire {
  constructor(manager) {
    this.manager = manager;
    this.page = true;
    this.acts = new Set();
    this.watchers = new Set();
    this.comm = null;
    this.kernel = null;
    this.joining = null;
    this.lost = false;
  }

  listen(act) { this.acts.add(act); }
  watch(act) { this.watchers.add(act); }
  tell(state) { for (const act of this.watchers) act(state); }
  send(data) { this.comm.send(data); }
  interrupt() { return this.kernel.interrupt(); }

  /* Joins the page with the kernel; the front end that the kernel sends. */
  async connect() {
    const { kernel } = await session(this.manager);
    this.kernel = kernel; // what an older connection still says is nothing to us
    const lose = () => { if (this.kernel === kernel) this.lose(); };
    kernel.statusChanged.connect((_, status) => { if (LOST.has(status)) lose(); });
    kernel.connectionStatusChanged.connect((_, status) => { if (status === "disconnected") lose(); });
    kernel.disposed.connect(lose);
    return this.enter();
  }

  lose() {
    this.lost = true;
    if (!this.joining) this.tell("lost");
  }

  /* Registers the target in the kernel and opens the comm. */
  async enter() {
    const asked = this.kernel.requestExecute({ code: SERVE, silent: true, store_history: false });
    const done = await within(asked.done);
    if (done.content.status !== "ok") throw new Error(done.content.evalue ?? "");
    return within(new Promise((resolve) => {
      const comm = this.kernel.createComm(TARGET);
      comm.onMsg = (message) => {
        const { data } = message.content;
        if (data.front) resolve(data.front);
        else for (const act of this.acts) act(data);
      };
      comm.onClose = () => { if (this.comm === comm) this.lose(); };
      comm.open({});
      this.comm = comm;
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

  /* The same connection where the kernel still knows it, which a kernel begun anew by the server does; or else another. */
  async again(anew) {
    const { kernel } = this;
    if (anew || kernel.isDisposed || kernel.status === "dead") {
      this.kernel = null;
      kernel.dispose();
      await this.connect();
      return;
    }
    if (kernel.connectionStatus !== "connected") await kernel.reconnect();
    await this.enter();
  }
}
