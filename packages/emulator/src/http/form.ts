/** A file that came in a form. */
export interface FormFile {
  fieldName: string
  fileName: string
  /** As the client declared it. */
  contentType: string
  chunks: readonly Uint8Array[]
  sizeBytes: number
}

/** The parameters of a request, wherever they came: in form-data, urlencoded, or in the query. */
export interface Form {
  /** The last value with this name, as Uploadcare's own framework reads it; undefined when missing or empty. */
  get(name: string): string | undefined
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly files: readonly FormFile[]
}

/** Makes a {@link Form} of what was read. */
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
