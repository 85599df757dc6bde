/**
 * Two compositions that know nothing of each other: one answers requests for a chart, one writes down what was answered.
 * Run it: `node --conditions=cubular:source examples/messages/main.ts` in a clone, or with the package installed.
 */
import { composition, createRegistry, defineCube } from "cubular"
import pillars from "cubular/cubes/saju/pillars"
import { createHost } from "cubular/host/memory"
import { createBroker } from "cubular/messaging"
import { createStores } from "cubular/stores/memory"
import * as z from "zod"

const written: string[] = []
const write = defineCube({
  id: "example/write",
  version: "1.0.0",
  color: "monitoring",
  effect: "write",
  title: { en: "Write down", ko: "적어 두기" },
  inputs: { text: z.string() },
  outputs: {},
  publishes: { "archive.written": z.strictObject({ text: z.string(), lines: z.int() }) },
  create: () => ({
    process({ text }, step) {
      const lines = written.push(text)
      step.publish("archive.written", { text, lines })
      return {}
    },
  }),
})

const answering = composition({
  id: "saju-on-request",
  version: "1.0.0",
  inputs: { birth: z.looseObject({ date: z.string(), time: z.string().nullable() }) },
  cubes: { chart: { use: pillars, in: { birth: "@birth" } } },
  outputs: { chart: "chart.chart" },
  on: { "saju.requested": { in: { birth: "#/birth" } } },
  emit: { "saju.done": "chart.chart" },
})

const archiving = composition({
  id: "archive",
  version: "1.0.0",
  inputs: { day: z.string() },
  cubes: { write: { use: write, in: { text: "@day" } } },
  outputs: {},
  on: { "saju.done": { in: { day: "#/pillars/day/hangul" } } },
})

const host = createHost({ stores: (clock) => createStores({ clock }) })
const registry = createRegistry([answering, archiving])
const broker = createBroker({ host, registry, observe: (topic, event) => console.log(`${topic}: ${event}`) })

const request = (id: string, date: string) =>
  ({
    specversion: "1.0",
    id,
    source: "/example",
    type: "saju.requested",
    data: { birth: { date, time: "14:30" } },
  }) as const
await broker.publish([request("1", "1990-05-01"), request("2", "2000-01-01"), request("1", "1990-05-01")])
await broker.publish([request("3", "1990-02-30")])
await broker.drain()
await broker.stop()

console.log(written.join(" "))
for (const { reason } of (await broker.dead("saju-on-request")).letters) console.log(`dead: ${reason}`)
