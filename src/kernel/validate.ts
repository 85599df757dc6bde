import { type Issue, toIssue } from "cubular/contract"
import { document_unreadable } from "cubular/messages/en"
import { type Examination, examine } from "./examine.ts"
import type { Limits } from "./limits.ts"
import { findCallables, findServices } from "./powers.ts"

export interface ValidateOptions {
  readonly limits?: Partial<Limits>
}

/**
 * Everything wrong with a document, at once: shape, names, versions, refs, cycles, wires that can never fit, constants
 * and configs their schemas refuse, limits. Loads the cubes the document uses and runs none of them.
 *
 * @param source - JSON text, UTF-8 bytes, a parsed value or a typed literal; anything else is an issue too.
 * @param registry - A Registry, or an iterable of cubes and documents.
 * @returns issues with paths of the document and, for text and bytes, line and column. The document is valid when none
 * has severity "error".
 * @remarks Never throws or rejects, whatever it is given.
 */
export async function validate(source: unknown, registry: unknown, options?: ValidateOptions): Promise<Issue[]> {
  try {
    const examined = await examine(source, registry, options?.limits)
    await examineCalls(examined)
    return located(examined)
  } catch {
    return [toIssue(document_unreadable, { path: [] })]
  }
}

async function examineCalls({ outline, wiring, holdings, cubes, issues }: Examination): Promise<void> {
  if (!outline || !wiring || !holdings) return
  const callables = await findCallables(wiring.drafts, holdings, cubes, issues)
  findServices(outline, wiring.drafts, callables, undefined, issues)
}

/** The findings with their places in the text, where there is one. */
export function located({ issues, locate }: Examination): Issue[] {
  if (!locate) return issues.list
  return issues.list.map((issue) => (issue.line === undefined ? { ...issue, ...locate(issue.path) } : issue))
}
