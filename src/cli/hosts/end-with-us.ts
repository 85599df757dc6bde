import type { ChildProcess } from "node:child_process"

/** Ends the child when this process ends in whatever way leaves time to act: also by a signal or a closed pipe. */
export function endWithUs(child: ChildProcess): void {
  const kill = (): void => void child.kill("SIGKILL")
  process.on("exit", kill)
  child.once("exit", () => process.off("exit", kill))
}
