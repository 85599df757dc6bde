import { appendFileSync, existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, vi } from "vitest"
import { createProfile, openSession, type Site } from "./session.ts"

/** What came of killing writers: how much was acknowledged, and what was wrong then. */
export interface CrashReport {
  readonly acknowledged: number
  readonly problems: readonly string[]
}

type Told = { [what: string]: string[] }

/** Lets a page write into all five stores and kills the browser, so many times; then looks at what is there. */
export async function killBrowsers(site: Site, rounds: number): Promise<CrashReport> {
  const profile = createProfile()
  const told: Told = {}
  try {
    for (let round = 0; round < rounds; round++) await writeAndKill(site, profile.folder, round, told)
    return await lookAt(site, profile.folder, "killed", told)
  } finally {
    profile.dispose()
  }
}

async function writeAndKill(site: Site, profile: string, round: number, told: Told): Promise<void> {
  const session = await openSession(site, profile)
  let wrote = (): void => undefined
  const armed = new Promise<void>((arm) => {
    wrote = arm
  })
  const page = await session.open((line) => {
    const [what = "", id = ""] = line.split("\t")
    told[what] = [...(told[what] ?? []), id]
    if (what === "entry") wrote()
  })
  await page.evaluate(`crash.write("killed", ${round})`)
  await armed
  // Each round at another moment of the work.
  await new Promise((wake) => setTimeout(wake, (round * 37) % 300))
  await session.kill()
}

async function lookAt(site: Site, profile: string, name: string, told: Told): Promise<CrashReport> {
  const session = await openSession(site, profile)
  try {
    const page = await session.open()
    const problems = (await page.evaluate(`crash.problemsOf("${name}", ${JSON.stringify(told)})`)) as string[]
    return { acknowledged: Object.values(told).flat().length, problems }
  } finally {
    await session.close()
  }
}

/**
 * Kills a browser in whose two tabs a transaction of each is under way, for as long as it lives; tells what was put before, and
 * is there afterwards.
 */
export async function killTwoTabs(site: Site): Promise<unknown> {
  const profile = createProfile()
  try {
    const before = await openSession(site, profile.folder)
    const [one, other] = [await before.open(), await before.open()]
    await one.evaluate(`crash.put("two", "a", "kept")`)
    for (const page of [one, other]) await page.evaluate("crash.hang()")
    for (const [page, write] of [
      [one, `crash.put("two", "a", "unfinished")`],
      [other, `crash.send("two")`],
    ] as const)
      await page.evaluate(`void ${write}`)
    // Both are written down by then, or one waits for the other.
    await new Promise((wake) => setTimeout(wake, 500))
    await before.kill()
    return await askAndKill(site, profile.folder, `crash.get("two", "a")`)
  } finally {
    profile.dispose()
  }
}

/**
 * Kills a browser as if it had just begun to write a record of its log, and another one once that log is gone, after others were
 * written; tells what was put before either, and is there afterwards.
 */
export async function cutLog(site: Site): Promise<unknown> {
  const profile = createProfile()
  const asked = (question: string, then?: () => Promise<void>): Promise<unknown> =>
    askAndKill(site, profile.folder, question, then)
  try {
    await asked(`crash.put("cut", "a", "before")`)
    const cut = cutLogIn(profile.folder)
    await asked(`crash.put("cut", "b", "after")`, () => vi.waitFor(() => expect(existsSync(cut)).toBe(false), 20_000))
    return await asked(`Promise.all([crash.get("cut", "a"), crash.get("cut", "b")])`)
  } finally {
    profile.dispose()
  }
}

/** Asks a page of a browser that is killed when it has answered. */
async function askAndKill(site: Site, profile: string, question: string, then?: () => Promise<void>): Promise<unknown> {
  const session = await openSession(site, profile)
  try {
    const answer = await (await session.open()).evaluate(question)
    await then?.()
    return answer
  } finally {
    await session.kill()
  }
}

/**
 * The head of a record without the record: checksum, length, and type (doc/log_format.md of LevelDB).
 *
 * @returns The log.
 */
function cutLogIn(profile: string): string {
  const files = readdirSync(profile, { recursive: true, encoding: "utf8" })
  // Numbered, with as many digits each; one before may not be deleted yet.
  const last = files
    .filter((path) => /IndexedDB.*\.leveldb\/\d+\.log$/.test(path))
    .sort()
    .at(-1)
  const log = join(profile, last as string)
  appendFileSync(log, Uint8Array.of(1, 2, 3, 4, 200, 0, 1))
  return log
}

/** Lets workers of a page write and terminates each, so many times; then looks at what is there. */
export async function terminateWorkers(site: Site, rounds: number): Promise<CrashReport> {
  const profile = createProfile()
  const session = await openSession(site, profile.folder)
  try {
    const page = await session.open()
    const told = (await page.evaluate(`crash.terminateWorkers("terminated", ${rounds})`)) as Told
    const problems = (await page.evaluate(`crash.problemsOf("terminated", ${JSON.stringify(told)})`)) as string[]
    return { acknowledged: Object.values(told).flat().length, problems }
  } finally {
    await session.close()
    profile.dispose()
  }
}
