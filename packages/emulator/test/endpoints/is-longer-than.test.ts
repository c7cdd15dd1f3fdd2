import { expect, test } from 'vitest'
import { isLongerThan } from '../../src/endpoints/is-longer-than.js'

test.each([
  ['', 0, false],
  ['a', 0, true],
  ['abc', 3, false],
  ['abcd', 3, true],
  ['😸😸😸', 3, false],
  ['😸😸😸😸', 3, true],
  ['abc😸', 3, true],
  ['\ud83d\ud83d\ud83d', 3, false],
])('%j with at most %i characters is too long: %s', (text, mostCharacters, isLonger) => {
  expect(isLongerThan(text, mostCharacters)).toBe(isLonger)
})
