import type { ComputableProgressInfo, ProgressCallback } from '@uploadcare/upload-client'
import type { RetryOptions } from './retry.js'
import type { Attempt } from './send-once.js'
import { sendWithRetries } from './send-with-retries.js'
import type { UploadContext } from './upload-context.js'

type Report = ProgressCallback<ComputableProgressInfo>

/**
 * Waits until Uploadcare has a file ready. That may take as long as it likes, only an answer that it is not ready yet may
 * not.
 *
 * @param poll asks about the file until it is ready, and reports progress each time that it is not, as upload-client does
 */
export function pollWithRetries<Options extends RetryOptions & { onProgress?: Report }, T>(
  context: UploadContext,
  options: Options,
  poll: (attempt: Attempt<Options>) => Promise<T>,
): Promise<T> {
  return sendWithRetries(context, 'info', options, (attempt, restart) =>
    poll(
      Object.assign(attempt, {
        onProgress(progress: Parameters<Report>[0]) {
          restart()
          options.onProgress?.(progress)
        },
      }),
    ),
  )
}
