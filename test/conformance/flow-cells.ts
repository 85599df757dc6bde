import type { AnyCube, PlacedCube } from "cubular"
import { type Cell, cellsOf, type Feature, follow } from "cubular/conformance"
import branch from "cubular/cubes/flow/branch"
import delay from "cubular/cubes/flow/delay"
import map from "cubular/cubes/flow/map"
import merge from "cubular/cubes/flow/merge"
import upper from "cubular/cubes/text/upper"

const pass = (value: string): PlacedCube => ({ use: "probe/pass", in: { value } })

const features: readonly Feature[] = [
  {
    name: "flow/map",
    build: ({ does, guard }) => ({
      cubes: {
        m: {
          use: "flow/map@^1",
          config: { cube: "probe/called", input: "value", output: "value", with: { does } },
          in: { items: ["@value", "@value", "@more"] },
          ...guard,
        },
        a: pass("m.items"),
      },
      outputs: { out: "a.value", last: "m.items#/2" },
    }),
    given: { more: 1 },
    rows: follow("m", "a", { out: [1007, 1007, 1001], last: 1001 }),
  },
  {
    name: "flow/map over texts",
    given: { texts: ["갑a", "ß", ""] },
    build: ({ placed: s }) => ({
      cubes: {
        s,
        m: {
          use: "flow/map@^1",
          config: { cube: "text/upper", input: "text", output: "text", concurrent: 1 },
          in: { items: "@texts" },
          after: ["s"],
        },
      },
      outputs: { out: "m.items" },
    }),
    rows: {
      ...follow("s", "m", { out: ["갑A", "SS", ""] }),
      skip: ["s=skipped m=ok", { out: ["갑A", "SS", ""] }],
    },
  },
  {
    name: "flow/branch and flow/merge",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        way: { use: "flow/branch@^1", in: { value: "s.value", condition: "s.odd" } },
        y: pass("way.yes"),
        n: pass("way.no"),
        m: { use: "flow/merge@^1", in: { a: "n.value", b: "y.value" } },
        z: pass("m.value"),
      },
      outputs: { out: "z.value", yes: "y.value", no: "n.value" },
    }),
    rows: {
      ...follow("s", "way y n m z", {}),
      ok: ["s=ok way=ok y=ok n=skipped m=ok z=ok", { out: 7, yes: 7 }],
      skip: ["s=skipped way=skipped y=skipped n=skipped m=ok z=skipped", {}],
    },
  },
  {
    name: "flow/delay",
    pace: "later",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        d: { use: "flow/delay@^1", config: { ms: 86_400_000 }, in: { value: "s.value" } },
        e: { use: "flow/delay@^1", config: { ms: 0 }, in: { value: "d.value" } },
        beside: { use: "flow/delay@^1", config: { ms: 10 }, in: { value: "@value" } },
      },
      outputs: { out: "e.value", beside: "beside.value" },
    }),
    rows: {
      ok: ["s=ok d=ok e=ok beside=ok", { out: 7, beside: 7 }],
      fail: ["s=probe_failed d=skipped e=skipped beside=ok", { beside: 7 }],
      skip: ["s=skipped d=skipped e=skipped beside=ok", { beside: 7 }],
      cancel: ["s=cancelled d=cancelled e=cancelled beside=ok", { beside: 7 }],
      deadline: ["s=cancelled d=cancelled e=cancelled beside=ok", { beside: 7 }],
    },
  },
]

/** The shipped cubes that steer a run, under every outcome. */
export const flowCells: readonly Cell[] = features.flatMap(cellsOf)
export const flowCubes: readonly AnyCube[] = [branch, delay, map, merge, upper]
