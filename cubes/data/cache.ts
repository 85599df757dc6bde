import {
  CUBE_ID_PATTERN,
  CubeError,
  defineCube,
  encodeJson,
  type Kv,
  NAME_PATTERN,
  type Same,
  type Step,
  same,
  type Value,
} from "cubular/contract"
import { call_output_missing } from "cubular/messages/en"
import * as z from "zod"
import { digestOf, sortedText } from "./keeping/export-text.ts"
import { storeName } from "./keeping/operation.ts"
import { type Kept, Shelf } from "./keeping/shelf.ts"

const portName = z.string().regex(NAME_PATTERN)

const config = z.strictObject({
  store: storeName,
  cube: z.string().regex(CUBE_ID_PATTERN),
  range: z.string().max(64).optional(),
  with: z.record(portName, z.json()).optional(),
  input: portName,
  output: portName,
  ttlSec: z.int().min(60).max(31_536_000),
  memorySec: z.int().min(0).max(86_400).optional(),
  staleSec: z.int().min(0).max(31_536_000).optional(),
})
type Config = z.output<typeof config>

/** How long a run waits for another one that is at the origin for the same value, and between two looks. */
const PATIENCE_MS = 1000
const LONGEST_PAUSE_MS = 32

/**
 * What another cube gives for a value, kept for `config.ttlSec` in the kv store `config.store` for everybody, and for
 * `memorySec` (default 60, at most `ttlSec`) in memory for the runs of one runner. The cube, its constants and ports are named
 * as in `flow/map`; it should change nothing. When it fails, what was kept is given for `staleSec` (default 0) longer. Runs of
 * one runner that want the same value at once let one of them ask, and wait for it for a second.
 *
 * Keys are SHA-256 of the cube, its constants and the value: what is personal stands in none. A store that fails is passed
 * over. A run that is recorded uses the store, and nothing of other runs.
 */
export default defineCube({
  id: "data/cache",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Cache", ko: "캐시" },
  summary: { en: "Keeps what another cube gives", ko: "다른 큐브의 결과를 보관합니다" },
  config,
  needs: ["stores", "clock"],
  opens: ({ store: name }) => [{ store: "kv", name }],
  dependencies: ({ cube, range = "*" }) => ({ [cube]: range }),
  provides: ["idempotent"],
  inputs: { item: same("T") },
  outputs: { value: same("R") },
  create(_, config) {
    const shelf = new Shelf()
    return {
      async process({ item }, step) {
        const value = await new Lookup(config, shelf, step, item as unknown as Value).value()
        return { value: value as unknown as Same<"R"> }
      },
    }
  },
})

class Lookup {
  private readonly config: Config
  private readonly shelf: Shelf
  private readonly step: Step
  private readonly item: Value
  private readonly key: string
  private readonly kv: Kv

  constructor(config: Config, shelf: Shelf, step: Step, item: Value) {
    const { cube, range = "*", with: constants = {}, input, output } = config
    this.config = config
    this.shelf = shelf
    this.step = step
    this.item = item
    const asked = sortedText([cube, range, constants, input, output, encodeJson(item)])
    this.key = digestOf(new TextEncoder().encode(asked))
    this.kv = step.stores.kv(config.store)
  }

  async value(): Promise<Value> {
    const { ttlSec, memorySec = Math.min(60, ttlSec) } = this.config
    const near = this.step.recorded ? undefined : this.shelf.find(this.key, this.now, memorySec * 1000)
    if (near) return near.value
    const far = await this.far()
    if (far && this.now - far.atMs < ttlSec * 1000) return this.shelve(far)
    // Between this look and setting out nothing is waited for: no two runs set out.
    if (!this.step.recorded && this.shelf.isAway(this.key, this.now, PATIENCE_MS)) {
      const other = await this.waitForOther(memorySec * 1000)
      if (other !== undefined) return other
    }
    return this.ask(far)
  }

  private get now(): number {
    return this.step.clock.now()
  }

  private async far(): Promise<Kept | undefined> {
    const entry = await this.kv.get(this.key).catch((error: unknown) => this.passOver(error))
    return entry?.value as Kept | undefined
  }

  /** A cache that fails is none; a run that is over ends. */
  private passOver(error: unknown): undefined {
    this.step.signal.throwIfAborted()
    if (!(error as { readonly retryable?: boolean }).retryable) throw error
    return undefined
  }

  private shelve(kept: Kept): Value {
    if (!this.step.recorded) this.shelf.put(this.key, kept)
    return kept.value
  }

  /** Nobody is woken by another run, which on Workers would end with its request: each looks for itself. */
  private async waitForOther(memoryMs: number): Promise<Value | undefined> {
    for (
      let pause = 1;
      this.shelf.isAway(this.key, this.now, PATIENCE_MS);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    )
      await this.step.clock.sleep(pause)
    return this.shelf.find(this.key, this.now, memoryMs)?.value
  }

  private async ask(stale: Kept | undefined): Promise<Value> {
    const { ttlSec, staleSec = 0 } = this.config
    if (!this.step.recorded) this.shelf.setOut(this.key, this.now)
    try {
      const kept = { value: await this.origin(), atMs: this.now }
      await this.kv.put(this.key, kept, { ttlSec: ttlSec + staleSec }).catch((error: unknown) => this.passOver(error))
      return this.shelve(kept)
    } catch (error) {
      this.step.signal.throwIfAborted()
      if (stale && this.now - stale.atMs < (ttlSec + staleSec) * 1000) return stale.value
      throw error
    } finally {
      this.shelf.comeBack(this.key)
    }
  }

  private async origin(): Promise<Value> {
    const { cube, with: constants, input, output } = this.config
    const outputs = await this.step.call(cube, { ...constants, [input]: this.item })
    const value = Object.hasOwn(outputs, output) ? outputs[output] : undefined
    if (value !== undefined) return value
    throw new CubeError({ ...call_output_missing, path: ["config", "output"], params: { cube, output } })
  }
}
