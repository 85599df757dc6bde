import type { Streams } from "../flows.ts"
import { RunStreams } from "./run-streams.ts"

export type { Streams } from "../flows.ts"

/** What runs compositions with streams: `createRunner(document, registry, host, { streams })`. */
export const streams: Streams = /* @__PURE__ */ Object.freeze({ begin: (run) => new RunStreams(run) } satisfies Streams)
