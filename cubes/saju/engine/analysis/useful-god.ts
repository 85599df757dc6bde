/** The useful god (용신): what every method says, and the one the caller's priority picks. */

import type { Element } from "../names.ts"
import type { Columns } from "./characters.ts"
import { controllerOf, elementNamed, generates, generatorOf } from "./elements.ts"
import { strengthShares } from "./strength-shares.ts"
import type { Analysis, FullAnalysisOptions, Roles, Structure, UsefulGod } from "./types.ts"
import { balancedGod, climateGod, curingGod, followedGod, helpingGod, mediatingGod } from "./useful-god-methods.ts"

/** The answers of all six methods, in the default priority. */
export function usefulGodsOf(
  columns: Columns,
  structure: Structure,
  options: Pick<FullAnalysisOptions, "strength" | "structure">,
): readonly UsefulGod[] {
  const asked = structure.regular.find(({ school }) => school === options.structure) as Structure["regular"][number]
  return [
    followedGod(columns, structure),
    climateGod(columns),
    balancedGod(columns, strengthShares(...columns)[options.strength]),
    mediatingGod(columns),
    curingGod(columns),
    helpingGod(columns, structure, asked.structure.index),
  ]
}

/**
 * The first method of the priority that has an answer. The table of the seasons always has one: it is passed over while it
 * does not press, and taken after all when no other method of the priority answers.
 */
export function pickUsefulGod(
  gods: readonly UsefulGod[],
  priority: FullAnalysisOptions["usefulGodPriority"],
): Analysis["usefulGod"] {
  const answers = priority.flatMap((method) => gods.find((god) => god.method === method && god.element !== null) ?? [])
  const picked = answers.find((god) => god.reason.rule !== "useful.climate.listed") ?? answers[0]
  return picked?.element ? { method: picked.method, roles: rolesAround(picked.element) } : null
}

/** 용신 희신 기신 구신 한신. */
export function rolesAround(useful: Element): Roles {
  const element = ELEMENTS.indexOf(useful)
  const harmful = controllerOf(element)
  return {
    useful,
    joyful: elementNamed(generatorOf(element)),
    harmful: elementNamed(harmful),
    hostile: elementNamed(generatorOf(harmful)),
    idle: elementNamed(generates(element)),
  }
}

const ELEMENTS: readonly Element[] = ["wood", "fire", "earth", "metal", "water"]
