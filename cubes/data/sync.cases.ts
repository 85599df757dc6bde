import { defineCases, type Json } from "cubular/contract"
import type { TableSpecData } from "./keeping/table.ts"
import sync from "./sync.ts"

const table: TableSpecData = {
  name: "notes",
  version: 1,
  key: "id",
  properties: { id: { type: "string" }, name: { type: "string" } },
  required: ["name"],
}
const spec = table as unknown as Json
const put = (id: string) => ({
  use: "data/replica",
  config: { op: "put", table: spec },
  inputs: { record: { id, name: "입춘" } },
})

const config = { table, composition: "notes" }
const services = { replica: "https://hub.example" }
const hub = "0123456789abcdef0123456789abcdef"
const stamp = `000000000000000-00000007-${hub}`
const head = { format: 1, replica: hub, table: "notes", version: 1, rule: "latest" }
const answer = (exchange: Json, status = 200) => ({
  "POST https://hub.example/v1/compositions/notes/run": { status, body: { outputs: { exchange } } },
})
const note = { key: "z", heads: [{ stamp, record: { id: "z", name: "동지" } }], seen: { [hub]: stamp } }

export default defineCases(sync, [
  {
    title: { en: "what was written here goes, and what the hub has comes", ko: "여기 것은 가고 허브의 것은 옴" },
    config,
    services,
    before: [put("a"), put("b")],
    replies: answer({ ...head, changes: [note], cursor: 3, end: 3 }),
    inputs: {},
    outputs: { pushed: 2, pulled: 1, merged: 0 },
  },
  {
    title: { en: "nothing here and nothing there", ko: "양쪽 다 없음" },
    config,
    services,
    replies: answer({ ...head, changes: [], cursor: 0, end: 0 }),
    inputs: {},
    outputs: { pushed: 0, pulled: 0, merged: 0 },
  },
  {
    title: { en: "without a way to the hub", ko: "허브에 닿지 않음" },
    config,
    services,
    before: [put("a")],
    inputs: {},
    error: "service_unreachable",
  },
  {
    title: { en: "a hub that keeps another version of the table", ko: "표의 버전이 다른 허브" },
    config,
    services,
    replies: answer({ ...head, version: 2, changes: [], cursor: 0, end: 0 }),
    inputs: {},
    error: "replica_mismatch",
  },
  {
    title: { en: "a hub that has more and does not go on", ko: "더 있는데 나아가지 않는 허브" },
    config,
    services,
    replies: answer({ ...head, changes: [], cursor: 0, end: 9 }),
    inputs: {},
    error: "reply_malformed",
  },
  {
    title: { en: "a change with a record under another key", ko: "키가 다른 레코드의 변경" },
    config,
    services,
    replies: answer({ ...head, changes: [{ ...note, key: "y" }], cursor: 1, end: 1 }),
    inputs: {},
    error: "replica_change_refused",
  },
])
