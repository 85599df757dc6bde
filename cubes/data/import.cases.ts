import { defineCases } from "cubular/contract"
import { bytesOf, drafts, people, pets, twins, whole } from "./export.cases.ts"
import cube from "./import.ts"
import type { TableSpecData } from "./keeping/table.ts"

const table: TableSpecData = {
  name: "people",
  version: 1,
  key: "id",
  properties: { id: { type: "string" }, owner: { type: "string" }, tags: { type: "array" } },
}
const to = { table }
const given = (text: string) => ({ ndjson: bytesOf(text) })

export default defineCases(cube, [
  { title: { en: "records", ko: "레코드" }, config: { to }, inputs: given(whole(people)), outputs: { rows: 2 } },
  {
    title: { en: "values, but those whose time is over", ko: "값, 단 기한이 지난 것은 빼고" },
    config: { to: { kv: "copies" } },
    now: 60_000,
    inputs: given(whole(drafts)),
    outputs: { rows: 2 },
  },
  {
    title: { en: "from a blob", ko: "바이트 보관소에서" },
    config: { to, from: { store: "backups" } },
    before: [
      {
        use: "data/blobs",
        config: { op: "put", store: "backups" },
        inputs: { key: "people", bytes: bytesOf(whole(people)) },
      },
    ],
    inputs: { key: "people" },
    outputs: { rows: 2 },
  },
  {
    title: { en: "a letter was changed", ko: "글자 하나가 바뀜" },
    config: { to },
    inputs: given(whole(people).replace("kim", "kin")),
    error: "export_checksum",
  },
  {
    title: { en: "it was cut", ko: "잘림" },
    config: { to },
    inputs: given(whole(people).slice(0, -20)),
    error: "export_unreadable",
  },
  {
    title: { en: "it is cut behind a whole line", ko: "줄 끝에서 잘림" },
    config: { to },
    inputs: given(people.body),
    error: "export_unreadable",
  },
  {
    title: { en: "it says another number of rows", ko: "적힌 줄 수가 다름" },
    config: { to },
    inputs: given(whole({ ...people, rows: 3 })),
    error: "export_count",
  },
  {
    title: { en: "one row twice", ko: "같은 줄이 두 번" },
    config: { to },
    inputs: given(whole(twins)),
    error: "export_unreadable",
  },
  {
    title: { en: "the export of another table", ko: "다른 표를 내보낸 것" },
    config: { to },
    inputs: given(whole(pets)),
    error: "export_other",
  },
  {
    title: { en: "rows the table does not take", ko: "표에 맞지 않는 줄" },
    config: { to: { table: { ...table, properties: { id: { type: "string" } } } } },
    inputs: given(whole(people)),
    error: "record_refused",
  },
  { title: { en: "nothing at all", ko: "아무것도 없음" }, config: { to }, inputs: {}, error: "export_missing" },
  { title: { en: "no bytes", ko: "빈 바이트" }, config: { to }, inputs: given(""), error: "export_unreadable" },
])
