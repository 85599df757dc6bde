import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { CRASH_TIMES, tellCrash } from "../../crash-rounds.ts"
import { cutLog, killBrowsers, killTwoTabs, terminateWorkers } from "./crash.ts"
import { createProfile, openSession, openSite, prepare, type Session, type Site } from "./session.ts"

const KILLS = 8 * CRASH_TIMES
const TERMINATIONS = 100 * CRASH_TIMES
const LIMIT_MS = 120_000 * CRASH_TIMES

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe("what was acknowledged is there, and nothing is torn", () => {
  test(`after ${KILLS} kills of the browser in the midst of writing`, { timeout: LIMIT_MS }, async () => {
    const { acknowledged, problems } = await killBrowsers(site, KILLS)
    expect(problems).toEqual([])
    expect(acknowledged).toBeGreaterThan(6 * KILLS)
    tellCrash({ killed: "Chromium, a page writing into all five stores", kills: KILLS, acknowledged })
  })

  test("after a kill of the browser in the midst of two tabs' transactions", async () => {
    expect(await killTwoTabs(site)).toBe("kept")
  })

  test("after a kill that cut off what the browser was noting, and another one", async () => {
    expect(await cutLog(site)).toEqual(["before", "after"])
  })

  test(`after ${TERMINATIONS} terminations of a worker in the midst of writing`, { timeout: LIMIT_MS }, async () => {
    const { acknowledged, problems } = await terminateWorkers(site, TERMINATIONS)
    expect(problems).toEqual([])
    expect(acknowledged).toBeGreaterThan(5 * TERMINATIONS)
    tellCrash({
      killed: "Web Workers (`terminate()`), writing into all five stores",
      kills: TERMINATIONS,
      acknowledged,
    })
  })
})

describe("a browser that takes away", () => {
  let session: Session
  const profile = createProfile()
  beforeAll(async () => {
    session = await openSession(site, profile.folder)
  })
  afterAll(async () => {
    await session.close()
    profile.dispose()
  })

  // Chromium reckons with the room it found for half a minute, so the browser is one of the test's own.
  test("room: what does not fit is refused with store_full, and what is stored stays readable", async () => {
    const own = createProfile()
    const browser = await openSession(site, own.folder)
    onTestFinished(async () => {
      await browser.close()
      own.dispose()
    })
    const page = await browser.open()
    const tools = await page.context().newCDPSession(page)
    const limit = (quotaSize?: number) =>
      tools.send("Storage.overrideQuotaForOrigin", { origin: site.origin, ...(quotaSize ? { quotaSize } : {}) })
    // Chromium asks for the room there is at the first write, and then reckons with it for half a minute.
    await limit(5_000_000)
    await page.evaluate(`crash.put("full", "first", "kept")`)
    const filled = (await page.evaluate(`crash.fill("full")`)) as { code: string; kept: number; readable: number }
    expect(filled.code).toBe("store_full")
    expect(filled.kept).toBeGreaterThanOrEqual(32)
    expect(filled.readable).toBe(filled.kept)
    expect(await page.evaluate(`crash.get("full", "first")`)).toBe("kept")
    await limit(15_000_000)
    expect(await page.evaluate(`crash.putBeside("full")`)).toEqual({
      codes: ["done", "store_full", "done"],
      blob: "store_full",
      small: 1,
      large: undefined,
    })
    await limit()
    expect(await page.evaluate(`crash.putLargeBlob("full")`)).toBe("done")
    await page.close()
  })

  test("everything: the stores tell it, have nothing in them, and go on", async () => {
    const page = await session.open()
    const tools = await page.context().newCDPSession(page)
    await page.evaluate(`crash.put("cleared", "a", "before")`)
    await page.evaluate(`crash.putLargeBlob("cleared")`)
    const before = (await page.evaluate(`crash.state("cleared")`)) as { id: string; restored?: string }
    expect(before.restored).toBeUndefined()
    await tools.send("Storage.clearDataForOrigin", { origin: site.origin, storageTypes: "all" })
    expect(await page.evaluate(`crash.get("cleared", "a")`)).toBe("nothing")
    const after = (await page.evaluate(`crash.state("cleared")`)) as { id: string }
    expect(after).toMatchObject({ restored: "empty", emptied: 1 })
    expect(after.id).not.toBe(before.id)
    await page.evaluate(`crash.put("cleared", "a", "after")`)
    expect(await page.evaluate(`crash.putLargeBlob("cleared")`)).toBe("done")
    expect(await page.evaluate(`crash.get("cleared", "a")`)).toBe("after")
    await page.close()
  })

  test("the other tab's patience: a newer version opens at once, and the older program is told", async () => {
    const [one, other] = [await session.open(), await session.open()]
    await one.evaluate(`crash.put("shared", "a", "1")`)
    expect(await other.evaluate(`crash.get("shared", "a")`)).toBe("1")
    expect(await other.evaluate(`crash.upgrade("shared")`)).toBeLessThan(2000)
    for (const page of [one, other]) expect(await page.evaluate(`crash.get("shared", "a")`)).toBe("store_newer")
    await one.close()
    await other.close()
  })

  test("all of a private window, when it is closed", async () => {
    const once = async (): Promise<unknown> => {
      const context = await session.browser.newContext()
      const page = await prepare(await context.newPage(), site.origin)
      const found = await page.evaluate(`crash.get("private", "a")`)
      await page.evaluate(`crash.put("private", "a", "1")`)
      expect(await page.evaluate(`crash.putLargeBlob("private")`)).toBe("done")
      expect(await page.evaluate(`crash.get("private", "a")`)).toBe("1")
      await context.close()
      return found
    }
    expect(await once()).toBe("nothing")
    expect(await once()).toBe("nothing")
  })
})
