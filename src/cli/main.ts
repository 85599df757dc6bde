#!/usr/bin/env node
import { main } from "./cli.ts"

// A reader that stops early (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0)
  throw error
})

const out = (text: string): void | Promise<void> => {
  if (!process.stdout.write(text)) return new Promise((resolve) => process.stdout.once("drain", () => resolve()))
}

process.exitCode = await main(process.argv.slice(2), {
  in: process.stdin,
  out,
  err: (text) => void process.stderr.write(text),
})
