export type { FailureKind, HealingAction, HealingPlan, SupervisionSettings } from "./settings.ts"
export { type CubeSupervisor, createSupervisor, type SupervisionOptions, type SupervisionState } from "./supervisor.ts"
