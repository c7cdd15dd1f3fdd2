import { assertFunctions, readOptions } from '../../options/read-options.js'
import { assertReceipts } from '../../receipts/assert-receipts.js'

const FUNCTIONS = ['onEvent', 'onDeny', 'onError', 'now']

/**
 * Checks the options of a webhook endpoint.
 *
 * @throws {TypeError} naming the option and what it has to be.
 */
export function assertWebhookOptions(options: unknown): void {
  const given = readOptions(options, [...FUNCTIONS, 'signingSecret', 'receipts', 'maxBodyBytes'])
  assertFunctions(given, FUNCTIONS)
  if (given['onEvent'] === undefined)
    throw new TypeError('"onEvent" must be a function that takes the events')
  const { maxBodyBytes, receipts } = given
  if (receipts !== undefined) assertReceipts(receipts)
  if (
    maxBodyBytes !== undefined &&
    !(typeof maxBodyBytes === 'number' && Number.isInteger(maxBodyBytes) && maxBodyBytes > 0)
  ) {
    throw new TypeError('"maxBodyBytes" must be a positive whole number of bytes')
  }
}
