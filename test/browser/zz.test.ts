import { createCubular } from "cubular/host/browser"
import { wrap } from "comlink"
import { test } from "vitest"
test("bench", async () => {
  const client = createCubular({ worker: () => new Worker(new URL("./workers/serving.ts", import.meta.url), { type: "module" }) })
  const bare = wrap<{ ping(x: unknown): Promise<unknown> }>(new Worker(new URL("./workers/zzbare.ts", import.meta.url), { type: "module" }))
  const doc = (n: number) => ({ format: 1, id: "x", version: "1.0.0", cubes: Object.fromEntries(Array.from({ length: n }, (_, i) => [`s${i}`, { use: "test/shout", in: { text: i === 0 ? "@text" : `s${i - 1}.text` } }])), outputs: { text: `s${n - 1}.text` } }) as const
  const time = async (f: () => Promise<unknown>, n = 400) => { const t = performance.now(); for (let i = 0; i < n; i++) await f(); return ((performance.now() - t) / n) * 1000 }
  const big = { outputs: { text: "A" }, steps: { only: { outcome: "ok" } }, plan: "a".repeat(64) }
  const cases: Record<string, () => Promise<unknown>> = {
    bare: () => bare.ping({ text: "a" }),
    "bare big": () => bare.ping({ result: big }),
    "id 1": () => client.run("shout@1.0.0", { text: "a" }).settled,
    "doc 3": () => client.run(doc(3) as never, { text: "a" }).settled,
    "doc 3 traced": () => client.run(doc(3) as never, { text: "a" }, { trace: true }).settled,
    "doc 30": () => client.run(doc(30) as never, { text: "a" }).settled,
    "doc 30 traced": () => client.run(doc(30) as never, { text: "a" }, { trace: true }).settled,
  }
  const out: Record<string, number[]> = {}
  for (let r = 0; r < 7; r++) for (const [k, f] of Object.entries(cases)) (out[k] ??= []).push(await time(f))
  for (const [k, v] of Object.entries(out)) console.log(k, Math.round(v.sort((a, b) => a - b)[3] as number), "µs min", Math.round(v[0] as number))
  await client.stop()
})
