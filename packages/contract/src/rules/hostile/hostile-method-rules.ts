import { expect } from 'chai'
import fc from 'fast-check'
import type { Rule } from '../rule.js'
import { serveWatched } from './serve-watched.js'

const token = fc.stringMatching(/^[!#$%&'*+.^_`|~\dA-Za-z-]{1,40}$/)
const method = fc.oneof(
  token,
  token.map((name) => name.repeat(100)),
  fc.constantFrom('Post', 'oPTIONS', 'POSTS', 'PROPFIND', 'M-SEARCH', 'QUERY', '__proto__', 'constructor'),
)

export const hostileMethodRules: readonly Rule[] = [
  {
    name: 'answers any method that a request can have with 405, long ones and unknown ones too',
    needs: 'every-method-name',
    async check(trial) {
      const ask = await serveWatched(trial)
      await fc.assert(
        fc.asyncProperty(method, async (method) => {
          const carried = methodOfRequest(method)
          if (carried === undefined) return
          const { status } = await ask({ method })
          expect(status).to.equal(carried === 'POST' ? 200 : carried === 'OPTIONS' ? 204 : 405)
        }),
        { numRuns: 60 },
      )
    },
  },
]

/** What becomes of a method in a Request: some runtimes refuse those that they do not know, and `post` is `POST`. */
function methodOfRequest(method: string): string | undefined {
  try {
    return new Request('http://app.example/', { method }).method
  } catch {
    return undefined
  }
}
