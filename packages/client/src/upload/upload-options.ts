import type { FileFromOptions, GroupFromOptions } from '@uploadcare/upload-client'

/**
 * The client's settings and a call's own options in one, as upload-client merges them. `publicKey` is the one that the
 * caller named, `''` when nobody did: a key that a token told is not one that the next token has to keep to.
 */
export type UploadOptions = Partial<
  Omit<FileFromOptions & GroupFromOptions, 'secureSignature' | 'secureExpire'>
>
