import type { World } from "../world.ts"

/** Something that lives in a process and goes on in its next life. */
export interface Work {
  /** Resolves when its work is done; abandoned when the process crashes. */
  live(world: World): Promise<void>
  /** What must hold in the end, told by what is stored. Without faults. */
  finish?(world: World): Promise<void>
  /** What is looked at when all is over. */
  after?(): Promise<void>
}
