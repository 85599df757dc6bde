/**
 * Takes the measurements, writes `results/*.json` and then `docs/performance.md`. All of them: `npm run bench`; some of
 * them: `npm run bench -- kernel-speed sizes`. One that fails keeps its old result and makes the exit code 1.
 */
import "./doors.ts"
import { measureIn } from "./child.ts"
import {
  kernelBuild,
  kernelEarlier,
  kernelMemory,
  kernelOptions,
  kernelSpeed,
  kernelTypes,
} from "./kernel/questions.ts"
import { messaging } from "./messaging/questions.ts"
import { policies } from "./policies/questions.ts"
import { writeReport } from "./report.ts"
import { type Question, type Results, save } from "./results.ts"
import { sagas } from "./sagas/questions.ts"
import { sajuBatch, sajuBatches, sajuCold, sajuReadings, sajuSingle } from "./saju/questions.ts"
import { simulation } from "./simulation/questions.ts"
import { backups, storesBrowser, storesNode, storesWorkers } from "./stores/questions.ts"
import { streams } from "./streams/questions.ts"

const questions: { readonly [Q in Question]: () => Promise<Results[Q]> } = {
  "kernel-speed": kernelSpeed,
  "kernel-build": kernelBuild,
  "kernel-options": kernelOptions,
  "kernel-earlier": kernelEarlier,
  "kernel-memory": kernelMemory,
  "kernel-types": kernelTypes,
  policies,
  messaging,
  sagas,
  simulation,
  streams,
  "stores-node": storesNode,
  "stores-browser": storesBrowser,
  "stores-workers": storesWorkers,
  backup: backups,
  "saju-single": sajuSingle,
  "saju-readings": sajuReadings,
  "saju-batch": sajuBatch,
  "saju-batches": sajuBatches,
  "saju-cold": sajuCold,
  "saju-accuracy": () => measureIn<Results["saju-accuracy"]>("saju/accuracy.ts"),
  "saju-peers": () => measureIn<Results["saju-peers"]>("saju/peers.ts"),
  "saju-tokens": () => measureIn<Results["saju-tokens"]>("saju/tokens.ts"),
  sizes: () => measureIn<Results["sizes"]>("sizes.ts"),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in questions))
if (unknown.length > 0)
  throw new Error(`no such measurement: ${unknown.join(", ")}. There are ${Object.keys(questions).join(", ")}`)

async function answer<Q extends Question>(question: Q): Promise<void> {
  const start = performance.now()
  try {
    save(question, await questions[question]())
    console.log(`${question}: ${((performance.now() - start) / 1000).toFixed(0)} s`)
  } catch (error) {
    console.error(`${question} failed: ${(error as Error).message}`)
    process.exitCode = 1
  }
}

for (const question of Object.keys(questions) as Question[])
  if (asked.length === 0 || asked.includes(question)) await answer(question)
writeReport()
