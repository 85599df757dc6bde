import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const root = fileURLToPath(new URL("../../", import.meta.url))

/** A Worker of this folder as one module. This folder is a package of its own: names of the product are resolved as the product's. */
export async function bundleWorker(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2023",
    conditions: ["cubular:source", "workerd", "worker", "browser"],
    external: ["cloudflare:*"],
    absWorkingDir: root,
    plugins: [
      {
        name: "product",
        setup(each) {
          each.onResolve({ filter: /^(cubular|zod)(\/|$)/ }, ({ path, kind, pluginData }) =>
            pluginData === "product"
              ? undefined
              : each.resolve(path, { kind, resolveDir: root, pluginData: "product" }),
          )
        },
      },
    ],
  })
  return outputFiles[0]?.text as string
}
