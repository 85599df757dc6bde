import type { AnyCube, CubeError, CubeInstance, Host, RunTracer, Values } from "cubular/contract"
import type { Caller, MakeCall } from "./caller.ts"
import type { Personal } from "./personal.ts"
import type { Role } from "./role.ts"
import type { Tap } from "./tap.ts"
import type { Ties } from "./ties.ts"

/** Makes a call that a signal ends: at once, whether or not the called cube heeds it. */
export async function callOff(
  run: Caller,
  signal: AbortSignal,
  make: MakeCall,
  begin: (branch: Caller) => Promise<Values>,
): Promise<Values> {
  signal.throwIfAborted()
  const ties = run.childTies()
  const branch = new Branch(run, ties, make)
  const abort = (): void => branch.end(signal.reason)
  signal.addEventListener("abort", abort, { once: true })
  try {
    return await ties.guard(begin(branch))
  } finally {
    signal.removeEventListener("abort", abort)
    ties.close()
  }
}

/** A run as a call sees it that can end before the run does, and all calls inside it. */
class Branch implements Caller {
  private readonly run: Caller
  private readonly ties: Ties
  private readonly make: MakeCall
  private readonly open = new Set<string>()
  private ended = false

  constructor(run: Caller, ties: Ties, make: MakeCall) {
    this.run = run
    this.ties = ties
    this.make = make
  }

  /** Calls it off, and all calls inside it. */
  end(reason: unknown): void {
    if (this.ended || this.ties.over) return
    this.ended = true
    for (const path of this.open) this.run.callEnded(path, undefined, undefined)
    this.ties.cancel(reason)
  }

  get host(): Host {
    return this.run.host
  }

  personal(): Personal {
    return this.run.personal()
  }

  get seed(): string {
    return this.run.seed
  }

  get deadline(): number | undefined {
    return this.run.deadline
  }

  get recording(): boolean {
    return this.run.recording
  }

  get tracer(): RunTracer | undefined {
    return this.run.tracer
  }

  get signal(): AbortSignal {
    return this.ties.signal
  }

  guard<T>(work: Promise<T>): Promise<T> {
    return this.ties.guard(work)
  }

  childTies(): Ties {
    return this.ties.child()
  }

  tap(path: string): Tap | undefined {
    return this.run.tap(path)
  }

  originOf(service: string, cube: AnyCube): string {
    return this.run.originOf(service, cube)
  }

  call(caller: Role, count: number, id: string, inputs: Values, signal: AbortSignal | undefined): Promise<Values> {
    return this.make(this, caller, count, id, inputs, signal)
  }

  instanceOf(cube: AnyCube): CubeInstance {
    return this.run.instanceOf(cube)
  }

  wasCalledOff(path: string): boolean {
    return this.run.wasCalledOff(path)
  }

  callStarted(path: string): void {
    this.ties.demand()
    this.run.callStarted(path)
    this.open.add(path)
  }

  callEnded(path: string, outputs: Values | undefined, error: CubeError | undefined): void {
    this.open.delete(path)
    if (this.ended) return
    const off = this.wasCalledOff(path)
    this.run.callEnded(path, off ? undefined : outputs, off ? undefined : error)
  }
}
