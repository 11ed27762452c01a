// Makes the page open without a connection, where a browser allows it, and
// reports how far that is: <html data-offline="starting|ready|http|not|file">,
// and data-newer once a newer version is here.
//
// The app asks for this while files are still arriving.
{
  const { dataset } = document.documentElement;
  const say = (state) => {
    if (state) dataset.offline = state;
    window.dispatchEvent(new Event("waymark-offline"));
  };

  const watch = (registration) => {
    const look = () => {
      if (registration.active) dataset.offline = "ready";
      if (registration.active && registration.waiting) dataset.newer = "";
      say();
    };
    const follow = (worker) => worker?.addEventListener("statechange", () => {
      // The first worker could not be prepared; the page works as it is.
      if (worker.state === "redundant" && !registration.active) say("not");
      look();
    });
    registration.addEventListener("updatefound", () => follow(registration.installing));
    follow(registration.installing);
    look();
    // Only the person reloads the page.
    window.addEventListener("waymark-use-newer", () => {
      registration.waiting?.addEventListener("statechange", (event) => {
        if (event.target.state === "activated") location.reload();
      });
      registration.waiting?.postMessage("use");
    });
  };

  const start = async () => {
    const folder = new URL("./", location.href).href;
    const known = await navigator.serviceWorker.getRegistration("./");
    // The worker of a folder above is not ours.
    if (known?.scope === folder) {
      watch(known);
      await known.update().catch(() => {});
    } else {
      watch(await navigator.serviceWorker.register("worker.js", { scope: "./", updateViaCache: "none" }));
    }
  };

  window.addEventListener("waymark-begin", () => {
    if (location.protocol === "file:") return say("file");
    if (!isSecureContext) return say("http");
    if (!navigator.serviceWorker) return say("not");
    say("starting");
    start().catch(() => say("not"));
  });
}
