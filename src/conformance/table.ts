import type { CompositionDocument, PlacedCube, WireSource } from "cubular"
import { type Cell, cellsOf, type Feature, follow } from "./cell.ts"
import { policyFeatures } from "./policy-table.ts"

const pass = (value: WireSource, more: Partial<PlacedCube> = {}): PlacedCube => ({
  use: "probe/pass",
  in: { value },
  ...more,
})
const passLater = (value: WireSource): PlacedCube => ({ use: "probe/pass-later", in: { value } })
const sum = (values: WireSource, more: Partial<PlacedCube> = {}): PlacedCube => ({
  use: "probe/sum",
  in: { values },
  ...more,
})
const inner = (
  id: string,
  cubes: CompositionDocument["cubes"],
  outputs: CompositionDocument["outputs"],
): CompositionDocument => ({ format: 1, id, version: "1.0.0", cubes, outputs })

/** One subject, alone or with what needs it. */
const alone: readonly Feature[] = [
  {
    name: "one step",
    build: ({ placed: s }) => ({ cubes: { s }, outputs: { out: "s.value" } }),
    rows: follow("s", "", { out: 7 }),
  },
  {
    name: "one async step",
    pace: "later",
    build: ({ placed: s }) => ({ cubes: { s }, outputs: { out: "s.value" } }),
    rows: follow("s", "", { out: 7 }),
  },
  {
    name: "sync chain",
    build: ({ placed: s }) => ({
      cubes: { s, a: pass("s.value"), b: pass("a.value"), c: pass("b.value") },
      outputs: { out: "c.value", early: "a.value" },
    }),
    rows: follow("s", "a b c", { out: 7, early: 7 }),
  },
  {
    name: "async chain",
    pace: "later",
    build: ({ placed: s }) => ({
      cubes: { s, a: passLater("s.value"), b: passLater("a.value"), c: passLater("b.value") },
      outputs: { out: "c.value", early: "a.value" },
    }),
    rows: follow("s", "a b c", { out: 7, early: 7 }),
  },
  {
    name: "sync and async steps in turn",
    build: ({ placed: s }) => ({
      cubes: { s, a: passLater("s.value"), b: pass("a.value"), c: passLater("b.value"), d: pass("c.value") },
      outputs: { out: "d.value" },
    }),
    rows: follow("s", "a b c d", { out: 7 }),
  },
  {
    name: "a step in front of the subject",
    build: ({ placed }) => ({
      cubes: { front: pass("@value"), s: { ...placed, in: { value: "front.value" } }, a: pass("s.value") },
      outputs: { front: "front.value", out: "a.value" },
    }),
    rows: {
      ok: ["front=ok s=ok a=ok", { front: 7, out: 7 }],
      fail: ["front=ok s=probe_failed a=skipped", { front: 7 }],
      skip: ["front=ok s=skipped a=skipped", { front: 7 }],
      cancel: ["front=ok s=cancelled a=cancelled", { front: 7 }],
      deadline: ["front=ok s=cancelled a=cancelled", { front: 7 }],
    },
  },
]

