import { defineCube, list, type Same, same, type Value } from "cubular/contract"
import * as z from "zod"
import { called, dependenciesOn, outputOf, portName } from "./calls/called.ts"

/** Ports that take the value so far and the item; or one port that takes both, as a list of two. */
const takes = z.union([z.strictObject({ value: portName, item: portName }), z.strictObject({ pair: portName })])

/**
 * Makes one value of many: `initial` and the first item go into another cube, what it gives and the second item go into
 * it again, and so on, one after the other in list order. `config.takes` names the cube's ports: `{ value, item }`, or
 * `{ pair }` for a port that takes a list of the two; `config.output` names the port with the next value. Of no items
 * comes `initial`.
 */
export default defineCube({
  id: "flow/reduce",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Reduce", ko: "하나로 모으기" },
  summary: { en: "Makes one value of many, item by item", ko: "항목을 차례로 합쳐 값 하나로 만듭니다" },
  config: z.strictObject({ ...called, takes, output: portName }),
  dependencies: (config) => dependenciesOn(config),
  inputs: { items: list(same("T")), initial: same("A") },
  outputs: { value: same("R") },
  create: (_, { cube, takes, output, with: constants }) => ({
    async process({ items, initial }, step) {
      let value = initial as unknown as Value
      for (const item of items as unknown as readonly Value[]) {
        const given = "pair" in takes ? { [takes.pair]: [value, item] } : { [takes.value]: value, [takes.item]: item }
        value = outputOf(await step.call(cube, { ...constants, ...given }), cube, output, ["output"])
      }
      return { value: value as unknown as Same<"R"> }
    },
  }),
})
