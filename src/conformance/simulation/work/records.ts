import { defineTable, type RecordsOf, type Versioned } from "cubular/contract"
import * as z from "zod"
import type { Stage, World } from "../world.ts"
import { attempt } from "./attempt.ts"
import type { Work } from "./work.ts"

const accounts = /* @__PURE__ */ (() =>
  defineTable({
    name: "accounts",
    version: 1,
    key: "id",
    indexes: { byOwner: ["owner", "amount"] },
    schema: z.strictObject({ id: z.string(), owner: z.string(), amount: z.number() }),
  }))()

type Accounts = RecordsOf<typeof accounts>
type Account = Versioned<{ id: string; owner: string; amount: number }>

const HOLDERS = ["a", "b", "c"] as const
const START = 100
const COUNT = "count"

/** Money moves between accounts, three records at a time: none comes, none goes, none moves unnoticed. */
export class RecordsWork implements Work {
  private readonly stage: Stage
  private left: number
  /** Transfers acknowledged, and those begun. */
  private acked = 0
  private tried = 0
  private opened = false
  /** The latest version of each account that was acknowledged. */
  private readonly versions = new Map<string, number>()
  private latest = 0

  constructor(stage: Stage) {
    this.stage = stage
    this.left = stage.draws.between(10, 20)
  }

  async live(world: World): Promise<void> {
    const table = world.stores.records(accounts)
    while (!this.opened) await this.open(table)
    await Promise.all([this.move(world, table), this.move(world, table), this.watch(world, table)])
  }

  /** A batch that expects nothing there: done once, however often it is tried. */
  private async open(table: Accounts): Promise<void> {
    const puts = [...HOLDERS, COUNT].map((id) => ({
      put: { id, owner: id === COUNT ? "bank" : "people", amount: id === COUNT ? 0 : START },
      version: 0,
    }))
    const came = await attempt(() => table.batch(puts))
    this.opened = "value" in came || came.code === "record_conflict"
  }

  private async move(world: World, table: Accounts): Promise<void> {
    const { draws } = this.stage
    while (this.left > 0) {
      await world.wait(draws.below(900))
      this.left--
      const from = draws.below(HOLDERS.length)
      const to = (from + 1 + draws.below(HOLDERS.length - 1)) % HOLDERS.length
      await this.transfer(table, [HOLDERS[from] as string, HOLDERS[to] as string], draws.between(1, 30))
    }
  }

  private async transfer(table: Accounts, [from, to]: readonly [string, string], amount: number): Promise<void> {
    const { trace } = this.stage
    const read = await attempt(() => table.getMany([from, to, COUNT]))
    if (!("value" in read)) return
    const [payer, payee, count] = read.value as readonly [Account, Account, Account]
    const put = ({ record, version }: Account, change: number) => ({
      put: { ...record, amount: record.amount + change },
      version,
    })
    this.tried++
    const came = await attempt(() => table.batch([put(payer, -amount), put(payee, amount), put(count, 1)]))
    if (!("value" in came)) return
    this.acked++
    for (const [at, id] of [from, to, COUNT].entries()) this.versions.set(id, came.value[at] as number)
    trace.note(`moved ${amount} from ${from} to ${to}: ${came.value}`)
    const grows = came.value.every((version, at) => version > ([payer, payee, count][at] as Account).version)
    trace.expect("versions grow", grows, () => `${came.value}`)
  }

  private async watch(world: World, table: Accounts): Promise<void> {
    while (this.left > 0) {
      await world.wait(this.stage.draws.below(1500))
      await this.look(table)
    }
  }

  private async look(table: Accounts): Promise<void> {
    const { trace } = this.stage
    const before = this.acked
    const versions = new Map(this.versions)
    const came = await attempt(() => table.find({ index: "byOwner", where: { owner: "people" } }))
    const counted = await attempt(() => table.get(COUNT))
    if (!("value" in came) || !("value" in counted)) return
    for (const { record, version } of came.value.records)
      trace.expect("a read shows what was acknowledged", version >= (versions.get(record.id) ?? 0), () => record.id)
    const amounts = came.value.records.map(({ record }) => record.amount)
    const sum = amounts.reduce((all, amount) => all + amount, 0)
    trace.expect("a batch happens whole", sum === START * HOLDERS.length, () => `${amounts} are ${sum}`)
    const sorted = amounts.every((amount, at) => at === 0 || (amounts[at - 1] as number) <= amount)
    trace.expect("records come in the order of the index", sorted, () => `${amounts}`)
    const count = counted.value?.record.amount ?? -1
    const { tried } = this
    trace.expect("no lost update", count >= before && count <= tried, () => `${count} of ${before} to ${tried}`)
    trace.expect("what was read is not undone", count >= this.latest, () => `${count} after ${this.latest}`)
    this.latest = Math.max(this.latest, count)
  }

  async finish(world: World): Promise<void> {
    const table = world.stores.records(accounts)
    await this.look(table)
    const count = (await table.get(COUNT))?.record.amount ?? -1
    this.stage.trace.expect("acknowledged ⊆ stored", count >= this.acked, () => `${count} of ${this.acked}`)
  }
}
