import { spawnSync } from 'node:child_process'
import { generateSecureSignature as official } from '@uploadcare/signed-uploads'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateSecureSignature } from '../../src/index.js'

// Secrets have neither control characters nor whitespace around them.
const secretKey = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => text.trim() !== '' && text === text.trim() && !/[\p{Cc}\u200b\ufeff]/u.test(text))
const expire = fc.integer({ min: 1, max: 253_402_300_799 })

const sign = async (key: string, expiresAt: number): Promise<string> =>
  (await generateSecureSignature(key, { expiresAt }, { now: () => 0 })).secureSignature

const isInstalled = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0

function run(command: string, args: string[], input: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} exited with ${String(status)}: ${stderr}`)
  return stdout.trim()
}

describe('generateSecureSignature', () => {
  it('agrees with @uploadcare/signed-uploads', async () => {
    await fc.assert(
      fc.asyncProperty(secretKey, expire, async (key, expiresAt) => {
        const theirs = official(key, { expire: new Date(expiresAt * 1000) })
        expect(await sign(key, expiresAt)).toBe(theirs.secureSignature)
        expect(theirs.secureExpire).toBe(String(expiresAt))
      }),
      { numRuns: 500 },
    )
  })

  it.skipIf(!isInstalled('python3', '--version'))('agrees with Python’s hmac', async () => {
    const program = [
      'import hashlib, hmac, json, sys',
      'print(json.dumps([hmac.new(k.encode(), str(e).encode(), hashlib.sha256).hexdigest() for k, e in json.load(sys.stdin)]))',
    ].join('\n')
    const cases = fc.sample(fc.tuple(secretKey, expire), 200)
    const theirs: unknown = JSON.parse(run('python3', ['-c', program], JSON.stringify(cases)))
    expect(await Promise.all(cases.map(([key, expiresAt]) => sign(key, expiresAt)))).toEqual(theirs)
  })

  it.skipIf(!isInstalled('openssl', 'version'))('agrees with openssl', async () => {
    for (const [key, expiresAt] of fc.sample(fc.tuple(secretKey, expire), 20)) {
      const hexKey = Buffer.from(key).toString('hex')
      const output = run(
        'openssl',
        ['dgst', '-sha256', '-mac', 'HMAC', '-macopt', `hexkey:${hexKey}`],
        String(expiresAt),
      )
      expect(output.split('= ').at(-1)).toBe(await sign(key, expiresAt))
    }
  })
})
