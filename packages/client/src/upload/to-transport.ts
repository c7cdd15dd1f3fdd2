import type { Sliceable } from '@uploadcare/upload-client'

/** upload-client's build for Node takes a `Buffer` and nothing else, those for browsers and React Native a `Blob`. */
export const takesBuffers = (): boolean => typeof XMLHttpRequest === 'undefined'

/** Makes what upload-client can send here. Reads no more than it is given: a part, or a file of one request. */
export async function toTransport(data: Sliceable): Promise<Sliceable> {
  return data instanceof Blob && takesBuffers() ? Buffer.from(await data.arrayBuffer()) : data
}
