import { createClient } from "cubular/gateway"
import { createCubular } from "cubular/host/browser"
import { createRoot } from "react-dom/client"
import { App } from "./App.tsx"
import { createApp } from "./state/app.ts"
import { readChoices, remember } from "./state/choices.ts"
import { browserEngine, edgeEngine } from "./state/engines.ts"
import { presentHour } from "./state/present.ts"
import "./styles/index.css"

const app = createApp({
  engines: {
    browser: browserEngine(createCubular()),
    // The gateway is the origin this page itself comes from.
    edge: edgeEngine(createClient({ url: location.origin, timeoutMs: 10_000, replyBytes: Number.POSITIVE_INFINITY })),
  },
  now: presentHour,
  ...readChoices(navigator.languages),
  remember,
})

createRoot(document.getElementById("page") as HTMLElement).render(<App app={app} />)
