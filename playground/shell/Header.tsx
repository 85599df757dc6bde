import type { ReactNode } from "react"
import { languages } from "../i18n/index.ts"
import { Choice } from "./Choice.tsx"
import { useApp, useAppState, useWords } from "./context.tsx"
import { Mark } from "./icons.tsx"

export function Header(): ReactNode {
  const app = useApp()
  const { language, theme } = useAppState()
  const { words } = useWords()
  return (
    <header className="top">
      <p className="brand">
        <Mark />
        <span lang="en">cubular</span>
      </p>
      <div className="preferences">
        <Choice
          name="language"
          legend={words.language}
          legendHidden
          options={languages.map(({ code, name }) => ({ value: code, label: name, lang: code }))}
          value={language}
          onChange={app.setLanguage}
        />
        <Choice
          name="theme"
          legend={words.theme}
          legendHidden
          options={[
            { value: "auto", label: words.themeAuto },
            { value: "light", label: words.themeLight },
            { value: "dark", label: words.themeDark },
          ]}
          value={theme}
          onChange={app.setTheme}
        />
      </div>
    </header>
  )
}
