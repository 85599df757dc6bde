import { createContext, type ReactNode, use, useSyncExternalStore } from "react"
import { type Language, type Words, wordsOf } from "../i18n/index.ts"
import type { App, AppState } from "../state/app.ts"

const AppContext = createContext<App | undefined>(undefined)

export function AppProvider({ app, children }: { app: App; children: ReactNode }): ReactNode {
  return <AppContext value={app}>{children}</AppContext>
}

export function useApp(): App {
  const app = use(AppContext)
  if (app === undefined) throw new Error("AppProvider is missing")
  return app
}

export function useAppState(): AppState {
  const { store } = useApp()
  return useSyncExternalStore(store.subscribe, store.get)
}

export function useWords(): { language: Language; words: Words } {
  const { language } = useAppState()
  return { language, words: wordsOf(language) }
}
