// Runs before the first paint: the light or dark look that the visitor chose on an earlier page.
try {
  const theme = localStorage.getItem("theme")
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme
} catch { /* storage is switched off: the device's own look */ }
