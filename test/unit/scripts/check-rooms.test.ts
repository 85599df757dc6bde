import { expect, test } from "vitest"
import { checkRooms, findCircle, problemsOf } from "../../../scripts/check-rooms.ts"

test("the tree keeps its arrows", () => {
  expect(checkRooms()).toEqual([])
})

test("a circle of imports is named from end to end", () => {
  const graph = new Map([
    ["a.ts", ["b.ts"]],
    ["b.ts", ["c.ts"]],
    ["c.ts", ["b.ts"]],
  ])
  expect(findCircle(graph)).toEqual(["b.ts", "c.ts", "b.ts"])
  expect(findCircle(new Map([["a.ts", ["b.ts"]]]))).toBeUndefined()
})

test.each([
  ["src/kernel/run.ts", "../contract/cube.ts", "src/contract/cube.ts", /leaves the room kernel/],
  ["src/kernel/run.ts", "cubular/host/node", "src/host/node.ts", /kernel may not import/],
  ["src/contract/cube.ts", "cubular", "src/index.ts", /contract may not import/],
  ["cubes/text/upper.ts", "../json/get.ts", "cubes/json/get.ts", /another family/],
  ["cubes/text/upper.ts", "cubular/saju", "cubes/saju/engine/index.ts", /another family|may not/],
  ["src/kernel/run.ts", "rxjs", undefined, /may not import the package rxjs/],
  ["playground/main.tsx", "cubular/cubes/saju/engine/chart", undefined, /no door/],
  ["playground/main.tsx", "../src/index.ts", "src/index.ts", /leaves the room playground/],
])("%s may not import %s", (from, name, to, said) => {
  expect(problemsOf({ from, name, to }).join("\n")).toMatch(said)
})
