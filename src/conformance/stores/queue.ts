import { type Delivery, type Queue, type QueueCounts, storeLimits } from "cubular/contract"
import type { StoreCase } from "./store-case.ts"

type Bare = Omit<StoreCase, "store">

const messagesOf = (deliveries: readonly Delivery[]): unknown[] => deliveries.map(({ message }) => message)

const one = async (queue: Queue): Promise<Delivery> => {
  const [found] = await queue.receive()
  if (found === undefined) throw new Error("There should be a message to receive, and there is none.")
  return found
}

const counts = (some: Partial<QueueCounts>): QueueCounts => ({ ready: 0, delivered: 0, waiting: 0, dead: 0, ...some })

const delivering: readonly Bare[] = [
  {
    name: "what was sent is delivered once, and gone when it was acknowledged",
    async run({ stores }, check) {
      const queue = stores.queue("work")
      check.same("empty", [], await queue.receive())
      const message = { text: "일", bytes: Uint8Array.of(0, 255), $: null }
      const id = await queue.send(message)
      check.same("ready", counts({ ready: 1 }), await queue.counts())
      const found = await one(queue)
      check.same("delivery", [id, message, 1, false], [found.id, found.message, found.attempt, "partition" in found])
      check.same("to nobody else", [], await queue.receive({ limit: 100 }))
      check.same("delivered", counts({ delivered: 1 }), await queue.counts())
      await queue.ack(found.receipt)
      check.same("gone", counts({}), await queue.counts())
      await check.refuses("a second ack", "receipt_stale", () => queue.ack(found.receipt))
    },
  },
  {
    name: "many are sent and received at once, each by one receiver, with ids of their own",
    async run({ stores }, check) {
      const queue = stores.queue("work")
      const sent = Array.from({ length: 100 }, (_, n) => ({ message: n }))
      const ids = await queue.sendMany(sent)
      check.same("ids", 100, new Set(ids).size)
      const hands = await Promise.all(Array.from({ length: 10 }, async () => queue.receive({ limit: 10 })))
      const found = hands.flat()
      check.same(
        "each once",
        sent.map(({ message }) => message),
        messagesOf(found).sort((a, b) => Number(a) - Number(b)),
      )
      await queue.ackMany(found.map(({ receipt }) => receipt))
      check.same("gone", counts({}), await queue.counts())
    },
  },
  {
    name: "of a partition one message at a time is delivered, in the order sent; others go on beside",
    async run({ stores }, check) {
      const queue = stores.queue("work")
      const sent = ["a1", "b1", "a2", "b2", "a3"]
      await queue.sendMany(sent.map((message) => ({ message, partition: message[0] as string })))
      check.same("waiting", counts({ ready: 2, waiting: 3 }), await queue.counts())
      const order: unknown[] = []
      for (;;) {
        const hand = await queue.receive({ limit: 10 })
        if (hand.length === 0) break
        check.same("one of each", hand.length, new Set(hand.map(({ partition }) => partition)).size)
        order.push(...messagesOf(hand))
        await queue.ackMany(hand.map(({ receipt }) => receipt))
      }
      check.same(
        "order of a",
        ["a1", "a2", "a3"],
        order.filter((message) => String(message)[0] === "a"),
      )
      check.same(
        "order of b",
        ["b1", "b2"],
        order.filter((message) => String(message)[0] === "b"),
      )
    },
  },
  {
    name: "a retry keeps its place in the partition, and says which attempt it is",
    async run({ stores }, check) {
      const queue = stores.queue("work")
      await queue.sendMany(["1", "2"].map((message) => ({ message, partition: "p" })))
      const first = await one(queue)
      await queue.retry(first.receipt)
      await check.refuses("an ack after the retry", "receipt_stale", () => queue.ack(first.receipt))
      const again = await one(queue)
      check.same("again", ["1", 2], [again.message, again.attempt])
      await queue.ack(again.receipt)
      check.same("next", "2", (await one(queue)).message)
    },
  },
  {
    name: "two queues have nothing to do with each other",
    async run({ stores }, check) {
      await stores.queue("one").send(1)
      check.same("two", [], await stores.queue("two").receive())
      const found = await one(stores.queue("one"))
      await check.refuses("a receipt of another queue", "receipt_stale", () => stores.queue("two").ack(found.receipt))
      check.same("one", 1, found.message)
    },
  },
]

