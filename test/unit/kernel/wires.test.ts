import { type AnyCube, createRunner, float64 } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { document, shaped } from "./stage.ts"

const List = z.array(z.number())
const make = shaped("make", {}, { items: List, numbers: float64() }, () => ({
  items: [3, 1, 2],
  numbers: Float64Array.of(1, 2),
}))

/** A cube that gets a list and an array and does something to them. */
const taker = (does: (items: number[], numbers: Float64Array) => unknown, pace: "now" | "later" = "now"): AnyCube =>
  shaped("taker", { items: List, numbers: float64() }, { n: z.number() }, (inputs) => {
    const act = (): { n: number } => {
      does(inputs.items as number[], inputs.numbers as Float64Array)
      return { n: 1 }
    }
    return pace === "now" ? act() : Promise.resolve().then(act)
  })

const look = shaped("look", { items: List, numbers: float64() }, { text: z.string() }, ({ items, numbers }) => ({
  text: `${(items as number[]).join()} ${(numbers as Float64Array).join()}`,
}))
const wires = { items: "m.items", numbers: "m.numbers" }
const doc = document(
  { m: { use: "t/make" }, t: { use: "t/taker", in: wires }, z: { use: "t/look", in: wires, after: [] } },
  { text: "z.text" },
)

async function run(taker: AnyCube) {
  const runner = await createRunner(doc, [make, taker, look], createHost(), { check: "wires" })
  return runner.run().settled
}

describe('with check: "wires" a cube that changes its inputs fails, and its sibling sees the value as it was', () => {
  const ways: readonly [string, (items: number[], numbers: Float64Array) => unknown][] = [
    ["sorts a list in place", (items) => items.sort()],
    ["pushes to a list", (items) => items.push(4)],
    [
      "assigns to an index",
      (items) => {
        items[0] = 9
      },
    ],
    [
      "shortens a list",
      (items) => {
        items.length = 0
      },
    ],
    [
      "deletes an item",
      (items) => {
        delete items[0]
      },
    ],
  ]
  for (const [name, does] of ways)
    for (const pace of ["now", "later"] as const) {
      test(`${name}, ${pace}`, async () => {
        const settled = await run(taker(does, pace))
        expect(settled.steps.t?.error).toMatchObject({ code: "input_mutated", path: ["cubes", "t"] })
        expect(settled.outputs).toEqual({ text: "3,1,2 1,2" })
      })
    }

  for (const pace of ["now", "later"] as const) {
    test(`writes to a typed array, ${pace}`, async () => {
      const settled = await run(taker((_, numbers) => numbers.fill(0), pace))
      expect(settled.steps.t?.error).toMatchObject({ code: "input_mutated", path: ["cubes", "t", "in", "numbers"] })
    })
  }

  test("a TypeError of another kind stays what it is", async () => {
    const settled = await run(taker((items) => (items as unknown as { no: { way: 1 } }).no.way))
    expect(settled.steps.t?.error?.code).toBe("cube_threw")
  })

  test("a cube that only reads is ok", async () => {
    expect(
      (
        await run(
          taker((items, numbers) =>
            items
              .slice()
              .sort()
              .concat(numbers[0] as number),
          ),
        )
      ).ok,
    ).toBe(true)
  })
})

test("what the caller handed in is neither frozen nor seen to change", async () => {
  const keep = shaped("keep", { items: List }, { items: List }, async ({ items }) => ({ items }))
  const runner = await createRunner(
    document({ a: { use: "t/keep", in: { items: "@items" } } }, { out: "a.items" }),
    [keep],
    createHost(),
    { check: "wires" },
  )
  const items = [1, 2]
  const run = runner.run({ items })
  items.push(3)
  expect((await run.result).outputs).toEqual({ out: [1, 2] })
})

test("a value that cannot travel is refused where it arises", async () => {
  const deep = shaped("deep", {}, { value: z.json() }, () => ({ value: { list: [1, { when: new Date(0) }] } }))
  const runner = await createRunner(document({ a: { use: "t/deep" } }), [deep], createHost(), { check: "wires" })
  const { steps } = await runner.run().settled
  expect(steps.a?.error).toMatchObject({
    code: "outputs_refused",
    path: ["cubes", "a", "outputs", "value", "list", 1, "when"],
  })
})
