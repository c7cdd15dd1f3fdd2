import { describe, expect, it } from 'vitest'
import { checkExamples } from './check-examples.js'
import { findExamples } from './find-examples.js'

const examples = findExamples()
const problems = checkExamples(examples)

describe('an example', () => {
  it.each(examples.map(({ place }) => place))('is right: %s', (place) => {
    expect(problems.get(place)?.join('\n')).toBe('')
  })

  it('that is wrong is found', () => {
    const wrong = {
      place: 'here',
      folder: import.meta.dirname,
      code: 'const seconds: number = "30 min"\nexport {}',
    }
    expect(checkExamples([wrong]).get('here')).toEqual(["Type 'string' is not assignable to type 'number'."])
  })
})
