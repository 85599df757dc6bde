import { defineCube } from "cubular/contract"

export default defineCube({
  id: "test/wrong",
  version: "1.0.0",
  color: "feature",
  effect: "read",
  title: { en: "…", ko: "…" },
  needs: ["clok"], // ✗ 2820: "clok" | Need
  inputs: {},
  outputs: {},
  create: () => ({ process: () => ({}) }),
})
