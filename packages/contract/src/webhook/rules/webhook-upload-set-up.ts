import { createUploadsHandler, type WebhookEvent, type WebhookHandlerOptions } from '@secure-uploading/server'
import { expect } from 'chai'
import { PUBLIC_KEY, SECRET_KEY } from '../../harness.js'
import { createRestDouble, type DoubleFile, type RestDouble } from '../../uploads/rest-double.js'
import { copyOf } from '../../uploads/rules/expect-file.js'
import { defineUploads, NOW_MS, RECEIPT_SECRET } from '../../uploads/uploads-harness.js'
import { uploadedFile } from '../uploaded-file.js'
import type { WebhookHarness } from '../webhook-harness.js'
import { expectDelivered } from './expect-webhook-answer.js'

const now = () => NOW_MS

/** Creates the options of a webhook handler with an upload route, its REST API and the calls of `onUploaded`. */
export function setUp() {
  const rest = createRestDouble(PUBLIC_KEY, SECRET_KEY, NOW_MS)
  const calls: object[] = []
  const uploads = defineUploads({
    avatar: {
      accept: ['image/*'],
      maxBytes: 1000,
      onUploaded({ file, subject, route }) {
        calls.push({ uuid: file.uuid, subject, route })
        return { call: calls.length }
      },
    },
  })
  const options = {
    uploads,
    publicKey: PUBLIC_KEY,
    secretKey: SECRET_KEY,
    receipts: { secret: RECEIPT_SECRET },
    fetch: rest.fetch,
    now,
  } satisfies Partial<WebhookHandlerOptions<unknown[]>>
  return { rest, calls, options }
}

/** Creates the body of `file.uploaded`, with the metadata that the file had then. */
export function bodyOf(
  { uuid, size, metadata, claimedType }: DoubleFile,
  event = 'file.uploaded',
  hook: { project_pub_key?: string | undefined } = {},
): string {
  return JSON.stringify({
    ...uploadedFile,
    hook: { ...uploadedFile.hook, event, project_pub_key: PUBLIC_KEY, ...hook },
    data: {
      ...uploadedFile.data,
      ...{ uuid, size, metadata, mime_type: claimedType, datetime_uploaded: new Date(NOW_MS).toISOString() },
    },
  })
}

/** Completes a file as the page would, and returns the result. */
export async function complete(
  options: ReturnType<typeof setUp>['options'],
  uuid: string,
  more: object = {},
) {
  const handle = createUploadsHandler({ ...options, ...more, authorize: () => ({ subject: 'ada' }) })
  const request = new Request('http://app.example/api/uploads?route=avatar', {
    method: 'POST',
    body: JSON.stringify({ completed: [uuid] }),
  })
  const { files } = (await (await handle(request)).json()) as { files: object[] }
  return files
}

/** Delivers the webhook of a file, and checks that nothing was asked of the REST API and the file is unchanged. */
export async function expectUntouched(
  harness: WebhookHarness,
  rest: RestDouble,
  file: DoubleFile,
  body: string,
) {
  const { options, calls } = setUp()
  const events: WebhookEvent[] = []
  const before = copyOf(file)
  const send = await harness.serve({ ...options, fetch: rest.fetch, onEvent: (event) => events.push(event) })
  expectDelivered(await send({ body }))
  expect(file).to.deep.equal(before)
  expect(rest.requests).to.deep.equal([])
  expect(calls).to.deep.equal([])
  expect(events).to.have.length(1)
  expect(events[0]).not.to.have.property('upload')
}

/** The fields of the objects in a payload that change, or what replaces the object. */
type PayloadChanges = Partial<Record<string, object | null>>

/** Replaces fields of the objects in a payload, or the objects. */
export function changedBody(body: string, changes: PayloadChanges): string {
  const payload = JSON.parse(body) as Record<string, object>
  const changed = Object.entries(changes).map(([name, change]) => [
    name,
    change ? { ...payload[name], ...change } : change,
  ])
  return JSON.stringify({ ...payload, ...(Object.fromEntries(changed) as object) })
}

/** Fields in a form that the webhook handler does not know. */
export const UNKNOWN_FORMS: readonly PayloadChanges[] = [
  { data: { mime_type: null, size: null, original_filename: null } },
  { data: { url: null, is_ready: null, content_info: [] } },
  { data: { datetime_uploaded: undefined } },
  { hook: { id: 'f2b1', project_pub_key: null } },
  { initiator: null },
  { file: null },
]
