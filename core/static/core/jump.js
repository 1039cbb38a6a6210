/* A link to a field (#id_…) leads to its row, also where the text editor stands in the field's place. */
(() => {
  function jump() {
    const name = decodeURIComponent(location.hash.slice(1));
    const field = name.startsWith("id_") && document.getElementById(name);
    if (!field) return;
    const both = document.querySelector("[name=_languages][value=both]");
    if (both && !both.checked) both.click();
    field.closest("details:not([open])")?.setAttribute("open", "");
    const box = field.closest(".fieldBox, .form-row") ?? field;
    box.scrollIntoView({ block: "center" });
    (box.querySelector("[contenteditable=true]") ?? field).focus({ preventScroll: true });
  }
  addEventListener("load", () => setTimeout(jump, 300));
  document.addEventListener("click", (event) => {
    if (event.target.closest('a[href^="#id_"]')) setTimeout(jump);
  });
})();
