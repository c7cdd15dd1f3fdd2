import { describe, expect, it } from 'vitest'
import { createLines } from '../../../src/upload/progress/create-lines.js'

describe('createLines', () => {
  it('replaces control characters', () => {
    const lines: string[] = []
    const progress = createLines((line) => lines.push(line))
    progress.begin('a\u001b[2J', 3).end('failed: No. (\u009b31mError)')
    progress.say('refused (\u001b]0;owned\u0007)')

    expect(lines).toEqual([
      'a\ufffd[2J: uploading 3 B',
      'a\ufffd[2J: failed: No. (\ufffd31mError)',
      'refused (\ufffd]0;owned\ufffd)',
    ])
  })
})
