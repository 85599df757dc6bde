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

/** Engines that, as ours does, load a document and keep runs apart. */
export const documentEngines: readonly string[] = [graphai.name, breadboard.name]
