import { queryValue } from '@secure-uploading/server/adapter'
import { isObject } from './is-object.js'
import type { LambdaHttpEvent } from './lambda-http-event.js'

type Parameters = Record<string, string | string[] | null | undefined> | null | undefined

/** Returns a look-up for the parameters of the query of an HTTP event; the first, if there are several. */
export function readQuery(event: LambdaHttpEvent): (name: string) => string | null | undefined {
  if ('rawQueryString' in event) return (name) => queryValue(`?${event.rawQueryString}`, name)
  const sources = parametersOf(event)
  if (isFromLoadBalancer(event)) {
    const query = `?${sources.flatMap(encodedPairsOf).join('&')}`
    return (name) => queryValue(query, name)
  }
  return (name) => {
    for (const source of sources) {
      const [value] = [source?.[name]].flat()
      if (typeof value === 'string') return value
    }
    return undefined
  }
}

type MapEvent = Exclude<LambdaHttpEvent, { rawQueryString: string }>

function parametersOf(event: MapEvent): Parameters[] {
  // VPC Lattice, event structure version 1, passes the query in the path, too.
  if ('raw_path' in event) return [event.query_string_parameters]
  if ('multiValueQueryStringParameters' in event) {
    return [event.multiValueQueryStringParameters, event.queryStringParameters]
  }
  return [event.queryStringParameters]
}

/** Load balancers pass names and values as the client encoded them; API Gateway and VPC Lattice decode both. */
function isFromLoadBalancer(event: MapEvent): boolean {
  return 'requestContext' in event && isObject(event.requestContext) && 'elb' in event.requestContext
}

function encodedPairsOf(parameters: Parameters): string[] {
  return Object.entries(parameters ?? {}).flatMap(([name, values]) =>
    [values].flat().flatMap((value) => (typeof value === 'string' ? [`${name}=${value}`] : [])),
  )
}
