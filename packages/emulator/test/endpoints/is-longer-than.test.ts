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
])('%j is longer than %i characters: %s', (text, maxCharacters, isLonger) => {
  expect(isLongerThan(text, maxCharacters)).toBe(isLonger)
})
