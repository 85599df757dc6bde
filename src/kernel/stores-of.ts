import type { StoreUse } from "cubular/contract"
import type { Plan } from "./planned.ts"
import { storeKey, usesOf } from "./role.ts"

/**
 * The stores the cubes of a plan say they use, each once, in plan order: what belongs into its backup. A cube called by
 * another one counts with the config it has there, which is none.
 */
export function storesOf({ steps }: Plan): readonly StoreUse[] {
  const found = new Map<string, StoreUse>()
  for (const { cube, config, callable } of steps)
    for (const use of [
      ...usesOf(cube, config),
      ...Object.values(callable).flatMap((each) => usesOf(each, undefined)),
    ]) {
      const key = storeKey(use.store, "name" in use ? use.name : use.table.shape.name)
      if (!found.has(key)) found.set(key, use)
    }
  return [...found.values()]
}
