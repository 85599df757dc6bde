import { type ReactNode, useEffect } from "react"
import { Chart } from "./chart/Chart.tsx"
import { BirthForm } from "./form/BirthForm.tsx"
import { Proof } from "./proof/Proof.tsx"
import { Announcer } from "./shell/Announcer.tsx"
import { AppProvider, useAppState, useWords } from "./shell/context.tsx"
import { Header } from "./shell/Header.tsx"
import type { App as AppObject } from "./state/app.ts"

export function App({ app }: { app: AppObject }): ReactNode {
  return (
    <AppProvider app={app}>
      <Page />
    </AppProvider>
  )
}

function Page(): ReactNode {
  const { words } = useWords()
  useDocument()
  return (
    <>
      <a className="skip" href="#chart-heading">
        {words.skip}
      </a>
      <Header />
      <main>
        <div className="intro">
          <h1>{words.heading}</h1>
          <p>{words.lead}</p>
        </div>
        <BirthForm />
        <div className="results">
          <Chart />
        </div>
        <Proof />
        <Announcer />
      </main>
      <footer>
        <p>{words.footer}</p>
      </footer>
    </>
  )
}

/** Language, title and theme belong to the document around the page. */
function useDocument(): void {
  const { language, theme } = useAppState()
  const { words } = useWords()
  useEffect(() => {
    const root = document.documentElement
    root.lang = language
    document.title = words.pageTitle
    if (theme === "auto") delete root.dataset.theme
    else root.dataset.theme = theme
  }, [language, theme, words])
}
