/** What is used of the platform's own module; Workers compile with the whole of it. */
declare module "cloudflare:workers" {
  export abstract class DurableObject {
    protected readonly ctx: { readonly storage: unknown }
  }
}