/** Steps beside the subject. */
const siblings: readonly Feature[] = [
  {
    name: "independent sibling",
    build: ({ placed: s }) => ({
      cubes: { s, other: pass("@value"), z: passLater("other.value") },
      outputs: { out: "s.value", other: "z.value" },
    }),
    rows: {
      ok: ["s=ok other=ok z=ok", { out: 7, other: 7 }],
      fail: ["s=probe_failed other=ok z=ok", { other: 7 }],
      skip: ["s=skipped other=ok z=ok", { other: 7 }],
      cancel: ["s=cancelled other=ok z=ok", { other: 7 }],
      deadline: ["s=cancelled other=ok z=ok", { other: 7 }],
    },
  },
  {
    name: "independent sibling that takes longer",
    pace: "later",
    build: ({ placed: s }) => ({
      cubes: { s, other: { use: "probe/nap", config: { ms: 500 }, in: { value: "@value" } } },
      outputs: { out: "s.value", other: "other.value" },
    }),
    rows: {
      ok: ["s=ok other=ok", { out: 7, other: 7 }],
      fail: ["s=probe_failed other=ok", { other: 7 }],
      skip: ["s=skipped other=ok", { other: 7 }],
      cancel: ["s=cancelled other=cancelled", {}],
      deadline: ["s=cancelled other=cancelled", {}],
    },
  },
  {
    name: "two failures beside each other",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        t: { use: "probe/subject", config: { does: "throwLater" }, in: { value: "@value" } },
        join: sum(["s.value", "t.value"]),
      },
      outputs: { out: "s.value", join: "join.sum" },
    }),
    rows: {
      ok: ["s=ok t=probe_failed join=skipped", { out: 7 }, "run_failed"],
      fail: ["s=probe_failed t=probe_failed join=skipped", {}],
      skip: ["s=skipped t=probe_failed join=skipped", {}, "run_failed"],
      cancel: ["s=cancelled t=probe_failed join=cancelled", {}],
      deadline: ["s=cancelled t=probe_failed join=cancelled", {}],
    },
  },
  {
    name: "fan-out and join by list",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        a: pass("s.value"),
        b: passLater("s.value"),
        c: pass("@value"),
        join: sum(["a.value", "b.value", "c.value", "s.value"]),
      },
      outputs: { out: "join.sum" },
    }),
    rows: {
      ok: ["s=ok a=ok b=ok c=ok join=ok", { out: 28 }],
      fail: ["s=probe_failed a=skipped b=skipped c=ok join=skipped", {}],
      skip: ["s=skipped a=skipped b=skipped c=ok join=skipped", {}],
      cancel: ["s=cancelled a=cancelled b=cancelled c=ok join=cancelled", {}],
      deadline: ["s=cancelled a=cancelled b=cancelled c=ok join=cancelled", {}],
    },
  },
  {
    name: "a list keeps its order, not that of arrival",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        slow: { use: "probe/nap", config: { ms: 10 }, in: { value: { value: 1 } } },
        first: { use: "probe/first", in: { values: ["slow.value", "s.value"] } },
      },
      outputs: { out: "first.value" },
    }),
    rows: {
      ok: ["s=ok slow=ok first=ok", { out: 1 }],
      fail: ["s=probe_failed slow=ok first=skipped", {}],
      skip: ["s=skipped slow=ok first=skipped", {}],
      cancel: ["s=cancelled slow=ok first=cancelled", {}],
      deadline: ["s=cancelled slow=ok first=cancelled", {}],
    },
  },
]

/** Conditions and order without data. */
const orders: readonly Feature[] = [
  {
    name: "when that is true",
    build: ({ placed: s }) => ({
      cubes: { s, guarded: pass("@value", { when: "s.odd" }), a: pass("guarded.value") },
      outputs: { odd: "s.odd", out: "a.value" },
    }),
    rows: follow("s", "guarded a", { odd: true, out: 7 }),
  },
  {
    name: "when that is false",
    build: ({ placed: s }) => ({
      cubes: { s, guarded: pass("@value", { when: "s.big" }), a: pass("guarded.value") },
      outputs: { big: "s.big", out: "a.value" },
    }),
    rows: { ...follow("s", "guarded a", {}), ok: ["s=ok guarded=skipped a=skipped", { big: false }] },
  },
  {
    name: "after",
    build: ({ placed: s }) => ({ cubes: { s, z: pass("@value", { after: ["s"] }) }, outputs: { out: "z.value" } }),
    rows: { ...follow("s", "z", { out: 7 }), skip: ["s=skipped z=ok", { out: 7 }] },
  },
  {
    name: "after what depends on the subject",
    pace: "later",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        a: passLater("s.value"),
        z: pass("@value", { after: ["a"] }),
        zz: pass("z.value", { after: ["s", "z"] }),
      },
      outputs: { out: "zz.value" },
    }),
    rows: { ...follow("s", "a z zz", { out: 7 }), skip: ["s=skipped a=skipped z=ok zz=ok", { out: 7 }] },
  },
]

