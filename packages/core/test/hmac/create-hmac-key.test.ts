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
  ['a polyfill without timingSafeEqual', () => ({ ...nodeCrypto, timingSafeEqual: undefined }), false],
  ['a polyfill that verifies every MAC', () => ({ ...nodeCrypto, timingSafeEqual: () => true }), false],
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
    // Other test files share the modules.
    vi.resetModules()
  })

  it.each(RUNTIMES)('signs and verifies the same in %s', async (_name, getBuiltinModule, isNative) => {
    const signByWebCrypto = vi.spyOn(crypto.subtle, 'sign')
    const verifyByWebCrypto = vi.spyOn(crypto.subtle, 'verify')
    const importKey = vi.spyOn(crypto.subtle, 'importKey')
    Object.defineProperty(process, 'getBuiltinModule', { value: getBuiltinModule, configurable: true })
    const { createHmacKey } = await import('../../src/hmac/create-hmac-key.js')
    const { sign, verify } = await createHmacKey(KEY)
    const macs = await Promise.all(MESSAGES.map(sign))

    expect(macs.map((mac) => Buffer.from(mac).toString('hex'))).toEqual(expected)
    for (const [index, mac] of macs.entries()) {
      const message = MESSAGES[index] ?? new Uint8Array()
      expect(await verify(new Uint8Array(mac), message)).toBe(true)
      expect(await verify(new Uint8Array(mac), new TextEncoder().encode('another message'))).toBe(false)
    }
    expect(signByWebCrypto).toHaveBeenCalledTimes(isNative ? 0 : MESSAGES.length)
    expect(verifyByWebCrypto).toHaveBeenCalledTimes(isNative ? 0 : 2 * MESSAGES.length)
    expect(importKey.mock.calls.map(([, , , extractable]) => extractable)).toEqual(isNative ? [] : [false])
  })

  it.each(RUNTIMES)(
    'refuses a MAC of another length or with another byte in %s',
    async (_name, getBuiltinModule) => {
      Object.defineProperty(process, 'getBuiltinModule', { value: getBuiltinModule, configurable: true })
      const { createHmacKey } = await import('../../src/hmac/create-hmac-key.js')
      const { sign, verify } = await createHmacKey(KEY)
      const message = new TextEncoder().encode('a message')
      const mac = new Uint8Array(await sign(message))
      const longer = new Uint8Array([...mac, 0])
      const others = mac.map((byte, index) => (index === 31 ? byte ^ 1 : byte))
      for (const wrong of [new Uint8Array(), mac.slice(0, 31), longer, others]) {
        expect(await verify(wrong, message)).toBe(false)
      }
      expect(await verify(mac, message)).toBe(true)
    },
  )
})
