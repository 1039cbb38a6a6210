// Buttons that copy a text; without JavaScript the field is selected and copied by hand.
for (const button of document.querySelectorAll("[data-copy-field]")) {
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copyField)
    field.select()
    try {
      await navigator.clipboard.writeText(field.value)
      button.setAttribute("aria-live", "polite")
      button.lastElementChild.textContent = button.dataset.done
    } catch { /* the browser forbids it: the text is selected, Ctrl-C copies it */ }
  })
}
