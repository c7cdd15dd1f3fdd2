import type { UploadReceiptVerdict } from '@secure-uploading/core'
import { callSafely } from '../options/hooks.js'
import { completeFiles } from '../uploads/complete-files.js'
import type { FileResult } from '../uploads/file-result.js'
import { WebhookDenial } from './denial.js'
import type { UploadNotice } from './is-webhook-payload.js'
import type { WebhookCompletionSettings } from './options.js'

/** Completes an uploaded file. Returns `undefined` for a file without a receipt of the project and one of the routes, which is not touched. */
type UploadCompleter<Args extends unknown[]> = (
  notice: UploadNotice,
  receipt: UploadReceiptVerdict,
  args: Args,
) => Promise<FileResult | undefined>

/**
 * Creates a function that completes the file of a webhook, like the uploads endpoint does, in the name of the receipt's
 * subject. It throws a denial when the file is not final yet, so that Uploadcare sends the webhook again.
 */
export function createUploadCompleter<Args extends unknown[]>(
  { uploads, keysFor, secretsFor, settings }: WebhookCompletionSettings<Args>,
  onError: (error: unknown, ...args: Args) => unknown,
): UploadCompleter<Args> {
  return async ({ data: { uuid } }, receipt, args) => {
    if (!receipt.valid) return undefined
    const { subject, route: name = '' } = receipt.claims
    const route = uploads['~routes'].get(name)
    if (route === undefined) return undefined
    const keys = await keysFor(args)
    // With these keys a file of another project would not exist, which is not a rejection of it.
    if (receipt.claims.publicKey !== keys.publicKey) return undefined

    const [result] = await completeFiles(
      settings,
      {
        keys,
        secrets: await secretsFor(args),
        subject,
        route,
        claims: uploads['~claims'],
        onReject: () => undefined,
        onError(error) {
          callSafely(() => onError(error, ...args))
        },
      },
      [uuid],
    )
    if (result?.status === 'processing' || result?.status === 'failed') {
      throw new WebhookDenial('upload-unfinished')
    }
    return result
  }
}