const timing: readonly Bare[] = [
  {
    name: "a message put off is delivered when its time has come, not before",
    wants: ["advance"],
    async run({ stores, advance }, check) {
      const queue = stores.queue("work")
      await queue.send("later", { delaySec: 10 })
      check.same("put off", counts({ waiting: 1 }), await queue.counts())
      await advance(9999)
      check.same("before", [], await queue.receive())
      await advance(1)
      check.same("then", "later", (await one(queue)).message)
    },
  },
  {
    name: "a message put off holds back those behind it in its partition",
    wants: ["advance"],
    async run({ stores, advance }, check) {
      const queue = stores.queue("work")
      await queue.send("1", { partition: "p", delaySec: 10 })
      await queue.send("2", { partition: "p" })
      await queue.send("free")
      check.same("now", ["free"], messagesOf(await queue.receive({ limit: 10 })))
      await advance(10_000)
      const found = await one(queue)
      check.same("first", "1", found.message)
      await queue.ack(found.receipt)
      check.same("second", "2", (await one(queue)).message)
    },
  },
  {
    name: "a receiver that falls silent loses the message, and its receipt with it",
    wants: ["advance"],
    async run({ stores, advance }, check) {
      const queue = stores.queue("work", { visibilitySec: 30 })
      await queue.send("work", { partition: "p" })
      const lost = await one(queue)
      await advance(29_999)
      check.same("kept from others", [], await queue.receive())
      await advance(1)
      const again = await one(queue)
      check.same("again", [lost.id, 2], [again.id, again.attempt])
      for (const work of [
        () => queue.ack(lost.receipt),
        () => queue.retry(lost.receipt),
        () => queue.reject(lost.receipt, "late"),
        () => queue.extend(lost.receipt),
      ])
        await check.refuses("a receipt that was lost", "receipt_stale", work)
      await queue.ack(again.receipt)
      check.same("gone", counts({}), await queue.counts())
    },
  },
  {
    name: "who goes on working can keep the message",
    wants: ["advance"],
    async run({ stores, advance }, check) {
      const queue = stores.queue("work", { visibilitySec: 30 })
      await queue.send("work")
      const found = await one(queue)
      await advance(20_000)
      check.same("until", found.untilMs + 20_000, await queue.extend(found.receipt))
      await advance(29_000)
      check.same("kept", [], await queue.receive())
      await queue.ack(found.receipt)
      check.same("gone", counts({}), await queue.counts())
    },
  },
  {
    name: "a retry may wait",
    wants: ["advance"],
    async run({ stores, advance }, check) {
      const queue = stores.queue("work")
      await queue.send("work")
      await queue.retry((await one(queue)).receipt, { delaySec: 60 })
      check.same("waiting", counts({ waiting: 1 }), await queue.counts())
      await advance(59_999)
      check.same("before", [], await queue.receive())
      await advance(1)
      check.same("then", 2, (await one(queue)).attempt)
    },
  },
  {
    name: "messages nobody finishes are dead after their last attempt, and their partition goes on",
    wants: ["advance"],
    async run({ stores, advance }, check) {
      const queue = stores.queue("work", { attempts: 2, visibilitySec: 1 })
      await queue.send("bad", { partition: "p" })
      await queue.send("good", { partition: "p" })
      for (const attempt of [1, 2]) {
        check.same("attempt", ["bad", attempt], await one(queue).then((found) => [found.message, found.attempt]))
        await advance(1000)
      }
      check.same("next", "good", (await one(queue)).message)
      const { letters } = await queue.dead()
      const expected = [{ message: "bad", partition: "p", attempts: 2, reason: "attempts_exhausted" }]
      check.same(
        "dead",
        expected,
        letters.map(({ id, ...rest }) => rest),
      )
    },
  },
]