/** Ways of feeding a port. */
const feeds: readonly Feature[] = [
  {
    name: "optional input",
    build: ({ placed: s }) => ({
      cubes: { s, o: { use: "probe/optional", in: { value: "s.value" } } },
      outputs: { out: "o.value" },
    }),
    rows: { ...follow("s", "o", { out: 12 }), skip: ["s=skipped o=ok", { out: 4 }] },
  },
  {
    name: "default of a port",
    build: ({ placed: s }) => ({
      cubes: { s, o: { use: "probe/optional", in: { value: "@value", step: "s.value" } } },
      outputs: { out: "o.value" },
    }),
    rows: { ...follow("s", "o", { out: 14 }), skip: ["s=skipped o=ok", { out: 12 }] },
  },
  {
    name: "a step that nothing feeds",
    build: ({ placed: s }) => ({
      cubes: { s, o: { use: "probe/optional" } },
      outputs: { out: "o.value" },
    }),
    rows: {
      ok: ["s=ok o=ok", { out: 4 }],
      fail: ["s=probe_failed o=ok", { out: 4 }],
      skip: ["s=skipped o=ok", { out: 4 }],
      cancel: ["s=cancelled o=ok", { out: 4 }],
      deadline: ["s=cancelled o=ok", { out: 4 }],
    },
  },
  {
    name: "constant",
    build: ({ placed: s }) => ({
      cubes: { s, c: sum({ value: [1, 2.5] }, { after: ["s"] }) },
      outputs: { out: "c.sum" },
    }),
    rows: { ...follow("s", "c", { out: 3.5 }), skip: ["s=skipped c=ok", { out: 3.5 }] },
  },
  {
    name: "constant with bytes and a $ in a name",
    build: ({ placed: s }) => ({
      cubes: { s, c: pass({ value: { $$a: { $bytes: ["u8", "AAEC"] } } }, { after: ["s"] }) },
      outputs: { out: "c.value" },
    }),
    rows: {
      ...follow("s", "c", { out: { $$a: { $bytes: ["u8", "AAEC"] } } }),
      skip: ["s=skipped c=ok", { out: { $$a: { $bytes: ["u8", "AAEC"] } } }],
    },
  },
  {
    name: "input with a default",
    build: ({ placed: s }) => ({
      inputs: {
        more: { type: "number", default: 3 },
        value: { type: "number" },
        go: { type: "boolean", default: true },
      },
      cubes: { s, a: sum(["s.value", "@more"]) },
      outputs: { out: "a.sum", more: "@more" },
    }),
    rows: {
      ok: ["s=ok a=ok", { out: 10, more: 3 }],
      fail: ["s=probe_failed a=skipped", { more: 3 }],
      skip: ["s=skipped a=skipped", { more: 3 }],
      cancel: ["s=cancelled a=cancelled", { more: 3 }],
      deadline: ["s=cancelled a=cancelled", { more: 3 }],
    },
  },
  {
    name: "JSON Pointer",
    build: ({ placed: s }) => ({
      cubes: { s, a: pass("s.parts#/twice/1"), b: pass("s.parts#/a~1b/m~0n") },
      outputs: { out: "a.value", escaped: "b.value", whole: "s.parts#", item: "s.parts#/twice/0" },
    }),
    rows: follow("s", "a b", { out: 14, escaped: 8, whole: { twice: [7, 14], "a/b": { "m~n": 8 } }, item: 7 }),
  },
  {
    name: "JSON Pointer that leads nowhere",
    build: ({ placed: s }) => ({
      cubes: { s, a: pass("s.parts#/twice/9"), o: { use: "probe/optional", in: { value: "s.parts#/twice/9" } } },
      outputs: { out: "a.value", optional: "o.value", nowhere: "s.parts#/twice/9" },
    }),
    rows: {
      ...follow("s", "a o", {}),
      ok: ["s=ok a=pointer_unresolved o=ok", { optional: 4 }, "run_failed"],
      skip: ["s=skipped a=skipped o=ok", { optional: 4 }],
    },
  },
  {
    name: "output that is not given",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        e: { use: "probe/either", in: { value: "s.value", left: "s.odd" } },
        l: pass("e.left"),
        r: pass("e.right"),
        o: { use: "probe/optional", in: { value: "e.right" } },
      },
      outputs: { left: "l.value", right: "r.value", optional: "o.value" },
    }),
    rows: {
      ...follow("s", "e l r o", {}),
      ok: ["s=ok e=ok l=ok r=skipped o=ok", { left: 7, optional: 4 }],
      skip: ["s=skipped e=skipped l=skipped r=skipped o=ok", { optional: 4 }],
    },
  },
]

