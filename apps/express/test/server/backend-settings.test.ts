import { StartUpError } from '@secure-uploading/demo-kit'
import { expect, it } from 'vitest'
import { backendSettings } from '../../src/server/backend-settings.js'

it('gives a user 60 tokens a minute, counted in memory, and trusts no proxy unless told otherwise', () => {
  expect(backendSettings({})).toEqual({ tokensPerMinute: 60, redisUrl: undefined, trustProxy: false })
})

it('takes another limit, a Redis and a proxy', () => {
  const environment = {
    UPLOAD_TOKENS_PER_MINUTE: '5',
    REDIS_URL: ' redis://:hush@127.0.0.1:6379/1 ',
    TRUST_PROXY: 'true',
  }
  expect(backendSettings(environment)).toEqual({
    tokensPerMinute: 5,
    redisUrl: 'redis://:hush@127.0.0.1:6379/1',
    trustProxy: true,
  })
})

it.each([
  ['UPLOAD_TOKENS_PER_MINUTE', '0'],
  ['UPLOAD_TOKENS_PER_MINUTE', 'many'],
  ['TRUST_PROXY', 'yes'],
])('refuses %s=%s by name', (name, value) => {
  expect(() => backendSettings({ [name]: value })).toThrow(new RegExp(`^${name} must be .*"${value}"`))
})

it.each(['http://:hush@127.0.0.1', 'redis:/:hush@127.0.0.1', 'redis://:hu/sh@127.0.0.1', ':hush@127.0.0.1'])(
  'refuses %s as REDIS_URL without showing it',
  (url) => {
    expect(() => backendSettings({ REDIS_URL: url })).toThrow(
      new StartUpError('REDIS_URL must be redis://…, rediss://… or the path of a socket.'),
    )
  },
)
