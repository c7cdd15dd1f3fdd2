import { describe, expect, it } from 'vitest'
import { printableJson } from '../../src/wording/printable-json.js'

describe('printableJson', () => {
  it('escapes control characters without changing the value', () => {
    const value = { message: 'a\u001b[2J\u009b31m\u202e\nb' }
    const json = printableJson(value)

    expect(JSON.parse(json)).toEqual(value)
    expect(json).toBe(String.raw`{
  "message": "a\u001b[2J\u009b31m\u202e\nb"
}`)
  })
})
