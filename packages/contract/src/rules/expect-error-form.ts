import { expect } from 'chai'
import type { Answer } from '../harness.js'

/** Checks that an answer is an uncacheable error with a status and a code. */
export function expectErrorForm(answer: Answer, status: number, code: string): void {
  expect(answer.status, answer.text).to.equal(status)
  expect(answer.json).to.have.all.keys('error')
  const { error } = answer.json as { error: { code: string; message: string } }
  expect(error).to.have.all.keys('code', 'message')
  expect(error.code).to.equal(code)
  expect(error.message).to.match(/^[A-Z].+\.$/)
  expect(answer.headers.get('content-type')).to.match(/^application\/json\b/)
  expect(answer.headers.get('cache-control')).to.equal('no-store')
}
