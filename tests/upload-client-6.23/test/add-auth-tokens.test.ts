import { describe, expect, it } from 'vitest'
import { addAuthTokens } from '../src/add-auth-tokens.js'

describe('addAuthTokens', () => {
  it('throws for another source than that of 6.21', () => {
    expect(() => addAuthTokens('function base(file, options) {}')).toThrow('Is this 6.21.0?')
  })
})
