import { type ChildProcess, spawn } from "node:child_process"
import { existsSync } from "node:fs"
import type { Readable } from "node:stream"
import { CubeError } from "cubular"
import type { ExecuteReply, ExecuteRequest } from "cubular/gateway"
import { runtime_failed, runtime_missing, step_stuck } from "cubular/messages/en"
import type { Session } from "../session.ts"
import { distPath } from "./dist.ts"
import { endWithUs } from "./end-with-us.ts"

/**
 * The Worker the package ships, in a workerd of its own on a free loopback port. Its `Runner` entrypoint takes any
 * document; deployed Workers do not expose it.
 */
export async function openWorkerd(guardMs: number | undefined): Promise<Session> {
  const config = distPath("worker/config.capnp")
  if (!existsSync(config)) throw missing("npm run build")
  let running = await start(config)
  return {
    async run(request) {
      const reply = await post(running, request, guardMs)
      if (reply === "stuck") {
        await stop(running.process)
        running = await start(config)
        const error = new CubeError({ ...step_stuck, params: { waitedMs: guardMs ?? 0 } })
        return { ok: false, error: error.toJSON() }
      }
      return reply
    },
    close: () => stop(running.process),
  }
}

const missing = (install: string): CubeError =>
  new CubeError({ ...runtime_missing, params: { runtime: "workerd", install } })

interface Running {
  readonly process: ChildProcess
  readonly port: number
}

async function start(config: string): Promise<Running> {
  const child = spawn(await binary(), ["serve", "--control-fd=3", config], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  })
  endWithUs(child)
  let said = ""
  child.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk).slice(-4000)
  })
  const port = await listening(child)
  if (port === undefined) {
    await stop(child)
    throw new CubeError({ ...runtime_failed, params: { runtime: "workerd" }, cause: new Error(said) })
  }
  return { process: child, port }
}

/** Path of the real binary: the one in node_modules/.bin is a Node program that would survive being stopped. */
async function binary(): Promise<string> {
  try {
    // A name the compiler does not look for: workerd is there when wrangler is.
    const name: string = "workerd"
    const { default: found } = (await import(name)) as { default: string | { default: string } }
    // CommonJS inside: the default export is one level down.
    return typeof found === "string" ? found : found.default
  } catch {
    throw missing("npm install --save-dev wrangler")
  }
}

/** The port workerd reports on its control channel; undefined when it ends before. */
function listening(child: ChildProcess): Promise<number | undefined> {
  return new Promise((resolve) => {
    let text = ""
    ;(child.stdio[3] as Readable).on("data", (chunk: Buffer) => {
      text += chunk
      for (const line of text.split("\n")) {
        const port = /"event":\s*"listen".*"port":\s*(\d+)/.exec(line)?.[1]
        if (port !== undefined) resolve(Number(port))
      }
    })
    child.once("error", () => resolve(undefined))
    child.once("exit", () => resolve(undefined))
  })
}

async function post(
  { port }: Running,
  request: ExecuteRequest,
  guardMs: number | undefined,
): Promise<ExecuteReply | "stuck"> {
  const signal = guardMs === undefined ? {} : { signal: AbortSignal.timeout(guardMs) }
  try {
    const body = JSON.stringify(request)
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body, ...signal })
    return (await response.json()) as ExecuteReply
  } catch (cause) {
    if ((cause as Error).name === "TimeoutError") return "stuck"
    const error = new CubeError({ ...runtime_failed, params: { runtime: "workerd" }, cause })
    return { ok: false, error: error.toJSON() }
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once("exit", resolve))
  child.kill("SIGKILL")
  await gone
}
