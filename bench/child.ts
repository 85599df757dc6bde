import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Longest a single measuring process may take. */
const LIMIT_MS = 300_000

/**
 * Runs a file of this folder in a process of its own and reads the JSON it prints.
 *
 * @param as - "product": with the product's public names and, as this process was, with or without its source condition;
 * "stranger": as an application starts Node, without any flag.
 */
export function measureIn<T>(
  file: string,
  args: readonly string[] = [],
  as: "product" | "stranger" = "product",
): Promise<T> {
  const conditions = process.execArgv.filter((flag) => flag.startsWith("--conditions"))
  const flags = as === "product" ? [...conditions, "--expose-gc", "--import", here("doors.ts")] : []
  const options = { timeout: LIMIT_MS, maxBuffer: 64 * 1024 * 1024 }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...flags, here(file), ...args], options, (error, stdout, stderr) => {
      const told = stderr.split("\n").find((line) => /Error/.test(line)) ?? stderr.trim().slice(-500)
      if (error) reject(new Error(`${file} ${args.join(" ")}: ${told || error.message}`))
      else resolve(JSON.parse(stdout) as T)
    })
  })
}
