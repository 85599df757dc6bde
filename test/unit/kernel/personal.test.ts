import { type AnyCube, CubeError } from "cubular/contract"
import { describe, expect, test, vi } from "vitest"
import * as z from "zod"
import {
  addPersonal,
  collect,
  discreet,
  discreetLog,
  HIDDEN,
  hider,
  Personal,
  withoutNames,
} from "../../../src/kernel/personal.ts"

const about = <T extends z.ZodType>(schema: T): T => schema.meta({ personal: true })
const name = about(z.string())

function found(schema: z.ZodType, value: unknown): string[] {
  const personal = new Personal()
  collect(schema, value, personal)
  return [...personal]
}

function cubeOf(parts: { readonly inputs?: object; readonly outputs?: object; readonly config?: z.ZodType }): AnyCube {
  return { inputs: {}, outputs: {}, ...parts } as unknown as AnyCube
}

describe("what a schema marks as personal", () => {
  test.each<[string, z.ZodType, unknown, string[]]>([
    ["a text", name, "Kim", ["Kim"]],
    ["a number", about(z.number()), 126.97, ["126.97"]],
    ["no switch", about(z.boolean()), true, []],
    ["a marked member", z.object({ name, open: z.string() }), { name: "Kim", open: "no" }, ["Kim"]],
    [
      "all within a marked object",
      about(z.object({ a: z.string(), b: z.object({ c: z.number() }) })),
      { a: "Kim", b: { c: 17 } },
      ["Kim", "17"],
    ],
    ["items", z.array(name), ["Kim", "Lee"], ["Kim", "Lee"]],
    ["items of a marked list", about(z.array(z.string())), ["Kim", "Lee"], ["Kim", "Lee"]],
    [
      "places of a tuple, and the rest of it",
      z.tuple([z.string(), name], about(z.number())),
      ["no", "Kim", 17, 18],
      ["Kim", "17", "18"],
    ],
    ["a tuple without a rest", z.tuple([z.string()]), ["no", "more"], []],
    ["keys of marked records, and what they hold", about(z.record(z.string(), z.number())), { Kim: 17 }, ["Kim", "17"]],
    ["values of records, not their keys", z.record(z.string(), name), { open: "Kim" }, ["Kim"]],
    [
      "keys no schema knows, within something marked",
      about(z.looseObject({ open: z.string() })),
      { open: "a", Kim: "b" },
      ["a", "Kim", "b"],
    ],
    ["what is caught of an open object", z.object({}).catchall(name), { open: "Kim" }, ["Kim"]],
    ["what is no schema's keys outside", z.looseObject({}), { Kim: "Lee" }, []],
    [
      "optional, nullable and defaulted ones",
      z.object({ a: name.optional(), b: name.nullable(), c: name.default("x") }),
      { a: "Kim", b: "Lee", c: "Han" },
      ["Kim", "Lee", "Han"],
    ],
    ["marks around wrappers", about(z.string().optional()), "Kim", ["Kim"]],
    ["the branch that fits", z.union([z.object({ open: z.string() }), z.object({ name })]), { name: "Kim" }, ["Kim"]],
    [
      "no branch that does not",
      z.union([z.object({ a: name, b: z.number() }), z.object({ a: z.string() })]),
      { a: "open" },
      [],
    ],
    [
      "both sides of an intersection",
      z.intersection(z.object({ a: name }), z.object({ b: name })),
      { a: "Kim", b: "Lee" },
      ["Kim", "Lee"],
    ],
    [
      "lazy ones",
      z.object({
        get person() {
          return z.lazy(() => z.object({ name }))
        },
      }),
      { person: { name: "Kim" } },
      ["Kim"],
    ],
    [
      "not the words of a fixed list",
      about(z.object({ sex: z.enum(["female"]), one: z.literal("one"), a: z.string() })),
      { sex: "female", one: "one", a: "Kim" },
      ["Kim"],
    ],
    ["nothing of bytes", about(z.any()), new Uint8Array([1, 2, 3]), []],
    [
      "nothing of what is no plain object",
      about(z.any()),
      new (class {
        readonly name = "Kim"
      })(),
      [],
    ],
    ["anything within a marked unknown", about(z.unknown()), { a: ["Kim", { b: 17 }] }, ["Kim", "17"]],
    ["nothing of null and undefined", about(z.any()), { a: null, b: undefined, c: undefined, d: "Kim" }, ["Kim"]],
    [
      "nothing beside what is not given",
      z.object({ name: name.optional(), a: z.string() }),
      { name: undefined, a: "b c" },
      [],
    ],
    [
      "no branch for what is not given",
      z.object({ a: z.union([z.any().refine(({ length }) => length > 0)]).optional(), name }),
      { a: undefined, name: "Kim" },
      ["Kim"],
    ],
  ])("is %s", (_, schema, value, texts) => {
    expect(found(schema, value)).toEqual(texts)
  })

  test("is also read where the object is without a prototype", () => {
    expect(found(z.object({ name }), Object.assign(Object.create(null), { name: "Kim" }))).toEqual(["Kim"])
  })

  test("is what could be read of a hostile value", () => {
    const trap = {
      a: "Kim",
      get b(): never {
        throw new Error("read")
      },
    }
    expect(found(about(z.object({ a: z.string(), b: z.string() })), trap)).toEqual([])
    const second = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("read")
        },
      },
    )
    expect(found(z.array(about(z.any())), ["Kim", second, "Lee"])).toEqual(["Kim"])
  })

  test("is 10,000 texts at most, 64 levels deep", () => {
    expect(
      found(
        z.array(name),
        Array.from({ length: 10_001 }, (_, at) => `n${at}`),
      ),
    ).toHaveLength(10_000)
    const deep = (levels: number): unknown => (levels === 0 ? "Kim" : [deep(levels - 1)])
    expect(found(about(z.any()), deep(64))).toEqual(["Kim"])
    expect(found(about(z.any()), deep(65))).toEqual([])
  })
})

