/* The form of a row: keeps a draft while one types, tells who else has the form open. */
(() => {
  const place = document.getElementById("presence");
  const form = place?.closest("form");
  if (!form) return;
  const { address, row, version, others, newer, kept, unkept } = place.dataset;
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const BEAT = 20_000;
  const REST = 5_000;
  let told = "";
  let saved = "";
  let timer = 0;
  let isLeaving = false;

  const show = () => (place.textContent = [told, saved].filter(Boolean).join(" · "));

  async function beat() {
    if (document.hidden || isLeaving) return;
    try {
      const body = new URLSearchParams({ object_id: row });
      const answer = await fetch(address, { method: "POST", body, headers: { "X-CSRFToken": token } });
      const found = await answer.json();
      const names = found.others.length ? `${others} ${found.others.join(", ")}` : "";
      told = found.version > Number(version) ? newer : names;
      place.classList.toggle("presence-warning", found.version > Number(version));
      show();
    } catch {
      /* Without a connection the next beat tries again. */
    }
  }

  async function keep() {
    clearTimeout(timer);
    timer = 0;
    if (isLeaving) return;
    const body = new FormData(form);
    body.append("_draft", "1");
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    try {
      const answer = await fetch(location.pathname, { method: "POST", body, headers: { "X-Autosave": "1" }, keepalive: document.hidden });
      if (!answer.ok) throw new Error(answer.statusText);
      const draft = await answer.json();
      form.elements.kept_draft.value = draft.draft;
      saved = `${kept} ${draft.saved}`;
      form.dispatchEvent(new CustomEvent("draft:kept"));
    } catch {
      saved = unkept;
      timer ||= setTimeout(keep, BEAT);
    }
    show();
  }

  function soon(event) {
    if (event.target.name === "_languages" || event.target.type === "file") return;
    timer ||= setTimeout(keep, REST);
  }

  document.addEventListener("visibilitychange", () => document.hidden && timer && keep());
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget) return;
    isLeaving = true;
    clearTimeout(timer);
  });
  if (row) {
    beat();
    setInterval(beat, BEAT);
  }
})();
