import { type AnyCube, bytes, defineCube } from "cubular"
import * as z from "zod"

/** Takes something of everything a host has to give, some of it at once. */
const taker = defineCube({
  id: "test/taker",
  version: "1.0.0",
  color: "network",
  effect: "read",
  title: { en: "Taker", ko: "얻음" },
  needs: ["clock", "random", "ids", "http"],
  services: { api: { origin: "https://api.example" } },
  inputs: { path: z.string() },
  outputs: {
    status: z.int(),
    body: bytes(),
    headers: z.array(z.string()),
    drawn: z.array(z.number()),
    id: z.string(),
    times: z.array(z.number()),
    winner: z.string(),
    failure: z.string(),
  },
  create: () => ({
    async process({ path }, step) {
      const slow = step.clock.sleep(500).then(() => "slow")
      const quick = step.clock.sleep(step.random.below(400)).then(() => "quick")
      const [reply, winner] = await Promise.all([step.http.fetch("api", path), Promise.race([slow, quick])])
      const failure = await step.http.fetch("api", "/gone").then(
        () => "none",
        (error: { code?: string }) => error.code ?? "no code",
      )
      const before = step.clock.now()
      await slow
      return {
        status: reply.status,
        body: new Uint8Array(await reply.arrayBuffer()),
        headers: [reply.headers.get("content-type") ?? "", reply.headers.get("x-odd") ?? ""],
        drawn: [step.random.next(), step.random.below(1000)],
        id: step.ids.next(),
        times: [before, step.clock.now(), step.clock.monotonic()],
        winner,
        failure,
      }
    },
  }),
})

const join = defineCube({
  id: "test/join",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Join", ko: "모음" },
  dependencies: { "test/taker": "^1" },
  inputs: { path: z.string() },
  outputs: { statuses: z.array(z.json()) },
  create: () => ({
    async process({ path }, step) {
      const both = await Promise.all([path, "/again"].map((each) => step.call("test/taker", { path: each })))
      return { statuses: both.map(({ status, drawn, id, winner }) => [status, drawn, id, winner]) as never }
    },
  }),
})

export const takingCubes: readonly AnyCube[] = [taker, join]

export const taking = {
  format: 1,
  id: "taking",
  version: "1.0.0",
  cubes: {
    one: { use: "test/taker", in: { path: "@path" } },
    two: { use: "test/join", in: { path: "@path" }, after: ["one"] },
    late: { use: "test/taker", in: { path: { value: "/late" } }, when: "@more" },
  },
  outputs: { one: "one.body", seen: "one.headers", times: "one.times", two: "two.statuses", late: "late.status" },
} as const

/** What the network answers, where there is one. */
export function answer(request: Request): Response {
  const { pathname } = new URL(request.url)
  if (pathname === "/gone") throw new TypeError("nobody there")
  const headers = { "content-type": "application/octet-stream", "x-odd": "a, b" }
  return new Response(Uint8Array.of(0, 255, 228, pathname.length), {
    status: pathname === "/late" ? 503 : 200,
    headers,
  })
}
