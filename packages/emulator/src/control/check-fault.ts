import { API_ERRORS } from '../http/api-errors.js'
import { FAULT_KINDS, type Fault } from './fault.js'

/**
 * Checks a fault that came from outside.
 *
 * @throws {TypeError} naming the option that is wrong.
 */
export function checkFault(fault: Fault): void {
  const kinds = FAULT_KINDS.filter((kind) => kind in fault)
  if (kinds.length !== 1) throw new TypeError(`A fault has exactly one of ${FAULT_KINDS.join(', ')}`)
  const { times = 1, skip = 0 } = fault
  if (!(times === Infinity || (Number.isInteger(times) && times > 0))) {
    throw new TypeError('"times" must be a positive whole number of requests, or Infinity')
  }
  if (!Number.isInteger(skip) || skip < 0) throw new TypeError('"skip" must be a whole number of requests')
  if ('status' in fault && !(Number.isInteger(fault.status) && fault.status >= 200 && fault.status <= 599)) {
    throw new TypeError('"status" must be an HTTP status from 200 to 599')
  }
  if ('latencyMs' in fault && !(Number.isFinite(fault.latencyMs) && fault.latencyMs >= 0)) {
    throw new TypeError('"latencyMs" must be a number of milliseconds')
  }
  if ('refuse' in fault && !Object.hasOwn(API_ERRORS, fault.refuse)) {
    throw new TypeError('"refuse" must be an error code of the Upload API, as "SignatureExpirationError"')
  }
}
