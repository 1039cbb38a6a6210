/* The form of a page: remembers the chosen languages, warns before unsaved changes are lost. */
(() => {
  const form = document.querySelector("#content-main > form");
  const choices = [...(form?.querySelectorAll("[name=_languages]") ?? [])];

  function choose(value) {
    for (const choice of choices) choice.checked = choice.value === value;
  }

  if (choices.length) {
    choose(localStorage.getItem("languages") ?? "both");
    for (const choice of choices) {
      choice.addEventListener("change", () => localStorage.setItem("languages", choice.value));
    }
    // A field with an error is never left hidden.
    if (form.querySelector(".errorlist")) choose("both");
  }

  const sections = form?.querySelector(".sections");
  if (sections) sections.open = matchMedia("(min-width: 768px)").matches;

  if (form && !document.body.classList.contains("popup")) {
    let isChanged = form.querySelector(".errorlist") !== null;
    let isLeaving = false;
    const note = (event) => {
      isChanged ||= Boolean(event.target.name) && event.target.name !== "_languages";
    };
    form.addEventListener("input", note);
    form.addEventListener("change", note);
    form.addEventListener("submit", (event) => (isLeaving ||= !event.submitter?.formTarget));
    form.addEventListener("draft:kept", () => (isChanged = false));
    addEventListener("beforeunload", (event) => {
      if (isChanged && !isLeaving) event.preventDefault();
    });
  }
})();
