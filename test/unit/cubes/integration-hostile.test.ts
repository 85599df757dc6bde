import { type AnyCube, createRunner, type Json, type Values } from "cubular"
import geocode from "cubular/cubes/integration/geocode"
import kasi from "cubular/cubes/integration/kasi"
import llm from "cubular/cubes/integration/llm"
import { createHost } from "cubular/host/memory"
import fc from "fast-check"
import { describe, expect, test } from "vitest"

/** What a cube is asked, and a reply it understands. */
interface Subject {
  readonly cube: AnyCube
  readonly config: Json
  readonly inputs: Values
  readonly reply: Json
}

const item = {
  ...{ solYear: 1990, solMonth: "05", solDay: "01", lunYear: 1990, lunMonth: "04", lunDay: "07", lunLeapmonth: "평" },
  ...{ lunNday: 29, lunSecha: "경오(庚午)", lunWolgeon: "신사(辛巳)", lunIljin: "병인(丙寅)", solJd: 2448013 },
}
const term = { dateName: "입춘", kst: "0502", locdate: 20260204, sunLongitude: 315 }
const replyOf = (item: Json): Json => ({ response: { header: { resultCode: "00" }, body: { items: { item } } } })

const subjects: readonly (readonly [string, Subject])[] = [
  [
    "a day",
    { cube: kasi, config: { key: { secret: "KEY" } }, inputs: { date: { date: "1990-05-01" } }, reply: replyOf(item) },
  ],
  ["terms", { cube: kasi, config: { key: { secret: "KEY" } }, inputs: { year: 2026 }, reply: replyOf([term, term]) }],
  [
    "a place",
    {
      cube: geocode,
      config: { online: true },
      inputs: { name: "삼랑진" },
      reply: {
        results: [
          {
            name: "삼랑진",
            latitude: 35.4,
            longitude: 128.8,
            timezone: "Asia/Seoul",
            country_code: "KR",
            admin1: "경남",
            population: 7000,
          },
        ],
      },
    },
  ],
  [
    "an answer",
    {
      cube: llm,
      config: { model: "m" },
      inputs: { prompt: "?" },
      reply: {
        model: "m",
        choices: [{ message: { content: "!" }, finish_reason: "stop" }],
        usage: { prompt_tokens: 1, completion_tokens: 1 },
      },
    },
  ],
]

/** What a cube may come to when a service answers nonsense. */
const CODES = [
  ...["reply_malformed", "reply_type_refused", "service_key_refused", "service_busy", "service_failed"],
  ...["service_request_refused", "date_not_covered", "place_unknown", "place_ambiguous"],
]

async function comesTo({ cube, config, inputs }: Subject, body: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const origins = Object.values(cube.services).map(({ origin }) => origin.replace("service.invalid", "llm.example"))
  const runner = await createRunner(
    {
      format: 1,
      id: "asked",
      version: "1.0.0",
      ...(cube === llm ? { services: { llm: { origin: "https://llm.example" } } } : {}),
      cubes: {
        cube: {
          use: cube.id,
          config,
          in: Object.fromEntries(Object.keys(inputs).map((port) => [port, { value: inputs[port] as Json }])),
        },
      },
      outputs: Object.fromEntries(Object.keys(cube.outputs).map((port) => [port, `cube.${port}`])),
    },
    [cube],
    createHost({
      http: () => new Response(body, { headers: { "content-type": "application/json" } }),
      secrets: { KEY: { value: "k", cubes: [cube.id], origins } },
    }),
    { check: "wires" },
  )
  const settled = await runner.run({}, { fingerprint: true }).settled
  await runner.stop()
  const { day } = settled.outputs as { readonly day?: { readonly solar: string } }
  // Whatever else was changed, it is the day that was asked for.
  if (day && day.solar !== "1990-05-01") return "another day"
  return settled.steps.cube?.outcome === "ok" ? "ok" : (settled.steps.cube?.error?.code ?? "nothing")
}

/** Every place of a JSON value, from the root. */
function places(value: Json, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, part]) => places(part as Json, [...at, key]))]
}

function replaced(value: Json, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by
  const parts = value as { readonly [key: string]: Json }
  const changed = Object.entries(parts).map(([name, part]) => [name, name === key ? replaced(part, rest, by) : part])
  return Array.isArray(value) ? changed.map(([, part]) => part) : Object.fromEntries(changed)
}

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    "",
    " ",
    "0x10",
    "1e400",
    -1,
    1.5,
    1e308,
    "\ud800",
    "평 ",
    "윤",
    null,
    [],
    {},
    [[]],
    "a".repeat(300),
  ),
  fc.constant(Object.fromEntries([["__proto__", { polluted: true }]])),
)

describe.each(subjects)("a reply that should hold %s", (_, subject) => {
  test("is understood as it is", async () => {
    expect(await comesTo(subject, JSON.stringify(subject.reply))).toBe("ok")
  })

  test("with anything in any place is used or refused with a code", async () => {
    const anywhere = fc.constantFrom(...places(subject.reply))
    await fc.assert(
      fc.asyncProperty(anywhere, odd, async (at, by) => {
        const came = await comesTo(subject, JSON.stringify(replaced(subject.reply, at, by)))
        expect(["ok", ...CODES]).toContain(came)
      }),
      { numRuns: 400 },
    )
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  test("cut off, spliced or no text at all is refused with a code", async () => {
    const text = JSON.stringify(subject.reply)
    const cut = fc.integer({ min: 0, max: text.length - 1 }).map((end) => text.slice(0, end))
    const spliced = fc
      .tuple(fc.integer({ min: 0, max: text.length }), fc.string())
      .map(([at, by]) => text.slice(0, at) + by + text.slice(at))
    const bytes = fc.uint8Array({ maxLength: 200 }).map((each) => new Uint8Array(each))
    const xml = fc.constantFrom(
      "<",
      "<OpenAPI_ServiceResponse>",
      "<returnReasonCode>30</returnReasonCode>",
      "<returnReasonCode>9999</returnReasonCode>",
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, spliced, bytes, xml), async (body) => {
        expect(["ok", ...CODES]).toContain(await comesTo(subject, body))
      }),
      { numRuns: 300 },
    )
  })
})
