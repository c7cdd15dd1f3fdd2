import { describe, expect, it } from 'vitest'
import { readMetadata } from '../../src/upload/read-metadata.js'
import { UsageError } from '../../src/usage-error.js'

describe('readMetadata', () => {
  it('accepts any character in values', () => {
    expect(readMetadata(['user_id=7', 'a.b:c-d==x=\ny'])).toEqual({ user_id: '7', 'a.b:c-d': '=x=\ny' })
  })

  it('counts Unicode characters, not UTF-16 units', () => {
    const longest = '😀'.repeat(512)
    expect(readMetadata([`mood=${longest}`])).toEqual({ mood: longest })
    expect(() => readMetadata([`mood=${longest}!`])).toThrow(UsageError)
  })

  it.each(['key', '=value', 'key=', 'ключ=value', `${'k'.repeat(65)}=value`])('rejects "%s"', (pair) => {
    expect(() => readMetadata([pair])).toThrow(UsageError)
  })
})
