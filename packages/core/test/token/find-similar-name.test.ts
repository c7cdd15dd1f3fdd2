import { describe, expect, it } from 'vitest'
import { findSimilarName } from '../../src/token/index.js'

describe('findSimilarName', () => {
  it.each([
    ['expiresin', 'expiresIn'],
    ['epxiresIn', 'expiresIn'],
    ['expires', 'expiresIn'],
    ['expiresInMs', 'expiresIn'],
    ['xpiresI', 'expiresIn'],
    ['ow', 'now'],
  ])('finds that %s is close to %s', (name, known) => {
    expect(findSimilarName(name, ['onEvent', known])).toBe(known)
  })

  it.each([
    ['expire', 'expiresIn'],
    ['on', 'now'],
    ['', 'id'],
    ['lifetime', 'expiresIn'],
  ])('finds that %j is not close to %s', (name, known) => {
    expect(findSimilarName(name, [known])).toBeUndefined()
  })

  it('returns the first of several close names', () => {
    expect(findSimilarName('onEvents', ['onEvent', 'onEvents2'])).toBe('onEvent')
  })
})
