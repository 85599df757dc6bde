/** Structure (격국): the regular ones by school, the special ones that hold or nearly do, and which of them counts. */
import type { Columns } from "./characters.ts"
import type { Commanding } from "./commanding.ts"
import { structureFacts } from "./structure-facts.ts"
import { regularStructures } from "./structure-regular.ts"
import { specialStructures } from "./structure-special.ts"
import type { Structure, StructureSchool } from "./types.ts"

/** The structure of a chart; facts are about the regular one of the school asked for. */
export function structureOf(columns: Columns, commanding: Commanding | null, school: StructureSchool): Structure {
  const regular = regularStructures(columns, commanding)
  const special = specialStructures(columns)
  const asked = regular.find((entry) => entry.school === school) as (typeof regular)[number]
  const chosen = (special.find(({ holds }) => holds) ?? asked).structure
  return { regular, special, chosen, facts: structureFacts(columns, asked.structure.index) }
}