/** Values of every kind, and ports of any type. */
const values: readonly Feature[] = [
  {
    name: "generic ports",
    build: ({ placed: s }) => ({
      cubes: { s, a: pass("s.parts"), b: passLater("a.value"), c: sum("b.value#/twice") },
      outputs: { out: "c.sum", parts: "b.value" },
    }),
    rows: follow("s", "a b c", { out: 21, parts: { twice: [7, 14], "a/b": { "m~n": 8 } } }),
  },
  {
    name: "generic list of refs",
    build: ({ placed: s }) => ({
      cubes: { s, f: { use: "probe/first", in: { values: ["s.parts", "s.parts"] } } },
      outputs: { out: "f.value#/twice/0" },
    }),
    rows: follow("s", "f", { out: 7 }),
  },
  {
    name: "generic list from one wire",
    build: ({ placed: s }) => ({
      cubes: { s, f: { use: "probe/first", in: { values: "s.parts#/twice" } }, n: sum(["f.value", "@value"]) },
      outputs: { out: "n.sum" },
    }),
    rows: follow("s", "f n", { out: 14 }),
  },
  {
    name: "bytes",
    build: ({ placed: s }) => ({
      cubes: { s, b: { use: "probe/to-bytes", in: { value: "s.value" } }, p: pass("b.bytes") },
      outputs: { out: "p.value" },
    }),
    rows: follow("s", "b p", { out: { $bytes: ["u8", "AAAAAAAAHEA="] } }),
  },
  {
    name: "float64",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        n: { use: "probe/to-numbers", in: { value: "s.value" } },
        h: { use: "probe/halve", in: { numbers: "n.numbers" } },
      },
      outputs: { out: "h.numbers", bytes: "h.bytes" },
    }),
    // 3.5, 7/6 and −0: its sign is kept inside an array.
    rows: follow("s", "n h", { out: { $bytes: ["f64", "AAAAAAAADECrqqqqqqryPwAAAAAAAACA"] }, bytes: 24 }),
  },
  {
    name: "bytes and numbers among the inputs",
    given: { raw: { $bytes: ["u8", "/wA="] }, numbers: { $bytes: ["f64", "AAAAAAAA8D8AAAAAAAAAQA=="] } },
    build: ({ placed: s }) => ({
      cubes: {
        s,
        p: pass("@raw", { after: ["s"] }),
        h: { use: "probe/halve", in: { numbers: "@numbers" }, after: ["s"] },
      },
      outputs: { raw: "p.value", out: "h.numbers" },
    }),
    rows: {
      ...follow("s", "p h", {}),
      ok: ["s=ok p=ok h=ok", { raw: { $bytes: ["u8", "/wA="] }, out: { $bytes: ["f64", "AAAAAAAA4D8AAAAAAADwPw=="] } }],
      skip: [
        "s=skipped p=ok h=ok",
        { raw: { $bytes: ["u8", "/wA="] }, out: { $bytes: ["f64", "AAAAAAAA4D8AAAAAAADwPw=="] } },
      ],
    },
  },
  {
    name: "an input goes straight out",
    given: { text: "갑 \u{1f9ca} é" },
    build: ({ placed: s }) => ({
      cubes: { s, t: pass("@text") },
      outputs: { out: "s.value", in: "@value", text: "@text" },
    }),
    rows: {
      ok: ["s=ok t=ok", { out: 7, in: 7, text: "갑 \u{1f9ca} é" }],
      fail: ["s=probe_failed t=ok", { in: 7, text: "갑 \u{1f9ca} é" }],
      skip: ["s=skipped t=ok", { in: 7, text: "갑 \u{1f9ca} é" }],
      cancel: ["s=cancelled t=ok", { in: 7, text: "갑 \u{1f9ca} é" }],
      deadline: ["s=cancelled t=ok", { in: 7, text: "갑 \u{1f9ca} é" }],
    },
  },
  {
    name: "clock, random and ids",
    build: ({ placed: s }) => ({
      cubes: { s, d: { use: "probe/draws", in: { value: "s.value" } } },
      outputs: { drawn: "d.drawn", ids: "d.ids", times: "d.times", key: "d.key" },
    }),
    // Drawn from the seed "table" and the path "d": a snapshot, which whoever builds another kernel has to meet.
    rows: follow("s", "d", {
      drawn: [0.4186404521912115, 2, 768008],
      ids: ["07b528ec19d8ae0c2451210ad1f38c4b", "1b1ae06f724cd159ec160b474dceb752"],
      times: [0, 250],
      key: "5d945d49d022ac57abb53e9c8e714063",
    }),
  },
]

