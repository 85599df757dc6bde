import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { createHost } from "cubular/host/memory"
import { createSupervisor, type HealingPlan } from "cubular/supervision"
import { expect, test } from "vitest"
import { patient } from "../../conformance/patient.ts"
import { blocks, read } from "../docs/examples.ts"

test("examples/supervised.ts: a restart breaks no run", async () => {
  const root = fileURLToPath(new URL("../../..", import.meta.url))
  const flags = ["--conditions=cubular:source", "examples/supervised.ts"]
  const { stdout } = await promisify(execFile)(process.execPath, flags, { cwd: root })
  expect(stdout.trim().split("\n")).toEqual([
    "connection 1 is closed",
    "begun before the restart: connection 1",
    "begun after it: connection 2",
    "log: cube is degraded",
    "log: cube is unhealthy",
    "log: cube was made anew",
    "log: cube is healthy",
    "health: healthy",
    "connection 2 is closed",
  ])
})

test("docs/supervision.md: its plans are taken", () => {
  const [json = ""] = blocks(read("docs/supervision.md"), "json")
  const plans = JSON.parse(json) as HealingPlan[]
  const cubes = [patient("x", { id: "geo/places-offline", provides: ["geo.places"] }).cube]
  expect(() => createSupervisor(createHost(), { plans, cubes })).not.toThrow()
  expect(plans).toHaveLength(2)
})
