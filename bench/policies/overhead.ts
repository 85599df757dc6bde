/** What each policy adds to a step, against the bare step: prints slices as JSON. */
import type { PolicyData } from "cubular"
import { interleave, type Slices } from "../interleave.ts"
import { common, runnerOf } from "./bodies.ts"

const each: { readonly [name: string]: PolicyData } = {
  bare: {},
  fallback: { fallback: { value: { n: 0 } } },
  "cache (all different)": { cache: { ttlMs: 60_000 } },
  rateLimit: { rateLimit: { limit: 1_000_000, windowMs: 1 } },
  deadline: { deadlineMs: 5000 },
  retry: { retry: { attempts: 3 } },
  breaker: { breaker: common.breaker },
  bulkhead: { bulkhead: { concurrent: 10 } },
  timeout: { timeoutMs: 5000 },
  "retry, breaker and timeout": common,
}

async function slicesOf(pace: "now" | "later"): Promise<Slices> {
  const contenders = []
  for (const [name, policy] of Object.entries(each)) {
    const runner = await runnerOf(policy, pace)
    contenders.push({ name, run: async (n: number) => (await runner.run({ n }).result).outputs })
  }
  return interleave(contenders, { rounds: 40, sliceMs: 2 })
}

console.log(JSON.stringify({ later: await slicesOf("later"), now: await slicesOf("now") }))
