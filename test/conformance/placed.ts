import type { CompositionDocument, Json } from "cubular"

/** A document of one cube, `it`, whose named inputs and outputs are the composition's. */
export function placed(
  use: string,
  config: Json,
  inputs: readonly string[],
  outputs: readonly string[],
): CompositionDocument {
  return {
    format: 1,
    id: "placed",
    version: "1.0.0",
    cubes: { it: { use, config, in: Object.fromEntries(inputs.map((name) => [name, `@${name}`])) } },
    outputs: Object.fromEntries(outputs.map((name) => [name, `it.${name}`])),
  }
}
