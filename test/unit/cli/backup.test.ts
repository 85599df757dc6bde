import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createHost } from "cubular/host/node"
import { createStores } from "cubular/stores/node"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { cubular } from "./terminal.ts"

const folder = mkdtempSync(join(tmpdir(), "cubular-backup-test-"))
const at = (...names: string[]): string => join(folder, ...names)
const file = at("kept.json")
const key = ["--key", at("key")]
const received = new Map<string, Buffer>()
let server: Server
let origin = ""

beforeAll(async () => {
  const place = (use: string, config: object) => ({ use: `data/${use}@^1`, config })
  const cubes = {
    read: place("kv", { op: "list", store: "settings" }),
    log: place("journal", { op: "read", store: "log" }),
    picture: place("blobs", { op: "list", store: "pictures" }),
  }
  writeFileSync(
    file,
    JSON.stringify({ format: 1, id: "kept", version: "1.0.0", cubes, outputs: { keys: "read.keys" } }),
  )
  const { clock } = createHost()
  const stores = createStores({ folder: at("data"), clock })
  await stores.kv("settings").put("name", { value: "가나다" })
  await stores.blobs("pictures").put("one", new Uint8Array(100_000).fill(7))
  const writer = await stores.journal("log").writer()
  await writer.append([1, 2, 3])
  await writer.close()
  stores.close()
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on("data", (part: Buffer) => parts.push(part))
    request.on("end", () => {
      const isAllowed = request.headers.authorization === "Bearer sesame"
      if (isAllowed) received.set(request.url as string, Buffer.concat(parts))
      response.writeHead(isAllowed ? 201 : 403).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  expect((await cubular(["backup", "--new-key", at("key")])).code).toBe(0)
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const made = async (to: string): Promise<string> => {
  const { code, err } = await cubular(["backup", file, ...key, "--to", at(to), "--data", at("data")])
  expect([code, err]).toEqual([0, ""])
  const [name] = readdirSync(at(to))
  return at(to, name as string)
}

describe("cubular backup", () => {
  test("a key is made once, for its owner only", async () => {
    expect(statSync(at("key")).mode & 0o777).toBe(0o600)
    const { code, err } = await cubular(["backup", "--new-key", at("key")])
    expect([code, err]).toEqual([2, expect.stringContaining("EEXIST")])
  })

  test("what a composition keeps comes back from a folder, the same to the byte", async () => {
    const backup = await made("first")
    expect(backup).toMatch(/kept-\d{8}T\d{6}Z-[0-9a-f]{8}\.backup$/)
    const restored = await cubular(["restore", backup, ...key, "--data", at("other"), "--json"])
    expect(restored.code).toBe(0)
    const again = await cubular(["backup", file, ...key, "--to", at("again"), "--data", at("other"), "--json"])
    expect(JSON.parse(again.out).stores).toEqual(JSON.parse(restored.out).stores)
    expect(
      JSON.parse(restored.out).stores.map(({ store, rows }: { store: string; rows: number }) => [store, rows]),
    ).toEqual([
      ["kv", 1],
      ["blobs", 1],
      ["journal", 3],
    ])
    const full = await cubular(["restore", backup, ...key, "--data", at("other")])
    expect([full.code, full.err]).toEqual([1, expect.stringContaining("restore_not_empty")])
    expect((await cubular(["restore", backup, ...key, "--data", at("other"), "--merge"])).code).toBe(0)
  })

  test("three places of two kinds, one elsewhere, get the same file", async () => {
    const targets = at("targets.json")
    const list = [
      { name: "disk", kind: "folder", path: at("disk") },
      { name: "usb", kind: "folder", path: at("usb") },
      { name: "away", kind: "http", url: `${origin}/vault/`, elsewhere: true, token: "env:TOKEN" },
    ]
    writeFileSync(targets, JSON.stringify({ targets: list }))
    const args = ["backup", file, ...key, "--targets", targets, "--data", at("data"), "--allow-origin", origin]
    const { code, err } = await cubular(args, "", undefined, { TOKEN: "sesame" })
    expect([code, err]).toEqual([0, ""])
    const [[url, bytes] = []] = received
    expect(url).toMatch(/^\/vault\/kept-/)
    for (const place of ["disk", "usb"]) {
      const [name] = readdirSync(at(place))
      expect(readFileSync(at(place, name as string))).toEqual(bytes)
    }
    const half = await cubular(args, "", undefined, { TOKEN: "wrong" })
    expect([half.code, half.err]).toEqual([1, expect.stringContaining("backup_target_failed")])
    expect(readdirSync(at("disk"))).toHaveLength(2)
    for (const [bad, takes] of [
      [list.slice(0, 2), "3 places"],
      [list.map((target) => ({ ...target, elsewhere: false })), "elsewhere"],
      [[list[0], list[1], { ...list[0], name: "third", path: at("third"), elsewhere: true }], "2 kinds"],
      [[list[0], list[1], { ...list[0], name: "third" }], "3 places"],
      [[{ name: "x", kind: "tape" }], "targets.0"],
    ] as const) {
      writeFileSync(targets, JSON.stringify({ targets: bad }))
      const { code, err } = await cubular(args)
      expect([code, err]).toEqual([2, expect.stringContaining(takes)])
    }
  })

  test("a folder that cannot be written leaves nothing half there", async () => {
    writeFileSync(at("blocked"), "a file")
    const { code, err } = await cubular([
      "backup",
      file,
      ...key,
      "--to",
      at("blocked"),
      "--data",
      at("data"),
      "--lang",
      "ko",
    ])
    expect([code, err]).toEqual([1, expect.stringContaining("백업을")])
  })

  test("a composition that keeps nothing has no backup", async () => {
    const { code, err } = await cubular(["backup", "saju-chart", ...key, "--to", at("none")])
    expect([code, err]).toEqual([2, expect.stringContaining("backup_nothing")])
  })
})

describe("cubular restore", () => {
  test("verify reads a backup, a drill restores it into memory; neither touches a folder", async () => {
    const backup = await made("drilled")
    for (const how of ["--verify", "--drill"]) {
      const { code, out } = await cubular(["restore", backup, ...key, how, "--data", at("untouched")])
      expect([code, out.split("\n").length]).toEqual([0, 4])
    }
    expect(readdirSync(folder)).not.toContain("untouched")
  })

  test("a damaged file, another key and what is no backup are refused, and nothing is written", async () => {
    const backup = await made("damaged")
    const bytes = readFileSync(backup)
    bytes[bytes.length - 100]! ^= 1
    mkdirSync(at("bad"))
    writeFileSync(at("bad", "flipped"), bytes)
    writeFileSync(at("bad", "cut"), readFileSync(backup).subarray(0, -1))
    writeFileSync(at("bad", "none"), "no backup")
    await cubular(["backup", "--new-key", at("key2")])
    for (const [name, withKey, code] of [
      [at("bad", "flipped"), at("key"), "backup_corrupt"],
      [at("bad", "cut"), at("key"), "backup_corrupt"],
      [at("bad", "none"), at("key"), "backup_unknown"],
      [backup, at("key2"), "backup_key_other"],
      [at("bad", "missing"), at("key"), "file_unreadable"],
    ] as const) {
      const result = await cubular(["restore", name, "--key", withKey, "--data", at("never")])
      expect([result.code, result.err]).toEqual([1, expect.stringContaining(code)])
    }
    expect(readdirSync(folder)).not.toContain("never")
  })
})
