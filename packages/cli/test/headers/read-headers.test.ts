import { describe, expect, it } from 'vitest'
import { readHeaders } from '../../src/headers/read-headers.js'
import { UsageError } from '../../src/usage-error.js'

const env = { TOKEN: 'abc.def', ID: '42', EMPTY: '', TWO_LINES: 'a\nb' }

describe('readHeaders', () => {
  it('replaces names of environment variables', () => {
    const lines = ['Authorization: Bearer $TOKEN', 'X-Trace:${ID}-$ID', 'X-Plain: 7 $ only']
    expect(readHeaders(lines, env)).toEqual({
      authorization: 'Bearer abc.def',
      'x-trace': '42-42',
      'x-plain': '7 $ only',
    })
  })

  it.each(['Authorization', 'cookie', 'Proxy-Authorization', 'X-Api-Key', 'x-csrf-token', 'X-Session'])(
    'rejects a value of "%s" on the command line, and does not echo it',
    (name) => {
      expect(() => readHeaders([`${name}: hunter2`], env)).toThrow(
        expect.objectContaining({
          name: 'UsageError',
          message: expect.not.stringContaining('hunter2') as unknown,
        }) as Error,
      )
    },
  )

  it.each(['no colon', ': nothing', 'X-A: $MISSING', 'X-A: $EMPTY', 'X-A: $TWO_LINES', 'bad name: x'])(
    'rejects %o',
    (line) => {
      expect(() => readHeaders([line], env)).toThrow(UsageError)
    },
  )
})
