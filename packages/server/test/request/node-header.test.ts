import { expect, it } from 'vitest'
import { nodeHeader } from '../../src/index.js'

it.each([
  ['HTTP/1', { host: 'app.example' }, 'app.example'],
  ['HTTP/2', { ':authority': 'app.example' }, 'app.example'],
  ['HTTP/2 with a Host of its own', { ':authority': 'other.example', host: 'app.example' }, 'app.example'],
  ['nobody', {}, undefined],
])('finds the host of a request of %s', (_what, headers, host) => {
  expect(nodeHeader(headers, 'host')).toBe(host)
})

it('joins the values of a header that was sent more than once', () => {
  expect(nodeHeader({ origin: ['http://app.example', 'http://evil.example'] }, 'origin')).toBe(
    'http://app.example,http://evil.example',
  )
})

it('finds no other header in what HTTP/2 says of a request', () => {
  expect(nodeHeader({ ':authority': 'app.example' }, 'origin')).toBeUndefined()
})
