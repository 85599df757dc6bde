import { ANY, shapeOfConst, type Type, union, type Variables } from "./type.ts"

/** What the type variables of one placed cube stand for: for each the types of all that is wired into it. */
export class Bindings {
  private readonly found = new Map<string, Set<Type>>()
  private lost = false

  /** Binds the open variables in a port's type by what is wired into the port. */
  bind(port: Type, given: Type, depth = 0): void {
    const target = port.shape
    if (depth > 32) this.lost = true
    else if (target.kind === "same") {
      const known = this.found.get(target.name)
      if (known) known.add(given)
      else this.found.set(target.name, new Set([given]))
    } else if (target.kind === "union" || target.kind === "all") {
      for (const part of target.of) this.bind(part, given, depth + 1)
    } else if (target.kind === "stream") {
      if (given.shape.kind === "stream") this.bind(target.item, given.shape.item, depth + 1)
    } else if (target.kind === "array" || target.kind === "object") this.bindParts(port, given, depth + 1)
  }

  /** The variables' types; undefined, leaving all of them open, when a schema was too deep to look through. */
  types(): Variables | undefined {
    return this.lost ? undefined : new Map([...this.found].map(([name, types]) => [name, union([...types])]))
  }

  private bindParts(port: Type, given: Type, depth: number): void {
    const target = port.shape
    const source = given.shape.kind === "const" ? shapeOfConst(given.shape.value) : given.shape
    if (source.kind === "union" || source.kind === "all") {
      for (const branch of source.of) this.bind(port, branch, depth)
    } else if (target.kind === "array") {
      const list = source.kind === "array" ? source : undefined
      const positions = Math.max(target.items.length, list?.items.length ?? 0)
      for (let i = 0; i <= positions; i++)
        this.bindPart(target.items[i] ?? target.rest, list ? (list.items[i] ?? list.rest) : ANY, depth)
    } else if (target.kind === "object") {
      const object = source.kind === "object" ? source : undefined
      for (const [key, taken] of target.members)
        this.bindPart(taken, object ? (object.members.get(key) ?? object.extra) : ANY, depth)
      for (const [key, member] of object?.members ?? [])
        if (!target.members.has(key)) this.bindPart(target.extra, member, depth)
      this.bindPart(target.extra, object ? object.extra : ANY, depth)
    }
  }

  /** A part of the port, and what of the source lands in it: nothing, or anything when the source is unknown. */
  private bindPart(part: Type | undefined, given: Type | undefined, depth: number): void {
    if (part && given) this.bind(part, given, depth)
  }
}
