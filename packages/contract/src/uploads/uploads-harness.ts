import { generateUploadReceipt } from '@secure-uploading/core'
import type { FileResult, UploadsHandlerOptions } from '@secure-uploading/server'
import { createDefineUploads, type DefineUploads } from '@secure-uploading/server/adapter'
import { expect } from 'chai'
import type { TestServer } from '../adapter.js'
import type { Capability } from '../framework.js'
import { PUBLIC_KEY, readAnswer, SECRET_KEY, type Answer } from '../harness.js'
import { passedArguments, type PassedArguments } from '../passed-arguments.js'
import { createRestDouble, type DoubleFile, type RestDouble } from './rest-double.js'
import type { UploadsAdapter } from './uploads-adapter.js'

export const RECEIPT_SECRET = 'a secret of the backend'
export const NOW_MS = 1_795_460_400_000

export const defineUploads: DefineUploads<unknown[]> = createDefineUploads<unknown[]>()

export interface UploadsRequestInput {
  method?: string
  /**
   * The name of the route; `null` for no query.
   *
   * @default 'avatar'
   */
  route?: string | null
  /**
   * The user, who is named in a cookie; `null` for no cookie.
   *
   * @default 'ada'
   */
  user?: string | null
  headers?: Record<string, string>
  /** Sent as JSON; a string is sent unchanged. Empty by default. */
  body?: unknown
}

/** A served uploads endpoint. */
export interface ServedUploads {
  send: (input?: UploadsRequestInput) => Promise<Answer>
  /** Completes files. Returns their results after checking the status. */
  complete: (names: readonly string[], input?: UploadsRequestInput) => Promise<FileResult[]>
}

/** Serves uploads endpoints of one adapter for a rule. */
export interface UploadsHarness extends PassedArguments {
  rest: RestDouble
  /** Serves an endpoint with the route `avatar` for images, or with the given options. The user is in the cookie. */
  serve(options?: Partial<UploadsHandlerOptions<unknown[]>>): Promise<ServedUploads>
  /** Adds a file with a receipt of a user for a route. */
  upload(input?: ReceiptInput, properties?: Partial<DoubleFile>): Promise<DoubleFile>
}

export interface ReceiptInput {
  subject?: string
  route?: string | undefined
  secret?: string
  publicKey?: string
  tokenId?: string
  metadata?: Record<string, string>
  issuedMs?: number
  /** In seconds. */
  expiresIn?: number
}

/** A rule of the uploads endpoint, with its check. It needs no test runner. */
export interface UploadsRule {
  name: string
  needs?: Capability
  check: (harness: UploadsHarness) => Promise<void>
}

/** Generates a receipt of ada for the route `avatar`. */
function receiptOf(input: ReceiptInput = {}): Promise<string> {
  const { subject = 'ada', secret = RECEIPT_SECRET, publicKey = PUBLIC_KEY, tokenId = 'token-1' } = input
  const { metadata, issuedMs = NOW_MS, expiresIn = 60 } = input
  const route = 'route' in input ? input.route : 'avatar'
  return generateUploadReceipt(
    secret,
    { subject, publicKey, tokenId, route, metadata, expiresIn },
    { now: () => issuedMs },
  )
}

/** Adds a file with a receipt to a double. */
export async function uploadTo(
  rest: RestDouble,
  input: ReceiptInput = {},
  properties: Partial<DoubleFile> = {},
): Promise<DoubleFile> {
  const uploadReceipt = await receiptOf(input)
  return rest.add({ ...properties, metadata: { ...(properties.metadata ?? input.metadata), uploadReceipt } })
}

/** The routes of a served endpoint by default. */
const defaultUploads = () =>
  defineUploads({
    avatar: {
      accept: ['image/*'],
      maxBytes: 1000,
      onUploaded: ({ file, subject }) => ({ url: file.cdnUrl, owner: subject }),
    },
  })

/** Runs the check of a rule against an adapter and closes the served endpoints. */
export async function runUploadsCheck<Args extends unknown[]>(
  adapter: UploadsAdapter<Args>,
  check: (harness: UploadsHarness) => Promise<void>,
): Promise<void> {
  const opened: TestServer[] = []
  const rest = createRestDouble(PUBLIC_KEY, SECRET_KEY, NOW_MS)
  const passed = passedArguments(adapter)
  const harness: UploadsHarness = {
    ...passed,
    rest,
    upload: (input, properties) => uploadTo(rest, input, properties),
    async serve(options) {
      const served = await adapter.serve({
        uploads: defaultUploads(),
        publicKey: PUBLIC_KEY,
        secretKey: SECRET_KEY,
        receipts: { secret: RECEIPT_SECRET },
        authorize(...args) {
          const user = passed.cookieOf(...args)
          return user ? { subject: user } : null
        },
        now: () => NOW_MS,
        fetch: rest.fetch,
        onError: () => undefined,
        ...options,
      })
      opened.push(served)
      const send = async (input?: UploadsRequestInput) => readAnswer(await served.send(createRequest(input)))
      return {
        send,
        async complete(names, input) {
          const answer = await send({ ...input, body: { completed: names } })
          expect(answer.status, answer.text).to.equal(200)
          expect(answer.headers.get('cache-control')).to.equal('no-store')
          expect(answer.json).to.have.all.keys('files')
          const { files } = answer.json as { files: FileResult[] }
          expect(files.map(({ uuid }) => uuid)).to.deep.equal(names)
          return files
        },
      }
    },
  }
  try {
    await check(harness)
  } finally {
    await Promise.all(opened.map(async (served) => served.close?.()))
  }
}

function createRequest({
  method = 'POST',
  route = 'avatar',
  user = 'ada',
  headers = {},
  body,
}: UploadsRequestInput = {}): Request {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  return new Request(`http://app.example/api/uploads${route === null ? '' : `?route=${route}`}`, {
    method,
    headers: {
      host: 'app.example',
      ...(user === null ? {} : { cookie: user }),
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(text === undefined ? {} : { body: text }),
  })
}
