/**
 * Retry, breaker and timeout around one call that is ok, ours against others': prints slices as JSON. Every timeout is of another
 * length: Node keeps timers of one length in one list, and whoever has one there would pay for the others' too.
 */
import {
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  retry,
  SamplingBreaker,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel"
import { Effect, Schedule } from "effect"
import moleculer from "moleculer"
import { type Contender, interleave, type Slices } from "../interleave.ts"
import { common, runnerOf, wait, work } from "./bodies.ts"

const guarded = wrap(
  retry(handleAll, { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 100 }) }),
  circuitBreaker(handleAll, {
    halfOpenAfter: 10_000,
    breaker: new SamplingBreaker({ threshold: 0.5, duration: 10_000, minimumRps: 10 }),
  }),
  timeout(5001, TimeoutStrategy.Cooperative),
)

/** Without a breaker: effect has none. */
const effect = (call: typeof work, n: number): Promise<number> =>
  Effect.runPromise(
    Effect.tryPromise(() => call(n)).pipe(
      Effect.timeout("5002 millis"),
      Effect.retry({ times: 2, schedule: Schedule.exponential("100 millis") }),
    ),
  )

const broker = new moleculer.ServiceBroker({
  logger: false,
  requestTimeout: 5003,
  retryPolicy: { enabled: true, retries: 2, delay: 100 },
  circuitBreaker: { enabled: true, threshold: 0.5, windowTime: 10, minRequestCount: 100, halfOpenTime: 10_000 },
})
broker.createService({
  name: "s",
  actions: {
    work: (context: { params: { n: number } }) => work(context.params.n),
    wait: (context: { params: { n: number } }) => wait(context.params.n),
  },
})
await broker.start()

async function slicesOf(call: typeof work, pace: "later" | "waiting", action: "work" | "wait"): Promise<Slices> {
  const runner = await runnerOf(common, pace)
  const bare = await runnerOf({}, pace)
  const contenders: readonly Contender[] = [
    { name: "plain call", run: call },
    { name: "cubular, no policies", run: async (n) => (await bare.run({ n }).result).outputs.n },
    { name: "cubular", run: async (n) => (await runner.run({ n }).result).outputs.n },
    { name: "cockatiel", run: (n) => guarded.execute(() => call(n)) },
    { name: "effect", run: (n) => effect(call, n) },
    { name: "moleculer", run: (n) => broker.call(`s.${action}`, { n }) },
  ]
  for (const { name, run } of contenders) if ((await run(41)) !== 42) throw new Error(`${name} gives something else`)
  return interleave(contenders, { rounds: 40, sliceMs: 2 })
}

const slices = { turn: await slicesOf(work, "later", "work"), wait: await slicesOf(wait, "waiting", "wait") }
console.log(JSON.stringify(slices))
await broker.stop()
process.exit(0)
