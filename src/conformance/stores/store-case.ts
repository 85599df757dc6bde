import { isCubeError } from "cubular"
import { type Stores, toParam } from "cubular/contract"
import { differ } from "../run-cell.ts"

/** Stores with nothing in them, and what a case may do to what is around them. */
export interface StoreFixture {
  readonly stores: Stores
  /** Moves the clock of the stores. Absent where it is a real one. */
  readonly advance?: (ms: number) => Promise<void>
  /** Waits until reads of `kv` show what was written. Absent where they always do. */
  readonly settle?: () => Promise<void>
  /** The same data opened once more beside, as another tab or process does. */
  readonly another?: () => Promise<Stores>
  /** Lets the stores go without further ado, as a crash does, and opens the same data anew. */
  readonly reopen?: () => Promise<Stores>
  readonly dispose?: () => Promise<void>
}

export type CreateFixture = () => Promise<StoreFixture>

/** Collects what is wrong. */
export interface Check {
  same(what: string, expected: unknown, found: unknown): void
  /** That a call rejects with a code, and where it says the fault is: a part of its path. */
  refuses(what: string, code: string, work: () => unknown, at?: readonly (string | number)[]): Promise<void>
}

export interface StoreCase {
  readonly store: "kv" | "records" | "blobs" | "queue" | "journal"
  /** A sentence about behaviour, unlike every other of its store. */
  readonly name: string
  /** What the fixture must have for it. */
  readonly wants?: readonly ("advance" | "another" | "reopen")[]
  run(fixture: Required<StoreFixture>, check: Check): Promise<void>
}

/** What is wrong, as sentences; or why the case says nothing about these stores. */
export type StoreVerdict = { readonly problems: readonly string[] } | { readonly skipped: string }

/** Runs a case on stores of its own. */
export async function runStoreCase({ wants = [], run }: StoreCase, create: CreateFixture): Promise<StoreVerdict> {
  const fixture = await create()
  try {
    const lacking = wants.filter((want) => fixture[want] === undefined)
    if (lacking.length > 0) return { skipped: `The fixture has no ${lacking.join(" and no ")}.` }
    const problems: string[] = []
    const settle = async (): Promise<void> => undefined
    await run({ settle, ...fixture } as Required<StoreFixture>, createCheck(problems)).catch((error: unknown) => {
      problems.push(`It threw ${tell(error)}.`)
    })
    return { problems }
  } finally {
    await fixture.dispose?.()
  }
}

function createCheck(problems: string[]): Check {
  return {
    same: (what, expected, found) => void problems.push(...differ(what, expected, found)),
    async refuses(what, code, work, at) {
      const found = await attempt(work)
      if (found === undefined) problems.push(`It takes ${what}, and should refuse it with ${code}.`)
      else if (!isCubeError(found) || found.code !== code)
        problems.push(`It refuses ${what} with ${tell(found)}, and should with ${code}.`)
      else if (at) problems.push(...differ(`path of ${what}`, at, found.path))
    },
  }
}

/** What a call threw or rejected with; undefined when it was done. */
async function attempt(work: () => unknown): Promise<unknown> {
  try {
    await work()
    return undefined
  } catch (error) {
    return error ?? "nothing"
  }
}

function tell(error: unknown): string {
  return isCubeError(error) ? JSON.stringify(toParam(error)) : String((error as Error)?.stack ?? error)
}
