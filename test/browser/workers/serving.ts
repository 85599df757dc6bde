import { serve } from "cubular/host/browser/worker"

const quit = close.bind(self)
const violations: string[] = []
addEventListener("securitypolicyviolation", (event) => {
  violations.push((event as SecurityPolicyViolationEvent).effectiveDirective)
})
Object.assign(self, { quit: () => quit(), violations })

serve(async () => {
  const { compositions, cubes } = await import("./cubes.ts")
  return [...cubes, ...compositions]
})
