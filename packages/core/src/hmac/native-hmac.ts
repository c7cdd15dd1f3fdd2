/** HMAC-SHA256 with one key, synchronously. */
export interface NativeHmac {
  sign: (bytes: Uint8Array) => Uint8Array
  /** Verifies in constant time. */
  verify: (mac: Uint8Array, bytes: Uint8Array) => boolean
}

/** The part of `node:crypto` that is used. */
interface NodeCrypto<Key> {
  createSecretKey: (bytes: Uint8Array) => Key
  createHmac: (
    algorithm: 'sha256',
    key: Key,
  ) => { update: (bytes: Uint8Array) => { digest: () => Uint8Array } }
  timingSafeEqual: (a: Uint8Array, b: Uint8Array) => boolean
}

let createNative: ((key: Uint8Array) => NativeHmac) | 'missing' | undefined

/**
 * Creates an HMAC with Node's own crypto; `undefined` where it is missing: in other runtimes and before Node 20.16. In Node an
 * HMAC of WebCrypto is a job for another thread, which costs five times the CPU time.
 */
export function createNativeHmac(key: Uint8Array): NativeHmac | undefined {
  createNative ??= findNative() ?? 'missing'
  return createNative === 'missing' ? undefined : createNative(key)
}

function findNative<Key>(): ((key: Uint8Array) => NativeHmac) | undefined {
  // Not an import: bundlers for browsers and edge runtimes would refuse it.
  const scope: { process?: { getBuiltinModule?: (name: 'node:crypto') => NodeCrypto<Key> | undefined } } =
    globalThis
  try {
    const builtin = scope.process?.getBuiltinModule?.('node:crypto')
    if (builtin === undefined) return undefined
    const create = (bytes: Uint8Array): NativeHmac => {
      const key = builtin.createSecretKey(bytes)
      const sign = (message: Uint8Array): Uint8Array =>
        builtin.createHmac('sha256', key).update(message).digest()
      return {
        sign,
        verify: (mac, message) => mac.length === MAC_BYTES && builtin.timingSafeEqual(sign(message), mac),
      }
    }
    return works(create) ? create : undefined
  } catch {
    return undefined
  }
}

const MAC_BYTES = 32

/** Polyfills of Node contain functions that throw, or return something else. */
function works(create: (key: Uint8Array) => NativeHmac): boolean {
  const { sign, verify } = create(new Uint8Array(1))
  const message = new Uint8Array(1)
  const mac = sign(message)
  return mac.byteLength === MAC_BYTES && verify(mac, message) && !verify(new Uint8Array(MAC_BYTES), message)
}
