import * as nodeCrypto from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const KEY = new Uint8Array(new TextEncoder().encode('a key of the tests'))
const MESSAGES = ['', 'a', 'Uploadcare '.repeat(1000)].map((text) => new TextEncoder().encode(text))
const expected = MESSAGES.map((message) => nodeCrypto.createHmac('sha256', KEY).update(message).digest('hex'))

/** What a runtime has in place of Node's crypto. */
const RUNTIMES: readonly (readonly [name: string, getBuiltinModule: unknown, isNative: boolean])[] = [
  ['Node', () => nodeCrypto, true],
  ['a runtime without getBuiltinModule', undefined, false],
  ['a runtime without node:crypto', () => undefined, false],
  ['a polyfill without createHmac', () => ({}), false],
  ['a polyfill with functions that throw', () => ({ createSecretKey: fail, createHmac: fail }), false],
  ['a runtime whose getBuiltinModule throws', fail, false],
  [
    'a polyfill that returns no digest',
    () => ({
      createSecretKey: () => ({}),
      createHmac: () => ({ update: () => ({ digest: () => new Uint8Array() }) }),
    }),
    false,
  ],
]

function fail(): never {
  throw new Error('not implemented')
}

describe('createHmacKey', () => {
  const builtinOf = Object.getOwnPropertyDescriptor(process, 'getBuiltinModule') ?? {}
  beforeEach(() => {
    vi.resetModules()
  })
  afterEach(() => {
    Object.defineProperty(process, 'getBuiltinModule', builtinOf)
    vi.restoreAllMocks()
  })

  it.each(RUNTIMES)('signs the same in %s', async (_name, getBuiltinModule, isNative) => {
    const signByWebCrypto = vi.spyOn(crypto.subtle, 'sign')
    Object.defineProperty(process, 'getBuiltinModule', { value: getBuiltinModule, configurable: true })
    const { createHmacKey } = await import('../../src/hmac/create-hmac-key.js')
    const { sign, cryptoKey } = await createHmacKey(KEY)
    const macs = await Promise.all(MESSAGES.map(sign))

    expect(macs.map((mac) => Buffer.from(mac).toString('hex'))).toEqual(expected)
    expect(signByWebCrypto).toHaveBeenCalledTimes(isNative ? 0 : MESSAGES.length)
    for (const [index, mac] of macs.entries()) {
      const message = MESSAGES[index] ?? new Uint8Array()
      expect(await crypto.subtle.verify('HMAC', cryptoKey, new Uint8Array(mac), message)).toBe(true)
    }
  })
})
