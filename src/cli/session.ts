import type { ExecuteReply, ExecuteRequest, TakeItem } from "cubular/gateway"
import type { Access } from "./access.ts"

/** A runtime kept open for one or many runs. */
export interface Session {
  /** Never rejects: what goes wrong is in the reply. */
  run(request: ExecuteRequest, take?: TakeItem): Promise<ExecuteReply>
  close(): Promise<void>
}

export type HostName = "memory" | "node" | "workerd" | "chromium"

/** Starts a runtime. Rejects with `runtime_missing` when this machine has none. */
export type OpenSession = (guardMs: number | undefined, access?: Access) => Promise<Session>

/** How each runtime is started; tests plant others. */
export type Sessions = { readonly [name in HostName]: OpenSession }
