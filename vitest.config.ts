import { cloudflareTest } from "@cloudflare/vitest-plugin"
import { playwright } from "@vitest/browser-playwright"
import { defineConfig } from "vitest/config"
import { chromiumLaunch } from "./src/cli/hosts/chromium.mjs"

const source = "cubular:source"
const portable = ["test/{conformance,simulation}/**/*.test.ts"]
const hostOf = (name: string): Record<string, string> => ({
  "#test-host": new URL(`./test/hosts/${name}.ts`, import.meta.url).pathname,
})

export default defineConfig({
  test: {
    reporters: ["default", "./scripts/closing-line.ts"],
    coverage: { provider: "v8", include: ["{src,cubes}/**/*.ts"], exclude: ["**/assembly/**"] },
    projects: [
      {
        resolve: { alias: hostOf("node"), conditions: [source, "node"] },
        ssr: { resolve: { conditions: [source, "node", "module-sync", "import", "default"] } },
        test: {
          name: "node",
          environment: "node",
          include: [...portable, "test/{unit,property,dist}/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [
          cloudflareTest({
            main: "./worker/index.ts",
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: { bindings: { CUBULAR_SAGAS: "shown" } },
          }),
        ],
        resolve: { alias: hostOf("workerd"), conditions: [source, "workerd", "worker", "browser"] },
        ssr: { resolve: { conditions: [source, "workerd", "worker", "browser", "import", "default"] } },
        test: { name: "workerd", include: [...portable, "test/worker/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        resolve: { alias: hostOf("chromium"), conditions: [source, "browser", "import", "default"] },
        optimizeDeps: {
          include: [
            "zod",
            "comlink",
            "hono",
            "hono/route",
            "@noble/hashes/sha2.js",
            "fast-check",
            "msw",
            "react",
            "react-dom/client",
            "react/jsx-dev-runtime",
          ],
        },
        test: {
          name: "chromium",
          include: [...portable, "test/{browser,playground}/**/*.test.{ts,tsx}"],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: "chromium" }],
            provider: playwright({ launchOptions: chromiumLaunch() }),
          },
        },
      },
      {
        test: {
          name: "types",
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ["test/types/**/*.test-d.ts"],
            tsconfig: "test/tsconfig.json",
          },
        },
      },
    ],
  },
})