const dying: readonly Bare[] = [
  {
    name: "a rejected message is dead at once, with its reason",
    async run({ stores }, check) {
      const queue = stores.queue("work")
      await queue.sendMany(["1", "2"].map((message) => ({ message, partition: "p" })))
      const found = await one(queue)
      await queue.reject(found.receipt, "주소가 없음")
      check.same("counts", counts({ ready: 1, dead: 1 }), await queue.counts())
      const letter = { id: found.id, message: "1", partition: "p", attempts: 1, reason: "주소가 없음" }
      check.same("dead", { letters: [letter] }, await queue.dead())
      check.same("next", "2", (await one(queue)).message)
    },
  },
  {
    name: "a retry of the last attempt is dead with the last reason that was given",
    async run({ stores }, check) {
      const queue = stores.queue("work", { attempts: 2 })
      await queue.sendMany([{ message: "1" }, { message: "2" }])
      for (const hand of [await queue.receive({ limit: 2 }), await queue.receive({ limit: 2 })]) {
        for (const { receipt, message, attempt } of hand)
          await queue.retry(receipt, message === "1" && attempt === 1 ? { reason: "timeout" } : {})
      }
      for (const { receipt } of await queue.receive({ limit: 2 })) await queue.retry(receipt)
      const { letters } = await queue.dead()
      const found = letters.map(({ message, reason, attempts }) => [message, reason, attempts])
      check.same(
        "dead",
        [
          ["1", "timeout", 2],
          ["2", "attempts_exhausted", 2],
        ],
        found,
      )
    },
  },
  {
    name: "dead letters are listed by pages, revived with all their attempts, or buried",
    async run({ stores }, check) {
      const queue = stores.queue("work", { attempts: 1 })
      await queue.sendMany(Array.from({ length: 5 }, (_, n) => ({ message: n, partition: n < 2 ? "p" : "q" })))
      for (let n = 0; n < 5; n++) await queue.reject((await one(queue)).receipt, `r${n}`)
      const first = await queue.dead({ limit: 3 })
      const rest = await queue.dead({ limit: 3, ...(first.cursor === undefined ? {} : { cursor: first.cursor }) })
      const letters = [...first.letters, ...rest.letters]
      check.same("pages", [3, 2], [first.letters.length, rest.letters.length])
      check.same("all", [0, 1, 2, 3, 4], letters.map(({ message }) => message).sort())
      const idOf = (message: number): string => letters.find((each) => each.message === message)?.id ?? ""
      check.same("revived", 2, await queue.revive([idOf(1), idOf(0), "999999", "no id"]))
      check.same("buried", 1, await queue.bury([idOf(2), idOf(2)]))
      check.same("counts", counts({ ready: 1, waiting: 1, dead: 2 }), await queue.counts())
      const again = await one(queue)
      check.same("again", [1, 1], [again.message, again.attempt])
      await queue.ack(again.receipt)
      check.same("then", 0, (await one(queue)).message)
    },
  },
]

const refusing: readonly Bare[] = [
  {
    name: "messages: 120,000 bytes as JSON and no more; batches 1 to 100",
    async run({ stores }, check) {
      const queue = stores.queue("work")
      const text = "x".repeat(storeLimits.messageBytes - 2)
      await queue.send(text)
      check.same("length", text.length, String((await one(queue)).message).length)
      await check.refuses("one byte more", "store_value_too_large", () => queue.send(`${text}x`), ["message"])
      await check.refuses("NaN", "value_not_finite", () => queue.send([Number.NaN]), ["message", 0])
      const many = Array.from({ length: 101 }, (_, message) => ({ message }))
      await check.refuses("101 messages", "store_batch_refused", () => queue.sendMany(many), ["messages"])
      await check.refuses("no messages", "store_batch_refused", () => queue.sendMany([]), ["messages"])
      const bad = () => queue.sendMany([{ message: 1 }, { message: 1, partition: "" }])
      await check.refuses("an empty partition", "store_key_malformed", bad, ["messages", 1, "partition"])
      check.same("counts", counts({ delivered: 1 }), await queue.counts())
    },
  },
  {
    name: "delays, timeouts and attempts have bounds",
    async run({ stores }, check) {
      const queue = stores.queue("work")
      for (const delaySec of [-1, 0.5, 43_201, Number.NaN])
        await check.refuses(`a delay of ${delaySec}`, "store_option_refused", () => queue.send(1, { delaySec }), [
          "delaySec",
        ])
      for (const limit of [0, 101, 1.5])
        await check.refuses(`${limit} messages`, "store_option_refused", () => queue.receive({ limit }), ["limit"])
      for (const attempts of [0, 101, 1.5])
        await check.refuses(`${attempts} attempts`, "store_option_refused", () => stores.queue("work", { attempts }))
      for (const visibilitySec of [0, 43_201, 1.5])
        await check.refuses(`${visibilitySec} s`, "store_option_refused", () => stores.queue("work", { visibilitySec }))
      for (const receipt of ["", "1", "1.1", "x.y", null, 1.1])
        await check.refuses(`the receipt ${receipt}`, "receipt_stale", () => queue.ack(receipt as string))
      await queue.send("longest", { delaySec: 43_200 })
    },
  },
  {
    name: "a stale receipt among many keeps all of them",
    async run({ stores }, check) {
      const queue = stores.queue("work")
      await queue.sendMany([{ message: 1 }, { message: 2 }])
      const [first, second] = await queue.receive({ limit: 2 })
      await queue.ack(first?.receipt as string)
      const both = [second?.receipt as string, first?.receipt as string]
      await check.refuses("both", "receipt_stale", () => queue.ackMany(both))
      check.same("kept", counts({ delivered: 1 }), await queue.counts())
      await queue.ack(second?.receipt as string)
    },
  },
]

