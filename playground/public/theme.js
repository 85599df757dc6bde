// Runs before the page is drawn, so that a chosen theme does not flash. Keys: playground/state/choices.ts.
try {
  const theme = localStorage.getItem("cubular.theme")
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme
} catch {}
