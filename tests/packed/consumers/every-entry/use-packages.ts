// Typical uses of every package. The tests compile this file as an ES module, as CommonJS and for a bundler, with the oldest and
// the newest supported TypeScript. `@ts-expect-error` marks code that must not compile.
import { SecureUploadClient, type ClientEvent } from '@secure-uploading/client'
import { createUploadQueue, type UploadQueue } from '@secure-uploading/client/queue'
import { createResumableUpload, type ResumableUpload } from '@secure-uploading/client/resumable'
import { createTokenSource, type TokenSource } from '@secure-uploading/client/token-source'
import {
  createSigner,
  generateAuthToken,
  verifySecureSignature,
  verifyUploadReceipt,
  verifyWebhookSignature,
  type Verdict,
} from '@secure-uploading/core'
import { isSecureUploadError, parseUploadToken, type UploadToken } from '@secure-uploading/core/token'
import { createEmulator, type Emulator } from '@secure-uploading/emulator'
import { emulatorHandlers } from '@secure-uploading/emulator/msw'
import { startEmulator } from '@secure-uploading/emulator/node'
import * as onExpress from '@secure-uploading/express'
import * as onFastify from '@secure-uploading/fastify'
import * as onLambda from '@secure-uploading/lambda'
import * as onNext from '@secure-uploading/next'
import * as onPages from '@secure-uploading/next/pages'
import * as onWeb from '@secure-uploading/server'
import type { UploadcareFile } from '@uploadcare/upload-client'
import type { RequestHandler } from 'express'
import fastify from 'fastify'
import { setupServer } from 'msw/node'
import type { NextApiHandler } from 'next'
import type { NextRequest } from 'next/server.js'

const keys = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }

export const tokens = {
  sign: async (): Promise<string> => (await createSigner(keys).sign({ expiresIn: 1800 })).secureSignature,
  verify: async (expire: string): Promise<Verdict> =>
    verifySecureSignature([keys.secretKey], { signature: 'a', expire }),
  // @ts-expect-error expiresIn is a number of seconds.
  signWithInvalidLifetime: () => createSigner(keys).sign({ expiresIn: '30m' }),
  signForAPath: async (): Promise<string> =>
    generateAuthToken(keys.secretKey, { expiresIn: 60, scope: ['/base/'], operations: 1 }),
  receipt: async (receipt: string): Promise<string | undefined> =>
    verifyUploadReceipt(keys.secretKey, receipt).then((verdict) =>
      verdict.valid ? verdict.claims.subject : verdict.reason,
    ),
  webhook: async (body: Uint8Array): Promise<boolean> =>
    (await verifyWebhookSignature('whsecret', { body, signature: 'v1=00' })).valid,
  parse: (json: unknown): UploadToken => parseUploadToken(json),
}

export const inBackends: {
  express: RequestHandler
  pages: NextApiHandler
  web: (request: Request) => Promise<Response>
  app: (request: NextRequest, context: { params: Promise<object> }) => Promise<Response>
} = {
  express: onExpress.createTokenHandler({ ...keys, authorize: (req) => ({ subject: req.ip ?? '' }) }),
  pages: onPages.createTokenHandler({ ...keys, authorize: (req) => req.cookies['session'] !== undefined }),
  web: onWeb.createTokenHandler({ ...keys, authorize: (request) => request.headers.has('cookie') }),
  app: onNext.createTokenHandler({ ...keys, authorize: (request) => request.cookies.has('session') }).POST,
}

export const lambda = onLambda.createTokenHandler({
  ...keys,
  authorize: (event) => ({ subject: event.requestContext.requestId, expiresIn: 60 }),
})
export const plugin = fastify().post(
  '/api/upload-token',
  onFastify.createTokenHandler({ ...keys, authorize: (request) => ({ subject: request.ip }) }),
)
export const webhook = onExpress.createWebhookHandler({
  signingSecret: 'whsecret',
  onEvent: (event, request) => {
    if (event.type === 'file.uploaded') console.log(event.payload.data.uuid, request.ip)
  },
})
// @ts-expect-error authorize is required.
onWeb.createTokenHandler(keys)

export async function inThePage(file: File): Promise<UploadcareFile> {
  const tokenSource: TokenSource = createTokenSource({ endpoint: '/api/upload-token' })
  const onEvent = (event: ClientEvent): void => {
    console.log(event.type)
  }
  const client = new SecureUploadClient({ tokenSource, onEvent })
  // @ts-expect-error secureSignature is not a setting, because a fixed signature expires.
  client.updateSettings({ secureSignature: 'a' })
  try {
    return await client.uploadFile(file, { metadata: { album: 'summer' } })
  } catch (error) {
    if (isSecureUploadError(error, 'ERR_UNAUTHENTICATED')) console.log(error.code)
    const queue: UploadQueue = createUploadQueue({ client, maxFiles: 3 })
    queue.add([file], { metadata: { album: 'summer' } })
    // @ts-expect-error exactly one of client, source and route.
    createUploadQueue({ client, source: tokenSource })
    const upload: ResumableUpload = createResumableUpload(client, file, { resumeKey: file.name })
    return upload.result
  }
}

export async function inTests(): Promise<Emulator> {
  const project = { publicKey: 'demopublickey', secretKeys: ['demosecretkey'], secureUploading: true }
  const emulator = createEmulator({ projects: [project] })
  setupServer(...emulatorHandlers(emulator)).listen()
  const server = await startEmulator({ projects: [project], port: 0 })
  await server.close()
  return server.emulator
}
