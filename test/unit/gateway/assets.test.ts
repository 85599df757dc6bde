import { readFileSync } from "node:fs"
import { isGatewayPath, securityHeaders } from "cubular/gateway"
import { expect, it } from "vitest"

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8")

it("assets are served with the headers the gateway has", () => {
  const [first = ""] = read("playground/public/_headers").split(/^\/assets/m)
  const given = Object.fromEntries(
    [...first.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name = "", value]) => [name.toLowerCase(), value]),
  )
  expect(given).toEqual(securityHeaders)
})

it("the Worker is asked first for exactly the paths the gateway answers", () => {
  const list = /run_worker_first = \[(.*)\]/.exec(read("wrangler.toml"))?.[1] ?? ""
  const patterns = [...list.matchAll(/"([^"]+)"/g)].map(([, pattern = ""]) => pattern)
  for (const pattern of patterns) expect(isGatewayPath(pattern.replace("*", "anything"))).toBe(true)
  const first = (path: string) => patterns.some((pattern) => new RegExp(`^${pattern.replace("*", ".*")}$`).test(path))
  for (const path of ["/v1", "/v1/compositions/saju-chart/run", "/healthz", "/readyz", "/metrics"])
    expect(first(path)).toBe(true)
  for (const path of ["/", "/v1x", "/assets/main.js", "/healthz/x"])
    expect([first(path), isGatewayPath(path)]).toEqual([false, false])
})
