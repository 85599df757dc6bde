// Makes `npm start` and `npm test` work on a fresh clone: plain JavaScript, any Node from 18 on, nothing but node: imports.
import { execSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"

/** @param {string} command */
const sh = (command) => execSync(command, { stdio: "inherit" })
const stamp = "node_modules/.cubular-setup"
const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex")

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  sh("npm ci --loglevel=error")
  writeFileSync(stamp, lock)
}

const [major = 0, minor = 0] = execSync("node -p process.versions.node", { encoding: "utf8" }).split(".").map(Number)
if (major < 22 || (major === 22 && minor < 18))
  throw new Error(`Node ${major}.${minor} is too old and this platform has no pinned one: install Node 24 or later`)

if (process.argv.includes("--chromium") && (await import("../src/cli/hosts/chromium.mjs")).chromiumPath() === undefined)
  sh(
    process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")
      ? "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium"
      : "npx playwright install --only-shell chromium",
  )
