import { expect } from 'chai'
import { expectError } from './expect-answer.js'
import type { Rule } from './rule.js'

export const methodRules: readonly Rule[] = [
  {
    name: 'answers 405 with Allow to every other method',
    needs: 'every-method',
    async check(harness) {
      let asked = 0
      const send = await harness.serve({ authorize: () => ++asked > 0 })
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await send({ method })
        expectError(answer, 405, 'ERR_METHOD_NOT_ALLOWED')
        expect(answer.headers.get('allow')).to.equal('POST, OPTIONS')
      }
      const head = await send({ method: 'HEAD' })
      expect([head.status, head.text]).to.deep.equal([405, ''])
      expect(asked).to.equal(0)
    },
  },
  {
    name: 'answers 204 to OPTIONS without calling authorize',
    async check(harness) {
      let asked = 0
      const send = await harness.serve({ authorize: () => ++asked > 0 })
      const answer = await send({ method: 'OPTIONS' })
      expect([answer.status, answer.text]).to.deep.equal([204, ''])
      expect(answer.headers.get('allow')).to.equal('POST, OPTIONS')
      expect(answer.headers.get('cache-control')).to.equal('no-store')
      expect(answer.headers.get('vary')).to.match(/\borigin\b/i)
      expect(asked).to.equal(0)
    },
  },
]
