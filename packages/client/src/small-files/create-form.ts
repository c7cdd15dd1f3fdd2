import { withoutUndefined } from '../options/without-undefined.js'
import type { SignedOptions } from '../requests/take-credential.js'
import type { UploadOptions } from '../requests/upload-options.js'

/** A file of a form. */
export interface FormFile {
  body: Blob
  name: string
}

/** The name of the field of a file. The answer of `/base/` refers to the file by it, so that equal file names do not collide. */
export const fieldNameOf = (index: number): string => (index === 0 ? 'file' : `file${String(index)}`)

/** Creates the form of `/base/`: the fields that all files share, then the files. */
export function createForm(files: readonly FormFile[], options: UploadOptions & SignedOptions): FormData {
  const { publicKey, store, source = 'local', metadata = {}, tags } = options
  const form = new FormData()
  const fields: Record<string, string | undefined> = {
    UPLOADCARE_PUB_KEY: publicKey,
    UPLOADCARE_STORE: typeof store === 'boolean' ? String(Number(store)) : 'auto',
    ...('secureSignature' in options && { signature: options.secureSignature, expire: options.secureExpire }),
    source,
    tags: tags?.join(','),
  }
  for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value)
  for (const [key, value] of Object.entries(withoutUndefined(metadata))) {
    form.append(`metadata[${key}]`, value)
  }
  files.forEach(({ body, name }, index) => {
    form.append(fieldNameOf(index), body, name)
  })
  return form
}
