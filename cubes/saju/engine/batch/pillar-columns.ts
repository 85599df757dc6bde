/** Pillars in columns, four bytes a row as `pillarsBatch` gives them: what batches over charts take. */
import { CubeError } from "cubular/contract/error"
import { batch_pillars_malformed, batch_pillars_uneven } from "cubular/messages/en"
import { readFields, requireColumn } from "./fields.ts"

/** Pillars of a batch. Do not change the array until the promise is settled. */
export interface PillarColumns {
  /** Row after row year, month, day and hour ganji 0–59; hour 255 = unknown. */
  readonly pillars: Uint8Array
}

/** A batch over pillars that has been read. */
export interface ReadColumns<Name extends string> {
  readonly given: { readonly [name in Name | "pillars"]?: unknown }
  readonly pillars: Uint8Array
  readonly rows: number
}

/** The fields of a batch over pillars. */
export function readPillars<const Name extends string>(batch: unknown, more: readonly Name[]): ReadColumns<Name> {
  const given = readFields(batch, ["pillars", ...more], batch_pillars_malformed) as {
    [name in Name | "pillars"]?: unknown
  }
  const pillars = requireColumn<Uint8Array>((given as { pillars?: unknown }).pillars, "u8", "pillars", "a Uint8Array")
  if (pillars.length % 4 !== 0) {
    throw new CubeError({ ...batch_pillars_uneven, path: ["pillars"], params: { length: pillars.length } })
  }
  return { given, pillars, rows: pillars.length / 4 }
}
