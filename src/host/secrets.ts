import { CubeError, type Host } from "cubular/contract"
import { secret_refused } from "cubular/messages/en"
import { toOrigin } from "./http.ts"

/** One secret: its value, the ids of the cubes that may use it, and the origins it may be sent to. */
export interface Secret {
  readonly value: string
  readonly cubes: readonly string[]
  readonly origins: readonly string[]
}

export type Secrets = { readonly [name: string]: Secret }

/** The secret powers of a host. An unknown name and a forbidden use look alike, so that nobody can probe for names. */
export function createSecrets(secrets: Secrets): Required<Pick<Host, "secret" | "secretNames">> {
  return {
    secretNames: Object.keys(secrets),
    async secret(name, cube, origin) {
      const found = Object.hasOwn(secrets, name) ? secrets[name] : undefined
      if (found?.cubes.includes(cube) && found.origins.map(toOrigin).includes(toOrigin(origin))) return found.value
      throw new CubeError({ ...secret_refused, params: { name, cube, origin } })
    },
  }
}
