/**
 * Loaded before every measurement (`--import`): lets files here import the product by its public names, although this
 * folder is a package of its own (the rivals' lock file).
 */
import { registerHooks } from "node:module"

const product = new URL("../package.json", import.meta.url).href

registerHooks({
  resolve: (name, context, next) =>
    next(name, /^cubular(\/|$)/.test(name) ? { ...context, parentURL: product } : context),
})
