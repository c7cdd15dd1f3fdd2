import { describe, expect, it } from 'vitest'
import { formatCountdown } from '../../src/page/format/format-countdown.js'
import { formatLifetime } from '../../src/page/format/format-lifetime.js'

describe('formatCountdown', () => {
  it('shows tenths only in the last ten seconds', () => {
    expect([12_340, 9960, 4240, -3].map(formatCountdown)).toEqual(['12 s', '10 s', '4.2 s', '0.0 s'])
  })
})

describe('formatLifetime', () => {
  it('formats short lifetimes in seconds and long ones in minutes', () => {
    expect([4996, 90_000, 1_799_950].map(formatLifetime)).toEqual(['5 sec', '90 sec', '30 min'])
  })
})
