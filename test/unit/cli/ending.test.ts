import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"

const start = (file: string, args: readonly string[] = []): ChildProcess =>
  spawn(process.execPath, ["--conditions=cubular:source", fileURLToPath(new URL(file, import.meta.url)), ...args], {
    stdio: ["pipe", "pipe", "ignore"],
  })

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const chunk of child.stdout ?? []) return String(chunk).trim()
  return ""
}

/** Gone, or dead and only waiting to be collected. */
function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return true
  }
  const stat = `/proc/${pid}/stat`
  return existsSync(stat) && / Z /.test(readFileSync(stat, "utf8"))
}

test("a runtime's process ends with the command, also when nobody closes it", async () => {
  const parent = start("./parent.ts")
  const ended = once(parent, "exit")
  const pid = Number(await firstLine(parent))
  await ended
  expect(pid).toBeGreaterThan(0)
  await expect.poll(() => isGone(pid)).toBe(true)
})

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends the command with its exit code, through its clean-up", async (signal, code) => {
  const child = start("../../../src/cli/main.ts", ["run", "saju-chart", "--jsonl", "--host", "memory"])
  const ended = once(child, "exit")
  child.stdin?.write("[]\n")
  expect(await firstLine(child)).toContain("input_not_json")
  child.kill(signal)
  expect(await ended).toEqual([code, null])
})
