import { describe, expect, it } from 'vitest'
import { checkExamples } from './check-examples.js'
import { findExamples, type Example } from './find-examples.js'

const INVALID_EXAMPLE: Example = {
  place: 'nowhere',
  packageFolder: '.',
  code: 'const seconds: number = "30 min"\nexport {}',
}

const examples = findExamples()
const [problemsOfInvalid, ...problems] = checkExamples([INVALID_EXAMPLE, ...examples])

describe('the documentation', () => {
  it.each(examples.map(({ place }, index) => [place, index] as const))(
    'has an example that type-checks at %s',
    (_, index) => {
      expect(problems[index]).toEqual([])
    },
  )
})

describe('checkExamples', () => {
  it('reports the type error of an invalid example', () => {
    expect(problemsOfInvalid).toEqual([
      expect.stringContaining("'string' is not assignable to type 'number'"),
    ])
  })
})
