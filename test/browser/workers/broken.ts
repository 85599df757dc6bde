import { serve } from "cubular/host/browser/worker"

// Two different cubes under one name: no registry can be made of them.
serve(async () => {
  const { cubes } = await import("./cubes.ts")
  const [first] = cubes
  return first ? [first, { ...first }] : []
})
