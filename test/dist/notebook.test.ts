import type { Browser } from "playwright"
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { read } from "../unit/docs/examples.ts"
import { openBrowser, openSite, type Site, Visitor } from "../unit/notebook-site.ts"

/** The blocks of the page's section, in order, each as its statements or commands. */
const page = read("docs/sync.md")
const section = page.slice(page.indexOf("## A notebook that works offline"), page.indexOf("## Promises"))
const [setUp, ...turns] = [...section.matchAll(/^```(js|sh)\n([\s\S]*?)^```$/gm)].map(([, language, text = ""]) => ({
  language,
  lines: text
    .replaceAll("\\\n", "")
    .split("\n")
    .filter((line) => line !== ""),
}))

interface Listed {
  readonly record: { readonly id: string; readonly memo?: string }
  readonly version: string
}
type Inputs = { readonly [name: string]: unknown }

let site: Site
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([openSite(setUp?.lines ?? []), openBrowser()])
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const visit = async (): Promise<Visitor> => {
  const visitor = await Visitor.open(browser, site)
  onTestFinished(() => visitor.close())
  return visitor
}

/** A turn of the notebook in the page. */
const turn = async (visitor: Visitor, inputs: Inputs) =>
  (await visitor.enter(`await notebook.turn(${JSON.stringify(inputs)})`)) as { entries: Listed[] }

/** Somebody else's turn, at the Worker. */
async function turnThere(inputs: Inputs): Promise<void> {
  const body = JSON.stringify({ inputs })
  const headers = { "content-type": "application/json" }
  const address = `${site.origin}/v1/compositions/saju-notebook-replica/run`
  const response = await fetch(address, { method: "POST", body, headers })
  expect(response.status, await response.text()).toBe(200)
}

const listed = async (visitor: Visitor): Promise<Listed[]> => (await turn(visitor, { do: "list" })).entries

/** What the command lists of the Worker. */
async function listedThere(): Promise<Listed[]> {
  const line = `cubular run saju-notebook-replica --url ${site.origin} --input '{"do":"list"}'`
  return (JSON.parse(await site.shell(line)) as { outputs: { entries: Listed[] } }).outputs.entries
}

const sync = (visitor: Visitor): Promise<unknown> => visitor.enter("await notebook.sync()")

const birth = { date: "1990-05-01", time: "14:30" }
const entry = (id: string, memo = ""): object => ({ id, name: `${id}님`, birth, memo, tags: ["친구", "it's"] })

describe("a notebook that works offline", () => {
  test("docs/sync.md: every line of the page and of the shell gives what is said, and both list equal records", async () => {
    const visitor = await visit()
    const told: string[] = []
    for (const { language, lines } of turns)
      for (const line of lines) {
        const [, work = line, how, expected = ""] = /^(.*) \/\/ (→|!) (.*)$/.exec(line) ?? []
        if (language === "sh") expect(JSON.parse(await site.shell(line))).toMatchObject({ ok: true })
        else if (/^\/\/ (offline|online|reload)$/.test(line)) await visitor[line.slice(3) as "offline"]()
        else {
          const given = await visitor.enter(work)
          if (how) expect(given, line).toEqual(how === "→" ? JSON.parse(expected) : { code: expected })
          told.push(line)
        }
      }
    expect(told.length).toBeGreaterThan(10)
    const here = await listed(visitor)
    expect(here.map(({ record }) => record.id)).toEqual(["kim", "lee", "choi"])
    expect(await listedThere()).toStrictEqual(here)
  })

  test("twenty records made offline are listed by the command with all their fields and versions", async () => {
    const visitor = await visit()
    expect(visitor.workers()).toEqual([])
    await visitor.offline()
    for (let each = 0; each < 20; each++) await turn(visitor, { do: "create", entry: entry(`many-${each}`) })
    expect(visitor.workers()).toEqual([`${site.origin}/worker.js`])
    await visitor.reload()
    const offline = await listed(visitor)
    expect(offline).toHaveLength(20)
    await visitor.online()
    expect(await sync(visitor)).toMatchObject({ pushed: 20 })
    const there = await listedThere()
    expect(there).toStrictEqual(await listed(visitor))
    expect(there.filter(({ record }) => record.id.startsWith("many-"))).toStrictEqual(offline)
  })

  test("what was changed in the page and on the Worker ends the same on both, and in a third place: the later change counts", async () => {
    const [one, other] = [await visit(), await visit()]
    for (const id of ["page-later", "worker-later", "deleted-here", "deleted-there"])
      await turn(one, { do: "create", entry: entry(id) })
    await sync(one)
    const versions = new Map((await listed(one)).map(({ record, version }) => [record.id, version]))
    const edit = (id: string, memo: string) => ({ do: "edit", entry: entry(id, memo), version: versions.get(id) })
    const remove = (key: string) => ({ do: "delete", key, version: versions.get(key) })
    await one.offline()
    await turn(one, edit("worker-later", "page"))
    await turn(one, remove("deleted-here"))
    await turnThere(edit("worker-later", "worker"))
    await turnThere(edit("page-later", "worker"))
    await turnThere(edit("deleted-here", "worker"))
    await turnThere(remove("deleted-there"))
    await turn(one, edit("page-later", "page"))
    expect(await sync(one)).toEqual({ code: "run_failed" })
    expect((await listed(one)).map(({ record }) => record.id)).toContain("deleted-there")
    await one.online()
    await sync(one)
    await sync(other)
    const there = await listedThere()
    expect(await listed(one)).toStrictEqual(there)
    expect(await listed(other)).toStrictEqual(there)
    const memos = Object.fromEntries(there.map(({ record }) => [record.id, record.memo]))
    expect(memos).toMatchObject({ "page-later": "page", "worker-later": "worker", "deleted-here": "worker" })
    expect(memos).not.toHaveProperty("deleted-there")
  })
})