/** Cubes inside cubes. */
const nested: readonly Feature[] = [
  {
    name: "composition used as a cube",
    build: ({ placed: s, go }) => ({
      cubes: { inner: { use: "composition:inner@^1", in: { value: "@value", ...go } }, a: pass("inner.out") },
      compositions: [inner("inner", { s, p: pass("s.value") }, { out: "p.value" })],
      outputs: { out: "a.value" },
    }),
    rows: follow("inner/s", "inner/p a", { out: 7 }),
  },
  {
    name: "composition behind a when",
    build: ({ bare: s, guard }) => ({
      cubes: { inner: { use: "composition:inner", in: { value: "@value" }, ...guard }, a: pass("inner.out") },
      compositions: [inner("inner", { s, other: pass("@value") }, { out: "s.value", other: "other.value" })],
      outputs: { out: "a.value", other: "inner.other" },
    }),
    rows: {
      ok: ["inner/s=ok inner/other=ok a=ok", { out: 7, other: 7 }],
      fail: ["inner/s=probe_failed inner/other=ok a=skipped", { other: 7 }],
      skip: ["inner/s=skipped inner/other=skipped a=skipped", {}],
      cancel: ["inner/s=cancelled inner/other=ok a=cancelled", { other: 7 }],
      deadline: ["inner/s=cancelled inner/other=ok a=cancelled", { other: 7 }],
    },
  },
  {
    name: "composition in a composition",
    pace: "later",
    build: ({ placed: s, go }) => ({
      cubes: { outer: { use: "composition:outer@1.0.0", in: { value: "@value", ...go } } },
      compositions: [
        inner(
          "outer",
          { inner: { use: "composition:inner", in: { value: "@value", ...go } }, q: pass("inner.out") },
          { out: "q.value" },
        ),
        inner("inner", { s, p: passLater("s.value") }, { out: "p.value" }),
      ],
      outputs: { out: "outer.out" },
    }),
    rows: follow("outer/inner/s", "outer/inner/p outer/q", { out: 7 }),
  },
  {
    name: "after a composition",
    build: ({ placed: s, go }) => ({
      cubes: {
        inner: { use: "composition:inner", in: { value: "@value", ...go } },
        z: pass("@value", { after: ["inner"] }),
      },
      compositions: [inner("inner", { s, other: pass("@value") }, { out: "s.value", other: "other.value" })],
      outputs: { out: "z.value" },
    }),
    rows: {
      ok: ["inner/s=ok inner/other=ok z=ok", { out: 7 }],
      fail: ["inner/s=probe_failed inner/other=ok z=skipped", {}],
      skip: ["inner/s=skipped inner/other=ok z=ok", { out: 7 }],
      cancel: ["inner/s=cancelled inner/other=ok z=cancelled", {}],
      deadline: ["inner/s=cancelled inner/other=ok z=cancelled", {}],
    },
  },
  {
    name: "the same composition twice",
    build: ({ placed: s, go }) => ({
      cubes: {
        one: { use: "composition:inner", in: { value: "@value", ...go } },
        two: { use: "composition:inner", in: { value: "one.out", ...go } },
      },
      compositions: [inner("inner", { s, more: sum(["s.value", "@value"]) }, { out: "more.sum" })],
      outputs: { out: "two.out" },
    }),
    rows: follow("one/s", "one/more two/s two/more", { out: 28 }),
  },
  {
    name: "step.call",
    build: ({ does, guard }) => ({
      cubes: {
        c: { use: "probe/caller", in: { value: "@value", does: { value: does } }, ...guard },
        a: pass("c.value"),
      },
      outputs: { out: "a.value" },
    }),
    rows: follow("c", "a", { out: 1007 }),
  },
  {
    name: "step.call whose failure is caught",
    build: ({ does, guard }) => ({
      cubes: {
        c: { use: "probe/careful-caller", in: { value: "@value", does: { value: does } }, ...guard },
        a: pass("c.value"),
      },
      outputs: { out: "a.value" },
    }),
    rows: { ...follow("c", "a", { out: 1007 }), fail: ["c=ok a=ok", { out: -1 }, ""] },
  },
]

/** Features of compositions under every way their subject can end. */
export const features: readonly Feature[] = /* @__PURE__ */ [
  alone,
  siblings,
  orders,
  feeds,
  values,
  nested,
  policyFeatures,
].flat()

/** Every feature under every outcome. */
export const cells: readonly Cell[] = /* @__PURE__ */ features.flatMap(cellsOf)