describe("what a cube handles", () => {
  test("is looked at in its ports and its config, where they mark anything", () => {
    const cube = cubeOf({ inputs: { a: name, o: z.string() }, outputs: { b: name }, config: z.object({ key: name }) })
    const given = { inputs: { a: "Kim", o: "no", unknown: "no" }, outputs: { b: "Lee" }, config: { key: "Han" } }
    expect([...addPersonal(new Personal(), cube, given)]).toEqual(["Kim", "Lee", "Han"])
    expect([...addPersonal(new Personal(), cube, {})]).toEqual([])
    expect([...addPersonal(new Personal(), cube, { inputs: { a: undefined as never } })]).toEqual([])
  })

  test("is asked about marks once per cube", () => {
    const meta = vi.fn()
    const open = Object.defineProperty(z.string(), "meta", { value: meta })
    const cube = cubeOf({ inputs: { open } })
    for (let twice = 0; twice < 2; twice++) addPersonal(new Personal(), cube, { inputs: { open: "Kim" } })
    expect(meta).toHaveBeenCalledTimes(1)
  })

  test.each<[string, z.ZodType]>([
    ["in a wrapper", name.optional()],
    ["around a wrapper", about(z.string().optional())],
    ["in a list", z.array(name)],
    ["in a tuple", z.tuple([z.number(), name])],
    ["in the rest of a tuple", z.tuple([z.number()], name)],
    ["in a record", z.record(z.string(), name)],
    ["in what an open object catches", z.object({}).catchall(name)],
    ["in a branch", z.union([z.number(), name])],
    ["in an intersection", z.intersection(z.object({}), z.object({ name }))],
    ["behind a lazy one", z.lazy(() => name)],
    ["in a member of a member", z.object({ a: z.object({ b: name }) })],
  ])("is known to be marked %s", (_, schema) => {
    const value = sample(schema)
    for (const part of ["inputs", "outputs"] as const) {
      const cube = cubeOf({ [part]: { p: z.number(), q: schema } })
      expect(addPersonal(new Personal(), cube, { [part]: { q: value } }).has("Kim")).toBe(true)
    }
    const configured = cubeOf({ config: schema })
    for (let twice = 0; twice < 2; twice++)
      expect(addPersonal(new Personal(), configured, { config: value }).has("Kim")).toBe(true)
  })

  /** A value with "Kim" at the marked place of the schemas above. */
  function sample(schema: z.ZodType): never {
    const samples = ["Kim", ["Kim"], [1, "Kim"], { Kim: "Kim" }, { name: "Kim" }, { a: { b: "Kim" } }]
    return samples.find((value) => schema.safeParse(value).success && found(schema, value).includes("Kim")) as never
  }

  test("is not looked at where nothing is marked, nor read twice where it was", () => {
    const read = vi.fn(() => ["a"])
    const value = new Proxy({}, { ownKeys: read })
    type Tree = { readonly value: string; readonly more?: Tree | undefined }
    const tree: z.ZodType<Tree> = z.lazy(() => z.object({ value: z.string(), more: tree.optional() }))
    addPersonal(new Personal(), cubeOf({ inputs: { a: z.object({}), tree } }), { inputs: { a: value as never } })
    expect(read).not.toHaveBeenCalled()
    const personal = new Personal()
    const walked = { name: "Kim" }
    personal.walked.add(walked)
    collect(about(z.object({ name: z.string() })), walked, personal)
    expect([...personal]).toEqual([])
    collect(z.object({ name }), walked, personal)
    expect([...personal]).toEqual(["Kim"])
  })
})

