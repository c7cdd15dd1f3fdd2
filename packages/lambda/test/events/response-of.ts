import type { LambdaHttpResult } from '../../src/index.js'

/** Creates the response that AWS sends for a result. */
export function responseOf(result: LambdaHttpResult, values: 'single' | 'multi' = 'single'): Response {
  const headers = new Headers()
  // A load balancer reads one of the two maps, according to its target group.
  const given: Record<string, string | string[]> | undefined =
    values === 'single' ? result.headers : result.multiValueHeaders
  for (const [name, value] of Object.entries(given ?? {})) {
    for (const single of typeof value === 'string' ? [value] : value) headers.append(name, single)
  }
  return new Response(result.body === '' ? null : result.body, { status: result.statusCode, headers })
}
