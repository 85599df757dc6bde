#!/usr/bin/env node
import { main } from "./cli.ts"

// A reader that stops early (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0)
  throw error
})

// `exit` listeners end the processes of runtimes; a signal's own way of ending a process would skip them.
for (const [signal, code] of [
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)
  process.once(signal, () => process.exit(code))

const out = (text: string): void | Promise<void> => {
  if (!process.stdout.write(text)) return new Promise((resolve) => process.stdout.once("drain", () => resolve()))
}

process.exitCode = await main(process.argv.slice(2), {
  in: process.stdin,
  out,
  err: (text) => void process.stderr.write(text),
})
