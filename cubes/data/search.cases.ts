import { defineCases } from "cubular/contract"
import type { TableSpecData } from "./keeping/table.ts"
import search from "./search.ts"

const table: TableSpecData = {
  name: "notes",
  version: 1,
  key: "id",
  properties: { id: { type: "string" }, title: { type: "string" }, tags: { type: "array", items: { type: "string" } } },
}
const settings = { table, fields: ["title", "tags"] }
const put = (id: string, title: string, ...tags: readonly string[]) => ({
  config: { op: "put", ...settings } as never,
  inputs: { record: { id, title, tags: [...tags] } },
})
const notes = [
  put("a", "김철수의 사주 명식", "가족"),
  put("b", "Chart of Kim, CHARTS and more chart"),
  put("c", "김영희 사주 풀이, chart", "Friends"),
]
const hit = (id: string, title: string, version: number, score: number, ...tags: readonly string[]) => ({
  record: { id, title, tags: [...tags] },
  version,
  score,
})

export default defineCases(search, [
  {
    title: { en: "a part of a Korean word finds it", ko: "낱말의 일부로 찾음" },
    config: { op: "query", ...settings },
    before: notes,
    inputs: { text: "철수" },
    outputs: { hits: [hit("a", "김철수의 사주 명식", 1, 1, "가족")], total: 1 },
  },
  {
    title: {
      en: "every word must be there; a syllable alone may be anywhere",
      ko: "낱말이 모두 있어야 하고, 한 글자는 어디에 있어도 됨",
    },
    config: { op: "query", ...settings },
    before: notes,
    inputs: { text: "희 사주" },
    outputs: { hits: [hit("c", "김영희 사주 풀이, chart", 3, 1.5, "Friends")], total: 1 },
  },
  {
    title: {
      en: "words in any case, the last may go on, best first",
      ko: "대소문자 구분 없이, 마지막 낱말은 앞부분만, 잘 맞는 차례로",
    },
    config: { op: "query", ...settings },
    before: notes,
    inputs: { text: "CHAR" },
    outputs: {
      hits: [
        hit("b", "Chart of Kim, CHARTS and more chart", 2, 1.5),
        hit("c", "김영희 사주 풀이, chart", 3, 0.5, "Friends"),
      ],
      total: 2,
    },
  },
  {
    title: { en: "one page after the other", ko: "한 쪽씩" },
    config: { op: "query", ...settings, limit: 1 },
    before: notes,
    inputs: { text: "사주" },
    outputs: { hits: [hit("a", "김철수의 사주 명식", 1, 0.5, "가족")], total: 2, cursor: "1" },
  },
  {
    title: { en: "what was changed is found by its new words only", ko: "바뀐 뒤에는 새 낱말로만" },
    config: { op: "query", ...settings },
    before: [...notes, put("a", "박민수")],
    inputs: { text: "철수" },
    outputs: { hits: [], total: 0 },
  },
  {
    title: { en: "what was deleted is not found", ko: "지우면 찾을 수 없음" },
    config: { op: "query", ...settings },
    before: [...notes, { config: { op: "delete", ...settings } as never, inputs: { key: "a" } }],
    inputs: { text: "가족" },
    outputs: { hits: [], total: 0 },
  },
  {
    title: { en: "records written otherwise are found after a rebuild", ko: "다른 길로 쓴 레코드는 다시 만든 뒤에" },
    config: { op: "query", ...settings },
    before: [
      {
        use: "data/records",
        config: { op: "put", table } as never,
        inputs: { record: { id: "z", title: "밖에서 온 글" } },
      },
      { config: { op: "rebuild", ...settings } as never, inputs: {} },
    ],
    inputs: { text: "밖에서" },
    outputs: { hits: [{ record: { id: "z", title: "밖에서 온 글" }, version: 1, score: 2 }], total: 1 },
  },
  {
    title: { en: "a rebuild counts the records", ko: "다시 만들면 레코드 수를 알려 줌" },
    config: { op: "rebuild", ...settings },
    before: notes,
    inputs: {},
    outputs: { indexed: 3 },
  },
  {
    title: { en: "nothing to look for finds nothing", ko: "찾을 말이 없으면 없음" },
    config: { op: "query", ...settings },
    before: notes,
    inputs: { text: " …!" },
    outputs: { hits: [], total: 0 },
  },
  {
    title: { en: "somebody else was faster", ko: "다른 쪽이 먼저 바꿈" },
    config: { op: "put", ...settings },
    before: notes,
    inputs: { record: { id: "a", title: "x" }, version: 99 },
    error: "record_conflict",
  },
  {
    title: { en: "a record the table does not describe", ko: "표에 맞지 않는 레코드" },
    config: { op: "put", ...settings },
    inputs: { record: { id: "a", size: 1 } },
    error: "record_refused",
  },
])
