import { describe, expect, it } from 'vitest'
import { parseAccept } from '../../src/uploads/accept.js'

describe('a list of accepted types', () => {
  it('has each type once, in lower case and in the given order', () => {
    expect(parseAccept('avatar.accept', ['Image/PNG', 'application/pdf', 'image/png', 'image/PNG'])).toEqual([
      'image/png',
      'application/pdf',
    ])
  })

  const circle: unknown[] = []
  circle.push(circle)
  it.each([
    ['a number', [5], '5'],
    ['a bigint', [5n], '5'],
    ['a symbol', [Symbol('png')], 'Symbol(png)'],
    ['null', [null], 'null'],
    ['a list that contains itself', circle, '[object]'],
    ['an object without a prototype', [Object.create(null)], '[object]'],
    ['a function', [() => 'image/png'], '[function]'],
    ['two types in one text', ['image/png, image/jpeg'], '"image/png, image/jpeg"'],
  ])('with %s is rejected with a message that names the option and the value', (_what, accept, quoted) => {
    const message = `Invalid type ${quoted} in "avatar.accept"`
    expect(() => parseAccept('avatar.accept', accept)).toThrow(message)
  })
})
