/** Simulates seeds 1, 2, 3 … until one violates something, and prints that as JSON. */
import { simulate } from "cubular/conformance"
import { parts } from "../simulation/parts.ts"

Error.stackTraceLimit = 0
const unhandled: unknown[] = []
process.on("unhandledRejection", (error) => void unhandled.push(error))

for (let seed = 1; seed <= Number(process.argv[2]); seed++) {
  const { violations } = await simulate(seed, parts)
  const violation = violations[0] ?? (unhandled.length > 0 ? `no unhandled rejection: ${unhandled[0]}` : undefined)
  if (violation === undefined) continue
  console.log(JSON.stringify({ seed, violation }))
  break
}
