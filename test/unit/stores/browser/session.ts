import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { type Browser, chromium, type Page } from "playwright"
import { chromiumLaunch } from "../../../../src/cli/hosts/chromium.mjs"

const here = (path: string): string => fileURLToPath(new URL(`../../../browser/${path}`, import.meta.url))

/** A site with the page and the worker of the crash tests. */
export interface Site {
  readonly origin: string
  close(): void
}

export async function openSite(): Promise<Site> {
  const { outputFiles } = await build({
    entryPoints: { page: here("pages/stores-crash.ts"), writer: here("workers/stores-writer.ts") },
    outdir: "/",
    bundle: true,
    write: false,
    format: "esm",
    target: "es2023",
    conditions: ["cubular:source", "browser"],
    logLevel: "warning",
  })
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]))
  const server: Server = createServer((request, response) => {
    const script = files.get(request.url ?? "")
    const type = script === undefined ? "text/html" : "text/javascript"
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` })
    response.end(script ?? '<!doctype html><script type="module" src="/page.js"></script>')
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

/** A folder for what a browser keeps, gone with `dispose`. */
export function createProfile(): { readonly folder: string; dispose(): void } {
  const folder = mkdtempSync(join(tmpdir(), "cubular-chromium-"))
  return { folder, dispose: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** A Chromium of its own, started from a profile and driven from outside. */
export interface Session {
  readonly browser: Browser
  /** A page of the site, ready to be asked. */
  open(tell?: (line: string) => void): Promise<Page>
  /** The browser with all its processes, at once. */
  kill(): Promise<void>
  close(): Promise<void>
}

export async function openSession({ origin }: Site, profile: string): Promise<Session> {
  const { executablePath = chromium.executablePath(), args } = chromiumLaunch()
  const own = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"]
  const child = spawn(executablePath, [...args, ...own], { detached: true, stdio: ["ignore", "ignore", "pipe"] })
  const browser = await chromium.connectOverCDP(await addressOf(child))
  const ended = new Promise<void>((done) => child.on("exit", () => done()))
  return {
    browser,
    async open(tell) {
      const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage()
      return prepare(page, origin, tell)
    },
    async kill() {
      process.kill(-(child.pid as number), "SIGKILL")
      await ended
    },
    async close() {
      await browser.close().catch(() => undefined)
      if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid as number), "SIGKILL")
      await ended
    },
  }
}

/** Loads the page of the site. */
export async function prepare(page: Page, origin: string, tell?: (line: string) => void): Promise<Page> {
  if (tell) await page.exposeFunction("tell", tell)
  await page.goto(origin)
  await page.waitForFunction("globalThis.crash !== undefined")
  return page
}

/** Chromium says on stderr where it can be driven. */
function addressOf(child: ChildProcess): Promise<string> {
  let text = ""
  return new Promise((resolve, reject) => {
    child.stderr?.setEncoding("utf8").on("data", (part: string) => {
      text += part
      const found = /DevTools listening on (ws:\S+)/.exec(text)
      if (found?.[1]) resolve(found[1])
    })
    child.on("exit", (code) => reject(new Error(`Chromium ended with ${code}: ${text.slice(-2000)}`)))
  })
}
