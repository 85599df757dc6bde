/** Reads a picture back: a strict parser for the XML it is made of, and the places of its texts. */
import { widthAt } from "../../../../cubes/saju/engine/render/measure.ts"

export interface Element {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  text: string
  readonly children: Element[]
}

const ENTITIES: { readonly [name: string]: string } = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" }

const decode = (text: string): string =>
  text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const letter = whole.endsWith(";") ? ENTITIES[name] : undefined
    if (letter === undefined) throw new Error(`entity ${whole}`)
    return letter
  })

/** The root element. Throws for anything but well-nested elements, attributes in double quotes and the five entities. */
export function parsePicture(xml: string): Element {
  const top: Element = { name: "", attributes: {}, text: "", children: [] }
  const open = [top]
  let at = 0
  for (const tag of xml.matchAll(/<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>/g)) {
    const text = xml.slice(at, tag.index)
    if (/[<>]/.test(text)) throw new Error(`stray bracket in ${text.slice(0, 60)}`)
    const parent = open[open.length - 1] as Element
    parent.text += decode(text)
    at = tag.index + tag[0].length
    const [, closing, name = "", given = "", empty] = tag
    if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`)
      continue
    }
    const pairs = [...given.matchAll(/ ([a-zA-Z:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
      key,
      decode(value),
    ])
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`attribute twice in ${tag[0]}`)
    const element: Element = { name, attributes: Object.fromEntries(pairs), text: "", children: [] }
    parent.children.push(element)
    if (!empty) open.push(element)
  }
  if (open.length !== 1 || top.children.length !== 1 || at !== xml.length) throw new Error("not one whole element")
  return top.children[0] as Element
}

export interface Placed {
  readonly said: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where each text stands, by our own measure of widths. */
export function textsOf(picture: Element): Placed[] {
  return picture.children
    .filter(({ name }) => name === "text")
    .map(({ attributes, text }) => {
      const size = Number(attributes["font-size"])
      const spacing = Number(attributes["letter-spacing"] ?? 0) * text.length
      const width = widthAt(text, size) + spacing
      const anchor = attributes["text-anchor"]
      const x = Number(attributes.x)
      const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x
      const y = Number(attributes.y)
      return { said: text, left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.12 }
    })
}

/** Pairs of texts that touch, and texts that leave the picture. */
export function collisionsIn(picture: Element): string[] {
  const texts = textsOf(picture)
  const width = Number(picture.attributes.width)
  const height = Number(picture.attributes.height)
  const outside = texts.filter(({ left, right, bottom }) => left < 4 || right > width - 4 || bottom > height - 4)
  const touching = texts.flatMap((one, i) =>
    texts
      .slice(i + 1)
      .filter((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom)
      .map((two) => `${one.said} × ${two.said}`),
  )
  return [...outside.map(({ said }) => `outside: ${said}`), ...touching]
}
