import type { Sliceable } from '@uploadcare/upload-client'

/** Tells how large a `Blob` or a `Buffer` is. */
export const sizeBytesOf = (data: Sliceable): number => ('size' in data ? data.size : data.length)
