import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { shellQuoted } from '../../src/wording/shell-quoted.js'

describe('shellQuoted', () => {
  it.each([
    ['photo.jpg', 'photo.jpg'],
    ["it's odd.txt", String.raw`'it'\''s odd.txt'`],
    ['\u001b[2J7.txt', String.raw`$'\033[2J7.txt'`],
    ["it's\n\\\u009b.txt", String.raw`$'it\'s\012\\\302\233.txt'`],
  ])('quotes %j as %s', (word, quoted) => {
    expect(shellQuoted(word)).toBe(quoted)
  })
})

describe.skipIf(spawnSync('bash', ['--version']).status !== 0)('bash', () => {
  it.each(['a b', "it's", '\u001b]0;owned\u0007', '\u009b31mé\\7\n', '\u202egpj.exe'])(
    'reads the quoted word %j unchanged',
    (word) => {
      const { stdout } = spawnSync('bash', ['-c', `printf %s ${shellQuoted(word)}`], { encoding: 'utf8' })
      expect(stdout).toBe(word)
    },
  )
})
