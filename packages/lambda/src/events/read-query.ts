import { queryValue } from '@secure-uploading/server/adapter'
import type { LambdaHttpEvent } from './lambda-http-event.js'

/** Returns a look-up for the parameters of the query of an HTTP event; the first, if there are several. */
export function readQuery(event: LambdaHttpEvent): (name: string) => string | null | undefined {
  if ('rawQueryString' in event) return (name) => queryValue(`?${event.rawQueryString}`, name)
  const { multiValueQueryStringParameters: several, queryStringParameters: single } = event
  return (name) => several?.[name]?.[0] ?? single?.[name]
}
