import { generateAuthToken, generateSecureSignature } from '@secure-uploading/core'
import { describe, expect, it } from 'vitest'
import { PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'
import { runCli } from '../run-cli.js'

const env = { UPLOADCARE_SECRET_KEY: `${SECRET_KEY}, an-older-key` }
const EXPIRE = '4102444800'
const { secureSignature: signature } = await generateSecureSignature(SECRET_KEY, {
  expiresAt: Number(EXPIRE),
})
const authToken = await generateAuthToken('an-older-key', {
  expiresIn: 600,
  subject: 'user-42',
  scope: ['/base/'],
})

describe('secure-uploading verify', () => {
  it('accepts a valid signature, and prints its expiry', async () => {
    const { code, stdout } = await runCli(['verify', signature, EXPIRE], { env })

    expect(code).toBe(0)
    expect(stdout).toMatch(/^✓ valid signature\n {2}expires 2100-01-01T00:00:00Z, in \d+ days\n$/)
  })

  it.each([
    ['two words', `${signature} ${EXPIRE}\n`],
    ['two lines', `${signature}\n${EXPIRE}\n`],
    ['fields', `signature=${signature}&expire=${EXPIRE}`],
    ['a query', `https://upload.uploadcare.com/from_url/?pub_key=x&signature=${signature}&expire=${EXPIRE}`],
    [
      "an endpoint's JSON",
      JSON.stringify({ publicKey: PUBLIC_KEY, secureSignature: signature, secureExpire: EXPIRE }),
    ],
    ['a number in JSON', JSON.stringify({ secureSignature: signature, secureExpire: Number(EXPIRE) })],
    ['an auth token', authToken],
    ["an endpoint's auth token", JSON.stringify({ authToken, expiresIn: 600 })],
  ])('reads %s from stdin', async (_name, input) => {
    expect(await runCli(['verify'], { env, input })).toMatchObject({ code: 0, stderr: '' })
  })

  it('prints the claims of an auth token, verified with the older of two keys', async () => {
    const { code, stdout } = await runCli(['verify', authToken], { env })

    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^✓ valid auth token\n {2}expires .+\n {2}subject: user-42\n {2}scope: \/base\/\n$/,
    )
  })

  it('checks the scope of an auth token for a path', async () => {
    const { code, stdout } = await runCli(['verify', '--json', '--path', '/group/', authToken], { env })

    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      valid: false,
      code: 'ScopeForbiddenError',
      claims: { sub: 'user-42' },
    })
  })

  it.each([
    ['46f70d2b4fb6196daeb2c16bf44a7f1e', EXPIRE, 'SignatureInvalidError', 'MD5'],
    [signature, '1454903856', 'SignatureExpirationError', 'expired 2016-02-08'],
    [signature, '4102444800000', 'SignatureExpirationInvalidError', 'milliseconds'],
    [signature.toUpperCase(), EXPIRE, 'SignatureInvalidError', 'upper case'],
    [
      signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      EXPIRE,
      'SignatureInvalidError',
      'expires 2100',
    ],
  ])(
    'rejects %s for %s with %s and a reason, but without the valid signature',
    async (wrong, expire, code, why) => {
      const run = await runCli(['verify', wrong, expire], { env })

      expect(run.code).toBe(1)
      expect(run.stdout).toContain(`✗ `)
      expect(run.stdout).toContain(code)
      expect(run.stdout).toContain(why)
      const right = await generateSecureSignature(
        SECRET_KEY,
        { expiresAt: Number(expire) },
        { now: () => 0 },
      ).catch(() => undefined)
      if (right) expect(run.stdout + run.stderr).not.toContain(right.secureSignature)
      expect(run.stdout + run.stderr).not.toContain(SECRET_KEY)
    },
  )

  it.each([
    [['abc', '123'], '"abc" is not a signature: that has 64 hex digits'],
    [['abc', EXPIRE], '"abc" is not a signature: that has 64 hex digits'],
    [[signature.slice(1, 20), EXPIRE], 'The given value is not a signature: that has 64 hex digits'],
    [[signature, 'soon'], '"soon" is not an expiry: that is Unix seconds'],
    [[signature, '2030-01-01'], 'The given value is not an expiry: that is Unix seconds'],
    [[EXPIRE, signature], 'The arguments are swapped'],
    [[`${signature.slice(0, -1)}x`, EXPIRE], 'It is not an HMAC-SHA256 in hex'],
  ])('explains the form of the arguments %o', async (words, message) => {
    const { code, stdout } = await runCli(['verify', ...words], { env })

    expect(code).toBe(1)
    expect(stdout).toContain(`\n  ${message}`)
  })

  it.each([
    ['a signature', [signature, EXPIRE]],
    ['an auth token', [authToken]],
  ])('names the secret key that %s does not match', async (_what, words) => {
    const wrong = { env: { UPLOADCARE_SECRET_KEY: 'a-wrong-secret-key' } }
    expect((await runCli(['verify', ...words], wrong)).stdout).toContain(
      'It does not match any secret key from UPLOADCARE_SECRET_KEY.',
    )
    const piped = await runCli(['verify', '--secret-stdin', '--json', ...words], {
      input: 'a-wrong-secret-key',
    })
    expect(JSON.parse(piped.stdout)).toMatchObject({ hint: 'It does not match any secret key from stdin.' })
  })

  it('reports a missing expire', async () => {
    const { code, stdout } = await runCli(['verify'], { env, input: `signature=${signature}` })

    expect(code).toBe(1)
    expect(stdout).toContain("'expire' is required.")
  })

  it.each([
    [[], '', 'Nothing to verify'],
    [['word'], '', 'a signature and its expire'],
    [['one', 'two', 'three'], '', 'a signature and its expire'],
    [['--jwt', 'one', 'two'], '', 'one auth token'],
    [['--path', '/base/', signature, EXPIRE], '', 'Use --path only with auth tokens'],
    [['--path', 'base', authToken], '', 'starts and ends with a slash'],
    [['--path', '/base', authToken], '', 'starts and ends with a slash'],
    [[], '{"secureSignature":', 'starts like JSON'],
    [[], '{"error":{"code":"ERR_UNAUTHENTICATED"}}', "is an endpoint's error (ERR_UNAUTHENTICATED)"],
    [[], '{"secureSignature":{}}', 'must be strings'],
    [[], '{"error":"Unauthorized"}', "is an endpoint's error, not a token"],
    [['--secret-stdin'], SECRET_KEY, 'pass the credential as arguments'],
  ])('rejects the arguments %o with the input %o', async (words, input, message) => {
    const { code, stdout, stderr } = await runCli(['verify', ...words], { env, input })

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })
})
