import {
  type AnyCube,
  type Awaitable,
  CubeError,
  type CubeInstance,
  type Host,
  type Path,
  type Setup,
} from "cubular/contract"
import { cube_not_created } from "cubular/messages/en"
import { failureOf } from "./failure.ts"
import { addPersonal, discreet, discreetLog, Personal } from "./personal.ts"
import { publishing } from "./publish.ts"

/**
 * Makes an instance of a cube, and starts it if so asked: at once, when nothing has to be waited for.
 *
 * @throws {CubeError} the cube's own, or `cube_not_created`; `path` begins with `place`.
 */
export function createInstance(
  cube: AnyCube,
  config: unknown,
  host: Host,
  place: Path,
  started: boolean,
): Awaitable<CubeInstance> {
  try {
    const made = makeInstance(cube, config, host)
    const ready = !started ? made : made instanceof Promise ? made.then(start) : start(made)
    return !(ready instanceof Promise) ? ready : ready.catch((thrown) => refuse(thrown, cube, place, config))
  } catch (thrown) {
    return refuse(thrown, cube, place, config)
  }
}

function makeInstance(cube: AnyCube, config: unknown, host: Host): Awaitable<CubeInstance> {
  const complete = (instance: CubeInstance): CubeInstance =>
    Object.keys(cube.publishes).length > 0 ? publishing(check(instance)) : check(instance)
  const log = discreetLog(host.log, () => addPersonal(new Personal(), cube, { config }), { cube: cube.id })
  const names = cube.needs.filter((need) => need.startsWith("wasm:")).map((need) => need.slice(5))
  const create = (wasm: Setup["wasm"]): Awaitable<CubeInstance> => {
    const instance = cube.create(Object.freeze({ wasm, log }), config as never)
    return typeof (instance as Promise<CubeInstance>)?.then === "function"
      ? Promise.resolve(instance).then(complete)
      : complete(instance as CubeInstance)
  }
  return names.length === 0 ? create(NO_MODULES) : loadAll(names, host).then(create)
}

const NO_MODULES: Setup["wasm"] = /* @__PURE__ */ Object.freeze({})

async function loadAll(names: readonly string[], host: Host): Promise<Setup["wasm"]> {
  const load = host.wasm as NonNullable<Host["wasm"]>
  const modules = await Promise.all(names.map((name) => load(name)))
  return Object.freeze(Object.fromEntries(names.map((name, at) => [name, modules[at] as WebAssembly.Module])))
}

function check(instance: CubeInstance): CubeInstance {
  if (typeof instance?.process !== "function") throw new TypeError("no process")
  return instance
}

function start(instance: CubeInstance): Awaitable<CubeInstance> {
  const started = instance.start?.()
  return started instanceof Promise ? started.then(() => instance) : instance
}

function refuse(thrown: unknown, cube: AnyCube, place: Path, config: unknown): never {
  const failure = discreet(failureOf(thrown, cube.id, place), addPersonal(new Personal(), cube, { config }))
  if (failure.cause === thrown && failure.code !== "cube_threw") throw failure
  throw new CubeError({ ...cube_not_created, path: place, params: { cube: cube.id }, cause: thrown })
}

/** Stops and destroys instances, last made first; one that throws does not keep the others alive. */
export async function destroyAll(instances: readonly CubeInstance[], host: Host): Promise<void> {
  for (const instance of [...instances].reverse())
    for (const last of ["stop", "destroy"] as const) {
      try {
        if (instance[last]) await instance[last]()
      } catch (error) {
        host.log?.("error", `${last} of a cube failed`, { error: failureOf(error, "", []).code })
      }
    }
}
