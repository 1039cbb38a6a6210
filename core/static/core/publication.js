/* “Check now”: checks the form as it is typed and shows the result in its panel; nothing is saved. */
(() => {
  const form = document.querySelector("#content-main > form");
  if (!form) return;
  const panel = () => document.getElementById("publication-check");

  async function check() {
    const old = panel();
    const body = new FormData(form);
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    old.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(old.dataset.address, { method: "POST", body });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      old.replaceWith(document.adoptNode(page.getElementById("publication-check")));
      panel().querySelector("[name=_check]").focus();
    } catch {
      old.removeAttribute("aria-busy");
      old.querySelector(".publication-body").textContent = old.dataset.failed;
    }
  }

  form.addEventListener("click", (event) => {
    if (!event.target.closest("#publication-check [name=_check]")) return;
    event.preventDefault();
    check();
  });
})();
