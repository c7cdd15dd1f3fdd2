import { verifyUploadAcceptance } from '@secure-uploading/core'
import type { FileResult } from '@secure-uploading/server'
import { expect } from 'chai'
import type { DoubleFile } from '../rest-double.js'
import { RECEIPT_SECRET } from '../uploads-harness.js'

/** Checks that a file is stored and has the acceptance record of its subject and route. */
export async function expectAcceptedFile(file: DoubleFile, subject = 'ada', route = 'avatar'): Promise<void> {
  expect(file.storedAt).to.be.a('string')
  expect(file.removedAt).to.equal(null)
  const record = file.metadata['uploadReceipt']
  const verdict = await verifyUploadAcceptance(RECEIPT_SECRET, record, { uuid: file.uuid, subject, route })
  expect(verdict).to.deep.equal({ valid: true })
}

/** Returns a copy of a file, to compare it with later. */
export const copyOf = (file: DoubleFile): DoubleFile => structuredClone(file)

/** Checks that a result is a rejection with a code and a message that describes nothing of the file. */
export function expectUndescribed(result: FileResult | undefined, code: string, file?: DoubleFile): void {
  expect(result).to.have.all.keys('uuid', 'status', 'code', 'message')
  expect(result).to.include({ status: 'rejected', code })
  if (file === undefined) return
  const { uuid: _, ...others } = result ?? {}
  const text = JSON.stringify(others)
  for (const detail of [
    file.name,
    String(file.size),
    String(file.detectedType),
    file.claimedType,
    'ucarecdn',
  ]) {
    expect(text).not.to.include(detail)
  }
}

/** Checks that a rejection has a code and a message. */
export function expectRejected(result: FileResult | undefined, code: string): void {
  expect(result).to.have.all.keys('uuid', 'status', 'code', 'message')
  expect(result).to.include({ status: 'rejected', code })
  expect((result as { message: string }).message).to.match(/^[A-Z].+\.$/)
}
