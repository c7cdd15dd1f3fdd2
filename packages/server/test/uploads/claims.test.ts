import { describe, expect, it } from 'vitest'
import { claim } from '../../src/uploads/claims.js'

describe('claim', () => {
  it('gives a key to one request until it is released', () => {
    const claims = new Map<string, number>()
    const release = claim(claims, 'file', 0, 10)
    expect(claim(claims, 'file', 5, 15)).toBeUndefined()
    release?.()
    expect(claim(claims, 'file', 5, 15)).toBeTypeOf('function')
  })

  it('does not release the claim of another request that took the key after the time', () => {
    const claims = new Map<string, number>()
    const releaseLate = claim(claims, 'file', 0, 10)
    expect(claim(claims, 'file', 10, 20)).toBeTypeOf('function')
    releaseLate?.()
    expect(claim(claims, 'file', 11, 21)).toBeUndefined()
  })
})
