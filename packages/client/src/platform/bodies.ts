import type { Sliceable } from '@uploadcare/upload-client'

/** upload-client's Node build accepts only a `Buffer`; its builds for browsers and React Native accept a `Blob`. */
const usesBuffers = (): boolean => isNodeBuild || typeof XMLHttpRequest === 'undefined'

// Bundlers would replace a bare `Buffer` or `process` with a polyfill.
let isNodeBuild = false

/** Converts bytes to a value that can be sliced, without a copy in Node. */
export const toSliceable = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Sliceable =>
  usesBuffers()
    ? globalThis.Buffer.from(buffer, byteOffset, byteLength)
    : new Blob([new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)])

/**
 * Converts bytes to the type that upload-client can send here.
 *
 * @param read reads a Blob
 */
export async function toSendable(
  data: Sliceable,
  read: (blob: Blob) => Promise<ArrayBuffer>,
): Promise<Sliceable> {
  if (ArrayBuffer.isView(data)) return data
  if (usesBuffers()) return globalThis.Buffer.from(await read(data))
  if (data instanceof Blob) return data
  // A browser wraps a Blob of another realm without reading it; an emulated page in Node cannot.
  const isEmulated = 'process' in globalThis
  const { type } = data as Blob
  return new Blob([isEmulated ? await read(data) : data], { type })
}

export type SendBody = <T>(
  body: Sliceable,
  send: (body: Sliceable) => Promise<T>,
  convert: () => Promise<Sliceable>,
) => Promise<T>

/**
 * Sends a body. upload-client's Node build may have been loaded although the page has `XMLHttpRequest`, like in vitest with
 * jsdom. It refuses a Blob before it sends anything.
 *
 * @param convert converts the body to the type that the Node build accepts
 */
export const sendBody: SendBody = (body, send, convert) => {
  const sendConverted = (error: unknown): ReturnType<typeof send> => {
    const isRefusedBlob = error instanceof TypeError && error.message.includes('source.on') && !usesBuffers()
    if (!isRefusedBlob) throw error
    isNodeBuild = true
    return convert().then(send)
  }
  try {
    return send(body).catch(sendConverted)
  } catch (error) {
    return sendConverted(error)
  }
}
