import { defineCases, type Json } from "cubular/contract"
import type { TableSpecData } from "./keeping/table.ts"
import records from "./records.ts"

const table: TableSpecData = {
  name: "people",
  version: 1,
  key: "id",
  properties: {
    id: { type: "string" },
    owner: { type: "string", enum: ["kim", "lee"] },
    born: { type: "integer", minimum: 1600, maximum: 2200 },
    note: { type: "string", maxLength: 20 },
    tags: { type: "array", items: { type: "string" } },
  },
  indexes: { byOwner: ["owner", "born"] },
}

const spec = table as unknown as Json
const put = (id: string, owner: string, born: number) => ({
  config: { op: "put", table: spec },
  inputs: { record: { id, owner, born } },
})
const people = [put("a", "kim", 1990), put("b", "kim", 1985), put("c", "lee", 2001), put("d", "kim", 1999)]
const kim = (id: string, born: number) => ({ id, owner: "kim", born })

export default defineCases(records, [
  {
    title: { en: "a record is found by its key", ko: "키로 찾음" },
    config: { op: "get", table },
    before: people,
    inputs: { key: "b" },
    outputs: { found: true, record: kim("b", 1985), version: 2 },
  },
  {
    title: { en: "where there is none, only that is told", ko: "없으면 없다는 것만" },
    config: { op: "get", table },
    inputs: { key: "b" },
    outputs: { found: false },
  },
  {
    title: { en: "records in the order of an index, within a range", ko: "색인 차례로, 범위 안에서" },
    config: { op: "query", table, index: "byOwner", order: "desc" },
    before: people,
    inputs: { where: { owner: "kim", born: { gte: 1990 } } },
    outputs: {
      records: [
        { record: kim("d", 1999), version: 4 },
        { record: kim("a", 1990), version: 1 },
      ],
    },
  },
  {
    title: { en: "without an index, by the key", ko: "색인이 없으면 키로" },
    config: { op: "query", table },
    before: people,
    inputs: { where: { id: { prefix: "c" } } },
    outputs: { records: [{ record: { id: "c", owner: "lee", born: 2001 }, version: 3 }] },
  },
  {
    title: { en: "a change made only on the state that was read", ko: "읽은 상태일 때만 바꿈" },
    config: { op: "put", table },
    before: people,
    inputs: { record: { ...kim("a", 1990), note: "첫째", tags: ["x"] }, version: 1 },
    outputs: { version: 5 },
  },
  {
    title: { en: "somebody else was faster", ko: "다른 쪽이 먼저 바꿈" },
    config: { op: "put", table },
    before: [...people, put("a", "kim", 1991)],
    inputs: { record: kim("a", 1992), version: 1 },
    error: "record_conflict",
  },
  {
    title: { en: "a batch is done whole", ko: "묶음은 모두 함께" },
    config: { op: "batch", table },
    before: people,
    inputs: { changes: [{ delete: "c" }, { put: kim("e", 2000), version: 0 }] },
    outputs: { versions: [0, 6] },
  },
  {
    title: { en: "or not at all", ko: "하나라도 안 되면 모두 안 함" },
    config: { op: "batch", table },
    before: people,
    inputs: { changes: [{ delete: "c" }, { put: kim("a", 2000), version: 0 }] },
    error: "record_conflict",
  },
  {
    title: { en: "what was deleted is gone", ko: "지우면 없음" },
    config: { op: "get", table },
    before: [...people, { config: { op: "delete", table: spec }, inputs: { key: "a", version: 1 } }],
    inputs: { key: "a" },
    outputs: { found: false },
  },
  {
    title: { en: "a later version of the table carries older records over", ko: "표의 새 버전이 예전 레코드를 옮김" },
    config: {
      op: "get",
      table: {
        name: "people",
        version: 2,
        key: "id",
        properties: { id: { type: "string" }, keeper: { type: "string" }, country: { type: "string" } },
        required: ["keeper", "country"],
        migrations: { "2": { rename: { owner: "keeper" }, remove: ["born"], set: { country: "KR" } } },
      },
    },
    before: people,
    inputs: { key: "c" },
    outputs: { found: true, record: { id: "c", keeper: "lee", country: "KR" }, version: 3 },
  },
  {
    title: { en: "a record the table does not describe", ko: "표에 맞지 않는 레코드" },
    config: { op: "put", table },
    inputs: { record: { id: "a", owner: "park", born: 1990 } },
    error: "record_refused",
  },
  {
    title: { en: "an index the table does not have", ko: "없는 색인" },
    config: { op: "query", table, index: "byName" },
    inputs: {},
    error: "index_unknown",
  },
  {
    title: { en: "a key that is no field", ko: "필드가 아닌 키" },
    config: { op: "get", table: { ...table, key: "number" } },
    inputs: { key: "a" },
    error: "table_malformed",
  },
  {
    title: { en: "an operation without what it needs is refused", ko: "필요한 입력이 없으면 거절" },
    config: { op: "delete", table },
    inputs: {},
    error: "op_input_missing",
  },
])
