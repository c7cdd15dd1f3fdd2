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

  it('decodes the names and values of a load balancer, which passes them as the client sent them', () => {
    const requestContext = { elb: { targetGroupArn: 'arn:aws:elasticloadbalancing:…' } }
    for (const [name, value, route] of [
      ['route', 'my%20route', 'my route'],
      ['route', 'my+route', 'my route'],
      ['route', 'a%2Bb', 'a+b'],
      ['rou%74e', 'av%61tar', 'avatar'],
      ['route', '%C3%A9', 'é'],
      ['route', 'a%26route%3Db', 'a&route=b'],
      ['route', 'a=b', 'a=b'],
      ['route', '50%', '50%'],
      ['route', '', ''],
      ['route', '%2561', '%61'],
    ] as const) {
      expect(routeOf({ requestContext, queryStringParameters: { [name]: value } })).toBe(route)
      expect(routeOf({ requestContext, multiValueQueryStringParameters: { [name]: [value, 'other'] } })).toBe(
        route,
      )
    }
    expect(routeOf({ requestContext, queryStringParameters: { other: 'a' } })).toBeNull()
    expect(routeOf({ requestContext, queryStringParameters: undefined })).toBeNull()
  })

  it('does not decode what API Gateway and VPC Lattice have decoded', () => {
    const requestContext = { accountId: '123456789012' }
    expect(routeOf({ requestContext, queryStringParameters: { route: '50%25' } })).toBe('50%25')
    expect(routeOf({ raw_path: '/', query_string_parameters: { route: '50%25' } })).toBe('50%25')
  })
})
