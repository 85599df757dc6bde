import type { Registry } from "cubular/contract"
import { catalog } from "cubular/cubes"
import { createClient, createGateway } from "cubular/gateway"
import { createCubular, createHost } from "cubular/host/browser"
import { createRoot, type Root } from "react-dom/client"
import { afterAll, afterEach, expect } from "vitest"
import { userEvent } from "vitest/browser"
import { App } from "../../playground/App.tsx"
import { type App as AppObject, createApp, type Theme } from "../../playground/state/app.ts"
import { browserEngine, edgeEngine } from "../../playground/state/engines.ts"
import type { Engine } from "../../playground/state/sides.ts"
import "../../playground/styles/index.css"

const cubular = createCubular()
afterAll(() => cubular.stop())

/** The instant runs of the page are told in tests. */
export const now = "2026-11-21T03:00:00Z"

/** The engine in a real Web Worker. */
export const worker: Engine = browserEngine(cubular)

/** The edge: a gateway in the test's own page. */
export const gateway = (registry: Registry = catalog): Engine => {
  const app = createGateway({ registry, host: createHost() })
  return edgeEngine(createClient({ url: location.origin, fetch: async (request) => app.fetch(request) }))
}

let root: Root | undefined
function close(): void {
  root?.unmount()
  document.getElementById("page")?.remove()
}
afterEach(close)

/** Opens the page; it is closed after the test. */
export async function open(
  edge: Engine,
  browser: Engine = worker,
  language: "ko" | "en" = "ko",
  theme: Theme = "auto",
): Promise<AppObject> {
  const app = createApp({ engines: { browser, edge }, language, theme, now: () => now })
  const page = document.createElement("div")
  page.id = "page"
  document.body.append(page)
  root = createRoot(page)
  root.render(<App app={app} />)
  await expect.poll(() => document.querySelector("#date")).not.toBeNull()
  return app
}

/** Closes the page and opens another one. */
export function reopen(...args: Parameters<typeof open>): Promise<AppObject> {
  close()
  return open(...args)
}

export const one = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`nothing at ${selector}`)
  return found
}
export const text = (selector: string): string => one(selector).textContent ?? ""

/** What both sides say together, as it will be once they are done. */
export const verdict = () =>
  expect.poll(() => document.querySelector("[data-verdict]")?.getAttribute("data-verdict"), { timeout: 20_000 })

export async function send(date: string, time: string): Promise<void> {
  await userEvent.fill(one("#date"), date)
  await userEvent.fill(one("#time"), time)
  await userEvent.click(one("button.primary"))
}

/** Chooses one of a row of choices. */
export const choose = (name: string, value: string): Promise<void> =>
  userEvent.click(one(`input[name=${name}][value="${value}"]`))
