// Where a Chromium is and how to start it, for tests and for `cubular run --host chromium`.
import { existsSync } from "node:fs"

const places = [
  process.env.CUBULAR_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
]

/** @returns {string | undefined} the first installed browser; undefined leaves the choice to Playwright's own download */
export function chromiumPath() {
  return places.find((place) => place !== undefined && place !== "" && existsSync(place))
}

/** @returns {{ executablePath?: string, args: string[] }} launch options that open no connection of the browser's own */
export function chromiumLaunch() {
  const executablePath = chromiumPath()
  const args = [
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ]
  return executablePath === undefined ? { args } : { executablePath, args }
}
