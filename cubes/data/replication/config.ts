import { CUBE_ID_PATTERN, NAME_PATTERN } from "cubular/contract"
import * as z from "zod"
import { sortedText } from "../keeping/export-text.ts"
import { type TableSpecData, tableSpec } from "../keeping/table.ts"

const port = /* @__PURE__ */ z.string().regex(NAME_PATTERN)

/**
 * The cube that makes one record of several, with constants as in `flow/map`: `input` takes the list of them, that of the
 * latest change last, `output` gives one. It must be pure.
 */
const merge = /* @__PURE__ */ z.strictObject({
  cube: /* @__PURE__ */ z.string().regex(CUBE_ID_PATTERN),
  range: /* @__PURE__ */ z.string().max(64).optional(),
  with: /* @__PURE__ */ z.record(port, /* @__PURE__ */ z.json()).optional(),
  input: port,
  output: port,
})

/** What every replica of a table must say alike. */
export const replicated = {
  table: tableSpec,
  merge: /* @__PURE__ */ merge.optional(),
}

export interface Replicated {
  readonly table: TableSpecData
  readonly merge?: z.output<typeof merge> | undefined
}

/** Cube → range, for `dependencies`. */
export function mergeDependency({ merge }: Replicated): { readonly [id: string]: string } {
  return merge ? { [merge.cube]: merge.range ?? "*" } : {}
}

/** By what conflicts are decided, as a text to compare. */
export function ruleOf({ merge }: Replicated): string {
  return merge ? sortedText(JSON.parse(JSON.stringify(merge))) : "latest"
}