describe("a path without names", () => {
  const schema = z.object({
    open: z.object({ a: z.number() }),
    people: about(z.record(z.string(), z.object({ name: z.string() }))),
    list: z.array(z.object({ name })),
    pair: z.tuple([z.number(), name], about(z.string())),
    maybe: z.record(z.string(), z.object({ born: name })).optional(),
    either: z.union([z.object({ a: name }), z.object({ b: z.string() })]),
    secret: about(z.object({ a: z.object({ b: z.string() }) })).optional(),
    caught: z.object({}).catchall(name),
  })

  test.each<[(string | number)[], (string | number)[], boolean]>([
    [[], [], false],
    [["open", "a"], ["open", "a"], false],
    [["people"], ["people"], true],
    [["people", "Kim"], ["people", HIDDEN], true],
    [["people", "Kim", "name"], ["people", HIDDEN, "name"], true],
    [["people", "Kim", "nickname"], ["people", HIDDEN, HIDDEN], true],
    [["list", 3, "name"], ["list", 3, "name"], true],
    [["list", 3], ["list", 3], false],
    [["pair", 0], ["pair", 0], false],
    [["pair", 1], ["pair", 1], true],
    [["pair", 2], ["pair", 2], true],
    [["maybe", "Kim"], ["maybe", "Kim"], false],
    [["maybe", "Kim", "born"], ["maybe", "Kim", "born"], true],
    [["either", "a"], ["either", "a"], true],
    [["either", "b"], ["either", "b"], false],
    [["secret", "a", "b"], ["secret", "a", "b"], true],
    [["secret", "x", 3], ["secret", HIDDEN, 3], true],
    [["caught", "any"], ["caught", "any"], true],
    [["nowhere", "x"], ["nowhere", "x"], false],
  ])("%j is told as %j", (path, told, personal) => {
    expect(withoutNames(schema, path)).toEqual({ path: told, personal })
  })

  test("of something marked as a whole hides what is no member of it", () => {
    expect(withoutNames(about(z.looseObject({ a: z.string() })), ["a"])).toEqual({ path: ["a"], personal: true })
    expect(withoutNames(about(z.looseObject({})), ["Kim", 0])).toEqual({ path: [HIDDEN, 0], personal: true })
  })
})

describe("texts with the personal ones hidden", () => {
  const hide = (...texts: string[]) => hider(new Personal(texts))

  test.each<[string, string, string]>([
    ["Kim", "it was Kim.", "it was (personal)."],
    ["Kim", "Kim and Kim", "(personal) and (personal)"],
    ["Kim", "Kimono aKim Kim2 2Kim", "Kimono aKim Kim2 2Kim"],
    ["Kim", "-Kim_Kim-", "-(personal)_(personal)-"],
    ["Kimmie", "xKimmiex", "x(personal)x"],
    ["Kim-y", "xKim-yx Kim-y", "xKim-yx (personal)"],
    ["K&m", "xK&mx", "x(personal)x"],
    ["성춘향", "성춘향이", "(personal)이"],
    ["a.b*c", "a.b*c axbxc", "(personal) axbxc"],
    ["(x) [y] {z} $1 ^|?+\\/-", "so (x) [y] {z} $1 ^|?+\\/- it", "so (personal) it"],
    ['say "hi"', 'in JSON: "say \\"hi\\""', 'in JSON: "(personal)"'],
    ["Žofia B/c", "?q=%C5%BDofia%20B%2Fc", "?q=(personal)"],
    ["가나", "%EA%B0%80%EB%82%98", "(personal)"],
    ["a b\u0080c", "a%20b%C2%80c", "(personal)"],
    ["Kim", "4b696d", "(personal)"],
    ["Kim", "S2lt", "(personal)"],
    ["\u0001Kim", "01\u004b014b696d", "01K(personal)"],
    ["123", "313233", "(personal)"],
    ["17", "17", "17"],
    ["126", "126 1126", "(personal) 1126"],
    ["-1", "-1", "-1"],
    ["1.5", "at 1.5", "at (personal)"],
    ["K", "K", "K"],
    ["", "", ""],
    ["김", "김", "김"],
    ["김씨", "김씨", "(personal)"],
    ["year", "the year", "the year"],
    ["a_word-or-so", "a_word-or-so", "a_word-or-so"],
    ["abcdefghijklmno", "abcdefghijklmno", "abcdefghijklmno"],
    ["abcdefghijklmnop", "abcdefghijklmnop", "(personal)"],
    ["Year", "the Year", "the (personal)"],
    ["1year", "the 1year", "the (personal)"],
    ["year1", "the year1", "the (personal)"],
    ["long text", "long", "long"],
  ])("%j in %j", (text, told, quiet) => {
    expect(hide(text)(told)).toBe(quiet)
  })

  test("hides one after the other", () => {
    expect(hide("Kim", "1987-03-29")("Kim, 1987-03-29")).toBe("(personal), (personal)")
    expect(hide()("Kim")).toBe("Kim")
  })
})

