import { defineCube, type Same, type Step, same, stream, type Value } from "cubular/contract"
import * as z from "zod"
import { called, dependenciesOn, outputOf, portName } from "./calls/called.ts"

/**
 * Runs another cube for every item of a stream and gives what it gives, in the order of the items. At most
 * `config.concurrent` calls (1 to 64, default 1) are under way, no more than the reader has asked for in front. `config.input`
 * names the port that takes the item, `config.output` the port whose values are given, `config.with` holds constants for
 * further ports. A failure fails the step at its item's place; `flow/map` does the same for lists.
 */
export default defineCube({
  id: "flow/each",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Each", ko: "흐르는 대로 처리" },
  summary: { en: "Runs a cube for every item of a stream", ko: "스트림의 항목마다 큐브를 실행합니다" },
  config: z.strictObject({
    ...called,
    input: portName,
    output: portName,
    concurrent: z.int().min(1).max(64).optional(),
  }),
  dependencies: (config) => dependenciesOn(config),
  inputs: { items: stream(same("T")) },
  outputs: { items: stream(same("R")) },
  create: (_, { cube, input, output, with: constants, concurrent = 1 }) => ({
    process({ items }, step: Step) {
      const call = async (item: unknown): Promise<Same<"R">> => {
        const outputs = await step.call(cube, { ...constants, [input]: item as Value })
        return outputOf(outputs, cube, output, ["output"]) as unknown as Same<"R">
      }
      return { items: inOrder(items, concurrent, call) }
    },
  }),
})

/** Results in the order of the items, so many under way. */
async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  concurrent: number,
  call: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const under: Promise<R>[] = []
  for await (const item of items) {
    const result = call(item)
    // It is looked at in its turn; until then a failure waits.
    result.catch(() => undefined)
    under.push(result)
    if (under.length === concurrent) yield await (under.shift() as Promise<R>)
  }
  for (const result of under) yield await result
}
