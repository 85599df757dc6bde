import {
  type AnyCube,
  type CompositionDocument,
  createRunner,
  defineCube,
  type Health,
  type PolicyData,
  type Runner,
  type RunnerOptions,
  type Step,
} from "cubular"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { policies } from "cubular/policies"
import { type CubeSupervisor, createSupervisor, type SupervisionOptions } from "cubular/supervision"
import * as z from "zod"

/** What a check comes to; `hangs` never answers, `throws` throws. */
export type Mood = Health["status"] | "hangs" | "throws"

/** A cube whose instances are numbered from 1 on and are as they are told to be. */
export interface Patient {
  readonly cube: AnyCube
  /** What happened to which instance, in order. */
  readonly deeds: string[]
  /** How the instances are from now on; a function is told the instance's number. */
  mood: Mood | ((instance: number) => Mood)
  /** What making an instance waits for, or throws. */
  making: () => void | Promise<void>
  readonly made: number
}

const never = <T>(): Promise<T> => new Promise(() => undefined)

export function patient(name = "patient", more: Partial<AnyCube> = {}): Patient {
  const deeds: string[] = []
  const self = { deeds, mood: "healthy" as Patient["mood"], making: (): void | Promise<void> => undefined, made: 0 }
  const cube = defineCube({
    id: `t/${name}`,
    version: "1.0.0",
    color: "network",
    effect: "read",
    needs: ["clock"],
    title: { en: "Patient", ko: "환자" },
    inputs: { ms: z.number() },
    outputs: { by: z.string() },
    create: async () => {
      const own = ++self.made
      await self.making()
      return {
        process: async ({ ms }: { ms: number }, step: Step) => {
          if (ms > 0) await step.clock.sleep(ms)
          deeds.push(`${own} answered`)
          return { by: `${name} ${own}` }
        },
        health: (): Health | Promise<Health> => {
          const mood = typeof self.mood === "function" ? self.mood(own) : self.mood
          if (mood === "throws") throw new Error("no")
          if (mood === "hangs") return never()
          return { status: mood, checks: [{ name: "mood", status: mood }] }
        },
        stop: () => void deeds.push(`${own} stopped`),
        destroy: () => void deeds.push(`${own} destroyed`),
      }
    },
  })
  return Object.assign(self, { cube: { ...cube, ...more } as AnyCube })
}

export interface Ward {
  readonly host: MemoryHost
  readonly supervisor: CubeSupervisor
  readonly runner: Runner
  /** Who answered, or the code of the failure. */
  ask(ms?: number): Promise<string>
}

export const documentOf = (policy?: PolicyData, id = "ward"): CompositionDocument => ({
  format: 1,
  id,
  version: "1.0.0",
  cubes: { s: { use: "t/patient@^1", in: { ms: "@ms" }, ...(policy && { policy }) } },
  outputs: { by: "s.by" },
})

/** One patient under supervision, on a clock that is told to move. */
export async function admitted(
  self: Patient,
  options: SupervisionOptions = {},
  document: CompositionDocument = documentOf(),
  more: RunnerOptions = {},
): Promise<Ward> {
  const host = createHost()
  const supervisor = createSupervisor(host, options)
  const cubes = [self.cube, ...(options.cubes ?? [])]
  const runner = await createRunner(document, cubes, host, { policies, supervisor, ...more })
  const ask = async (ms = 0): Promise<string> => {
    const settled = await runner.run({ ms }).settled
    return settled.ok
      ? String(settled.outputs.by)
      : (Object.values(settled.steps)[0]?.error?.code ?? settled.error.code)
  }
  return { host, supervisor, runner, ask }
}

/** What was logged, without times: message and the fields that differ. */
export const lines = (host: MemoryHost): readonly string[] =>
  host.logs.map(({ message, fields: { finding, code } }) => [message, finding ?? code].filter(Boolean).join(": "))
