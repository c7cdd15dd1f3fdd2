import { describe, expect, it } from 'vitest'
import { describeSeconds } from '../../src/wording/describe-seconds.js'

describe('describeSeconds', () => {
  it.each([
    [1, '1 second'],
    [119, '119 seconds'],
    [120, '2 minutes'],
    [7200, '2 hours'],
    [100_000, '28 hours'],
    [172_800, '2 days'],
  ])('formats %d seconds as %s', (seconds, words) => {
    expect(describeSeconds(seconds)).toBe(words)
  })
})
