import type { CompositionDocument } from "./composition.ts"
import type { AnyCube, CubeManifest } from "./cube.ts"

/** Holds cubes and compositions. Looking up is cheap and synchronous; code is loaded only for what a plan uses. */
export interface Registry {
  /** Manifests of every cube held, all versions. */
  manifests(): readonly CubeManifest[]
  /** Documents of every composition held. */
  documents(): readonly CompositionDocument[]
  /** Code of the cube with exactly this id and version. */
  load(id: string, version: string): AnyCube | Promise<AnyCube>
}
