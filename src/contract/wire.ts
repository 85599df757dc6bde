import type * as z from "zod"
import type { Same } from "./port.ts"
import type { NumericArray } from "./value.ts"

/** The plain types a cube or a typed composition carries for the compiler. */
export interface CarriedTypes {
  readonly in: unknown
  readonly out: unknown
  readonly config: unknown
}

/** What stands under `cubes` in a typed literal: the shape before refs and values are looked at. */
export interface PlacedShape {
  readonly use: { readonly id: string; readonly version: string; readonly "~types"?: CarriedTypes }
  readonly config?: unknown
  readonly in?: { readonly [port: string]: unknown }
  readonly when?: string
  readonly after?: readonly string[]
}
export type PlacedShapes = { readonly [id: string]: PlacedShape }

type TypesOf<P extends PlacedShape> = NonNullable<P["use"]["~types"]>

// ── What a ref gives ────────────────────────────────────────────────────────────────────────────────────────────────

/** The type a ref gives: "@input" or "cube.port", then optionally "#/pointer". `never` when it leads nowhere. */
export type Ref<S, In, Cs extends PlacedShapes> = S extends `${infer B}#${infer P}`
  ? P extends `/${infer Q}`
    ? Walk<Base<B, In, Cs>, Q>
    : P extends ""
      ? Base<B, In, Cs>
      : never
  : Base<S, In, Cs>

type Base<S, In, Cs extends PlacedShapes> = S extends `@${infer N}`
  ? N extends keyof In
    ? In[N]
    : never
  : S extends `${infer K}.${infer P}`
    ? K extends keyof Cs
      ? Output<Cs[K], P, In, Cs>
      : never
    : never

/** An optional output counts with the type it has when it is there: where it is not, what takes it is skipped. */
type Output<P extends PlacedShape, Port, In, Cs extends PlacedShapes> = Port extends keyof TypesOf<P>["out"]
  ? Bound<Exclude<TypesOf<P>["out"][Port], undefined>, P, In, Cs>
  : never

type Walk<T, P> = P extends `${infer H}/${infer R}` ? Walk<Part<T, Unescaped<H>>, R> : Part<T, Unescaped<P>>

/** One step of a JSON Pointer; members that may be absent count as there. */
type Part<T, H> = T extends NumericArray | AsyncIterable<unknown>
  ? never
  : T extends readonly unknown[]
    ? H extends keyof T
      ? T[H]
      : number extends T["length"]
        ? H extends `${number}`
          ? T[number]
          : never
        : never
    : T extends object
      ? H extends keyof T
        ? Exclude<T[H], undefined>
        : H extends `${infer N extends number}`
          ? N extends keyof T
            ? Exclude<T[N], undefined>
            : never
          : never
      : never

type Unescaped<H> = H extends `${infer A}~1${infer B}` ? `${Tilde<A>}/${Unescaped<B>}` : Tilde<H>
type Tilde<H> = H extends `${infer A}~0${infer B}` ? `${A}~${Tilde<B>}` : H extends string ? H : never

// ── Type variables ──────────────────────────────────────────────────────────────────────────────────────────────────

/** `same("T")`, `list(same("T"))` and streams of either replaced by what is wired into this placed cube. */
type Bound<T, P extends PlacedShape, In, Cs extends PlacedShapes> = [T] extends [AsyncIterable<infer Item>]
  ? AsyncIterable<BoundValue<Item, P, In, Cs>>
  : BoundValue<T, P, In, Cs>
type BoundValue<T, P extends PlacedShape, In, Cs extends PlacedShapes> = [T] extends [Same<infer N>]
  ? OrUnknown<Binding<TypesOf<P>["in"], P["in"], N, In, Cs>>
  : [T] extends [readonly Same<infer N>[]]
    ? OrUnknown<Binding<TypesOf<P>["in"], P["in"], N, In, Cs>>[]
    : T

/** A variable nothing is wired to may be anything. */
type OrUnknown<T> = [T] extends [never] ? unknown : T

/** Everything wired into the ports of one variable; several wires give the union of their types. */
type Binding<Ports, Wires, N extends string, In, Cs extends PlacedShapes> = {
  [K in keyof Ports & keyof Wires]: Exclude<Ports[K], undefined> extends infer T
    ? [T] extends [Same<N>]
      ? Given<Wires[K], In, Cs>
      : [T] extends [readonly Same<N>[]]
        ? Given<Wires[K], In, Cs> extends infer G
          ? Wires[K] extends readonly string[]
            ? G
            : G extends readonly (infer E)[]
              ? E
              : never
          : never
        : [T] extends [AsyncIterable<Same<N>>]
          ? Given<Wires[K], In, Cs> extends AsyncIterable<infer E>
            ? E
            : never
          : never
    : never
}[keyof Ports & keyof Wires]

/** The type a source gives; of a list of refs, the union of its items. */
type Given<W, In, Cs extends PlacedShapes> = W extends string
  ? Ref<W, In, Cs>
  : W extends readonly string[]
    ? Ref<W[number], In, Cs>
    : W extends { readonly value: infer V }
      ? V
      : never

// ── Whether it fits ─────────────────────────────────────────────────────────────────────────────────────────────────

type AnyJson = z.core.util.JSONType
/** Any JSON, as generous as a wire is: lists may be readonly, absent members undefined. */
type LooseJson =
  | string
  | number
  | boolean
  | null
  | readonly LooseJson[]
  | { readonly [key: string]: LooseJson | undefined }

