/** A file of a form. */
export interface FormFile {
  fieldName: string
  fileName: string
  /** As declared by the client. */
  contentType: string
  chunks: readonly Uint8Array[]
  sizeBytes: number
}

/** The parameters of a request, from form-data, a URL-encoded body, or the query. */
export interface Form {
  /** Returns the last value with this name, as Django does; `undefined` when it is missing or empty. */
  get(name: string): string | undefined
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly files: readonly FormFile[]
}

/** Creates a {@link Form}. */
export function createForm(
  fields: readonly (readonly [name: string, value: string])[],
  files: readonly FormFile[] = [],
): Form {
  return {
    fields,
    files,
    get(name) {
      const value = fields.findLast(([candidate]) => candidate === name)?.[1]
      return value === '' ? undefined : value
    },
  }
}
