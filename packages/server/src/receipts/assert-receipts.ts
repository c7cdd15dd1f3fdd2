import { assertLifetime } from '@secure-uploading/core'

/** @throws {TypeError} naming the option and what it has to be. */
export function assertReceipts(receipts: unknown, known: readonly string[]): void {
  if (typeof receipts !== 'object' || receipts === null) throw new TypeError('"receipts" must be { secret }')
  const unknownOption = Object.keys(receipts).find((name) => !known.includes(name))
  if (unknownOption !== undefined) {
    throw new TypeError(`"receipts.${unknownOption}" is not an option. There are ${known.join(', ')}`)
  }
  if ('expiresIn' in receipts && receipts.expiresIn !== undefined) {
    assertLifetime('receipts.expiresIn', receipts.expiresIn)
  }
}
