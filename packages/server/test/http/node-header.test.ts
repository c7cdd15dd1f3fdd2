import { describe, expect, it } from 'vitest'
import { nodeHeader } from '../../src/adapter/index.js'

describe('nodeHeader', () => {
  it.each([
    ['HTTP/1 with a Host header', { host: 'app.example' }, 'app.example'],
    ['HTTP/2', { ':authority': 'app.example' }, 'app.example'],
    ['HTTP/2 with a Host header', { ':authority': 'other.example', host: 'app.example' }, 'app.example'],
    ['neither header', {}, undefined],
  ])('returns the host of a request: %s', (_what, headers, host) => {
    expect(nodeHeader(headers, 'host')).toBe(host)
  })

  it('joins the values of a repeated header', () => {
    expect(nodeHeader({ origin: ['http://app.example', 'http://evil.example'] }, 'origin')).toBe(
      'http://app.example,http://evil.example',
    )
  })

  it('returns no other header from an HTTP/2 pseudo-header', () => {
    expect(nodeHeader({ ':authority': 'app.example' }, 'origin')).toBeUndefined()
  })
})
