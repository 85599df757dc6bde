import type { Sessions } from "./session.ts"

/** The real runtimes, each loaded when it is asked for. */
export const sessions: Sessions = {
  memory: async (guardMs) => (await import("./hosts/thread-session.ts")).openThread("memory", guardMs),
  node: async (guardMs, access) => (await import("./hosts/thread-session.ts")).openThread("node", guardMs, { access }),
  workerd: async (guardMs) => (await import("./hosts/workerd-session.ts")).openWorkerd(guardMs),
  chromium: async (guardMs) => (await import("./hosts/chromium-session.ts")).openChromium(guardMs),
}
