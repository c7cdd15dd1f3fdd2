import type { TokenHandlerOptions } from '@secure-uploading/server'
import { expect } from 'chai'
import type { Answer, RequestInput, Harness } from '../../harness.js'
import { MARK } from './hostile-text.js'

/** The hooks that are called for an answer, by its status. */
const HOOKS: Readonly<Record<number, readonly string[]>> = {
  200: ['onIssue'],
  204: [],
  401: ['onDeny'],
  403: ['onDeny'],
  405: ['onDeny'],
}

/**
 * Serves an endpoint and checks every answer: a documented status, one call of the right hook, and neither a stack trace nor
 * any sent text in the body.
 */
export async function serveWatched(
  harness: Harness,
  options: Partial<TokenHandlerOptions<unknown[]>> = {},
): Promise<(input: RequestInput) => Promise<Answer>> {
  let called: string[] = []
  const send = await harness.serve({
    ...options,
    onIssue: () => called.push('onIssue'),
    onDeny: () => called.push('onDeny'),
    onError: () => called.push('onError'),
  })
  return async (input) => {
    called = []
    const answer = await send(input)
    expect(HOOKS, `unexpected status ${answer.status}`).to.have.property(String(answer.status))
    expect(called).to.deep.equal(HOOKS[answer.status])
    expect(answer.text).not.to.include(MARK)
    expect(answer.text).not.to.match(/\bat .*:\d+:\d+|node_modules/)
    expect(answer.headers.get('vary')).to.match(/\borigin\b/i)
    return answer
  }
}
