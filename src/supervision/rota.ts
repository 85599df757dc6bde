import type { Post } from "./post.ts"
import type { Settings } from "./settings.ts"

/** When a restart of the window before is still under way. */
const ASK_AGAIN_MS = 1000

/** Who may be made anew now: never many at once, never all of a kind. Times are host-clock ms. */
export class Rota {
  private readonly settings: Settings["restart"]
  /** Begun restarts of the latest window. */
  private begun: { readonly post: Post; readonly at: number }[] = []

  constructor(settings: Settings["restart"]) {
    this.settings = settings
  }

  /** @returns 0 and takes the turn, or when to ask again. */
  take(post: Post, all: Iterable<Post>, now: number): number {
    const { share, windowMs } = this.settings
    const posts = [...all]
    const under = new Set(posts)
    this.begun = this.begun.filter(({ post: other, at }) => {
      return under.has(other) && at <= now && (at + windowMs > now || other.renewingUntil > now)
    })
    const full = this.begun.length >= Math.max(1, Math.floor(share * posts.length))
    if (full || this.isLast(post, posts)) {
      const freeAt = (this.begun[0]?.at ?? now) + windowMs
      return freeAt > now ? freeAt : now + ASK_AGAIN_MS
    }
    this.begun.push({ post, at: now })
    return 0
  }

  /** Of several of its kind, all others are being made anew, or it is the only one that still answers. */
  private isLast(post: Post, all: readonly Post[]): boolean {
    const kin = kinOf(post, all)
    if (kin.length === 0) return false
    if (post.on.ward.status === "degraded" && kin.every(({ on }) => on.ward.status === "unhealthy")) return true
    return kin.every((other) => this.begun.some((turn) => turn.post === other))
  }
}

/** Whether calls may be kept from it: not from the last of a kind that has several. */
export function maySpare(post: Post, all: Iterable<Post>): boolean {
  const kin = kinOf(post, all)
  return kin.length === 0 || kin.some((other) => other.shedUntil === undefined && !other.isolated)
}

function kinOf(post: Post, all: Iterable<Post>): readonly Post[] {
  return [...all].filter((other) => other !== post && other.on.cube.id === post.on.cube.id)
}
