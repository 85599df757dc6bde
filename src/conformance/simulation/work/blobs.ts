import type { Blobs } from "cubular/contract"
import type { Stage, World } from "../world.ts"
import { attempt } from "./attempt.ts"
import type { Work } from "./work.ts"

/** One blob is written over and over while others read it: what is read is one of its versions, whole, and not an old one. */
export class BlobsWork implements Work {
  private readonly stage: Stage
  private left: number
  private tried = 0
  private acked = 0

  constructor(stage: Stage) {
    this.stage = stage
    this.left = stage.draws.between(4, 10)
  }

  async live(world: World): Promise<void> {
    const blobs = world.stores.blobs("files")
    await Promise.all([this.write(world, blobs), this.read(world, blobs)])
  }

  private async write(world: World, blobs: Blobs): Promise<void> {
    const { draws } = this.stage
    while (this.left > 0) {
      await world.wait(draws.below(1500))
      this.left--
      const version = ++this.tried
      const came = await attempt(() => blobs.put("file", new Uint8Array(draws.between(1, 200)).fill(version)))
      if ("value" in came) this.acked = version
    }
  }

  private async read(world: World, blobs: Blobs): Promise<void> {
    while (this.left > 0) {
      await world.wait(this.stage.draws.below(1000))
      await this.look(blobs)
    }
  }

  private async look(blobs: Blobs): Promise<void> {
    const { trace } = this.stage
    const least = this.acked
    const came = await attempt(() => blobs.get("file"))
    if (!("value" in came)) return
    const version = came.value?.[0] ?? 0
    const whole = came.value?.every((byte) => byte === version) ?? true
    trace.note(`file is ${version}`)
    trace.expect("blobs are whole", whole, () => `version ${version}`)
    trace.expect(
      "acknowledged ⊆ stored",
      version >= least && version <= this.tried,
      () => `file ${version} of ${least}`,
    )
  }

  async finish(world: World): Promise<void> {
    await this.look(world.stores.blobs("files"))
  }
}
