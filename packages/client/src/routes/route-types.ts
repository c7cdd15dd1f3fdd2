/** The type-only member of the result of `defineUploads` from which the data of each route is inferred. */
export interface TypedUploads {
  readonly '~data'?: object
}

/** The data of each upload route by its name. */
export type DataByRoute<Uploads> = Uploads extends { readonly '~data'?: infer Data }
  ? NonNullable<Data>
  : never

/** The form of a value after it was sent as JSON: a `Date` becomes a string, functions disappear, and a `Map` is empty. */
export type JsonOf<T> = unknown extends T
  ? unknown
  : T extends { toJSON(...args: never[]): infer Json }
    ? JsonOf<Json>
    : T extends string | number | boolean | null
      ? T
      : T extends undefined | symbol | ((...args: never[]) => unknown)
        ? undefined
        : T extends bigint
          ? never
          : T extends readonly unknown[]
            ? { [Index in keyof T]: ItemOf<JsonOf<T[Index]>> }
            : T extends Collection
              ? Record<string, never>
              : { [Name in keyof T as FieldOf<Name, T[Name]>]: JsonOf<T[Name]> }

/** In a list, what has no JSON becomes `null`. */
type ItemOf<Json> = unknown extends Json ? Json : Json extends undefined ? null : Json

/** Fields whose name is a symbol and fields without JSON disappear. It does not use JsonOf, so that types can contain themselves. */
type FieldOf<Name, Value> = Name extends symbol
  ? never
  : unknown extends Value
    ? Name
    : [Value] extends [WithoutJson]
      ? never
      : Name

type WithoutJson = undefined | symbol | bigint | ((...args: never[]) => unknown)

/** Objects whose content is not in properties. */
type Collection = ReadonlyMap<never, unknown> | ReadonlySet<unknown> | Promise<unknown>

/** The rules of an upload route. A rule that is absent allows everything. */
export interface UploadRouteRules {
  /** MIME types in lower case; `image/*` stands for all images except `image/svg+xml`. */
  accept?: readonly string[]
  /** The largest size of one file, in **bytes**. */
  maxBytes?: number
  /** The number of files that may be uploaded with one token. */
  maxFiles?: number
}
