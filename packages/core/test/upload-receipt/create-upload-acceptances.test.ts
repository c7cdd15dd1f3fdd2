import nodeCrypto from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createUploadAcceptances } from '../../src/internal/index.js'
import { generateUploadAcceptance, verifyUploadAcceptance } from '../../src/index.js'

const SECRET = 'a secret of the backend'
const FIRST = 'c0d776d4-8c8e-47df-9e92-03b68b99c2ba'
const SECOND = 'c0d776d4-8c8e-47df-9e92-03b68b99c2bb'
const acceptor = { subject: 'user-42', route: 'avatar' }

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the acceptances of a user and a route', () => {
  it('are the records of the public functions, for each file', async () => {
    const { generate, verify } = createUploadAcceptances(SECRET, acceptor)
    for (const uuid of [FIRST, SECOND]) {
      const record = await generateUploadAcceptance(SECRET, { uuid, ...acceptor })
      expect(await generate(uuid.toUpperCase())).toBe(record)
      expect(await verify(uuid, record)).toEqual({ valid: true })
      expect(await verifyUploadAcceptance(SECRET, await generate(uuid), { uuid, ...acceptor })).toEqual({
        valid: true,
      })
    }
    expect(await verify(SECOND, await generate(FIRST))).toMatchObject({ reason: 'mismatch' })
  })

  it('are generated with the first secret and verified with each', async () => {
    const { generate, verify } = createUploadAcceptances(['new', SECRET], acceptor)
    expect(await generate(FIRST)).toBe(await generateUploadAcceptance('new', { uuid: FIRST, ...acceptor }))
    expect(await verify(FIRST, await generateUploadAcceptance(SECRET, { uuid: FIRST, ...acceptor }))).toEqual(
      {
        valid: true,
      },
    )
  })

  it('compute one HMAC for each secret, whichever of them matches', async () => {
    const secrets = ['first', 'second', 'third']
    const records = await Promise.all(
      [...secrets, 'none of them'].map((secret) =>
        generateUploadAcceptance(secret, { uuid: FIRST, ...acceptor }),
      ),
    )
    const createHmac = vi.spyOn(nodeCrypto, 'createHmac')
    const { verify } = createUploadAcceptances(secrets, acceptor)
    for (const record of records) {
      createHmac.mockClear()
      await verify(FIRST, record)
      expect(createHmac).toHaveBeenCalledTimes(3)
    }
  })

  it('compute no HMAC for a record that is missing or malformed', async () => {
    const createHmac = vi.spyOn(nodeCrypto, 'createHmac')
    const { verify } = createUploadAcceptances(SECRET, acceptor)
    for (const record of [undefined, 'nonsense', 42]) await verify(FIRST, record)
    expect(createHmac).not.toHaveBeenCalled()
  })

  it.each<[string, string | string[], { subject: unknown; route: unknown }, string]>([
    ['a blank secret', ' ', acceptor, '"secret" is missing or blank'],
    ['a list with a blank secret', ['new', ''], acceptor, '"secrets[1]" is missing or blank'],
    ['an empty list of secrets', [], acceptor, '"secrets" must contain at least one secret.'],
    ['an empty subject', SECRET, { ...acceptor, subject: '' }, '"subject" must be a non-empty string.'],
    [
      'a subject that is a number',
      SECRET,
      { ...acceptor, subject: 7 },
      '"subject" must be a non-empty string.',
    ],
    ['an invalid route', SECRET, { ...acceptor, route: 'a b' }, '"route" must have 1 to 32'],
    ['no route', SECRET, { ...acceptor, route: undefined }, '"route" must have 1 to 32'],
  ])('are not created with %s', (_what, secrets, invalid, message) => {
    expect(() => createUploadAcceptances(secrets, invalid as typeof acceptor)).toThrow(message)
  })
})
