import { expect, test } from 'vitest'
import { assertNoSecret } from '../../src/secrets/assert-no-secret.js'
import { runCli } from '../run-cli.js'

const SECRET = '7f3e9a1c5b8d2046ef17'

test.each([
  [['sign', '--secret', SECRET]],
  [['sign', `--secret=${SECRET}`]],
  [['verify', `--secret-key=${SECRET}`, 'abc', '123']],
  [['sign', `--secret-stdin=${SECRET}`]],
  [['sign', SECRET]],
])('refuses a secret on the command line, says why and does not repeat it: %o', async (words) => {
  const { code, stdout, stderr } = await runCli(words)

  expect(code).toBe(2)
  expect(stderr).toContain('does not belong on the command line: every user of this machine can read it')
  expect(stdout + stderr).not.toContain(SECRET)
})

test('repeats no value of an option that was mistyped', async () => {
  const { code, stderr } = await runCli(['sign', `--sercet=${SECRET}`])

  expect(code).toBe(2)
  expect(stderr).toContain("unknown option '--sercet=…'")
})

test.each([[['sign', '--secret-stdin']], [['upload', 'secret.txt']], [['upload', '--', '--secret']]])(
  'lets pass what is none: %o',
  (words) => {
    expect(() => {
      assertNoSecret(words)
    }).not.toThrow()
  },
)
