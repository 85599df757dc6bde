import { describe, expect, it } from "vitest"
import tokens from "../../playground/styles/tokens.css?raw"

type Theme = "light" | "dark"

/** A colour of the token file in a theme. */
function colour(name: string, theme: Theme): string {
  const value = new RegExp(`--${name}: (.+);`).exec(tokens)?.[1] ?? ""
  const pair = /^light-dark\((#\w+), (#\w+)\)$/.exec(value)
  const found = pair === null ? value : pair[theme === "light" ? 1 : 2]
  if (!/^#[0-9a-f]{6}$/.test(found ?? "")) throw new Error(`--${name} is no colour: ${value}`)
  return found as string
}

/** WCAG 2 relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

const text: readonly (readonly [string, string])[] = [
  ["text", "canvas"],
  ["text", "card"],
  ["text", "sunken"],
  ["text", "warn-tint"],
  ["muted", "canvas"],
  ["muted", "card"],
  ["muted", "sunken"],
  ["accent-ink", "accent"],
  ["accent-ink", "accent-hover"],
  ["chosen-ink", "chosen"],
  ["text", "chosen"],
  ["muted", "chosen"],
  ["accent", "card"],
  ["warn", "card"],
  ["error", "card"],
  ["error", "sunken"],
  ["error", "error-tint"],
  ["ok", "ok-tint"],
  ["warn", "warn-tint"],
  ...["wood", "fire", "earth", "metal", "water"].map((element) => [`${element}-ink`, element] as const),
]

const shapes: readonly (readonly [string, string])[] = [
  ["border", "card"],
  ["border", "sunken"],
  ["focus", "card"],
  ["focus", "canvas"],
  ["focus", "sunken"],
  ["accent", "sunken"],
  ...["wood", "fire", "earth", "metal", "water"].flatMap((element) =>
    ["card", "sunken"].map((ground) => [`${element}-edge`, ground] as const),
  ),
]

describe.each<Theme>(["light", "dark"])("in the %s theme", (theme) => {
  it.each(text)("%s on %s can be read (4.5:1)", (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(shapes)("%s on %s can be seen (3:1)", (line, ground) => {
    expect(contrast(colour(line, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
  })
})
