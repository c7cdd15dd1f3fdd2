import type { FileFromOptions, GroupFromOptions } from '@uploadcare/upload-client'

/**
 * The settings of the client merged with the options of a call. `publicKey` is the configured one, `''` without one: a key
 * that came with a token does not bind the next token.
 */
export type UploadOptions = Partial<
  Omit<FileFromOptions & GroupFromOptions, 'secureSignature' | 'secureExpire'>
>
