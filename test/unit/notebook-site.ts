import { type ChildProcess, execFile, spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "playwright"
import { chromiumLaunch } from "../../src/cli/hosts/chromium.mjs"

const root = new URL("../..", import.meta.url).pathname
const start = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: { start: string } }).scripts
  .start

/** Commands as a reader types them, with the repository's own Node and nothing asked of the network. */
const env = {
  ...process.env,
  PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}`,
  CUBULAR_BUILT: "1",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  PORT: "0",
}

/** The site of `examples/notebook` on the shipped Worker, as the commands of docs/sync.md put it up. */
export interface Site {
  readonly origin: string
  /** A line of shell, with this site's address in place of the one every reader has; what it prints. */
  shell(line: string): Promise<string>
  stop(): Promise<void>
}

/** @param commands - build, bundle, start: what is built already is not built again, and everything is kept in a folder. */
export async function openSite(commands: readonly string[]): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "cubular-notebook-"))
  const [build, bundle = "", serve = ""] = commands
  if (build !== "npm run -s build") throw new Error(`The tests are run after another build than ${build}`)
  const here = (line: string): string =>
    line.replaceAll("dist/notebook", join(folder, "site")).replaceAll(".cubular", join(folder, "data"))
  await promisify(execFile)("sh", ["-c", here(bundle)], { cwd: root, env })
  const [begin, rest] = [start.slice(start.indexOf("exec wrangler")), serve.replace(/^npm start -- /, "")]
  const server = spawn("sh", ["-c", here(`${begin} --inspector-port 0 ${rest}`)], { cwd: root, env, detached: true })
  const ended = new Promise<void>((done) => server.on("close", () => done()))
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) process.kill(-(server.pid as number), "SIGTERM")
    await ended
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const origin = await addressOf(server).catch(async (error) => {
    await stop()
    throw error
  })
  const shell = async (line: string): Promise<string> => {
    const addressed = line.replaceAll("http://localhost:8787", origin)
    return (await promisify(execFile)("sh", ["-c", addressed], { cwd: root, env, timeout: 60_000 })).stdout
  }
  return { origin, shell, stop }
}

/** Wrangler says where it listens. */
function addressOf(server: ChildProcess): Promise<string> {
  let text = ""
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      stream?.setEncoding("utf8").on("data", (part: string) => {
        text += part
        const found = /Ready on (http:\S+)/.exec(text)
        if (found?.[1]) resolve(found[1])
      })
    server.on("close", (code) => reject(new Error(`The Worker ended with ${code}: ${text.slice(-2000)}`)))
  })
}

export const openBrowser = (): Promise<Browser> => chromium.launch(chromiumLaunch())

/** One visitor: a browser with stores of its own, and the console of the page. */
export class Visitor {
  readonly #context: BrowserContext
  readonly #page: Page
  readonly #console: CDPSession

  private constructor(context: BrowserContext, page: Page, session: CDPSession) {
    this.#context = context
    this.#page = page
    this.#console = session
  }

  static async open(browser: Browser, { origin }: Site): Promise<Visitor> {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(origin)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    return new Visitor(context, page, await context.newCDPSession(page))
  }

  async offline(): Promise<void> {
    await this.#context.setOffline(true)
  }

  async online(): Promise<void> {
    await this.#context.setOffline(false)
  }

  async reload(): Promise<void> {
    await this.#page.reload()
  }

  /** Addresses of the page's Web Workers. */
  workers(): string[] {
    return this.#page.workers().map((worker) => worker.url())
  }

  /** A statement in the page's console: what it gives, or `{ code }` of what it throws. */
  async enter(expression: string): Promise<unknown> {
    const asked = { expression, replMode: true, awaitPromise: true }
    const { result, exceptionDetails } = await this.#console.send("Runtime.evaluate", asked)
    if (!exceptionDetails) return result.objectId ? this.#valueOf(result.objectId) : result.value
    const { objectId } = exceptionDetails.exception ?? {}
    const thrown = objectId ? ((await this.#valueOf(objectId)) as { code?: string }) : undefined
    if (thrown?.code === undefined) throw new Error(`${expression}: ${exceptionDetails.exception?.description}`)
    return { code: thrown.code }
  }

  close(): Promise<void> {
    return this.#context.close()
  }

  async #valueOf(objectId: string): Promise<unknown> {
    const functionDeclaration = "function () { return this }"
    const asked = { objectId, functionDeclaration, returnByValue: true }
    return (await this.#console.send("Runtime.callFunctionOn", asked)).result.value
  }
}
