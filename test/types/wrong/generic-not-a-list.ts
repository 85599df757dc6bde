import { composition } from "cubular/contract"
import * as z from "zod"
import { first } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  inputs: { name: z.string() },
  cubes: {
    a: { use: first, in: { items: "@name" } }, // ✗ 2322: gives: string | takes: Same<"T">[]
  },
  outputs: { item: "a.item" },
})
