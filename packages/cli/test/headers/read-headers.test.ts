import { expect, test } from 'vitest'
import { readHeaders } from '../../src/headers/read-headers.js'
import { UsageError } from '../../src/usage-error.js'

const env = { TOKEN: 'abc.def', ID: '42', EMPTY: '', TWO_LINES: 'a\nb' }

test('puts variables of the environment where they are named', () => {
  const lines = ['Authorization: Bearer $TOKEN', 'X-Trace:${ID}-$ID', 'X-Plain: 7 $ only']
  expect(readHeaders(lines, env)).toEqual({
    authorization: 'Bearer abc.def',
    'x-trace': '42-42',
    'x-plain': '7 $ only',
  })
})

test.each(['Authorization', 'cookie', 'Proxy-Authorization', 'X-Api-Key', 'x-csrf-token', 'X-Session'])(
  'refuses a value of "%s" that stands on the command line, and does not repeat it',
  (name) => {
    expect(() => readHeaders([`${name}: hunter2`], env)).toThrow(
      expect.objectContaining({
        name: 'UsageError',
        message: expect.not.stringContaining('hunter2') as unknown,
      }) as Error,
    )
  },
)

test.each(['no colon', ': nothing', 'X-A: $MISSING', 'X-A: $EMPTY', 'X-A: $TWO_LINES', 'bad name: x'])(
  'refuses %o',
  (line) => {
    expect(() => readHeaders([line], env)).toThrow(UsageError)
  },
)
