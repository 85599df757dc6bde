import { widthOf } from "./table.ts"

export interface Box {
  readonly id: string
  readonly use: string
}

export interface Wire {
  /** Id of a box, or "@name" for an input of the composition. */
  readonly from: string
  /** Id of a box, or "name@" for an output of the composition. */
  readonly to: string
  readonly label: string
  readonly dashed: boolean
}

const isEnd = (name: string): boolean => name.startsWith("@") || name.endsWith("@")
const bare = (name: string): string => name.replaceAll("@", "")

/** Mermaid flowchart text. */
export function toMermaid(boxes: readonly Box[], wires: readonly Wire[]): string {
  const key = (name: string): string =>
    name.startsWith("@") ? `in_${bare(name)}` : name.endsWith("@") ? `out_${bare(name)}` : `cube_${name}`
  const ends = [...new Set(wires.flatMap(({ from, to }) => [from, to]).filter(isEnd))]
  return [
    "flowchart LR",
    ...ends.map((name) => `  ${key(name)}([${bare(name)}])`),
    ...boxes.map(({ id, use }) => `  ${key(id)}["${id}<br/>${use}"]`),
    ...wires.map(({ from, to, label, dashed }) => {
      const text = label === "" ? "" : `|"${label}"|`
      return `  ${key(from)} ${dashed ? "-.->" : "-->"}${text} ${key(to)}`
    }),
    "",
  ].join("\n")
}

const COLUMN = 240
const ROW = 84
const BOX = { width: 176, height: 52 }

/** An SVG picture: columns by distance from the inputs, top to bottom in document order. */
export function toSvg(title: string, boxes: readonly Box[], wires: readonly Wire[]): string {
  const names = [
    ...new Set([
      ...wires.map(({ from }) => from).filter(isEnd),
      ...boxes.map(({ id }) => id),
      ...wires.map(({ to }) => to).filter(isEnd),
    ]),
  ]
  const places = placesOf(names, wires)
  const uses = new Map(boxes.map(({ id, use }) => [id, use]))
  const width = Math.max(...[...places.values()].map(({ x }) => x)) + BOX.width + 32
  const height = Math.max(...[...places.values()].map(({ y }) => y)) + BOX.height + 32
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(title)}" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...wires.map((wire) => drawWire(wire, places)),
    ...names.map((name) => drawBox(name, uses.get(name), places.get(name) as Place)),
    "</svg>",
    "",
  ].join("\n")
}

interface Place {
  readonly x: number
  readonly y: number
}

function placesOf(names: readonly string[], wires: readonly Wire[]): Map<string, Place> {
  const column = new Map(names.map((name) => [name, 0]))
  // A valid composition has no circle: as many rounds as boxes settle every distance.
  for (let round = 0; round < names.length; round++) {
    let moved = false
    for (const { from, to } of wires) {
      const least = (column.get(from) ?? 0) + 1
      if ((column.get(to) ?? 0) >= least) continue
      column.set(to, least)
      moved = true
    }
    if (!moved) break
  }
  const used = new Map<number, number>()
  return new Map(
    names.map((name) => {
      const at = column.get(name) ?? 0
      const row = used.get(at) ?? 0
      used.set(at, row + 1)
      return [name, { x: 16 + at * COLUMN, y: 16 + row * ROW }]
    }),
  )
}

function drawBox(name: string, use: string | undefined, { x, y }: Place): string {
  const middle = x + BOX.width / 2
  const round = isEnd(name) ? BOX.height / 2 : 8
  const box = `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="${round}" fill="${isEnd(name) ? "#eef2ff" : "#f8fafc"}" stroke="#64748b"/>`
  const first = `<text x="${middle}" y="${y + (use ? 22 : 31)}" text-anchor="middle" fill="#0f172a" font-weight="600">${escapeXml(shorten(bare(name)))}</text>`
  const second = use
    ? `<text x="${middle}" y="${y + 40}" text-anchor="middle" fill="#475569" font-size="11">${escapeXml(shorten(use))}</text>`
    : ""
  return box + first + second
}

function drawWire({ from, to, label, dashed }: Wire, places: ReadonlyMap<string, Place>): string {
  const [a, b] = [places.get(from) as Place, places.get(to) as Place]
  const [x1, y1, x2, y2] = [a.x + BOX.width, a.y + BOX.height / 2, b.x, b.y + BOX.height / 2]
  const bend = (x1 + x2) / 2
  const line = `<path d="M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}" fill="none" stroke="#64748b"${dashed ? ' stroke-dasharray="4 4"' : ""}/>`
  const tip = `<path d="M${x2} ${y2}l-8 -4v8z" fill="#64748b"/>`
  return `<g>${label === "" ? "" : `<title>${escapeXml(label)}</title>`}${line}${tip}</g>`
}

const shorten = (text: string): string => (widthOf(text) > 24 ? `${[...text].slice(0, 22).join("")}…` : text)

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
