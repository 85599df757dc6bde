import type { Case } from "./cases.ts"
import type { Engine } from "./engine.ts"
import { breadboard } from "./engines/breadboard.ts"
import { cubular } from "./engines/cubular.ts"
import { effect } from "./engines/effect.ts"
import { graphai } from "./engines/graphai.ts"
import { litegraph } from "./engines/litegraph.ts"
import { plain } from "./engines/plain.ts"
import { rxjs } from "./engines/rxjs.ts"
import { signals } from "./engines/signals.ts"

/** All that take part, ours first after the lower bound. */
export const engines: readonly Engine[] = [plain, cubular, rxjs, effect, signals, litegraph, graphai, breadboard]

/** Those that can run a case; with a rival's name only the lower bound, ours and that one. */
export function enginesFor({ shape }: Case, rival?: string): readonly Engine[] {
  const able = engines.filter(({ waits }) => waits || !shape.some((step) => step.waits))
  return rival === undefined ? able : able.filter(({ name }) => [plain.name, cubular.name, rival].includes(name))
}
