import { expect, test } from "vitest"
import { askAll } from "../../../src/stores/browser/ask.ts"

interface Fake {
  result: unknown
  error: Error | null
  transaction: EventTarget
  onsuccess?: () => void
  onerror?: (event: Event) => void
}

/** Requests of one transaction that answer with these, in their order, as IndexedDB does. */
function requestsOf(answers: readonly unknown[]): { asked: IDBRequest<unknown>[]; answer(): boolean[] } {
  const transaction = new EventTarget()
  const made = answers.map((): Fake => ({ result: undefined, error: null, transaction }))
  return {
    asked: made as unknown as IDBRequest<unknown>[],
    /** @returns of each request that failed, whether its transaction goes on. */
    answer: () =>
      answers.flatMap((answer, at) => {
        const request = made[at] as Fake
        if (!(answer instanceof Error)) {
          request.result = answer
          request.onsuccess?.()
          return []
        }
        request.error = answer
        const event = new Event("error", { cancelable: true })
        Object.defineProperty(event, "target", { value: request })
        request.onerror?.(event)
        const bubbling = new Event("error", { cancelable: true })
        Object.defineProperty(bubbling, "target", { value: request })
        transaction.dispatchEvent(bubbling)
        return [event.defaultPrevented || bubbling.defaultPrevented]
      }),
  }
}

test("all answers come with the last one, in the order in which was asked", async () => {
  const { asked, answer } = requestsOf([1, 2, 3])
  const all = askAll(asked, (each) => `<${each}>`)
  answer()
  expect(await all).toEqual(["<1>", "<2>", "<3>"])
  expect(await askAll([], () => 1)).toEqual([])
})

test.each([
  { at: "first", answers: [new Error("lost"), 2, 3] },
  { at: "last", answers: [1, 2, new Error("lost")] },
  { at: "only", answers: [new Error("lost")] },
])("the $at one that fails is told, and ends no transaction", async ({ answers }) => {
  const { asked, answer } = requestsOf(answers)
  const all = askAll(asked, (each) => each)
  expect(answer()).toEqual([true])
  await expect(all).rejects.toThrow("lost")
})

test("what others ask in the same transaction is theirs to judge", async () => {
  const { asked, answer } = requestsOf([1, 2, new Error("theirs")])
  const all = askAll(asked.slice(0, 2), (each) => each)
  expect(answer()).toEqual([false])
  expect(await all).toEqual([1, 2])
})

test("an answer that cannot be made into anything is told", async () => {
  const { asked, answer } = requestsOf([1, 2])
  const all = askAll(asked, () => {
    throw new Error("damaged")
  })
  answer()
  await expect(all).rejects.toThrow("damaged")
})
