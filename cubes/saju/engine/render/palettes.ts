/** Colours: tiles of the elements and the surfaces they lie on. */
import type { Element } from "../names.ts"
import type { Palette, Theme } from "./options.ts"

/** Tile, what is written on it, and its edge. Ink on fill is 4.5 : 1 at least; fill or edge on the card 3 : 1. */
export interface Tile {
  readonly fill: string
  readonly ink: string
  readonly edge: string
}

export type Tiles = { readonly [element in Element]: Tile }

export interface Surface {
  readonly card: string
  /** Under the day column, and under figures. */
  readonly band: string
  readonly line: string
  readonly ink: string
  readonly muted: string
  /** Mark of the present. */
  readonly accent: string
  readonly seal: string
  readonly notice: string
  readonly noticeInk: string
}

const SURFACES: { readonly [theme in Theme]: Surface } = {
  light: {
    card: "#FFFFFF",
    band: "#F4F5F8",
    line: "#E2E6ED",
    ink: "#141821",
    muted: "#525B6B",
    accent: "#B3261E",
    seal: "#B3261E",
    notice: "#FFF6E0",
    noticeInk: "#7A4F00",
  },
  dark: {
    card: "#151A23",
    band: "#1D2430",
    line: "#2C3545",
    ink: "#E8ECF3",
    muted: "#A3ADBD",
    accent: "#F2887F",
    seal: "#B9382B",
    notice: "#2B2414",
    noticeInk: "#F7C35F",
  },
}

const tile = (fill: string, ink: string, edge: string = fill): Tile => ({ fill, ink, edge })

const WHITE = "#FFFFFF"
const DARK = "#1C1917"

function classic(theme: Theme): Tiles {
  return {
    wood: tile("#15803D", WHITE),
    fire: tile("#DC2626", WHITE),
    earth: tile("#FACC15", DARK, theme === "light" ? "#866800" : "#FACC15"),
    metal: tile("#F8FAFC", DARK, "#64748B"),
    water: theme === "light" ? tile("#111827", WHITE) : tile("#020617", WHITE, "#94A3B8"),
  }
}

/** Pastels; their edges carry the contrast with the card. */
const SOFT: { readonly [theme in Theme]: Tiles } = {
  light: {
    wood: tile("#D9EFDF", "#14532D", "#5B9A70"),
    fire: tile("#FBDFDB", "#7F1D1D", "#D0716A"),
    earth: tile("#F8EBC6", "#5F4206", "#A98529"),
    metal: tile("#F1F3F6", "#323A48", "#7F8A9C"),
    water: tile("#D8E4F7", "#1E3A70", "#5F86C4"),
  },
  dark: {
    wood: tile("#1D3A29", "#BFE8CB", "#5F9B74"),
    fire: tile("#46211F", "#FBCBC5", "#C0716A"),
    earth: tile("#40341A", "#F5DD9E", "#A68B45"),
    metal: tile("#343C4A", "#E8ECF3", "#8A95A8"),
    water: tile("#1D2F52", "#C4D7FA", "#6A8CCB"),
  },
}

export const surfaceOf = (theme: Theme): Surface => SURFACES[theme]

/**
 * Tiles of a palette on a theme.
 *
 * @remarks "obang" has the directions' colours (오방색: 목 blue, 화 red, 토 yellow, 금 white, 수 black), "classic" green for 목.
 */
export function tilesOf(palette: Palette, theme: Theme): Tiles {
  if (palette === "soft") return SOFT[theme]
  if (palette === "classic") return classic(theme)
  return { ...classic(theme), wood: theme === "light" ? tile("#1D4ED8", WHITE) : tile("#2563EB", WHITE, "#6E9BF5") }
}
