import type { Lang } from "./args.ts"
import type { Streams } from "./print.ts"
import type { Sessions } from "./session.ts"

/** What a command gets: its own arguments, where to write, in which language, and the runtimes. */
export interface Invocation {
  readonly args: readonly string[]
  readonly streams: Streams
  readonly lang: Lang
  readonly sessions: Sessions
  readonly env: { readonly [name: string]: string | undefined }
}

/** 0 done · 1 the run failed · 2 wrong usage or invalid document · 3 hosts or replays disagree. */
export type ExitCode = 0 | 1 | 2 | 3
