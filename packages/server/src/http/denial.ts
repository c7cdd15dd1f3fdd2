import type { SecureUploadErrorCode } from '@secure-uploading/core'

/** The event that `onDeny` of every endpoint receives. */
export interface DeniedEvent {
  /** The check that refused the request. */
  reason: string
  /** The HTTP status of the answer. */
  status: number
  code: SecureUploadErrorCode
}

/**
 * Refuses a request. It is thrown inside this package only: the endpoint turns it into an answer and a call of `onDeny`.
 * Its message is sent to the client.
 */
export class Denial<Event extends DeniedEvent> extends Error {
  /** Passed to `onDeny`, never sent to the client. */
  readonly event: Event
  readonly headers: Readonly<Record<string, string>>

  constructor(event: Event, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'Denial'
    this.event = event
    this.headers = headers
  }
}
