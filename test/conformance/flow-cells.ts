import type { AnyCube, PlacedCube } from "cubular"
import { type Cell, cellsOf, type Feature, follow } from "cubular/conformance"
import batch from "cubular/cubes/flow/batch"
import branch from "cubular/cubes/flow/branch"
import delay from "cubular/cubes/flow/delay"
import filter from "cubular/cubes/flow/filter"
import loop from "cubular/cubes/flow/loop"
import map from "cubular/cubes/flow/map"
import merge from "cubular/cubes/flow/merge"
import race from "cubular/cubes/flow/race"
import reduce from "cubular/cubes/flow/reduce"
import retryUntil from "cubular/cubes/flow/retry-until"
import toWays from "cubular/cubes/flow/switch"
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
  {
    name: "flow/filter",
    build: ({ does, guard }) => ({
      cubes: {
        m: {
          use: "flow/filter@^1",
          config: {
            cube: "probe/called",
            input: "value",
            keep: { output: "value", equals: 1007 },
            concurrent: 2,
            with: { does },
          },
          in: { items: ["@value", "@more", "@value"] },
          ...guard,
        },
        a: pass("m.items"),
      },
      outputs: { out: "a.value" },
    }),
    given: { more: 1 },
    rows: follow("m", "a", { out: [7, 7] }),
  },
  {
    name: "flow/reduce",
    build: ({ does, guard }) => ({
      cubes: {
        m: {
          use: "flow/reduce@^1",
          config: { cube: "probe/called", takes: { value: "value", item: "does" }, output: "value" },
          in: { items: { value: ["now", does] }, initial: "@value" },
          ...guard,
        },
        a: pass("m.value"),
      },
      outputs: { out: "a.value" },
    }),
    rows: follow("m", "a", { out: 2007 }),
  },
  {
    name: "flow/switch",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        way: { use: "flow/switch@^1", config: { cases: ["odd", true] }, in: { value: "s.value", key: "s.odd" } },
        first: pass("way.case1"),
        second: pass("way.case2"),
        other: pass("way.otherwise"),
      },
      outputs: { first: "first.value", second: "second.value", other: "other.value" },
    }),
    rows: {
      ...follow("s", "way first second other", {}),
      ok: ["s=ok way=ok first=skipped second=ok other=skipped", { second: 7 }],
    },
  },
  {
    name: "flow/retry-until",
    build: ({ does, guard }) => ({
      cubes: {
        m: {
          use: "flow/retry-until@^1",
          config: {
            cube: "probe/called",
            input: "value",
            output: "value",
            until: { output: "value", equals: 1007 },
            with: { does },
          },
          in: { value: "@value" },
          ...guard,
        },
        a: pass("m.value"),
      },
      outputs: { out: "a.value", attempts: "m.attempts" },
    }),
    rows: follow("m", "a", { out: 1007, attempts: 1 }),
  },
  {
    name: "flow/loop",
    build: ({ does, guard }) => ({
      cubes: {
        m: {
          use: "flow/loop@^1",
          config: {
            cube: "probe/called",
            input: "value",
            output: "value",
            until: { output: "value", equals: 3007 },
            with: { does },
          },
          in: { state: "@value" },
          ...guard,
        },
        a: pass("m.state"),
      },
      outputs: { out: "a.value", turns: "m.turns" },
    }),
    rows: follow("m", "a", { out: 3007, turns: 3 }),
  },
  {
    name: "flow/loop over its budget",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        m: {
          use: "flow/loop@^1",
          config: {
            cube: "probe/called",
            input: "value",
            output: "value",
            until: { output: "value", equals: 0 },
            with: { does: "now" },
            turns: 4,
          },
          in: { state: "s.value" },
        },
        a: pass("m.state"),
      },
      outputs: { out: "a.value" },
    }),
    rows: {
      ...follow("s", "m a", {}),
      ok: ["s=ok m=loop_budget_exceeded a=skipped", {}, "run_failed"],
    },
  },
  {
    name: "flow/race",
    build: ({ does, guard }) => ({
      cubes: {
        m: {
          use: "flow/race@^1",
          config: {
            cubes: [{ cube: "probe/called", with: { does: "throw" } }, { cube: "probe/called" }],
            input: "value",
            output: "value",
            with: { does },
          },
          in: { value: "@value" },
          ...guard,
        },
        a: pass("m.value"),
      },
      outputs: { out: "a.value", winner: "m.winner" },
    }),
    rows: { ...follow("m", "a", { out: 1007, winner: 1 }), fail: ["m=race_all_failed a=skipped", {}] },
  },
  {
    name: "flow/batch",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        m: {
          use: "flow/batch@^1",
          config: { cube: "flow/merge", input: "a", output: "value" },
          in: { item: "s.value" },
        },
        a: pass("m.value"),
      },
      outputs: { out: "a.value" },
    }),
    rows: follow("s", "m a", { out: 7 }),
  },
]

/** The shipped cubes that steer a run, under every outcome. */
export const flowCells: readonly Cell[] = features.flatMap(cellsOf)
export const flowCubes: readonly AnyCube[] = [
  batch,
  branch,
  delay,
  filter,
  loop,
  map,
  merge,
  race,
  reduce,
  retryUntil,
  toWays,
  upper,
]
