/* Says so on the page when a passkey could not be used, which django-allauth only logs. */
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const error = document.querySelector("[data-key-error]");
  if (error) error.hidden = false;
});
for (const button of document.querySelectorAll("[data-key-button]")) {
  button.addEventListener("click", () => {
    const error = document.querySelector("[data-key-error]");
    if (error) error.hidden = true;
  });
}