/** What a target of type T takes: readonly all the way down, and any members where it takes any. */
export type Takes<T> = [AnyJson] extends [T] ? T | LooseJson : TakesParts<T>
type TakesParts<T> = T extends NumericArray | AsyncIterable<unknown>
  ? T
  : T extends object
    ? { readonly [K in keyof T]: string extends K ? Takes<T[K]> | undefined : Takes<T[K]> }
    : T

/** Interfaces made anonymous, so that TypeScript lets them be a record. */
type Plain<T> = [AnyJson] extends [T] ? T : PlainParts<T>
type PlainParts<T> = T extends NumericArray | AsyncIterable<unknown>
  ? T
  : T extends object
    ? { [K in keyof T]: Plain<T[K]> }
    : T

type Fits<S, T> = [T] extends [AsyncIterable<infer E>]
  ? [S] extends [AsyncIterable<infer G>]
    ? FitsValue<G, FreeList<E, G>>
    : false
  : [S] extends [AsyncIterable<unknown>]
    ? [S] extends [never]
      ? true
      : false
    : FitsValue<S, T>

type FitsValue<S, T> = [S] extends [T]
  ? true
  : [T] extends [Same | undefined]
    ? true
    : [Plain<S>] extends [Takes<T>]
      ? true
      : false

/** A source as it must be written: itself when it fits, else the two types that do not. */
type Wire<W, T, In, Cs extends PlacedShapes> = W extends string
  ? RefWire<W, T, In, Cs>
  : W extends readonly string[]
    ? ListWire<W, Exclude<T, undefined>, In, Cs>
    : W extends { readonly value: infer V }
      ? Fits<V, T> extends true
        ? W
        : { readonly value: { gives: V; takes: T } }
      : string | readonly string[] | { readonly value: T }

type RefWire<S, T, In, Cs extends PlacedShapes> =
  Ref<S, In, Cs> extends infer G
    ? [G] extends [never]
      ? { "leads nowhere": S }
      : Fits<G, FreeList<T, G>> extends true
        ? S
        : { gives: G; takes: T }
    : never

/** A list of a type variable takes any list. */
type FreeList<T, G> = [T] extends [readonly Same[] | undefined] ? (G extends readonly unknown[] ? G : T) : T

type ListWire<W extends readonly string[], T, In, Cs extends PlacedShapes> = T extends readonly (infer E)[]
  ? { readonly [I in keyof W]: RefWire<W[I], E, In, Cs> }
  : { gives: "a list of refs"; takes: T }

// ── The checks of a whole literal ───────────────────────────────────────────────────────────────────────────────────

export type CheckCubes<Cs extends PlacedShapes, In> = { readonly [K in keyof Cs]: CheckPlaced<Cs[K], In, Cs> }

type CheckPlaced<P extends PlacedShape, In, Cs extends PlacedShapes> = CheckIn<P["in"], TypesOf<P>["in"], In, Cs> &
  Configured<P, TypesOf<P>["config"]> &
  CheckWhen<P, In, Cs> &
  CheckAfter<P, Cs>

type Configured<P extends PlacedShape, C> = unknown extends C
  ? CheckConfig<P["config"], C>
  : [C] extends [undefined]
    ? P extends { readonly config: unknown }
      ? { readonly config?: undefined }
      : unknown
    : CheckConfig<P["config"], C>
type CheckWhen<P, In, Cs extends PlacedShapes> = P extends { readonly when: infer W }
  ? { readonly when: RefWire<W, boolean, In, Cs> }
  : unknown
type CheckAfter<P, Cs extends PlacedShapes> = P extends { readonly after: infer A }
  ? { readonly after: Placed<A, Cs> }
  : unknown
type Placed<A, Cs extends PlacedShapes> = { [I in keyof A]: A[I] extends keyof Cs ? A[I] : { "no such cube": A[I] } }

type CheckIn<W, T, In, Cs extends PlacedShapes> = object extends T
  ? { readonly in?: Wires<W, T, In, Cs> }
  : { readonly in: Wires<W, T, In, Cs> }

type Wires<W, T, In, Cs extends PlacedShapes> = {
  readonly [K in keyof T]: K extends keyof W
    ? Wire<W[K], T[K], In, Cs>
    : string | readonly string[] | { readonly value: T[K] }
} & { readonly [K in Exclude<keyof W, keyof T>]: { "no such input": K } }

type CheckConfig<G, C> = undefined extends C
  ? { readonly config?: Config<G, Exclude<C, undefined>> }
  : { readonly config: Config<G, C> }
type Config<G, C> = { readonly [K in Exclude<keyof G, KeysOfUnion<C>>]: { "no such setting": K } } & (Fits<
  G,
  C
> extends true
  ? unknown
  : { readonly [K in keyof C]: K extends keyof G ? Setting<G[K], C[K]> : Takes<C[K]> })
type Setting<G, C> = Fits<G, C> extends true ? G : { gives: G; takes: C }
type KeysOfUnion<T> = T extends T ? keyof T : never

export type CheckOutputs<Os, In, Cs extends PlacedShapes> = {
  readonly [K in keyof Os]: [Ref<Os[K], In, Cs>] extends [never] ? { "leads nowhere": Os[K] } : Os[K]
}

/** The types a composition gives. */
export type Outputs<Os, In, Cs extends PlacedShapes> = { -readonly [K in keyof Os]: Ref<Os[K], In, Cs> }
