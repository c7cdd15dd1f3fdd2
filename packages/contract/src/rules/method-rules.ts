import { expect } from 'chai'
import { expectError } from './expect-answer.js'
import type { Rule } from './rule.js'

export const methodRules: readonly Rule[] = [
  {
    name: 'answers every other method with 405, and tells which are allowed',
    needs: 'every-method',
    async check(trial) {
      let asked = 0
      const ask = await trial.serve({ authorize: () => ++asked > 0 })
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await ask({ method })
        expectError(answer, 405, 'ERR_METHOD_NOT_ALLOWED')
        expect(answer.headers.get('allow')).to.equal('POST, OPTIONS')
      }
      const head = await ask({ method: 'HEAD' })
      expect([head.status, head.text]).to.deep.equal([405, ''])
      expect(asked).to.equal(0)
    },
  },
  {
    name: 'answers OPTIONS without a body, and without asking who it is',
    async check(trial) {
      let asked = 0
      const ask = await trial.serve({ authorize: () => ++asked > 0 })
      const answer = await ask({ method: 'OPTIONS' })
      expect([answer.status, answer.text]).to.deep.equal([204, ''])
      expect(answer.headers.get('allow')).to.equal('POST, OPTIONS')
      expect(answer.headers.get('cache-control')).to.equal('no-store')
      expect(answer.headers.get('vary')).to.match(/\borigin\b/i)
      expect(asked).to.equal(0)
    },
  },
]
