/** Signs bytes with HMAC-SHA256, synchronously. */
export type SignHmac = (bytes: Uint8Array) => Uint8Array

/** The part of `node:crypto` that is used. */
interface NodeCrypto<Key> {
  createSecretKey: (bytes: Uint8Array) => Key
  createHmac: (
    algorithm: 'sha256',
    key: Key,
  ) => { update: (bytes: Uint8Array) => { digest: () => Uint8Array } }
}

let createNative: ((key: Uint8Array) => SignHmac) | 'missing' | undefined

/**
 * Creates a function that signs with Node's own crypto; `undefined` where it is missing: in other runtimes and before Node
 * 20.16. In Node an HMAC of WebCrypto is a job for another thread, which costs five times the CPU time.
 */
export function createNativeHmac(key: Uint8Array): SignHmac | undefined {
  createNative ??= findNative() ?? 'missing'
  return createNative === 'missing' ? undefined : createNative(key)
}

function findNative<Key>(): ((key: Uint8Array) => SignHmac) | undefined {
  // Not an import: bundlers for browsers and edge runtimes would refuse it.
  const scope: { process?: { getBuiltinModule?: (name: 'node:crypto') => NodeCrypto<Key> | undefined } } =
    globalThis
  try {
    const { createHmac, createSecretKey } = scope.process?.getBuiltinModule?.('node:crypto') ?? {}
    if (createHmac === undefined || createSecretKey === undefined) return undefined
    const create = (bytes: Uint8Array): SignHmac => {
      const key = createSecretKey(bytes)
      return (message) => createHmac('sha256', key).update(message).digest()
    }
    // Polyfills of Node contain functions that throw, or return something else.
    return create(new Uint8Array(1))(new Uint8Array(1)).byteLength === 32 ? create : undefined
  } catch {
    return undefined
  }
}
