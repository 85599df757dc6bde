import { readFile } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { extname, join, normalize } from "node:path"
import { CubeError } from "cubular"
import type { ExecuteReply, ExecuteRequest } from "cubular/gateway"
import { runtime_failed, runtime_missing, step_stuck } from "cubular/messages/en"
import type { Session } from "../session.ts"
import { chromiumLaunch } from "./chromium.mjs"
import { distPath } from "./dist.ts"

/** The few parts of Playwright used here; it is loaded only when a browser is asked for. */
interface Page {
  goto(url: string): Promise<unknown>
  evaluate<T, A>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T>
}
interface Browser {
  newPage(): Promise<Page>
  close(): Promise<void>
}
interface Playwright {
  readonly chromium: { launch(options: ReturnType<typeof chromiumLaunch>): Promise<Browser> }
}

declare global {
  /** Set by chromium-page.ts, in the page that is opened here. */
  var cubularExecute: (request: ExecuteRequest, stuckMs: number | undefined) => Promise<ExecuteReply>
}

/** The browser bundle the package ships, in a headless Chromium: kernel and cubes run in its Web Worker. */
export async function openChromium(guardMs: number | undefined): Promise<Session> {
  const server = await serve(distPath("browser"))
  const browser = await launch().catch((error) => {
    server.close()
    throw error
  })
  const close = async (): Promise<void> => {
    await browser.close()
    server.close()
  }
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    return { run: (request) => runIn(page, request, guardMs), close }
  } catch (cause) {
    await close()
    throw new CubeError({ ...runtime_failed, params: { runtime: "chromium" }, cause })
  }
}

async function launch(): Promise<Browser> {
  try {
    const name: string = "playwright"
    const { chromium } = (await import(name)) as Playwright
    return await chromium.launch(chromiumLaunch())
  } catch (cause) {
    const install = "npm install --save-dev playwright && npx playwright install chromium"
    throw new CubeError({ ...runtime_missing, params: { runtime: "chromium", install }, cause })
  }
}

async function runIn(page: Page, request: ExecuteRequest, guardMs: number | undefined): Promise<ExecuteReply> {
  try {
    const call = { request, guardMs }
    return await page.evaluate(({ request, guardMs }) => globalThis.cubularExecute(request, guardMs), call)
  } catch (cause) {
    const stuck = (cause as Error).name === "TimeoutError"
    const error = stuck
      ? new CubeError({ ...step_stuck, params: { waitedMs: guardMs ?? 0 } })
      : new CubeError({ ...runtime_failed, params: { runtime: "chromium" }, cause })
    return { ok: false, error: error.toJSON() }
  }
}

const types: { readonly [extension: string]: string } = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
}

/** Serves one folder on a free loopback port; nothing above it. */
function serve(folder: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://x").pathname).replace(/\/$/, "/index.html")
    try {
      const body = await readFile(join(folder, path))
      response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)))
}
