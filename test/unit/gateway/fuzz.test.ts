import { expect, it } from "vitest"
import { serve } from "./served.ts"

/** Numbers in [0, below), the same for the same seed. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const options = '"options":{"record":true,"fingerprint":true}'
const valid = [
  ["shout", `{"inputs":{"text":"a\\u0062c"},${options}}`],
  ["reverse", `{"inputs":{"bytes":{"$bytes":["u8","AQID"]}},${options}}`],
] as const
const splices = [
  "",
  "{",
  "}",
  "[",
  "]",
  '"',
  "\\",
  ",",
  ":",
  "null",
  "1e999",
  "-0",
  '"__proto__":',
  '"$bytes"',
  "\u0000",
  "\ud800",
  "￿",
  "𝒳",
]

function mutate(whole: string, random: (below: number) => number): string {
  let body = whole
  for (let i = 0; i <= random(3); i++) {
    const at = random(body.length)
    body = body.slice(0, at) + (splices[random(splices.length)] ?? "") + body.slice(at + random(6))
  }
  return body
}

it("3,000 bodies near a valid one: an answer or a coded refusal, never a fault or a trace", async () => {
  const seed = 20_261_121
  const random = seeded(seed)
  const { post, host } = serve()
  const seen = new Set<number>()
  for (let i = 0; i < 3000; i++) {
    const [id, whole] = valid[random(2)] ?? valid[0]
    const body = mutate(whole, random)
    const response = await post(id, body)
    const text = await response.text()
    seen.add(response.status)
    expect([200, 400, 422], `seed ${seed}, body ${i}: ${body}`).toContain(response.status)
    if (response.status !== 200) expect(JSON.parse(text).code, body).toMatch(/^[a-z_]+$/)
    expect(text).not.toMatch(/\n\s+at |node:internal/)
  }
  expect([...seen].toSorted()).toEqual([200, 400, 422])
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(host.logs.filter(({ level }) => level === "error")).toEqual([])
})

it("500 bodies of random bytes are refused", async () => {
  const random = seeded(7)
  const { post } = serve()
  for (let i = 0; i < 500; i++) {
    const body = Uint8Array.from({ length: random(200) }, () => random(256))
    const response = await post("shout", body)
    expect([400, 422], `body ${i}`).toContain(response.status)
    await response.arrayBuffer()
  }
})

it("5,000 headers of any kind do not change what is answered", async () => {
  const random = seeded(11)
  const { get } = serve()
  const characters = "abcko-;,=*/. q0.9\t\"'<>%&"
  for (let i = 0; i < 5000; i++) {
    const value = Array.from({ length: random(60) }, () => characters[random(characters.length)])
      .join("")
      .trim()
    const response = await get("/v1/nothing", { "accept-language": value })
    expect(response.status, value).toBe(404)
    await response.arrayBuffer()
  }
})
