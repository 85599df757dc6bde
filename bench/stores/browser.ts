/** Runs `browser-page.ts` in a Chromium of its own and prints slices by case as JSON. */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { chromium } from "playwright"
import { chromiumLaunch } from "../../src/cli/hosts/chromium.mjs"
import type { Slices } from "../interleave.ts"

const source = process.execArgv.some((flag) => flag === "--conditions=cubular:source")
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("browser-page.ts", import.meta.url))],
  bundle: true,
  write: false,
  minify: true,
  format: "esm",
  target: "es2023",
  conditions: ["browser", ...(source ? ["cubular:source"] : [])],
  logLevel: "error",
})
const script = outputFiles[0]?.text ?? ""
const server = createServer((request, response) => {
  const isScript = request.url === "/page.js"
  response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" })
  response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>')
})
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
const browser = await chromium.launchPersistentContext("", chromiumLaunch())
const page = await browser.newPage()
await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
await page.waitForFunction("globalThis.measure !== undefined", undefined, { timeout: 120_000 })
const slices = (await page.evaluate(`measure(${JSON.stringify(process.argv[2] ?? "")})`)) as { [title: string]: Slices }
await browser.close()
server.close()
console.log(JSON.stringify(slices))
