import { serve } from "cubular/host/browser/worker"

const quit = close.bind(self)
const violations: string[] = []
addEventListener("securitypolicyviolation", ({ effectiveDirective }) => void violations.push(effectiveDirective))
Object.assign(self, { quit: () => quit(), violations })

serve(async () => {
  const { compositions, cubes } = await import("./cubes.ts")
  return [...cubes, ...compositions]
})
