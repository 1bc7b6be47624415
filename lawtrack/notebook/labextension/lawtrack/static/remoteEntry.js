/* A prebuilt extension of JupyterLab, written by hand: the container that JupyterLab asks for, and one plugin that lays
   the workbench over the full window and joins it with a kernel of its own.

   The page keeps every key and every click from JupyterLab, which goes on below for whoever writes Python: an address
   that names a document (/lab/tree/plan.ipynb) opens JupyterLab as it is. */
(() => {
  "use strict";
  const here = document.currentScript?.src ?? "";
  const PATH = "lawtrack-workbench";
  const TARGET = "lawtrack";
  const SERVE = "from lawtrack.notebook import serve; serve()";
  const KEPT_IN = ["keydown", "keyup", "keypress", "contextmenu", "dragover", "drop", "paste", "cut", "copy"];

  const wanted = () => !/\/(tree|doc)\//.test(location.pathname) && !new URLSearchParams(location.search).has("python");

  function overlay() {
    const host = document.createElement("div");
    host.id = "lawtrack-page";
    host.dataset.lmSuppressShortcuts = "true";
    host.style.cssText = "position:fixed;inset:0;z-index:100000;background:Canvas;overflow:hidden";
    document.body.append(host);
    document.body.dataset.lmSuppressShortcuts = "true"; // a click into blank space leaves the focus on the body
    // before JupyterLab, whose listeners stand at the document: what happens on this page is this page's
    for (const type of KEPT_IN) {
      window.addEventListener(type, (event) => {
        if (host.contains(event.target) || event.target === document.body) {
          if (type !== "contextmenu" && host.contains(event.target)) return; // ours, and stopped at the host
          event.stopImmediatePropagation();
          if (type === "keydown" && event.target === document.body) pass(host, event);
        }
      }, true);
      host.addEventListener(type, (event) => event.stopPropagation());
    }
    for (const child of document.body.children) if (child !== host && child.id !== "jupyter-config-data") child.inert = true;
    new MutationObserver((changes) => {
      for (const change of changes) for (const node of change.addedNodes) if (node !== host && node instanceof HTMLElement) node.inert = true;
    }).observe(document.body, { childList: true });
    return host;
  }

  /* A key that nobody has the focus for is the view's, so that Esc and the like work after a click into blank space. */
  function pass(host, { key, ctrlKey, metaKey, altKey, shiftKey }) {
    const views = host.querySelectorAll(".view");
    views[views.length - 1]?.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, metaKey, altKey, shiftKey, bubbles: true }));
  }

  /* The session under our path, begun if need be; the kernel lives on when the page is reloaded. */
  async function session(manager) {
    await manager.ready;
    await manager.sessions.ready;
    await manager.sessions.refreshRunning();
    const model = await manager.sessions.findByPath(PATH);
    if (model) return manager.sessions.connectTo({ model });
    return manager.sessions.startNew({ path: PATH, name: "lawtrack", type: "lawtrack", kernel: { name: "python3" } });
  }

  class Wire {
    constructor(manager) {
      this.manager = manager;
      this.page = true;
      this.acts = new Set();
      this.watchers = new Set();
      this.comm = null;
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
      this.kernel.statusChanged.connect((_, status) => this.onStatus(status));
      this.kernel.connectionStatusChanged.connect((_, status) => { if (status === "disconnected") this.tell("lost"); });
      this.kernel.disposed.connect(() => this.tell("lost"));
      return this.enter();
    }

    onStatus(status) {
      if (status === "dead" || status === "terminating") this.tell("lost");
      if (status !== "autorestarting" && status !== "restarting") return;
      this.tell("lost");
      this.broken = true;
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
        setTimeout(() => reject(new Error("no answer")), 30_000);
      });
    }

    async reconnect() {
      this.tell("opening");
      try {
        if (this.kernel.isDisposed) await this.connect();
        else {
          if (this.kernel.status === "dead") await this.kernel.restart();
          else await this.kernel.reconnect();
          await this.enter();
        }
        this.tell("open");
      } catch {
        try { // the server may have forgotten the kernel: a new one
          await this.connect();
          this.tell("open");
        } catch {
          this.tell("lost");
        }
      }
    }
  }

  async function show(app) {
    const host = overlay();
    const wire = new Wire(app.serviceManager);
    window.lawtrackWire = wire;
    const { open } = await import(new URL("loader.js", here).href);
    const front = await wire.connect();
    await open(front, host, wire, document.documentElement.lang.startsWith("en") ? "" : "");
  }

  function sorry(error) {
    const host = document.getElementById("lawtrack-page") ?? document.body;
    const words = document.createElement("p");
    words.style.cssText = "padding:48px;font:16px/1.6 system-ui";
    words.setAttribute("role", "alert");
    words.textContent = `工作台没有打开。请重新载入本页；仍不行时，重新启动 lawtrack lab。 The workbench did not open: reload this page. (${error.message})`;
    host.append(words);
  }

  const plugin = {
    id: "lawtrack:page",
    autoStart: true,
    activate(app) {
      if (wanted()) show(app).catch(sorry);
    },
  };

  window._JUPYTERLAB = window._JUPYTERLAB ?? {};
  window._JUPYTERLAB.lawtrack = { init: () => {}, get: async () => () => ({ __esModule: true, default: plugin }) };
})();
