import type { UploadToken } from '@secure-uploading/core/token'
import { classifyFailure } from './classify-failure.js'
import { createRetries } from './create-retries.js'
import type { RequestContext } from './request-context.js'
import { takeToken } from './take-token.js'
import { toCancelError } from './to-cancel-error.js'
import type { RetryOptions } from './upload-options.js'

/** Takes a token before there is a request that needs one. While the device is offline, it waits. */
export function waitForToken(context: RequestContext, options: RetryOptions): Promise<UploadToken> {
  const { source } = context
  const name = 'multipart/start'
  const retries = createRetries(context, { name, options, address: '' })

  async function run(): Promise<UploadToken> {
    for (;;) {
      try {
        return await takeToken(context, name, options.signal)
      } catch (error) {
        await retries.wait(error, classifyFailure(error, undefined, source.clock.wallMs()))
      }
    }
  }
  return toCancelError(run(), options.signal)
}
