import { ANY, shapeOfConst, type Type, union } from "./type.ts"

/**
 * Binds the open type variables of a port by what is wired into it; several wires give the union of their types.
 */
export function bind(port: Type, given: Type, vars: Map<string, Type>, depth = 0): void {
  const target = port.shape
  if (depth > 32) return
  if (target.kind === "same") {
    const known = vars.get(target.name)
    vars.set(target.name, known && known !== given ? union([known, given]) : given)
    return
  }
  if (target.kind === "union" || target.kind === "all") {
    for (const part of target.of) bind(part, given, vars, depth + 1)
    return
  }
  if (target.kind === "array" || target.kind === "object") bindParts(port, given, vars, depth + 1)
}

function bindParts(port: Type, given: Type, vars: Map<string, Type>, depth: number): void {
  const target = port.shape
  const source = given.shape.kind === "const" ? shapeOfConst(given.shape.value) : given.shape
  if (source.kind === "union" || source.kind === "all") {
    for (const branch of source.of) bind(port, branch, vars, depth)
  } else if (source.kind === "any" || source.kind === "same") bindAny(target, vars, depth)
  else if (target.kind === "array" && source.kind === "array") {
    const positions = Math.max(target.items.length, source.items.length)
    for (let i = 0; i <= positions; i++) {
      const taken = target.items[i] ?? target.rest
      const item = source.items[i] ?? source.rest
      if (taken && item) bind(taken, item, vars, depth)
    }
  } else if (target.kind === "object" && source.kind === "object") {
    for (const [key, member] of source.members) {
      const taken = target.members.get(key) ?? target.extra
      if (taken) bind(taken, member, vars, depth)
    }
    if (target.extra && source.extra) bind(target.extra, source.extra, vars, depth)
  }
}

/** Of something unknown, every part is unknown. */
function bindAny(target: Type["shape"], vars: Map<string, Type>, depth: number): void {
  const parts =
    target.kind === "array"
      ? [...target.items, target.rest]
      : target.kind === "object"
        ? [...target.members.values(), target.extra]
        : []
  for (const part of parts) if (part) bind(part, ANY, vars, depth)
}
