import { describe, expect, it } from 'vitest'
import { queryValue } from '../../src/http/query.js'

describe('queryValue', () => {
  it.each([
    ['/uploads?route=avatar', 'avatar'],
    ['https://app.example/uploads?route=avatar#top', 'avatar'],
    ['/uploads?a=1&route=avatar', 'avatar'],
    ['/uploads?route=av%61tar', 'avatar'],
    ['/uploads?route=avatar&route=other', 'avatar'],
    ['/uploads?route=&route=avatar', ''],
    ['/uploads?route', ''],
    ['/uploads?Route=avatar', null],
    ['/uploads?route[]=avatar', null],
    ['/uploads#?route=avatar', null],
    ['/uploads', null],
  ])('reads the first parameter of this name in %s', (url, value) => {
    expect(queryValue(url, 'route')).toBe(value)
  })
})
