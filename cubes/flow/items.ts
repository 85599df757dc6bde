import { defineCube, list, same, stream } from "cubular/contract"

/** A stream of the items of a list, in their order. */
export default defineCube({
  id: "flow/items",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Items", ko: "항목 흘리기" },
  summary: { en: "Makes a stream of a list", ko: "목록을 스트림으로 만듭니다" },
  inputs: { items: list(same("T")) },
  outputs: { items: stream(same("T")) },
  create: () => ({ process: ({ items }) => ({ items: each(items) }) }),
})

async function* each<T>(items: readonly T[]): AsyncGenerator<T, void, undefined> {
  for (const item of items) yield item
}
