/** How two elements stand to each other, seen from a and b. */
import { controls, elementNamed, generates } from "../analysis/elements.ts"
import type { Element } from "../names.ts"
import type { ElementRelation } from "./types.ts"

/** Index 0–4 of an element's name; −1 for what is none. */
export function elementIndex(element: Element): number {
  for (let index = 0; index < 5; index++) if (elementNamed(index) === element) return index
  return -1
}

/** Same, generating (상생) or controlling (상극), and who does it to whom. */
export function elementRelation(a: number, b: number): ElementRelation {
  if (a === b) return "same"
  if (generates(a) === b) return "aGenerates"
  if (generates(b) === a) return "bGenerates"
  return controls(a) === b ? "aControls" : "bControls"
}
