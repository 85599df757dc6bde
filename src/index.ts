export * from "./contract/index.ts"
export * from "./kernel/index.ts"
