import { describe, expect, it } from 'vitest'
import type { LambdaHttpEvent } from '../src/events/lambda-http-event.js'
import { readQuery } from '../src/events/read-query.js'

const routeOf = (event: object): unknown => readQuery(event as LambdaHttpEvent)('route')

describe('readQuery', () => {
  it('takes a parameter from the map that has it, when the other map lacks it or has no value', () => {
    for (const absent of [null, undefined, {}, { route: null }, { route: [] }]) {
      expect(
        routeOf({
          multiValueQueryStringParameters: absent,
          queryStringParameters: { route: 'avatar' },
        }),
      ).toBe('avatar')
      expect(
        routeOf({
          multiValueQueryStringParameters: { route: ['avatar', 'other'] },
          queryStringParameters: absent,
        }),
      ).toBe('avatar')
    }
  })

  it('returns nothing for a parameter without a text', () => {
    for (const route of [null, undefined, [], [null], 5]) {
      expect(routeOf({ queryStringParameters: { route } })).toBeUndefined()
    }
  })
})
