/** The type-only member of the result of `defineUploads` from which the data of each route is inferred. */
export interface TypedUploads {
  readonly '~data'?: object
}

/** The data of each upload route by its name. */
export type DataByRoute<Uploads> = Uploads extends { readonly '~data'?: infer Data }
  ? NonNullable<Data>
  : never

/** The form of a value after it was sent as JSON: a `Date` becomes a string, functions disappear. */
export type JsonOf<T> = unknown extends T
  ? unknown
  : T extends { toJSON(...args: never[]): infer Json }
    ? JsonOf<Json>
    : T extends string | number | boolean | null
      ? T
      : T extends undefined | symbol | ((...args: never[]) => unknown)
        ? undefined
        : T extends readonly unknown[]
          ? { [Index in keyof T]: JsonOf<T[Index]> }
          : { [Name in keyof T as JsonOf<T[Name]> extends undefined ? never : Name]: JsonOf<T[Name]> }

/** The rules of an upload route. A rule that is absent allows everything. */
export interface UploadRouteRules {
  /** MIME types in lower case; `image/*` stands for all images except `image/svg+xml`. */
  accept?: readonly string[]
  /** The largest size of one file, in **bytes**. */
  maxBytes?: number
  /** The number of files that may be uploaded with one token. */
  maxFiles?: number
}
