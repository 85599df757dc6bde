/**
 * Checks that the house keeps its arrows: an import leaves its room only through a door named in `exports`, goes only
 * where the table below lets it, and no path of imports (types included) comes back to where it started.
 */
import { globSync, readFileSync } from "node:fs"
import { dirname, join, normalize } from "node:path"

interface Room {
  /** Paths that belong to it: the first room that matches wins. */
  readonly at: RegExp
  /** Doors (or rooms behind them) it may import; "*" = every door. */
  readonly may: readonly string[]
  /** Packages it may import. */
  readonly packages: readonly RegExp[]
}

const any = [/./]
export const rooms: Record<string, Room> = {
  messages: { at: /^src\/messages\//, may: [], packages: [] },
  contract: { at: /^src\/contract\//, may: ["messages"], packages: [/^zod$/] },
  kernel: { at: /^src\/kernel\//, may: ["contract", "messages"], packages: [/^zod$/, /^@noble\/hashes\//] },
  // The client and the worker file run the kernel inside the browser: the one place where host and kernel meet below the apps.
  "host/browser": {
    at: /^src\/host\/browser(\/|\.ts$)/,
    may: ["contract", "messages", "host", "front", "kernel", "policies", "catalog", "saga", "stores"],
    packages: [/^zod$/, /^comlink$/],
  },
  host: {
    at: /^src\/host\//,
    may: ["contract", "messages", "host/browser"],
    packages: [/^node:/, /^comlink$/],
  },
  stores: { at: /^src\/stores\//, may: ["contract", "messages"], packages: [/^node:/, /^@noble\/hashes\//] },
  policies: { at: /^src\/policies\//, may: ["contract", "messages"], packages: [] },
  saga: { at: /^src\/saga\//, may: ["contract", "messages", "policies", "front"], packages: [/^zod$/] },
  telemetry: { at: /^src\/telemetry\//, may: ["contract", "messages"], packages: [] },
  messaging: { at: /^src\/messaging\//, may: ["contract", "messages", "front"], packages: [/^zod$/] },
  supervision: { at: /^src\/supervision\//, may: ["contract", "messages", "front"], packages: [/^zod$/] },
  conformance: {
    at: /^src\/conformance\//,
    may: ["contract", "kernel", "messages", "policies", "front"],
    packages: [/^zod$/],
  },
  gateway: {
    at: /^src\/gateway\//,
    may: ["contract", "kernel", "host", "stores", "messages", "messaging", "policies", "saga", "telemetry", "front"],
    packages: [/^hono/, /^zod$/, /^cloudflare:workers$/],
  },
  cli: {
    at: /^src\/cli\//,
    may: [
      "contract",
      "kernel",
      "host",
      "host/browser",
      "messages",
      "front",
      "gateway",
      "catalog",
      "cubes",
      "engine",
      "policies",
      "stores",
      "saga",
      "messaging",
      "conformance",
    ],
    packages: any,
  },
  front: { at: /^src\/index\.ts$/, may: ["contract", "kernel", "messages"], packages: [] },
  engine: { at: /^cubes\/saju\/engine\//, may: ["contract", "messages"], packages: [] },
  catalog: { at: /^cubes\/catalog\.ts$/, may: ["front", "contract", "cubes"], packages: [] },
  // Shown to tests and pages, never shipped.
  scenarios: { at: /^cubes\/.+\.scenarios\.ts$/, may: ["contract", "cubes"], packages: [/^msw$/] },
  // Of stores only what is the same on every platform: archives, and stores in memory to try one out.
  cubes: {
    at: /^cubes\//,
    may: ["contract", "messages", "engine", "stores"],
    packages: [/^zod$/, /^@noble\/hashes\//],
  },
  worker: { at: /^worker\//, may: ["*"], packages: any },
  playground: { at: /^playground\//, may: ["*"], packages: any },
  examples: { at: /^examples\//, may: ["*"], packages: any },
  test: { at: /^test\//, may: ["*"], packages: any },
  bench: { at: /^bench\//, may: ["*"], packages: any },
  scripts: { at: /^scripts\//, may: ["*"], packages: any },
}

export interface Import {
  readonly from: string
  readonly name: string
  readonly to: string | undefined
}

const root = new URL("..", import.meta.url).pathname
const ownPackage = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  name: string
  exports: Record<string, unknown>
  imports?: Record<string, unknown>
}

const roomOf = (file: string): string | undefined => Object.entries(rooms).find(([, room]) => room.at.test(file))?.[0]

/** The family of a cube file ("text"), to keep families apart. */
const familyOf = (file: string): string | undefined => /^cubes\/([^/]+)\//.exec(file)?.[1]

/** The source file behind a public name of ours, through `exports`. */
function behindDoor(name: string): string | undefined {
  const key = name === ownPackage.name ? "." : `.${name.slice(ownPackage.name.length)}`
  const direct = ownPackage.exports[key]
  if (direct !== undefined) return sourceOf(direct)
  for (const [pattern, target] of Object.entries(ownPackage.exports)) {
    const [head = "", tail = ""] = pattern.split("*")
    if (!pattern.includes("*") || !key.startsWith(head) || !key.endsWith(tail)) continue
    if (target === null) return undefined
    return sourceOf(target)?.replace("*", key.slice(head.length, key.length - tail.length))
  }
  return undefined
}

function sourceOf(target: unknown): string | undefined {
  if (typeof target === "string") return normalize(target)
  const source = (target as { "cubular:source"?: unknown; default?: unknown })["cubular:source"]
  if (typeof source === "string") return normalize(source)
  if (typeof source === "object" && source !== null) return sourceOf((source as { default: unknown }).default)
  return sourceOf((target as { default: unknown }).default)
}

/** Every specifier a file names: static, dynamic, re-exported, `import type`, `import("…")` types. */
function specifiers(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "")
  const statement = /^\s*(?:import|export)\s(?:[^"'`;]*?\sfrom\s*)?["']([^"'\n]+)["']/gm
  const call = /\bimport\(\s*["']([^"'\n]+)["']/g
  const found = new Set(
    [statement, call].flatMap((form) => [...code.matchAll(form)].map((match) => match[1] as string)),
  )
  return [...found]
}

function importsOf(file: string): Import[] {
  return specifiers(readFileSync(join(root, file), "utf8")).map((name) => {
    if (name.startsWith(".")) return { from: file, name, to: normalize(join(dirname(file), name)) }
    if (name === ownPackage.name || name.startsWith(`${ownPackage.name}/`))
      return { from: file, name, to: behindDoor(name) }
    return { from: file, name, to: undefined }
  })
}

export function problemsOf(found: Import): string[] {
  const { from, name, to } = found
  const room = roomOf(from)
  if (room === undefined) return [`${from}: belongs to no room`]
  const rule = rooms[room] as Room
  const own = name === ownPackage.name || name.startsWith(`${ownPackage.name}/`)
  if (!name.startsWith(".") && !own && !name.startsWith("#"))
    return rule.packages.some((allowed) => allowed.test(name))
      ? []
      : [`${from}: ${room} may not import the package ${name}`]
  if (name.startsWith("#")) return []
  if (to === undefined) return [`${from}: ${name} is no door of this package`]
  const target = roomOf(to)
  if (target === undefined) return []
  if (name.startsWith(".")) {
    if (target === room || room === "front") return sameFamily(found)
    if (room === "cubes" && target === "engine" && familyOf(from) === familyOf(to)) return []
    if (["host", "host/browser"].includes(room) && ["host", "host/browser"].includes(target)) return []
    if (room === "catalog" && target === "cubes") return []
    if (/^(test\/(unit|playground|worker|browser|property)|bench|scripts)\//.test(from)) return []
    return [`${from}: ${name} leaves the room ${room}: import the public name of ${target} instead`]
  }
  return rule.may.includes("*") || rule.may.includes(target)
    ? sameFamily(found)
    : [`${from}: ${room} may not import ${name} (room ${target})`]
}

function sameFamily({ from, name, to }: Import): string[] {
  const [a, b] = [familyOf(from), familyOf(to ?? "")]
  return a !== undefined && b !== undefined && a !== b ? [`${from}: ${name} reaches into another family`] : []
}

/** Names a circle of files, or undefined. */
export function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string): string[] | undefined => {
    const at = path.indexOf(file)
    if (at >= 0) return [...path.slice(at), file]
    if (done.has(file)) return undefined
    path.push(file)
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next)
      if (circle) return circle
    }
    path.pop()
    done.add(file)
    return undefined
  }
  for (const file of graph.keys()) {
    const circle = visit(file)
    if (circle) return circle
  }
  return undefined
}

/** All findings of the tree, as sentences. */
export function checkRooms(): string[] {
  const files = globSync("{src,cubes,worker,playground,test,bench,scripts,examples}/**/*.{ts,tsx,mjs}", {
    cwd: root,
    exclude: (path) => /node_modules|assembly|types\/wrong|\.d\.ts$/.test(String(path)),
  })
  const imports = files.flatMap(importsOf)
  const graph = new Map<string, string[]>()
  for (const found of imports)
    if (found.to !== undefined) graph.set(found.from, [...(graph.get(found.from) ?? []), found.to])
  const circle = findCircle(graph)
  return [...new Set(imports.flatMap(problemsOf)), ...(circle ? [`circle: ${circle.join(" → ")}`] : [])]
}

if (import.meta.main) {
  const problems = checkRooms()
  for (const problem of problems) console.error(problem)
  console.error(problems.length === 0 ? "Rooms are clean" : `${problems.length} imports break the arrows`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
