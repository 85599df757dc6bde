/** The workers of a pool: who has what in hand, and what waits. */

import { CubeError, type CubeErrorJson } from "cubular/contract/error"
import { pool_disposed, pool_worker_failed } from "cubular/messages/en"
import { startHand } from "#saju-pool"
import type { Hand, Reply, Request } from "./hand.ts"

/** A part of a batch to be computed. */
export interface Task {
  /** Cuts the part out of its batch when a worker has time for it. */
  cut(): { readonly request: Omit<Request, "id" | "wasm">; readonly transfer: readonly ArrayBufferLike[] }
  readonly wasm: WebAssembly.Module | null | undefined
  /** Whether anybody still waits for it. */
  isWanted(): boolean
  done(result: unknown): void
  failed(error: unknown): void
}

interface Member {
  readonly hand: Hand
  readonly tasks: Map<number, Task>
  /** Numbers of the modules it has been sent. */
  readonly modules: Set<number>
}

/** So many parts are with a worker at once: one it computes, one it finds when that is done. */
const DEPTH = 2

export class Crew {
  readonly #size: number
  readonly #members: Set<Member> = new Set()
  readonly #waiting: Task[] = []
  readonly #modules: WeakMap<WebAssembly.Module, number> = new WeakMap()
  #lastModule = 0
  #lastId = 0
  #disposed = false

  constructor(size: number) {
    this.#size = size
  }

  /** @throws {CubeError} `pool_disposed`. */
  requireOpen(): void {
    if (this.#disposed) throw new CubeError(pool_disposed)
  }

  give(tasks: readonly Task[]): void {
    this.#waiting.push(...tasks)
    this.#deal()
  }

  async dispose(): Promise<void> {
    if (this.#disposed) return
    this.#disposed = true
    const members = [...this.#members]
    this.#members.clear()
    const tasks = [...this.#waiting.splice(0), ...members.flatMap((member) => [...member.tasks.values()])]
    for (const task of tasks) task.failed(new CubeError(pool_disposed))
    await Promise.all(members.map(({ hand }) => hand.stop()))
  }

  #deal(): void {
    while (this.#waiting.length > 0) {
      if (!this.#waiting[0]?.isWanted()) {
        this.#waiting.shift()
        continue
      }
      const member = this.#nextMember()
      if (!member) return
      this.#send(member, this.#waiting.shift() as Task)
    }
  }

  /** The one with the least to do; a new one where there is none without work and there may be more. */
  #nextMember(): Member | undefined {
    let next: Member | undefined
    for (const member of this.#members) if (!next || member.tasks.size < next.tasks.size) next = member
    if ((!next || next.tasks.size > 0) && this.#members.size < this.#size) return this.#tryStart() ?? this.#free(next)
    return this.#free(next)
  }

  #free(member: Member | undefined): Member | undefined {
    return member && member.tasks.size < DEPTH ? member : undefined
  }

  /** Where nobody can be started and nobody is there, nothing that waits would ever be done. */
  #tryStart(): Member | undefined {
    try {
      return this.#start()
    } catch (error) {
      if (this.#members.size > 0) return undefined
      for (const task of this.#waiting.splice(0)) task.failed(workerFailed(String(error)))
      return undefined
    }
  }

  #start(): Member {
    const member: Member = {
      hand: startHand({
        onReply: (reply) => this.#reply(member, reply),
        onEnd: (reason) => this.#end(member, reason),
      }),
      tasks: new Map(),
      modules: new Set(),
    }
    this.#members.add(member)
    return member
  }

  #send(member: Member, task: Task): void {
    const id = ++this.#lastId
    try {
      const { request, transfer } = task.cut()
      const wasm = this.#moduleFor(member, task.wasm)
      member.hand.post({ ...request, id, ...(wasm !== undefined && { wasm }) }, transfer)
      member.tasks.set(id, task)
      member.hand.hold(true)
    } catch (error) {
      task.failed(error)
    }
  }

  #moduleFor(member: Member, module: WebAssembly.Module | null | undefined): Request["wasm"] {
    if (!module) return module
    const id = this.#modules.get(module) ?? ++this.#lastModule
    this.#modules.set(module, id)
    if (member.modules.has(id)) return { id }
    member.modules.add(id)
    return { id, module }
  }

  #reply(member: Member, reply: Reply): void {
    const task = member.tasks.get(reply.id)
    member.tasks.delete(reply.id)
    if (member.tasks.size === 0) member.hand.hold(false)
    this.#deal()
    if (!task) return
    if ("result" in reply) task.done(reply.result)
    else if ("refused" in reply) task.failed(CubeError.fromJSON(reply.refused as CubeErrorJson))
    else task.failed(workerFailed(reply.failed))
  }

  #end(member: Member, reason: string): void {
    if (!this.#members.delete(member)) return
    for (const task of member.tasks.values()) task.failed(workerFailed(reason))
    this.#deal()
  }
}

const workerFailed = (reason: string): CubeError =>
  new CubeError({ ...pool_worker_failed, params: { reason: reason.slice(0, 200) } })
