import { type CompositionDocument, createRunner, type Host, type PlacedCube, type Runner, type Values } from "cubular"
import { CubeError, defineCube } from "cubular/contract"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { policies } from "cubular/policies"
import { saga } from "cubular/saga"
import { createStores } from "cubular/stores/memory"
import * as z from "zod"

type AnyCube = ReturnType<typeof defineCube>
type Process = (inputs: { readonly x?: number | undefined }, step: { readonly path: string }) => unknown

/** What cubes did, in order: "do a", "undo a {"x":1} {"x":2}". */
export type Deeds = string[]

export interface Acting {
  readonly does?: Process
  readonly undoes?: (path: string) => unknown
  readonly effect?: "pure" | "read" | "write"
  readonly compensates?: boolean
  readonly provides?: readonly string[]
}

/** A cube that writes down what is asked of it: takes up to four numbers, gives their sum and one. */
export function actor(name: string, deeds: Deeds, acting: Acting = {}): AnyCube {
  const { does, undoes, effect = "write", compensates = true, provides = ["idempotent"] } = acting
  const port = z.number().optional()
  return defineCube({
    id: `t/${name}`,
    version: "1.0.0",
    color: "feature",
    title: { en: name, ko: name },
    inputs: { x: port, y: port, z: port, w: port },
    outputs: { x: z.number() },
    effect,
    needs: ["clock"],
    provides,
    create: () => ({
      async process(inputs, step) {
        deeds.push(`do ${step.path}`)
        await does?.(inputs, step)
        return { x: Object.values(inputs).reduce((sum: number, each) => sum + (each ?? 0), 1) }
      },
      ...(compensates
        ? {
            async compensate(inputs: object, outputs: object, step: { readonly path: string }) {
              deeds.push(`undo ${step.path} ${JSON.stringify(inputs)} ${JSON.stringify(outputs)}`)
              await undoes?.(step.path)
            },
          }
        : {}),
    }),
  }) as unknown as AnyCube
}

/** A saga of cubes a, b, c … each fed by those named. */
export function sagaOf(
  steps: { readonly [id: string]: readonly string[] },
  more: { readonly [id: string]: Partial<PlacedCube> } = {},
  version = "1.0.0",
): CompositionDocument {
  const ports = ["x", "y", "z", "w"]
  const cubes: { [id: string]: PlacedCube } = {}
  for (const [id, before] of Object.entries(steps)) {
    const fed = Object.fromEntries(before.map((other, at) => [ports[at], `${other}.x`]))
    cubes[id] = { use: `t/${id}`, in: before.length > 0 ? fed : { x: "@x" }, ...more[id] }
  }
  const outputs = Object.fromEntries(Object.keys(steps).map((id) => [id, `${id}.x`]))
  return { format: 1, id: "trip", version, mode: "saga", cubes, outputs }
}

export const chain = { a: [], b: ["a"], c: ["b"] }

export function hostOf(): MemoryHost {
  return createHost({ autoAdvance: true, stores: (clock) => createStores({ clock }) })
}

export async function runnerOf(document: CompositionDocument, cubes: readonly AnyCube[], host: Host): Promise<Runner> {
  return createRunner(document, cubes, host, { saga, policies })
}

/** Runs a saga to its end with cubes that write down their deeds. */
export async function play(
  document: CompositionDocument,
  acting: { readonly [id: string]: Acting } = {},
  inputs: Values = { x: 1 },
) {
  const deeds: Deeds = []
  const host = hostOf()
  const cubes = Object.keys(document.cubes).map((id) => actor(id, deeds, acting[id]))
  const runner = await runnerOf(document, cubes, host)
  const settled = await runner.run(inputs, { id: "one" }).settled
  return { deeds, host, runner, settled, cubes }
}

/** A failure a cube means: it says that nothing was done. */
export const refusal = (): never => {
  throw new CubeError({ code: "sold_out", message: "Sold out.", hint: "Choose another." })
}

/** A failure that leaves it open whether anything was done. */
export const doubt = (): never => {
  throw new CubeError({ code: "line_cut", message: "The line was cut.", hint: "Try again.", retryable: true })
}
