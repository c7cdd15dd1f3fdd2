import { verifySecureSignature } from '@secure-uploading/core'
import { expect } from 'chai'
import { SECRET_KEY, type Answer } from '../harness.js'
import { expectErrorForm } from './expect-error-form.js'

/** The body of a 200. */
export interface IssuedBody {
  publicKey: string
  secureSignature: string
  secureExpire: string
  expiresIn: number
}

/** Checks that a valid token was issued. Returns it. */
export async function expectToken(
  answer: Answer,
  { secretKey = SECRET_KEY, nowMs = Date.now() }: { secretKey?: string; nowMs?: number } = {},
): Promise<IssuedBody> {
  expect(answer.status, answer.text).to.equal(200)
  const body = answer.json as IssuedBody
  expect(body).to.have.all.keys('publicKey', 'secureSignature', 'secureExpire', 'expiresIn')
  expect(body.secureExpire).to.be.a('string')
  const wire = { signature: body.secureSignature, expire: body.secureExpire }
  expect(await verifySecureSignature(secretKey, wire, { now: () => nowMs })).to.deep.equal({ valid: true })
  expectHeadersOfEveryAnswer(answer)
  return body
}

/** Checks that a request was refused with a status and a code. */
export function expectError(answer: Answer, status: number, code: string): void {
  expectErrorForm(answer, status, code)
  expectHeadersOfEveryAnswer(answer)
}

function expectHeadersOfEveryAnswer({ headers }: Answer): void {
  expect(headers.get('content-type')).to.match(/^application\/json\b/)
  expect(headers.get('cache-control')).to.equal('no-store')
  expect(headers.get('vary')).to.match(/\borigin\b/i)
}
