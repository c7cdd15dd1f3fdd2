import { expect } from 'chai'
import { PUBLIC_KEY } from '../trial.js'
import { expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

export const answerRules: readonly Rule[] = [
  {
    name: 'issues a token that Uploadcare accepts, for half an hour unless asked otherwise',
    async check(trial) {
      const ask = await trial.serve()
      const token = await expectToken(await ask())
      expect(token.publicKey).to.equal(PUBLIC_KEY)
      expect(token.expiresIn).to.be.within(1799, 1801)
    },
  },
  {
    name: "signs the specification's own example",
    async check(trial) {
      const nowMs = 1_454_902_056_000
      const ask = await trial.serve({ secretKey: 'project_secret_key', now: () => nowMs })
      const token = await expectToken(await ask(), { secretKey: 'project_secret_key', nowMs })
      expect(token).to.deep.equal({
        publicKey: PUBLIC_KEY,
        secureSignature: 'd39a461d41f607338abffee5f31da4d4e46535651c87346e76906bf75c064d47',
        secureExpire: '1454903856',
        expiresIn: 1800,
      })
    },
  },
  {
    name: 'lets no token live shorter than asked, and tells what is left in whole seconds',
    async check(trial) {
      const ask = await trial.serve({ expiresIn: 60, now: () => 1_454_902_055_001 })
      const token = await expectToken(await ask(), { nowMs: 1_454_902_055_001 })
      expect(token.secureExpire).to.equal('1454902116')
      expect(token.expiresIn).to.equal(60)
    },
  },
  {
    name: 'keeps what others have put into Vary',
    needs: 'shared-response',
    async check(trial) {
      for (const others of ['Accept-Encoding', ['Accept-Encoding', 'Cookie']]) {
        const whole = [others, 'Origin'].flat()
        const ask = await trial.serve({}, others)
        // Twice, since others may give the same list to every response.
        for (const answer of [await ask(), await ask()]) {
          await expectToken(answer)
          expect(answer.headers.get('vary')?.split(/, */)).to.deep.equal(whole)
        }
      }
    },
  },
  {
    name: 'takes a request whatever its body is',
    async check(trial) {
      const ask = await trial.serve()
      await expectToken(
        await ask({ body: '{"filename":"cat.jpg"}', headers: { 'content-type': 'application/json' } }),
      )
      await expectToken(await ask({ body: '{ no JSON', headers: { 'content-type': 'text/plain' } }))
      await expectToken(await ask({ body: 'x'.repeat(50_000) }))
    },
  },
  {
    name: 'answers a hundred requests at once, each with a good token',
    async check(trial) {
      const ask = await trial.serve()
      const answers = await Promise.all(Array.from({ length: 100 }, () => ask()))
      await Promise.all(answers.map((answer) => expectToken(answer)))
    },
  },
]
