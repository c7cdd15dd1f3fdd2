import { createSigner, type Signer } from '@secure-uploading/core'
import type { TokenHandlerOptions } from '../options/token-handler-options.js'

/** A key of the project, or a function that finds it for a request. */
export type Key<Args extends unknown[]> = string | ((...args: Args) => string | Promise<string>)

/** A project's public key, and what signs for it. */
export interface Keys {
  publicKey: string
  signer: Signer
}

// More projects than this behind one endpoint are signed for as well, only not from memory.
const REMEMBERED_SIGNERS = 64

/**
 * Finds the keys of a request. A key given as a literal is checked at once. A function is asked for each token, so that
 * it may choose by request, and what it gives is checked; signers are remembered by the secret key they were made of.
 *
 * @throws {TypeError} when a literal is blank, or the secret key is the public key.
 */
export function createKeyRing<Args extends unknown[]>({
  publicKey,
  secretKey,
  now,
}: TokenHandlerOptions<Args>): (args: Args) => Promise<Keys> {
  const signers = new Map<string, Signer>()

  function keysOf(publicKey: string, secretKey: string): Keys {
    assertKeys(publicKey, secretKey)
    let signer = signers.get(secretKey)
    if (signer === undefined) {
      signer = createSigner({ secretKey, ...(now === undefined ? {} : { now }) })
      const [oldest] = signers.keys()
      if (signers.size >= REMEMBERED_SIGNERS && oldest !== undefined) signers.delete(oldest)
      signers.set(secretKey, signer)
    }
    return { publicKey, signer }
  }

  if (typeof publicKey === 'string' && typeof secretKey === 'string') {
    const keys = Promise.resolve(keysOf(publicKey, secretKey))
    return () => keys
  }
  return async (args) =>
    keysOf(
      typeof publicKey === 'string' ? publicKey : await publicKey(...args),
      typeof secretKey === 'string' ? secretKey : await secretKey(...args),
    )
}

function assertKeys(publicKey: unknown, secretKey: unknown): void {
  assertKey('publicKey', publicKey)
  assertKey('secretKey', secretKey)
  if (publicKey === secretKey) {
    throw new TypeError('"secretKey" is the same as "publicKey": the secret key must never reach a browser')
  }
}

/** @throws {TypeError} when the key is not a string, or blank. */
export function assertKey(option: 'publicKey' | 'secretKey', key: unknown): asserts key is string {
  if (typeof key === 'string' && key.trim() !== '') return
  const which = option === 'publicKey' ? 'public' : 'secret'
  throw new TypeError(
    `"${option}" must be the ${which} key of your Uploadcare project, or a function that gives it: it is missing or blank`,
  )
}
