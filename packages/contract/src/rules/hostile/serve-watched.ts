import type { TokenHandlerOptions } from '@secure-uploading/server'
import { expect } from 'chai'
import type { Answer, Ask, Trial } from '../../trial.js'
import { MARK } from './hostile-text.js'

/** Which hook is told of an answer, by its status: of a preflight none is, of all others exactly one. */
const HOOKS: Readonly<Record<number, readonly string[]>> = {
  200: ['onIssue'],
  204: [],
  401: ['onDeny'],
  403: ['onDeny'],
  405: ['onDeny'],
}

/**
 * Serves an endpoint, and checks of each answer what must be true whatever was asked: one of its own statuses, one call
 * of the right hook, and neither a stack nor anything that was sent in the body.
 */
export async function serveWatched(
  trial: Trial,
  options: Partial<TokenHandlerOptions<unknown[]>> = {},
): Promise<(ask: Ask) => Promise<Answer>> {
  let told: string[] = []
  const ask = await trial.serve({
    ...options,
    onIssue: () => told.push('onIssue'),
    onDeny: () => told.push('onDeny'),
    onError: () => told.push('onError'),
  })
  return async (asked) => {
    told = []
    const answer = await ask(asked)
    expect(HOOKS, `unexpected status ${answer.status}`).to.have.property(String(answer.status))
    expect(told).to.deep.equal(HOOKS[answer.status])
    expect(answer.text).not.to.include(MARK)
    expect(answer.text).not.to.match(/\bat .*:\d+:\d+|node_modules/)
    expect(answer.headers.get('vary')).to.match(/\borigin\b/i)
    return answer
  }
}