const looking: readonly Bare[] = [
  {
    name: "peek shows what is in the queue in the order sent, takes none of it, and pages",
    async run({ stores }, check) {
      const queue = stores.queue("work")
      await stores.queue("other").send("theirs")
      check.same("nothing", { messages: [] }, await queue.peek())
      const sent = [{ message: "a", partition: "p" }, { message: "b" }, { message: "c", partition: "p" }]
      const ids = await queue.sendMany(sent)
      const held = await queue.receive({ limit: 3 })
      const attempts = [1, 1, 0]
      const all = sent.map((each, at) => ({ id: ids[at], ...each, attempts: attempts[at] }))
      check.same("all, also what is delivered", { messages: all }, await queue.peek())
      const { messages, cursor } = await queue.peek({ limit: 2 })
      check.same("a page", all.slice(0, 2), messages)
      check.same("the rest", { messages: all.slice(2) }, await queue.peek({ limit: 2, cursor }))
      check.same("still delivered", counts({ delivered: 2, waiting: 1 }), await queue.counts())
      await queue.ackMany(held.map(({ receipt }) => receipt))
      check.same("what is left", { messages: all.slice(2) }, await queue.peek())
      await check.refuses("another list's cursor", "store_cursor_refused", () =>
        queue.dead({ cursor: cursor as string }),
      )
      await check.refuses("no page", "store_option_refused", () => queue.peek({ limit: 0 }))
    },
  },
]

const lasting: readonly Bare[] = [
  {
    name: "messages, deliveries and dead letters are there when the stores are opened anew",
    wants: ["reopen", "advance"],
    async run({ stores, reopen, advance }, check) {
      const queue = stores.queue("work", { visibilitySec: 30 })
      await queue.sendMany([{ message: "acked" }, { message: "lost" }, { message: "dead" }])
      const [acked, lost, dead] = await queue.receive({ limit: 3 })
      await queue.ack(acked?.receipt as string)
      await queue.reject(dead?.receipt as string, "why")
      const again = (await reopen()).queue("work", { visibilitySec: 30 })
      check.same("counts", counts({ delivered: 1, dead: 1 }), await again.counts())
      await advance(30_000)
      const found = await one(again)
      check.same("again", [lost?.id, "lost", 2], [found.id, found.message, found.attempt])
      const id = await again.send("new")
      check.same("a new id", false, [acked?.id, lost?.id, dead?.id].includes(id))
    },
  },
  {
    name: "two receivers never have the same message",
    wants: ["another"],
    async run({ stores, another }, check) {
      const queues = [stores.queue("work"), (await another()).queue("work")] as const
      await queues[0].sendMany(Array.from({ length: 60 }, (_, n) => ({ message: n, partition: `p${n % 7}` })))
      const done: unknown[] = []
      const work = async (queue: Queue): Promise<void> => {
        for (let idle = 0; idle < 3; ) {
          const hand = await queue.receive({ limit: 3 })
          idle = hand.length === 0 ? idle + 1 : 0
          for (const { message, receipt } of hand) {
            done.push(message)
            await queue.ack(receipt)
          }
        }
      }
      await Promise.all(queues.map(work))
      check.same(
        "each once",
        Array.from({ length: 60 }, (_, n) => n),
        [...done].sort((a, b) => Number(a) - Number(b)),
      )
      const ofP0 = done.filter((message) => Number(message) % 7 === 0)
      check.same(
        "in order",
        [...ofP0].sort((a, b) => Number(a) - Number(b)),
        ofP0,
      )
    },
  },
]

export const queueCases: readonly StoreCase[] = [
  ...delivering,
  ...timing,
  ...dying,
  ...refusing,
  ...looking,
  ...lasting,
].map((bare) => ({ store: "queue", ...bare }))
