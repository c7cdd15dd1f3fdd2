import { expect } from 'chai'
import type { Answer } from '../../trial.js'

/** Checks that Uploadcare was told that the webhook is dealt with. */
export function expectDelivered(answer: Answer): void {
  expect([answer.status, answer.text]).to.deep.equal([204, ''])
  expect(answer.headers.get('cache-control')).to.equal('no-store')
}

/** Checks that a webhook was refused with this status and code, in the form that every error has. */
export function expectRefused(answer: Answer, status: number, code: string): void {
  expect(answer.status, answer.text).to.equal(status)
  expect(answer.json).to.have.all.keys('error')
  const { error } = answer.json as { error: { code: string; message: string } }
  expect(error).to.have.all.keys('code', 'message')
  expect(error.code).to.equal(code)
  expect(error.message).to.match(/^[A-Z].+\.$/)
  expect(answer.headers.get('content-type')).to.match(/^application\/json\b/)
  expect(answer.headers.get('cache-control')).to.equal('no-store')
}
