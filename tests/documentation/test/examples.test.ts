import { describe, expect, it } from 'vitest'
import { checkExamples } from './check-examples.js'
import { findExamples, type Example } from './find-examples.js'

const WRONG: Example = {
  place: 'nowhere',
  packageFolder: '.',
  code: 'const seconds: number = "30 min"\nexport {}',
}

const examples = findExamples()
const [problemsOfWrong, ...problems] = checkExamples([WRONG, ...examples])

describe('an example', () => {
  it.each(examples.map(({ place }, index) => [place, index] as const))('is right: %s', (_, index) => {
    expect(problems[index]).toEqual([])
  })

  it('that is wrong is found', () => {
    expect(problemsOfWrong).toEqual([expect.stringContaining("'string' is not assignable to type 'number'")])
  })
})
