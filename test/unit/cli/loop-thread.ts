import { parentPort } from "node:worker_threads"

// Stands for a cube with an endless loop: once asked, this thread never gives control back.
parentPort?.on("message", () => {
  for (;;);
})
