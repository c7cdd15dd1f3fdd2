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
    name: 'answers 405 to unknown and long methods',
    needs: 'every-method-name',
    async check(harness) {
      const send = await serveWatched(harness)
      await fc.assert(
        fc.asyncProperty(method, async (method) => {
          const carried = methodOfRequest(method)
          if (carried === undefined) return
          const { status } = await send({ method })
          expect(status).to.equal(carried === 'POST' ? 200 : carried === 'OPTIONS' ? 204 : 405)
        }),
        { numRuns: 60 },
      )
    },
  },
]

/** Returns the method that a Request carries: some runtimes refuse unknown ones, and `post` becomes `POST`. */
function methodOfRequest(method: string): string | undefined {
  try {
    return new Request('http://app.example/', { method }).method
  } catch {
    return undefined
  }
}
