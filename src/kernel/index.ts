export * from "./planned.ts"
