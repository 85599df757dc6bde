/**
 * A service that fails twice, then answers; then is down: retry, timeout, breaker, cache and fallback around one step.
 * Run with `node --conditions=cubular:source examples/policies.ts`; the clock is virtual, so it takes no time.
 */
import { type CompositionDocument, CubeError, createRunner, defineCube } from "cubular"
import { createHost } from "cubular/host/memory"
import { policies } from "cubular/policies"
import * as z from "zod"

let calls = 0
let isDown = false

const weather = defineCube({
  id: "example/weather",
  version: "1.0.0",
  color: "network",
  effect: "read",
  needs: ["clock"],
  title: { en: "Weather", ko: "날씨" },
  inputs: { city: z.string() },
  outputs: { text: z.string() },
  create: () => ({
    async process({ city }, step) {
      calls++
      await step.clock.sleep(50)
      if (isDown || calls < 3)
        throw new CubeError({ code: "weather_down", message: "No answer.", hint: "Wait.", retryable: true })
      return { text: `${city}: sunny` }
    },
  }),
})

const document: CompositionDocument = {
  format: 1,
  id: "forecast",
  version: "1.0.0",
  inputs: { city: { type: "string" } },
  cubes: {
    ask: {
      use: "example/weather@^1",
      in: { city: "@city" },
      policy: {
        timeoutMs: 1000,
        retry: { attempts: 3, backoff: "exponential", baseMs: 100 },
        cache: { ttlMs: 60_000, staleOnError: true },
        fallback: { value: { text: "ask the window" } },
      },
    },
  },
  outputs: { text: "ask.text" },
}

const host = createHost({ autoAdvance: true })
const runner = await createRunner(document, [weather], host, { policies })
const ask = async (city: string): Promise<void> => {
  const before = calls
  const { outputs } = await runner.run({ city }).result
  console.log(`${outputs.text} (${calls - before} calls)`)
}

await ask("Seoul")
await ask("Seoul")
isDown = true
await host.advance(120_000)
await ask("Seoul")
await ask("Busan")
await runner.stop()
