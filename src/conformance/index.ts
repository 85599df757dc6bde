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
export { cells, features } from "./table.ts"
