import { info } from '@uploadcare/upload-client'
import { isTimeout } from './failure-of.js'
import { retry, type RetryOptions } from './retry.js'
import { sendOnce, type Attempt } from './send-once.js'
import type { UploadContext } from './upload-context.js'

/**
 * Waits until Uploadcare has a file ready. That may take as long as it likes; only an answer may not.
 *
 * @param poll asks about the file until it is ready
 */
export function pollWithRetries<Options extends RetryOptions & { publicKey: string }, T>(
  context: UploadContext,
  uuid: string,
  options: Options,
  poll: (attempt: Attempt<Options>) => Promise<T>,
): Promise<T> {
  const { clock } = context.source
  return retry(context, 'info', options, async () => {
    for (;;) {
      try {
        return await sendOnce(clock, options, poll)
      } catch (error) {
        if (!isTimeout(error)) throw error
        // Is the file not ready, or is nobody there?
        await sendOnce(clock, options, (attempt) => info(uuid, attempt))
      }
    }
  })
}
