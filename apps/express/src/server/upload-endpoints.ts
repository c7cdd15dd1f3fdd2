import { createTokenHandler, createUploadsHandler, createWebhookHandler } from '@secure-uploading/express'
import type { Limiter } from '@secure-uploading/express'
import { Router, type Request } from 'express'
import type { Owners } from './owners.js'
import type { Sessions } from './sessions.js'
import { uploads } from './uploads.js'

const SHORT_TOKEN_SECONDS = 5

export interface UploadEndpointsOptions {
  publicKey: string
  /** Called for each token, so that a rotated key takes effect immediately. A plain string works too. */
  secretKey: () => string
  sessions: Sessions
  owners: Owners
  /** Token lifetime in **seconds**. */
  tokenSeconds: number
  /** Limits tokens per `subject` that `authorize` returns. */
  limiter: Limiter
  /** Whether a proxy sets `X-Forwarded-Host`. */
  trustProxy: boolean
  /** Signs the receipts that bind a file to its user. */
  receiptSecret: string
  /** Signs the webhooks. Without it there is no webhook endpoint. */
  webhookSecret: string | undefined
  /** Address of the REST API of the emulator. */
  apiBaseURL: string | undefined
}

/**
 * Creates the three endpoints of secure uploading: tokens, upload routes and webhooks. To copy them, put your own sign-in into
 * `authorize`: return a grant with the user and the token lifetime, or `null` when the request is not signed in.
 */
export function uploadEndpoints(options: UploadEndpointsOptions): Router {
  const { publicKey, secretKey, sessions, owners, tokenSeconds, limiter, trustProxy } = options
  const { receiptSecret, webhookSecret, apiBaseURL } = options
  const keys = { publicKey, secretKey, receipts: { secret: receiptSecret } }
  // The page may ask for a file that the webhook has completed first. Use a store that lasts, such as keyv.
  const results = new Map<string, unknown>()
  const completion = { uploads, results, ...(apiBaseURL === undefined ? {} : { apiBaseURL }) }
  const issuing = {
    trustProxy,
    authorize: (request: Request) => {
      const session = sessions.find(request)
      if (!session) return null
      return {
        subject: session.userName,
        expiresIn: session.hasShortTokens ? SHORT_TOKEN_SECONDS : tokenSeconds,
      }
    },
    // An outage of Redis must not lift the limit.
    rateLimit: { limiter, whenDown: 'refuse' as const },
    onError,
  }

  const router = Router()
  router.all('/upload-token', createTokenHandler({ ...keys, ...issuing }))
  router.all('/uploads', createUploadsHandler({ ...keys, ...issuing, ...completion }))
  if (webhookSecret === undefined) return router
  const webhook = createWebhookHandler({
    ...keys,
    ...completion,
    signingSecret: webhookSecret,
    onEvent: ({ type, payload, receipt }) => {
      if (type === 'file.uploaded' && receipt?.valid) {
        owners.note({ uuid: payload.data.uuid, owner: receipt.claims.subject })
      }
    },
    onError,
  })
  // Before a body parser: the signature covers the raw bytes.
  router.all('/uploadcare-webhook', webhook)
  return router
}

const onError = (error: unknown): void => {
  console.error(error)
}
