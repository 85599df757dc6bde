import type * as en from "../en/cubes.ts"

export const cubes: Record<keyof typeof en, { message: string; hint: string }> = {}
