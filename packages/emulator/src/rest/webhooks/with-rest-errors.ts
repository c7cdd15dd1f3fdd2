import { RestError } from '../http/rest-error.js'

const FIELD_NAMES = { targetUrl: 'target_url', signingSecret: 'signing_secret', isActive: 'is_active' }

/**
 * Changes the webhooks of a project.
 *
 * @throws {RestError} with the message of a `TypeError`, which the project throws for an invalid webhook.
 */
export function withRestErrors<Result>(change: () => Result): Result {
  try {
    return change()
  } catch (error) {
    if (error instanceof TypeError) throw new RestError(400, withFieldNames(error.message))
    throw error
  }
}

function withFieldNames(message: string): string {
  return Object.entries(FIELD_NAMES).reduce(
    (text, [option, field]) => text.replaceAll(`"${option}"`, `\`${field}\``),
    message,
  )
}
