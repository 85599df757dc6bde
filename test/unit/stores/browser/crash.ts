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
    await settle(site, profile.folder)
    for (let round = 0; round < rounds; round++) await writeAndKill(site, profile.folder, round, told)
    return await lookAt(site, profile.folder, "killed", told)
  } finally {
    profile.dispose()
  }
}

/**
 * A site's first visit, ended in order. Chromium notes which sites have storage in a database of its own, and writes that
 * down late: killed in the first half minute after a site's very first write, it forgets all the site has (docs/stores.md).
 */
async function settle(site: Site, profile: string): Promise<void> {
  const session = await openSession(site, profile)
  const page = await session.open()
  await page.evaluate(`crash.put("settled", "first", "visit")`)
  await session.quit()
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
