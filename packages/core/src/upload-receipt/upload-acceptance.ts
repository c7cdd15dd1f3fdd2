import { assertOptions } from '../options/assert-options.js'
import { assertRouteName } from './upload-route.js'

/** A file that the backend has accepted. */
export interface UploadAcceptance {
  /** The UUID of the file. */
  uuid: string
  /** The user that uploaded the file. */
  subject: string
  /** The upload route of the file. */
  route: string
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** @throws {TypeError} if a field is invalid or unknown */
export function assertAcceptance(acceptance: unknown): asserts acceptance is UploadAcceptance {
  assertOptions(acceptance, ['uuid', 'subject', 'route'])
  const { uuid, subject, route }: Partial<Record<keyof UploadAcceptance, unknown>> = acceptance
  if (typeof uuid !== 'string' || !UUID.test(uuid)) throw new TypeError('"uuid" must be the UUID of a file.')
  assertAcceptor({ subject, route })
}

/** @throws {TypeError} if the user or the route is invalid */
export function assertAcceptor({ subject, route }: { subject: unknown; route: unknown }): void {
  if (typeof subject !== 'string' || subject === '')
    throw new TypeError('"subject" must be a non-empty string.')
  assertRouteName(route)
}
