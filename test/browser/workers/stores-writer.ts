import { openNow, writeAll } from "../stores-writing.ts"

/** Writes from its first message on, and posts what was acknowledged. */
addEventListener("message", ({ data }: MessageEvent<{ readonly name: string; readonly round: number }>) => {
  const tell = (what: string, id: string): void => postMessage([what, id])
  writeAll(openNow(data.name), data.round, tell).catch((error: unknown) => postMessage(["failed", String(error)]))
})
