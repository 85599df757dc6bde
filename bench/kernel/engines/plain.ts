import { bodyOf, type Engine, type Runner } from "../engine.ts"

/** The same calls written out by hand (generated source): what no engine can beat. */
export const plain: Engine = {
  name: "plain calls",
  waits: true,
  isolated: true,
  build: (shape, bodies) => {
    const name = (i: number): string => (i < 0 ? "x" : `v${i}`)
    const lines = shape.map(({ kind, from, waits }, i) => {
      const list = from.map(name).join(", ")
      return `const v${i} = ${waits ? "await " : ""}f[${i}](${kind === "many" ? `[${list}]` : list})`
    })
    const head = shape.some(({ waits }) => waits) ? "async x" : "x"
    const source = `const ${shape.map((_, i) => `f${i} = f[${i}]`).join(", ")}
      return ${head} => { ${lines.join("\n").replaceAll(/f\[(\d+)\]/g, "f$1")}\nreturn v${shape.length - 1} }`
    return new Function("f", source)(shape.map((step) => bodyOf(step, bodies))) as Runner
  },
}
