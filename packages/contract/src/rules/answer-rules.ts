import { expect } from 'chai'
import { PUBLIC_KEY } from '../harness.js'
import { expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

export const answerRules: readonly Rule[] = [
  {
    name: 'issues a token that is valid for 30 minutes by default',
    async check(harness) {
      const send = await harness.serve()
      const token = await expectToken(await send())
      expect(token.publicKey).to.equal(PUBLIC_KEY)
      expect(token.expiresIn).to.be.within(1799, 1801)
    },
  },
  {
    name: 'signs the example of the specification',
    async check(harness) {
      const nowMs = 1_454_902_056_000
      const send = await harness.serve({ secretKey: 'project_secret_key', now: () => nowMs })
      const token = await expectToken(await send(), { secretKey: 'project_secret_key', nowMs })
      expect(token).to.deep.equal({
        publicKey: PUBLIC_KEY,
        secureSignature: 'd39a461d41f607338abffee5f31da4d4e46535651c87346e76906bf75c064d47',
        secureExpire: '1454903856',
        expiresIn: 1800,
      })
    },
  },
  {
    name: 'rounds the expiry up, and answers the remaining lifetime in whole seconds',
    async check(harness) {
      const send = await harness.serve({ expiresIn: 60, now: () => 1_454_902_055_001 })
      const token = await expectToken(await send(), { nowMs: 1_454_902_055_001 })
      expect(token.secureExpire).to.equal('1454902116')
      expect(token.expiresIn).to.equal(60)
    },
  },
  {
    name: 'adds to a Vary header that is already set',
    needs: 'shared-response',
    async check(harness) {
      for (const present of ['Accept-Encoding', ['Accept-Encoding', 'Cookie']]) {
        const expected = [present, 'Origin'].flat()
        const send = await harness.serve({}, { presentVary: present })
        // Twice, because a middleware may set the same array on every response.
        for (const answer of [await send(), await send()]) {
          await expectToken(answer)
          expect(answer.headers.get('vary')?.split(/, */)).to.deep.equal(expected)
        }
      }
    },
  },
  {
    name: 'ignores the body of a request',
    async check(harness) {
      const send = await harness.serve()
      await expectToken(
        await send({ body: '{"filename":"cat.jpg"}', headers: { 'content-type': 'application/json' } }),
      )
      await expectToken(await send({ body: '{ not JSON', headers: { 'content-type': 'text/plain' } }))
      await expectToken(await send({ body: 'x'.repeat(50_000) }))
    },
  },
  {
    name: 'issues a hundred tokens concurrently',
    async check(harness) {
      const send = await harness.serve()
      const answers = await Promise.all(Array.from({ length: 100 }, () => send()))
      await Promise.all(answers.map((answer) => expectToken(answer)))
    },
  },
]
