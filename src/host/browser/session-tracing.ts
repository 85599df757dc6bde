import type { AnyCube, CubeInstance, Registry } from "cubular/contract"

/** Told the path of a step right before its cube's code runs. */
export type StepStarts = (path: string) => void

/**
 * The same registry, whose cubes tell when they start. The events of a run cannot do this: synchronous steps run in one
 * go, and a step that never ends would never let its event out.
 */
export function tracedRegistry(registry: Registry, starts: StepStarts): Registry {
  return {
    manifests: () => registry.manifests(),
    documents: () => registry.documents(),
    load(id, version) {
      const cube = registry.load(id, version)
      return cube instanceof Promise ? cube.then((loaded) => traced(loaded, starts)) : traced(cube, starts)
    },
  }
}

function traced(cube: AnyCube, starts: StepStarts): AnyCube {
  return {
    ...cube,
    create(setup, config) {
      const made = cube.create(setup, config)
      return made instanceof Promise ? made.then((instance) => tell(instance, starts)) : tell(made, starts)
    },
  }
}

function tell(instance: CubeInstance, starts: StepStarts): CubeInstance {
  const { start, stop, destroy, health, compensate } = instance
  return {
    process(inputs, step) {
      starts(step.path)
      return instance.process(inputs, step)
    },
    ...(start ? { start: () => start.call(instance) } : {}),
    ...(stop ? { stop: () => stop.call(instance) } : {}),
    ...(destroy ? { destroy: () => destroy.call(instance) } : {}),
    ...(health ? { health: () => health.call(instance) } : {}),
    ...(compensate ? { compensate: (...given) => compensate.call(instance, ...given) } : {}),
  }
}
