/* Several pictures at once: each is sent by itself, with its own progress and its own message. */
(() => {
  const form = document.querySelector("form.upload");
  const input = form.querySelector("[type=file]");
  const list = form.querySelector(".sent");
  const summary = form.querySelector(".sent-summary");
  const onwards = form.querySelector(".sent-on");
  const drop = form.querySelector(".drop");
  const words = form.dataset;
  const stored = [], queue = [];
  let isBusy = false;

  function line(file) {
    const item = document.createElement("li");
    const name = document.createElement("b");
    const state = document.createElement("span");
    const bar = document.createElement("progress");
    name.textContent = file.name;
    state.textContent = words.waits;
    bar.max = file.size || 1;
    bar.value = 0;
    bar.ariaLabel = file.name;
    item.append(name, state, bar);
    list.append(item);
    list.hidden = false;
    return {
      progress: (value) => { bar.value = value; state.textContent = words.sends; },
      end: (text, isGood) => {
        bar.remove();
        state.textContent = text;
        item.className = isGood ? "good" : "bad";
      },
    };
  }

  function answer(request) {
    if (request.responseURL.includes("/login/")) return { error: words.out };
    try {
      return JSON.parse(request.responseText).files[0];
    } catch {
      return { error: words.broken };
    }
  }

  function send(file, shown) {
    return new Promise((done) => {
      const data = new FormData(form);
      data.delete("files");
      data.append("files", file);
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.upload.addEventListener("progress", (event) => shown.progress(event.loaded));
      request.addEventListener("load", () => done(answer(request)));
      request.addEventListener("error", () => done({ error: words.broken }));
      request.send(data);
    });
  }

  async function work() {
    if (isBusy) return;
    isBusy = true;
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [file, shown] = next;
      const result = file.size > Number(words.maxBytes) ? { error: words.large } : await send(file, shown);
      if (result.id) stored.push(result.id);
      shown.end(result.error || words.stored, Boolean(result.id));
    }
    isBusy = false;
    finish();
  }

  function finish() {
    const all = list.children.length;
    summary.textContent = `${words.stored}: ${stored.length} / ${all}`;
    onwards.hidden = !stored.length;
    onwards.href = `${words.describe}?${new URLSearchParams(stored.map((key) => ["pk", key]))}`;
    if (stored.length) onwards.focus();
  }

  function take(files) {
    for (const file of files) queue.push([file, line(file)]);
    work();
  }

  input.addEventListener("change", () => {
    take([...input.files]);
    input.value = "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[type=submit]").hidden = true;
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  for (const kind of ["dragleave", "drop"]) {
    form.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.remove("over"); });
  }
  form.addEventListener("drop", (event) => take([...event.dataTransfer.files]));
  addEventListener("beforeunload", (event) => { if (isBusy) event.preventDefault(); });
})();