describe("a discreet error", () => {
  const personal = new Personal(["Kim Lee", "1987.25"])
  const plain = { code: "wrong", message: "no", hint: "" }

  test("is itself where there is nothing to hide", () => {
    const error = new CubeError({ ...plain, params: { n: 1, deep: [null, true] } })
    expect(discreet(error, personal)).toBe(error)
    const telling = new CubeError({ ...plain, message: "Kim Lee" })
    expect(discreet(telling, new Personal())).toBe(telling)
  })

  test("tells the rest, and keeps its code, its cause and whether to try again", () => {
    const cause = new Error("Kim Lee")
    const params = { who: "Kim Lee", at: [1987.25, 3], "Kim Lee": { deep: "of Kim Lee" }, none: null, yes: true }
    const error = new CubeError({
      code: "wrong",
      message: "no Kim Lee",
      hint: "not Kim Lee",
      path: ["a", "Kim Lee", 3],
      params,
      retryable: true,
      cause,
    })
    const quiet = discreet(error, personal)
    expect(quiet).toMatchObject({
      code: "wrong",
      message: "no (personal)",
      hint: "not (personal)",
      path: ["a", HIDDEN, 3],
      retryable: true,
    })
    expect(quiet.params).toEqual({
      who: HIDDEN,
      at: [HIDDEN, 3],
      [HIDDEN]: { deep: "of (personal)" },
      none: null,
      yes: true,
    })
    expect(quiet.toJSON().params).toEqual(quiet.params)
    expect(Object.getOwnPropertyDescriptor(quiet, "params")?.enumerable).toBe(true)
    expect(quiet.cause).toBe(cause)
  })

  test("loses a code that tells", () => {
    expect(discreet(new CubeError({ ...plain, code: "Kim Lee" }), personal).code).toBe("cube_threw")
  })
})

describe("a discreet log", () => {
  const lines: unknown[][] = []
  const log = (...line: unknown[]): void => void lines.push(line)
  const logged = (personal: Personal, fields?: object): unknown => {
    lines.length = 0
    discreetLog(log as never, () => personal, { step: "s" })("info", "of Kim Lee", fields as never)
    return lines[0]
  }

  test("tells what is personal to nobody, and whose line it is", () => {
    class Own {
      readonly name = "Kim Lee"
    }
    const fields = {
      who: "Kim Lee",
      n: 5,
      f: () => "Kim Lee",
      own: new Own(),
      bare: Object.assign(Object.create(null), { a: "Kim Lee" }),
      on: false,
      none: undefined,
    }
    expect(logged(new Personal(["Kim Lee"]), fields)).toEqual([
      "info",
      "of (personal)",
      { who: HIDDEN, n: 5, f: HIDDEN, own: HIDDEN, bare: { a: HIDDEN }, on: false, none: undefined, step: "s" },
    ])
    expect(logged(new Personal(["Kim Lee"]))).toEqual(["info", "of (personal)", { step: "s" }])
  })

  test("leaves lines as they are where nothing is personal", () => {
    const own = new (class Own {})()
    expect(logged(new Personal(), { own })).toEqual(["info", "of Kim Lee", { own, step: "s" }])
  })

  test("asks once what is personal, with the first line", () => {
    const asked = vi.fn(() => new Personal(["Kim Lee"]))
    const tell = discreetLog(log as never, asked, {})
    expect(asked).not.toHaveBeenCalled()
    for (let n = 0; n < 3; n++) tell("info", "x")
    expect(asked).toHaveBeenCalledTimes(1)
  })

  test("hides what is nested too deep, and says nothing where there is no log", () => {
    const deep = (levels: number): unknown => (levels === 0 ? "end" : [deep(levels - 1)])
    const told = (levels: number): string => JSON.stringify(logged(new Personal(["Kim Lee"]), { d: deep(levels) }))
    expect(told(64)).toContain("end")
    expect(told(65)).not.toContain("end")
    expect(discreetLog(undefined, () => new Personal(), {})("info", "x")).toBeUndefined()
  })
})
