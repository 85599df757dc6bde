import type { CubeErrorJson, RunResult, Values } from "cubular/contract"
import type { Language } from "../i18n/index.ts"
import { type BirthForm, emptyForm, exampleForm, type Field, readForm, type Slip } from "./birth.ts"
import type { Engine, Side, SideName, Sides } from "./sides.ts"
import { resultOf, rootOf, toFailure } from "./sides.ts"
import { createStore, type Store } from "./store.ts"

export type Theme = "auto" | "light" | "dark"

export interface AppState {
  readonly language: Language
  readonly theme: Theme
  readonly form: BirthForm
  /** What the page found in the form when it was last sent. */
  readonly slips: readonly Slip[]
  readonly sides: Sides
  /** The form the sides were started with: what the shown chart belongs to. */
  readonly asked: BirthForm | undefined
  /** Counts refused submissions, so that the view can move the focus once for each. */
  readonly refusals: number
}

/** The state of the page and everything that can be done to it. */
export interface App {
  readonly store: Store<AppState>
  edit(change: Partial<BirthForm>): void
  fillExample(): void
  submit(): void
  retry(side: SideName): void
  setLanguage(language: Language): void
  setTheme(theme: Theme): void
}

export interface AppOptions {
  readonly engines: { readonly [side in SideName]: Engine }
  readonly language: Language
  readonly theme: Theme
  /** The present as an ISO instant; without it no run is told the present. */
  readonly now?: () => string
  /** Keeps a choice of the reader between visits. */
  readonly remember?: (choice: "language" | "theme", value: string) => void
}

const idle: Sides = { browser: { state: "idle" }, edge: { state: "idle" } }

export function createApp({ engines, language, theme, now, remember }: AppOptions): App {
  const store = createStore<AppState>({
    language,
    theme,
    form: emptyForm,
    slips: [],
    sides: idle,
    asked: undefined,
    refusals: 0,
  })
  let current = { inputs: {} as Values, now: undefined as string | undefined, stop: new AbortController() }

  const settle = (side: SideName, stop: AbortController, outcome: Side): void => {
    // A newer calculation has taken over: what this one found belongs to another birth.
    if (stop !== current.stop) return
    const sides = { ...store.get().sides, [side]: outcome }
    const wasRefused = outcome.state === "failed" && side === "browser" && fieldOf(outcome.error) !== undefined
    store.set({ sides, ...(wasRefused ? { refusals: store.get().refusals + 1 } : {}) })
  }
  const start = (side: SideName, before?: RunResult): void => {
    const { inputs, stop } = current
    store.set({ sides: { ...store.get().sides, [side]: { state: "running", before } } })
    engines[side](inputs, stop.signal).then(
      (answer) => settle(side, stop, { state: "done", ...answer }),
      (reason: unknown) => settle(side, stop, { state: "failed", error: toFailure(reason) }),
    )
  }
  /** The reading of a chart that is shown is written anew, at the same instant. */
  const translate = (): void => {
    const { asked, language, sides } = store.get()
    const shown = resultOf(sides)
    if (asked === undefined || shown === undefined) return
    const reading = readForm(asked, { language, now: current.now })
    if ("slips" in reading) return
    current.stop.abort()
    current = { ...current, inputs: reading.inputs, stop: new AbortController() }
    for (const side of ["browser", "edge"] as const) start(side, shown)
  }
  return {
    store,
    edit: (change) => store.set({ form: { ...store.get().form, ...change } }),
    fillExample: () => store.set({ form: exampleForm, slips: [] }),
    submit() {
      const { form, refusals, language } = store.get()
      const present = now?.()
      const reading = readForm(form, { language, now: present })
      current.stop.abort()
      if ("slips" in reading) {
        store.set({ slips: reading.slips, sides: idle, asked: undefined, refusals: refusals + 1 })
        return
      }
      current = { inputs: reading.inputs, now: present, stop: new AbortController() }
      store.set({ slips: [], asked: form })
      start("browser")
      start("edge")
    },
    retry: (side) => start(side),
    setLanguage(next) {
      if (next === store.get().language) return
      remember?.("language", next)
      store.set({ language: next })
      translate()
    },
    setTheme(next) {
      remember?.("theme", next)
      store.set({ theme: next })
    },
  }
}

/** Names in the paths of errors, and the controls they are given with. */
const fields: { readonly [name: string]: Field } = {
  calendar: "calendar",
  leapMonth: "calendar",
  date: "date",
  time: "time",
  sex: "sex",
  timeZone: "timeZone",
  longitudeDeg: "longitudeDeg",
  clock: "clock",
  boundary: "boundary",
  yearBoundary: "yearBoundary",
  fold: "fold",
}

/** The field of the form an error is about, by the last part of its path that names one. */
export function fieldOf(error: CubeErrorJson): Field | undefined {
  const named = rootOf(error).path.filter((part) => typeof part === "string" && Object.hasOwn(fields, part))
  return fields[named.at(-1) ?? ""]
}

/** The error the sides give for a field, if one does. */
export function refusalAt(sides: Sides, field: Field): CubeErrorJson | undefined {
  for (const side of [sides.browser, sides.edge])
    if (side.state === "failed" && fieldOf(side.error) === field) return rootOf(side.error)
  return undefined
}
