import type { CompositionHealth, Health, HealthTree, KeptRunner, StepHealth } from "cubular/contract"
import type { Post } from "./post.ts"

type Status = Health["status"]

const ORDER: readonly Status[] = ["healthy", "degraded", "unhealthy"]

/** Rolls up: a composition is as its worst step, the whole as its worst composition. */
export function toTree(posts: Iterable<Post>): HealthTree {
  const runners = new Map<KeptRunner, Post[]>()
  for (const post of posts) runners.set(post.on.runner, [...(runners.get(post.on.runner) ?? []), post])
  const compositions = Array.from(runners, ([runner, own]) => compositionOf(runner, own))
  return { status: worst(compositions.map(({ status }) => status)), compositions }
}

function compositionOf(runner: KeptRunner, posts: readonly Post[]): CompositionHealth {
  return {
    composition: runner.composition,
    status: worst(posts.map((post) => weightOf(runner, post))),
    steps: Object.fromEntries(posts.map((post) => [post.on.path, stepOf(post)])),
  }
}

/** An unhealthy step whose calls are answered nevertheless makes its composition degraded only. */
function weightOf({ steps }: KeptRunner, post: Post): Status {
  const { status } = post.on.ward
  if (status !== "unhealthy") return status
  const data = steps.find(({ path }) => path === post.on.path)?.policy?.data
  return post.redirected || data?.fallback || data?.cache?.staleOnError ? "degraded" : "unhealthy"
}

function stepOf(post: Post): StepHealth {
  const { cube, ward } = post.on
  const { status, since, failures, restarts, restartAt } = ward
  const doing: StepHealth["doing"] = [
    ...(restartAt === undefined ? [] : (["restart"] as const)),
    ...(post.isolated ? (["isolate"] as const) : []),
    ...(post.redirected ? (["redirect"] as const) : []),
    ...(post.shedUntil === undefined ? [] : (["shed"] as const)),
  ]
  return { cube: cube.id, status, since, failures, restarts, doing }
}

function worst(all: readonly Status[]): Status {
  return ORDER[Math.max(0, ...all.map((status) => ORDER.indexOf(status)))] as Status
}
