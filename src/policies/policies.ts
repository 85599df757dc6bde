import type { Policy } from "cubular/contract"
import { deadline } from "./deadline.ts"
import { retry } from "./retry.ts"
import { timeout } from "./timeout.ts"

/** All of them. */
export const policies: readonly Policy[] = /* @__PURE__ */ Object.freeze([deadline, retry, timeout])
