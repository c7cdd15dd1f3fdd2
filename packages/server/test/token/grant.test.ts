import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { parseGrant } from '../../src/token/grant.js'

describe('parseGrant', () => {
  it.each([
    ['without a prototype', Object.assign(Object.create(null) as object, { subject: 'ada' })],
    ['from another realm', runInNewContext("({ subject: 'ada' })") as object],
  ])('accepts a grant %s', (_what, granted) => {
    expect(parseGrant(granted, 'signature')).toEqual({ subject: 'ada' })
  })

  it('refuses an object that inherits its keys', () => {
    const inherited: unknown = Object.create({ subject: 'ada' })
    expect(() => parseGrant(inherited, 'signature')).toThrow('"authorize" must return a grant')
  })
})
