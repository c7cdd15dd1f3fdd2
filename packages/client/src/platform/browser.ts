import type { AbortFan } from './fan-out.js'
import type { Observe } from './observe-answer.js'

export { fileWithoutWebCrypto } from './file-without-web-crypto.js'

/** Browsers publish no answers. */
export const observeAnswer: Observe = (_, send) => send()

/** The errors of upload-client and of this package have the same message. */
export const isLostConnection = ({ message }: Error): boolean => message === 'Network error'

export const readBlob = (blob: Blob): Promise<ArrayBuffer> => blob.arrayBuffer()

/** A signal of a browser may have any number of listeners. */
export const fanOut = (signal: AbortSignal = new AbortController().signal): AbortFan => ({
  run: (task) => task(signal),
  close: () => undefined,
})
