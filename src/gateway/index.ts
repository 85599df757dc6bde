export * from "./client.ts"
export {
  createExecutor,
  type ExecuteReply,
  type ExecuteRequest,
  type Executor,
  type TakeItem,
  toFailure,
  toReply,
} from "./execute.ts"
export { createGateway, type GatewayLimits, type GatewayOptions, isGatewayPath } from "./gateway.ts"
export { securityHeaders } from "./headers.ts"
export { parseJson } from "./parse.ts"
export type { Problem } from "./problem.ts"
