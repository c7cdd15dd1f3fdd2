import { expect } from 'chai'
import type { Answer } from '../../harness.js'

/** Checks that the webhook was acknowledged. */
export function expectDelivered(answer: Answer): void {
  expect([answer.status, answer.text]).to.deep.equal([204, ''])
  expect(answer.headers.get('cache-control')).to.equal('no-store')
}
