import { expect, it } from 'vitest'
import { readMetadata } from '../../src/upload/read-metadata.js'
import { UsageError } from '../../src/usage-error.js'

it('reads keys, and values with anything in them', () => {
  expect(readMetadata(['user_id=7', 'a.b:c-d==x=\ny'])).toEqual({ user_id: '7', 'a.b:c-d': '=x=\ny' })
})

it('counts characters, also those that are two units of UTF-16', () => {
  const longest = '😀'.repeat(512)
  expect(readMetadata([`mood=${longest}`])).toEqual({ mood: longest })
  expect(() => readMetadata([`mood=${longest}!`])).toThrow(UsageError)
})

it.each(['key', '=value', 'key=', 'ключ=value', `${'k'.repeat(65)}=value`])('refuses "%s"', (pair) => {
  expect(() => readMetadata([pair])).toThrow(UsageError)
})
