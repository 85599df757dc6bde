import { defineCases, type Json } from "cubular/contract"
import type { TableSpecData } from "./keeping/table.ts"
import replica from "./replica.ts"

const table: TableSpecData = {
  name: "notes",
  version: 1,
  key: "id",
  properties: {
    id: { type: "string" },
    name: { type: "string", maxLength: 20 },
    tags: { type: "array", items: { type: "string" } },
  },
  required: ["name"],
  indexes: { byName: ["name"] },
}

const spec = table as unknown as Json
const put = (id: string, name: string) => ({ config: { op: "put", table: spec }, inputs: { record: { id, name } } })
const notes = [put("a", "입춘"), put("b", "가을"), put("c", "봄")]
/** The replica's id, drawn from the seed of the first run. */
const own = "c4a25c032b287177313074c7973fae31"
const stamp = (count: number, of = own) => `${"0".repeat(15)}-${String(count).padStart(8, "0")}-${of}`
const other = "0123456789abcdef0123456789abcdef"
const head = { format: 1, replica: other, table: "notes", version: 1, rule: "latest" } as const
const change = (key: string, at: string, record?: Json) => ({
  key,
  heads: [{ stamp: at, ...(record === undefined ? {} : { record }) }] as never,
  seen: { [at.slice(25)]: at },
})

export default defineCases(replica, [
  {
    title: {
      en: "a record is found, with a version that is the same everywhere",
      ko: "어디서나 같은 version으로 찾음",
    },
    config: { op: "get", table },
    before: notes,
    inputs: { key: "b" },
    outputs: { found: true, record: { id: "b", name: "가을" }, version: stamp(2) },
  },
  {
    title: { en: "where there is none, only that is told", ko: "없으면 없다는 것만" },
    config: { op: "get", table },
    inputs: { key: "b" },
    outputs: { found: false },
  },
  {
    title: { en: "in the order of an index, without what was deleted", ko: "색인 차례로, 지운 것은 빼고" },
    config: { op: "query", table, index: "byName" },
    before: [...notes, { config: { op: "delete", table: spec }, inputs: { key: "c" } }],
    inputs: {},
    outputs: {
      records: [
        { record: { id: "b", name: "가을" }, version: stamp(2) },
        { record: { id: "a", name: "입춘" }, version: stamp(1) },
      ],
    },
  },
  {
    title: { en: "by the key, within a range", ko: "키의 범위로" },
    config: { op: "query", table },
    before: notes,
    inputs: { where: { id: { gte: "b" } } },
    outputs: {
      records: [
        { record: { id: "b", name: "가을" }, version: stamp(2) },
        { record: { id: "c", name: "봄" }, version: stamp(3) },
      ],
    },
  },
  {
    title: { en: "to put what is there changes nothing", ko: "같은 내용을 다시 넣으면 그대로" },
    config: { op: "put", table },
    before: notes,
    inputs: { record: { name: "봄", id: "c" } },
    outputs: { version: stamp(3) },
  },
  {
    title: { en: "somebody has changed it since it was read", ko: "읽은 뒤에 바뀜" },
    config: { op: "put", table },
    before: [...notes, put("a", "우수")],
    inputs: { record: { id: "a", name: "경칩" }, version: stamp(1) },
    error: "replica_conflict",
  },
  {
    title: { en: "a change of another replica is taken, and what it lacks is answered", ko: "다른 복제본과 주고받음" },
    config: { op: "exchange", table },
    before: [put("a", "입춘")],
    inputs: { exchange: { ...head, changes: [change("z", stamp(7, other), { id: "z", name: "동지" })], after: 0 } },
    outputs: {
      exchange: {
        ...head,
        replica: own,
        changes: [change("a", stamp(1), { id: "a", name: "입춘" })],
        cursor: 2,
        end: 2,
      },
    },
  },
  {
    title: { en: "the later change counts, also a deletion", ko: "나중의 변경이 남음, 삭제도" },
    config: { op: "exchange", table },
    before: [put("a", "입춘")],
    inputs: { exchange: { ...head, changes: [change("a", stamp(7, other))], after: 0 } },
    outputs: {
      exchange: {
        ...head,
        replica: own,
        changes: [
          {
            key: "a",
            heads: [{ stamp: stamp(7, other) }],
            seen: { [own]: stamp(1), [other]: stamp(7, other) },
          },
        ],
        cursor: 2,
        end: 2,
      },
    },
  },
  {
    title: { en: "who keeps another table is told which, and nothing is taken", ko: "표가 다르면 알리고 받지 않음" },
    config: { op: "exchange", table },
    before: [put("a", "입춘")],
    inputs: {
      exchange: { ...head, table: "others", changes: [change("z", stamp(7, other), { id: "z", name: "x" })], after: 0 },
    },
    outputs: { exchange: { ...head, replica: own, changes: [], cursor: 0, end: 1 } },
  },
  {
    title: { en: "a change that says to be another record", ko: "다른 레코드라고 하는 변경" },
    config: { op: "exchange", table },
    inputs: { exchange: { ...head, changes: [change("z", stamp(7, other), { id: "y", name: "x" })], after: 0 } },
    error: "replica_change_refused",
  },
  {
    title: { en: "a change whose record the table does not describe", ko: "표에 맞지 않는 변경" },
    config: { op: "exchange", table },
    inputs: { exchange: { ...head, changes: [change("z", stamp(7, other), { id: "z" })], after: 0 } },
    error: "record_refused",
  },
  {
    title: { en: "a record the table does not describe", ko: "표에 맞지 않는 레코드" },
    config: { op: "put", table },
    inputs: { record: { id: "a" } },
    error: "record_refused",
  },
  {
    title: { en: "the key of the replica itself", ko: "복제본 자신의 키" },
    config: { op: "put", table },
    inputs: { record: { id: "(replica)", name: "x" } },
    error: "replica_key_refused",
  },
  {
    title: { en: "a table whose keys are numbers", ko: "키가 숫자인 표" },
    config: {
      op: "get",
      table: { ...table, key: "n", properties: { n: { type: "number" } }, required: [], indexes: {} },
    },
    inputs: { key: "1" },
    error: "table_malformed",
  },
  {
    title: { en: "an index the table does not have", ko: "없는 색인" },
    config: { op: "query", table, index: "byTag" },
    inputs: {},
    error: "index_unknown",
  },
  {
    title: { en: "an operation without what it needs is refused", ko: "필요한 입력이 없으면 거절" },
    config: { op: "put", table },
    inputs: {},
    error: "op_input_missing",
  },
])
