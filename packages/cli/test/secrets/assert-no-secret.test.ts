import { describe, expect, it } from 'vitest'
import { assertNoSecret } from '../../src/secrets/assert-no-secret.js'
import { runCli } from '../run-cli.js'

const SECRET = '7f3e9a1c5b8d2046ef17'

describe('secrets on the command line', () => {
  it.each([
    [['sign', '--secret', SECRET]],
    [['sign', `--secret=${SECRET}`]],
    [['verify', `--secret-key=${SECRET}`, 'abc', '123']],
    [['sign', `--secret-stdin=${SECRET}`]],
    [['sign', SECRET]],
  ])('rejects a secret on the command line with the reason, and does not echo it: %o', async (words) => {
    const { code, stdout, stderr } = await runCli(words)

    expect(code).toBe(2)
    expect(stderr).toContain(
      'Do not put a secret key on the command line: every user of this machine can read it',
    )
    expect(stdout + stderr).not.toContain(SECRET)
  })

  it('does not echo the value of a mistyped option', async () => {
    const { code, stderr } = await runCli(['sign', `--sercet=${SECRET}`])

    expect(code).toBe(2)
    expect(stderr).toContain("unknown option '--sercet=…'")
  })

  it.each([[['sign', '--secret-stdin']], [['upload', 'secret.txt']], [['upload', '--', '--secret']]])(
    'accepts arguments that are not secrets: %o',
    (words) => {
      expect(() => {
        assertNoSecret(words)
      }).not.toThrow()
    },
  )
})
