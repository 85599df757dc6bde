import { defineScenarios, outages } from "cubular/contract/scenario"
import sync from "cubular/cubes/data/sync"
import { HttpResponse, http } from "msw"

const path = "/v1/compositions/notes/run"
const hub = "0123456789abcdef0123456789abcdef"
const stamp = `000000000000000-00000007-${hub}`
const head = { format: 1, replica: hub, table: "notes", version: 1, rule: "latest" }
const note = { key: "z", heads: [{ stamp, record: { id: "z" } }], seen: { [hub]: stamp } }
const reply = (exchange: object): Response => HttpResponse.json({ outputs: { exchange } })

export default defineScenarios(
  sync,
  "replica",
  {
    config: {
      table: { name: "notes", version: 1, key: "id", properties: { id: { type: "string" } } },
      composition: "notes",
      bearer: { secret: "HUB_KEY" },
    },
    inputs: {},
    secrets: ["HUB_KEY"],
  },
  {
    ok: {
      title: { en: "two pages of one change each", ko: "변경이 하나씩 두 쪽" },
      handlers: (origin) => [
        http.post(`${origin}${path}`, async ({ request }) => {
          if (request.headers.get("authorization") !== "Bearer HUB_KEY") return new Response(null, { status: 401 })
          const { inputs } = (await request.json()) as { readonly inputs: { readonly exchange: { after: number } } }
          const { after } = inputs.exchange
          const changes =
            after < 2 ? [{ ...note, key: `z${after}`, heads: [{ stamp, record: { id: `z${after}` } }] }] : []
          return reply({ ...head, changes, cursor: Math.min(after + 1, 2), end: 2 })
        }),
      ],
      outputs: { pushed: 0, pulled: 2, merged: 0 },
    },
    ...outages({ service: "replica", path, answer: http.post }),
    malformed: {
      title: { en: "an answer that is cut in the middle", ko: "중간에 끊긴 답" },
      handlers: (origin) => [
        http.post(
          `${origin}${path}`,
          () => new Response('{"outputs":{"exch', { headers: { "content-type": "application/json" } }),
        ),
      ],
      error: "reply_malformed",
      params: { service: "replica", reason: "not JSON" },
      retryable: false,
    },
    other: {
      title: { en: "a hub that keeps another table", ko: "다른 표를 둔 허브" },
      handlers: (origin) => [
        http.post(`${origin}${path}`, () => reply({ ...head, table: "diary", changes: [], cursor: 0, end: 0 })),
      ],
      error: "replica_mismatch",
      params: { theirs: "diary, version 1, by latest", ours: "notes, version 1, by latest" },
      retryable: false,
    },
    refused: {
      title: { en: "the hub does not know the key", ko: "허브가 키를 받아 주지 않습니다" },
      handlers: (origin) => [http.post(`${origin}${path}`, () => new Response(null, { status: 403 }))],
      error: "service_key_refused",
      retryable: false,
    },
  },
)
