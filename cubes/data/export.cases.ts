import { defineCases } from "cubular/contract"
import cube from "./export.ts"
import type { TableSpecData } from "./keeping/table.ts"

/** ASCII only: cases are loaded where there is no TextEncoder. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** What an export holds before its last line, and the SHA-256 of it as sha256sum gives it. */
export const people = {
  body:
    '{"cubular":"export","format":1,"key":"id","kind":"records","name":"people","version":1}\n' +
    '{"id":"a","owner":"kim"}\n' +
    '{"id":"b","owner":"lee","tags":[2,1]}\n',
  sha256: "37133e756e2adf537fa00090fb659987ad60b2c691c446c6568a0701087c6a21",
  rows: 2,
}

export const none = {
  body: '{"cubular":"export","format":1,"key":"id","kind":"records","name":"people","version":1}\n',
  sha256: "3eaad39ad2e1abf520189ae697018e915e7c4d481645df09d83ce75b862cdadc",
  rows: 0,
}

export const pets = {
  body: '{"cubular":"export","format":1,"key":"id","kind":"records","name":"pets","version":1}\n',
  sha256: "c309711f9c6adde73d0d538c1a817db1c2183c6999c25dcb69fe657ca2ac5923",
  rows: 0,
}

export const twins = {
  body:
    '{"cubular":"export","format":1,"key":"id","kind":"records","name":"people","version":1}\n' +
    '{"id":"a","owner":"kim"}\n' +
    '{"id":"a","owner":"kim"}\n',
  sha256: "e164b77524307e5c8fe3809042c10551ba2fe187b9ea7a13e927e6583cfa97d3",
  rows: 2,
}

export const drafts = {
  body:
    '{"cubular":"export","format":1,"kind":"kv","name":"drafts","prefix":"d/"}\n' +
    '{"key":"d/1","value":{"$bytes":["u8","AQI="]}}\n' +
    '{"expiresAtMs":60000,"key":"d/2","metadata":"m","value":"x"}\n',
  sha256: "c6d736563b8a30cef9ee9389f84206d9e7bbe83692cb6a1145b9e8e1aff8ca26",
  rows: 2,
}

export const whole = ({ body, sha256, rows }: typeof people): string => `${body}{"rows":${rows},"sha256":"${sha256}"}\n`

const table: TableSpecData = {
  name: "people",
  version: 1,
  key: "id",
  properties: { id: { type: "string" }, owner: { type: "string" }, tags: { type: "array" } },
}
const put = (record: object) => ({
  use: "data/records",
  config: { op: "put", table } as never,
  inputs: { record: record as never },
})
const told = ({ rows, sha256, ...rest }: typeof people) => ({
  rows,
  sha256,
  size: whole({ rows, sha256, ...rest }).length,
})

export default defineCases(cube, [
  {
    title: { en: "the records of a table, by their keys", ko: "표의 레코드를 키 차례로" },
    config: { from: { table } },
    before: [put({ tags: [2, 1], owner: "lee", id: "b" }), put({ id: "a", owner: "kim" })],
    inputs: {},
    outputs: { ...told(people), ndjson: bytesOf(whole(people)) },
  },
  {
    title: { en: "an empty table", ko: "빈 표" },
    config: { from: { table } },
    inputs: {},
    outputs: { ...told(none), ndjson: bytesOf(whole(none)) },
  },
  {
    title: { en: "the values of a store, with their ends", ko: "저장소의 값을 기한과 함께" },
    config: { from: { kv: "drafts", prefix: "d/" } },
    before: [
      {
        use: "data/kv",
        config: { op: "put", store: "drafts", ttlSec: 60 },
        inputs: { key: "d/2", value: "x", metadata: "m" },
      },
      { use: "data/kv", config: { op: "put", store: "drafts" }, inputs: { key: "d/1", value: Uint8Array.of(1, 2) } },
      { use: "data/kv", config: { op: "put", store: "drafts" }, inputs: { key: "e", value: 1 } },
    ],
    inputs: {},
    outputs: { ...told(drafts), ndjson: bytesOf(whole(drafts)) },
  },
  {
    title: { en: "kept as a blob, told of what is in it", ko: "바이트 보관소에 두고 내용만 알려 줌" },
    config: { from: { table }, to: { store: "backups" } },
    before: [put({ id: "a", owner: "kim" }), put({ id: "b", owner: "lee", tags: [2, 1] })],
    inputs: { key: "people.ndjson" },
    outputs: told(people),
  },
  {
    title: { en: "kept under no name", ko: "이름 없이는 둘 수 없음" },
    config: { from: { table }, to: { store: "backups" } },
    inputs: {},
    error: "op_input_missing",
  },
])
