/** What a run costs with the things one may ask for, against the bare run: prints slices as JSON. */
import { createRunner } from "cubular"
import { createHost } from "cubular/host/memory"
import { interleave, type Slices } from "../interleave.ts"
import { working } from "./bodies.ts"
import { cubesOf, documentOf } from "./engines/cubular.ts"
import { chain, type Shape, twelve } from "./shapes.ts"

async function slicesOf(shape: Shape): Promise<Slices> {
  const document = documentOf(shape)
  const cubes = cubesOf(shape, working)
  const plain = await createRunner(document, cubes, createHost())
  const wires = await createRunner(document, cubes, createHost(), { check: "wires" })
  const contenders = [
    { name: "bare", run: (x: number) => plain.run({ x }).result },
    { name: "fingerprint", run: (x: number) => plain.run({ x }, { fingerprint: true }).result },
    { name: "record", run: (x: number) => plain.run({ x }, { record: true }).result },
    {
      name: "fingerprint and record",
      run: (x: number) => plain.run({ x }, { fingerprint: true, record: true }).result,
    },
    { name: 'check: "wires"', run: (x: number) => wires.run({ x }).result },
  ]
  return interleave(contenders, { rounds: 40, sliceMs: 2 })
}

console.log(JSON.stringify({ twelve: await slicesOf(twelve()), chain: await slicesOf(chain(100)) }))
