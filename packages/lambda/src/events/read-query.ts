import { queryValue } from '@secure-uploading/server/adapter'
import type { LambdaHttpEvent } from './lambda-http-event.js'

type Parameters = Record<string, string | string[] | null | undefined> | null | undefined

/** Returns a look-up for the parameters of the query of an HTTP event; the first, if there are several. */
export function readQuery(event: LambdaHttpEvent): (name: string) => string | null | undefined {
  if ('rawQueryString' in event) return (name) => queryValue(`?${event.rawQueryString}`, name)
  const sources = parametersOf(event)
  return (name) => {
    for (const source of sources) {
      const [value] = [source?.[name]].flat()
      if (typeof value === 'string') return value
    }
    return undefined
  }
}

function parametersOf(event: Exclude<LambdaHttpEvent, { rawQueryString: string }>): Parameters[] {
  // VPC Lattice, event structure version 1, passes the query in the path, too.
  if ('raw_path' in event) return [event.query_string_parameters]
  if ('multiValueQueryStringParameters' in event) {
    return [event.multiValueQueryStringParameters, event.queryStringParameters]
  }
  return [event.queryStringParameters]
}
