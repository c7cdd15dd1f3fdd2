import { verifyAuthToken, verifySecureSignature } from '@secure-uploading/core'
import { describe, expect, it } from 'vitest'
import { PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'
import { runCli } from '../run-cli.js'

const env = { UPLOADCARE_PUBLIC_KEY: PUBLIC_KEY, UPLOADCARE_SECRET_KEY: SECRET_KEY }

interface SignedJson {
  publicKey?: string
  secureSignature: string
  secureExpire: string
  authToken: string
  expiresIn: number
  curl?: string
}

async function signJson(...words: string[]): Promise<SignedJson> {
  const { code, stdout, stderr } = await runCli(['sign', '--json', ...words], { env })
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as SignedJson
}

describe('secure-uploading sign', () => {
  it('prints a signature, its expiry and its lifetime, but not the secret', async () => {
    const { code, stdout } = await runCli(['sign', '--expires-in', '2h'], { env })

    const { signature, expire } =
      /signature {2}(?<signature>\S+)\nexpire {5}(?<expire>\d+)\n/.exec(stdout)?.groups ?? {}
    expect(code).toBe(0)
    expect(await verifySecureSignature(SECRET_KEY, { signature, expire })).toEqual({ valid: true })
    expect(stdout).toContain(', for 2 hours')
    expect(stdout).not.toContain(SECRET_KEY)
  })

  it('prints JSON like a token endpoint', async () => {
    const { secureSignature, secureExpire, expiresIn, publicKey } = await signJson('--expires-in', '90')

    expect(publicKey).toBe(PUBLIC_KEY)
    expect([89, 90]).toContain(expiresIn)
    const wire = { signature: secureSignature, expire: secureExpire }
    expect(await verifySecureSignature(SECRET_KEY, wire)).toEqual({ valid: true })
  })

  it('creates an auth token with all claims', async () => {
    const { authToken } = await signJson(
      ...[
        '--jwt',
        '--scope',
        '/base/',
        '--scope',
        '/group/*',
        '--operations',
        '3',
        '--subject',
        'user-42',
        '--token-id',
        'x1',
      ],
    )
    expect(await verifyAuthToken(SECRET_KEY, authToken)).toMatchObject({
      valid: true,
      claims: {
        sub: 'user-42',
        jti: 'x1',
        uc: { restrictions: { scope: ['/base/', '/group/*'], limits: { operations: 3 } } },
      },
    })
  })

  it.each([
    ['4102444800', '4102444800'],
    ['2100-01-01T00:00:00Z', '4102444800'],
    ['2100-01-01T00:00:00', '4102444800'],
    ['2100-01-01', '4102444800'],
    ['2100-01-01T01:00:00+01:00', '4102444800'],
  ])('accepts the expiry %s', async (moment, expire) => {
    expect(await signJson('--expires-at', moment)).toMatchObject({ secureExpire: expire })
  })

  it('reads the secret from stdin', async () => {
    const { stdout } = await runCli(['sign', '--json', '--secret-stdin'], { input: `${SECRET_KEY}\n` })

    const { secureSignature: signature, secureExpire: expire } = JSON.parse(stdout) as SignedJson
    expect(await verifySecureSignature(SECRET_KEY, { signature, expire })).toEqual({ valid: true })
  })

  it('explains how to get a curl command if the public key is unknown', async () => {
    const { code, stdout, stderr } = await runCli(['sign'], { env: { UPLOADCARE_SECRET_KEY: SECRET_KEY } })

    expect(code).toBe(0)
    expect(stdout).not.toContain('curl')
    expect(stderr).toContain('UPLOADCARE_PUBLIC_KEY')
  })

  it('prints no curl command if the scope does not allow a direct upload', async () => {
    const { stdout, stderr } = await runCli(['sign', '--jwt', '--scope', '/group/'], { env })

    expect(stdout).not.toContain('curl')
    expect(stderr).toContain('the scope does not include /base/')
  })

  it.each([
    [['--expires-in', '30x'], {}, '30m'],
    [
      ['--expires-in', '8d'],
      {},
      "'--expires-in <duration>' argument '8d' is invalid. It exceeds the maximum of 7 days",
    ],
    [['--expires-in', '1800000'], {}, 'It is in seconds: divide milliseconds by 1000'],
    [['--expires-in', '0'], {}, "'--expires-in <duration>' argument '0' is invalid"],
    [
      ['--expires-at', '2020-01-01'],
      {},
      "'--expires-at <moment>' argument '2020-01-01' is invalid. It is in the past",
    ],
    [['--expires-at', '4102444800000'], {}, 'looks like milliseconds'],
    [['--jwt', '--expires-in', '25h'], {}, '--expires-in must be at most 24 hours (24h) with --jwt'],
    [
      ['--jwt', '--expires-at', '2100-01-01'],
      {},
      '--expires-at must be at most 24 hours from now with --jwt',
    ],
    [['--jwt', '--scope', 'base'], {}, 'a path in --scope must start with "/"'],
    [['--jwt', '--scope', '/base*'], {}, 'a path in --scope can contain "*" only as the last symbol'],
    [['--jwt', '--token-id', ''], {}, '--token-id must be a non-empty string'],
    [['--jwt', '--operations', '100001'], {}, '--operations must be a whole number from 1 to 100000'],
    [
      [],
      { UPLOADCARE_SECRET_KEY: 'key\u200b' },
      '"UPLOADCARE_SECRET_KEY" contains a line break or another invisible',
    ],
    [['--expires-at', 'tomorrow'], {}, 'Unix seconds'],
    [['--expires-at', '1454903856'], {}, 'It is in the past'],
    [['--expires-in', '60', '--expires-at', '2100-01-01'], {}, 'not both'],
    [['--jwt', '--expires-in', '2d'], {}, '24 hours'],
    [['--scope', '/base/'], {}, 'Add --jwt'],
    [['--operations', '0'], {}, 'positive whole number'],
    [[], { UPLOADCARE_SECRET_KEY: ' ' }, 'No secret key found'],
    [['--secret-stdin'], {}, 'No secret key on stdin'],
    [[], { UPLOADCARE_PUBLIC_KEY: SECRET_KEY }, 'UPLOADCARE_PUBLIC_KEY is the same as the secret key'],
    [['--base-url', 'localhost'], {}, 'absolute URL'],
  ])('rejects %o', async (words, environment, message) => {
    const { code, stdout, stderr } = await runCli(['sign', ...words], { env: { ...env, ...environment } })

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
    expect(stderr).not.toContain(SECRET_KEY)
  })
})
