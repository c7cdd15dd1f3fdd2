import { expect } from 'chai'
import type { Answer } from '../../trial.js'

/** Checks that Uploadcare was told that the webhook is dealt with. */
export function expectDelivered(answer: Answer): void {
  expect([answer.status, answer.text]).to.deep.equal([204, ''])
  expect(answer.headers.get('cache-control')).to.equal('no-store')
}
