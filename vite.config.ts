import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

const api = "http://localhost:8787"

export default defineConfig(({ mode }) => ({
  root: "playground",
  resolve: {
    // Replaces Vite's own list: sources of ours instead of dist/.
    conditions: ["cubular:source", "module", "browser", mode === "production" ? "production" : "development"],
  },
  plugins: [react()],
  worker: { format: "es" },
  build: {
    outDir: "../dist/playground",
    emptyOutDir: true,
    target: "es2023",
    sourcemap: true,
    // A small module would become a data: URL, which the content security policy refuses.
    assetsInlineLimit: (file: string) => (file.endsWith(".wasm") || file.endsWith(".svg") ? false : undefined),
    modulePreload: { polyfill: false },
    // The worker of the whole catalog is one file, with every manifest in it; what a page loads first has a tested budget.
    chunkSizeWarningLimit: 1000,
    // How long plugins take on a busy machine is nobody's mistake.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  server: { proxy: { "/v1": api, "/healthz": api, "/readyz": api, "/metrics": api } },
}))
