/* A prebuilt extension of JupyterLab, written by hand: the container that JupyterLab asks for, and one plugin.

   JupyterLab lets every extension's container begin before it loads itself. Ours takes from JupyterLab the one library
   that the workbench needs, which speaks to kernels, opens the workbench with it and holds JupyterLab back: nothing
   below the page could hear a key, and the page is there in a third of the time. Where that cannot be done (another
   build of JupyterLab), the page is loaded again with ?over: JupyterLab begins as ever and the plugin lays the workbench
   over it. It would not begin after we had it wait: it listens for the window's load, which is past by then.

   An address that names a document (/lab/tree/plan.ipynb) or says ?python opens JupyterLab as it is. */
(() => {
  "use strict";
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const LIBRARY = "@jupyterlab/services";

  const asked = new URLSearchParams(location.search);
  const wanted = () => !/\/(lab|doc)(\/workspaces\/[^/]+)?\/tree\//.test(location.pathname) && !asked.has("python");
  /** @param {string} name */
  const part = (name) => import(new URL(name, here).href);

  /** Opens the workbench over JupyterLab's service manager. @param {import("../../../front/jupyterlab").ServiceManager} services */
  async function show(services) {
    const [{ show: open }, { Wire }] = await Promise.all([part("workbench.js"), part("wire.js")]);
    await open(new Wire(services));
  }

  /** What joins with kernels, from what JupyterLab's bundle shares with its extensions.
   *  @param {import("../../../front/jupyterlab").SharedLibraries} shared by library and version */
  async function manager(shared) {
    const [offered] = Object.values(shared[LIBRARY]);
    const { ServiceManager } = (await offered.get())();
    return new ServiceManager();
  }

  /** Settled once JupyterLab may go on: never, while the workbench is open without it.
   *  @param {import("../../../front/jupyterlab").SharedLibraries} shared */
  async function init(shared) {
    if (!wanted() || asked.has("over")) return;
    try {
      await show(await manager(shared));
    } catch (error) {
      console.warn(error);
      asked.set("over", "");
      location.search = asked.toString();
    }
    await new Promise(() => {});
  }

  const plugin = {
    id: "lawtrack:page",
    autoStart: true,
    /** @param {{serviceManager: import("../../../front/jupyterlab").ServiceManager}} app */
    activate(app) {
      if (wanted()) show(app.serviceManager).catch(async (error) => (await part("workbench.js")).sorry(error));
    },
  };

  const containers = window._JUPYTERLAB ??= {};
  containers.lawtrack = { init, get: async () => () => ({ __esModule: true, default: plugin }) };
})();
