/**
 * Suites as data for people who write cubes, hosts and kernels: each function gives what is wrong as sentences, none when
 * all is well, and knows no test framework.
 *
 * @example
 * for (const cell of cells) expect(problemsOf(cell, await runCell(cell, createHost))).toEqual([])   // a host
 * expect(await runCases(cube, cases, [cube], createHost)).toEqual([])                               // a cube
 * expect(await checkCube(cube)).toEqual([])
 * for (const each of storeCases) expect(await runStoreCase(each, createFixture)).toEqual({ problems: [] })          // stores
 * expect((await simulate(1, { createHost, createStores, policies })).violations).toEqual([])                       // all of it
 *
 * @module
 */
export { type Forbidden, forbidAmbient } from "./ambient.ts"
export {
  type Cell,
  type CellOutcome,
  cellsOf,
  type Expectation,
  type Feature,
  follow,
  outcomes,
  type Rows,
  type Subject,
} from "./cell.ts"
export { checkCube } from "./check-cube.ts"
export { type Behaviour, probes } from "./probe.ts"
export { type CasesOptions, runCases } from "./run-cases.ts"
export { type CellOptions, type CreateHost, type HostWish, type Observed, problemsOf, runCell } from "./run-cell.ts"
export { type Simulating, simulateComposition } from "./simulation/composition.ts"
export { simulate, simulateFlow } from "./simulation/simulate.ts"
export type { Simulated } from "./simulation/stage.ts"
export { type FaultKind, faultKinds } from "./simulation/trace.ts"
export type { Parts, VirtualHost } from "./simulation/world.ts"
export {
  type Check,
  type CreateFixture,
  runStoreCase,
  type StoreCase,
  type StoreFixture,
  type StoreVerdict,
  storeCases,
} from "./stores/index.ts"
export { cells, features } from "./table.ts"
