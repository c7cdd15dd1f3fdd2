import { assertLifetime } from '@secure-uploading/core/internal'

const OPTIONS: readonly string[] = ['secret', 'expiresIn']

/** @throws {TypeError} naming the option and what it has to be. */
export function assertReceipts(receipts: unknown): void {
  if (typeof receipts !== 'object' || receipts === null) throw new TypeError('"receipts" must be { secret }')
  const unknownOption = Object.keys(receipts).find((name) => !OPTIONS.includes(name))
  if (unknownOption !== undefined) {
    throw new TypeError(`"receipts.${unknownOption}" is not an option. There are ${OPTIONS.join(', ')}`)
  }
  if ('expiresIn' in receipts && receipts.expiresIn !== undefined) {
    assertLifetime('receipts.expiresIn', receipts.expiresIn)
  }
}
