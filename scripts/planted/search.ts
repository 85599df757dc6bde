/** Simulates seeds 1, 2, 3 … of both kinds until one violates something, and prints that as JSON. */
import { simulated } from "../simulation/parts.ts"

Error.stackTraceLimit = 0
const unhandled: unknown[] = []
process.on("unhandledRejection", (error) => void unhandled.push(error))

/** What a seed violates first. */
async function violationOf(seed: number): Promise<string | undefined> {
  const everything = (await simulated(seed, false)).violations
  const [violation] = everything.length > 0 ? everything : (await simulated(seed, true)).violations
  return violation ?? (unhandled.length > 0 ? `no unhandled rejection: ${unhandled[0]}` : undefined)
}

for (let seed = 1; seed <= Number(process.argv[2]); seed++) {
  const violation = await violationOf(seed)
  if (violation === undefined) continue
  console.log(JSON.stringify({ seed, violation }))
  break
}
