import { storeLimits, type Value } from "cubular/contract"
import type { StoreCase } from "./store-case.ts"

type Bare = Omit<StoreCase, "store">

const valuesOf = ({ entries }: { readonly entries: readonly { readonly value: Value }[] }): Value[] =>
  entries.map(({ value }) => value)

const writing: readonly Bare[] = [
  {
    name: "what was appended is read in order, with positions from 0 on and without gaps",
    async run({ stores }, check) {
      const journal = stores.journal("log")
      check.same("empty", { entries: [], end: 0 }, await journal.read())
      const writer = await journal.writer()
      check.same(
        "ends",
        [1, 3, 3],
        [
          await writer.append([{ did: "첫째", bytes: Uint8Array.of(255) }]),
          await writer.append([null, "c"]),
          writer.end,
        ],
      )
      const entries = [{ did: "첫째", bytes: Uint8Array.of(255) }, null, "c"].map((value, position) => ({
        position,
        value,
      }))
      check.same("all", { entries, end: 3 }, await journal.read())
      check.same("from 1", { entries: entries.slice(1, 2), end: 3 }, await journal.read({ from: 1, limit: 1 }))
      check.same("behind the end", { entries: [], end: 3 }, await journal.read({ from: 7 }))
      await writer.close()
    },
  },
  {
    name: "an append is made at the position it expects, or not at all",
    async run({ stores }, check) {
      const journal = stores.journal("log")
      const writer = await journal.writer()
      await writer.append(["a", "b"], { expected: 0 })
      for (const expected of [0, 1, 3])
        await check.refuses(`an append at ${expected}`, "journal_position", () => writer.append(["x"], { expected }))
      await writer.append(["c"], { expected: 2 })
      check.same("all", ["a", "b", "c"], valuesOf(await journal.read()))
      await writer.close()
    },
  },
  {
    name: "appends at once go one after the other, each whole",
    async run({ stores }, check) {
      const journal = stores.journal("log")
      const writer = await journal.writer()
      const ends = await Promise.all(Array.from({ length: 20 }, (_, n) => writer.append([n, n])))
      check.same(
        "ends",
        ends.map((_, n) => 2 * n + 2),
        ends,
      )
      check.same(
        "pairs",
        ends.flatMap((_, n) => [n, n]),
        valuesOf(await journal.read({ limit: 1000 })),
      )
      await writer.close()
    },
  },
  {
    name: "entries: 1,000,000 bytes as JSON and no more; appends of 1 to 100",
    async run({ stores }, check) {
      const journal = stores.journal("log")
      const writer = await journal.writer()
      const text = "x".repeat(storeLimits.entryBytes - 2)
      await writer.append([text])
      const more = () => writer.append(["a", `${text}x`])
      await check.refuses("one byte more", "store_value_too_large", more, ["values", 1])
      await check.refuses("NaN", "value_not_finite", () => writer.append([Number.NaN]), ["values", 0])
      await check.refuses("nothing", "store_batch_refused", () => writer.append([]), ["values"])
      const many = Array.from({ length: 101 }, (_, n) => n)
      await check.refuses("101 values", "store_batch_refused", () => writer.append(many), ["values"])
      await check.refuses("half a position", "store_option_refused", () => writer.append([1], { expected: 0.5 }))
      for (const bad of [{ from: -1 }, { from: 0.5 }, { limit: 0 }, { limit: 1001 }])
        await check.refuses(JSON.stringify(bad), "store_option_refused", () => journal.read(bad))
      for (const leaseSec of [0, 3601, 1.5])
        await check.refuses(`${leaseSec} s`, "store_option_refused", () => stores.journal("other").writer({ leaseSec }))
      check.same("end", 1, (await journal.read()).end)
      check.same("length", text.length, String(valuesOf(await journal.read())[0]).length)
      await writer.close()
    },
  },
  {
    name: "two journals have nothing to do with each other",
    async run({ stores }, check) {
      const [one, two] = [await stores.journal("one").writer(), await stores.journal("two").writer()]
      await one.append([1])
      await two.append([2])
      check.same("one", [1], valuesOf(await stores.journal("one").read()))
      check.same("two", [2], valuesOf(await stores.journal("two").read()))
      await one.close()
      await two.close()
    },
  },
]

const fencing: readonly Bare[] = [
  {
    name: "a second writer is refused while the first lives, and let in when it has closed",
    async run({ stores }, check) {
      const journal = stores.journal("log")
      const first = await journal.writer()
      await first.append(["a"])
      await check.refuses("a second writer", "journal_taken", () => journal.writer())
      await first.close()
      await first.close()
      const second = await journal.writer()
      check.same("tokens grow", true, second.token > first.token)
      check.same("end", 1, second.end)
      await check.refuses("an append after closing", "journal_fenced", () => first.append(["x"]))
      await check.refuses("a renewal after closing", "journal_fenced", () => first.renew())
      await first.close()
      await check.refuses("a third writer", "journal_taken", () => journal.writer())
      await second.append(["b"])
      check.same("all", ["a", "b"], valuesOf(await journal.read()))
      await second.close()
    },
  },
  {
    name: "a writer that appends or renews keeps its right; of two, only the newest ever appends",
    wants: ["advance"],
    async run({ stores, advance }, check) {
      const journal = stores.journal("log")
      const first = await journal.writer({ leaseSec: 10 })
      for (let n = 0; n < 3; n++) {
        await advance(9000)
        await (n === 1 ? first.renew() : first.append([n]))
        await check.refuses("a second writer", "journal_taken", () => journal.writer())
      }
      await advance(10_000)
      // Here platforms differ: one may know that the first still lives.
      const second = await journal.writer({ leaseSec: 10 }).catch(() => undefined)
      if (second === undefined) await first.append(["first"])
      else {
        await second.append(["second"])
        await check.refuses("an append of the first", "journal_fenced", () => first.append(["x"]))
        await check.refuses("a renewal of the first", "journal_fenced", () => first.renew())
        await first.close()
        await check.refuses("a third writer", "journal_taken", () => journal.writer())
      }
      check.same("all", [0, 2, second === undefined ? "first" : "second"], valuesOf(await journal.read()))
      await (second ?? first).close()
    },
  },
  {
    name: "a second program is refused as writer, and may read",
    wants: ["another"],
    async run({ stores, another }, check) {
      const writer = await stores.journal("log").writer()
      await writer.append(["a"])
      const beside = (await another()).journal("log")
      await check.refuses("a second writer", "journal_taken", () => beside.writer())
      check.same("read", ["a"], valuesOf(await beside.read()))
      await writer.close()
      const next = await beside.writer()
      await next.append(["b"], { expected: 1 })
      check.same("seen", ["a", "b"], valuesOf(await stores.journal("log").read()))
      await next.close()
    },
  },
  {
    name: "what was acknowledged is there when the stores are opened anew, and tokens go on",
    wants: ["reopen"],
    async run({ stores, reopen }, check) {
      const first = await stores.journal("log").writer({ leaseSec: 1 })
      await first.append(["a", "b"])
      await first.close()
      const journal = (await reopen()).journal("log")
      check.same("all", ["a", "b"], valuesOf(await journal.read()))
      const second = await journal.writer()
      check.same("tokens grow", true, second.token > first.token)
      check.same("next", 3, await second.append(["c"], { expected: 2 }))
      await second.close()
    },
  },
]

export const journalCases: readonly StoreCase[] = [...writing, ...fencing].map((bare) => ({
  store: "journal",
  ...bare,
}))
