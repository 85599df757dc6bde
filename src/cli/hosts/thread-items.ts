import type { Json } from "cubular/contract"

/** Items of a stream that may be on their way from the thread, or wait to be written. */
export const AHEAD = 64

/** From the thread, before its reply. */
export interface Item {
  readonly item: Json
}

/** To the thread: so many items are done with. */
export interface Taken {
  readonly taken: number
}
