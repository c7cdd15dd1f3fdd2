import type { SendBody } from './bodies.js'
import type { AbortFan } from './fan-out.js'
import type { Observe } from './observe-answer.js'

export { fileWithoutWebCrypto } from './file-without-web-crypto.js'
export { putByXhr as putPart } from '../upload/put-by-xhr.js'

export const isBrowser = (): boolean => true

/** A signal of a browser may have any number of listeners. */
export function allowListeners(): void {}

/** Browsers publish no answers. */
export const observeAnswer: Observe = (_, send) => send()

/** The errors of upload-client and of this package have the same message. */
export const isLostConnection = ({ message }: Error): boolean => message === 'Network error'

export const readBlob = (blob: Blob): Promise<ArrayBuffer> => blob.arrayBuffer()

export const toSliceable = (view: ArrayBufferView): Blob => new Blob([view as Uint8Array<ArrayBuffer>])

/** Wraps a Blob of another realm and a `Buffer` of a polyfill. */
export async function toSendable(data: Blob | Uint8Array): Promise<Blob> {
  if (data instanceof Blob) return data
  const { type = '' } = data as { type?: string }
  return new Blob([data as Uint8Array<ArrayBuffer>], { type })
}

export const sendBody: SendBody = (body, send) => send(body)

export const fanOut = (signal: AbortSignal): AbortFan => ({
  run: (task) => task(signal),
  close: () => undefined,
})
