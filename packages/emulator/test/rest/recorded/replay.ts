import { createEmulator, type Emulator } from '../../../src/index.js'
import { PUBLIC_KEY, SECRET_KEY } from '../../demo-project.js'
import { postForm } from '../../post-form.js'
import { imageBytes } from './image-bytes.js'
import { objectsIn, textOf, type Json, type JsonObject, type Recording } from './recording.js'

const SIMPLE = `Uploadcare.Simple ${PUBLIC_KEY}:${SECRET_KEY}`

interface Stage {
  readonly emulator: Emulator
  /** The ids that the emulator assigns next. */
  readonly ids: string[]
}

/**
 * Brings an emulator into the state that a recording shows, sends the recorded request, and returns the response.
 *
 * @param accept the version of the API to request.
 */
export async function replay(recording: Recording, accept: string): Promise<Response> {
  const ids: string[] = []
  const stage = {
    ids,
    emulator: createEmulator({
      projects: [{ publicKey: PUBLIC_KEY, secretKeys: [SECRET_KEY], secureUploading: false }],
      now: () => 0,
      randomUuid: () => ids.shift() ?? crypto.randomUUID(),
      sendWebhook: () => Promise.resolve(new Response()),
    }),
  }
  const files = objectsIn(recording.body, (object) => 'original_filename' in object)
  for (const file of files) await addFile(stage, file, recording)
  // The response to a copy describes the copy, which the request creates.
  if (copiedUuidOf(recording) !== undefined) ids.push(...files.map(({ uuid }) => textOf(uuid)))
  for (const group of objectsIn(recording.body, (object) => 'files' in object)) await addGroup(stage, group)
  const path = await addWebhooks(stage, recording)

  stage.emulator.clock.setMs(requestTimeOf(recording, files))
  const { method, requestBody } = recording
  const body = requestBody === '' ? null : requestBody
  const headers = { Accept: accept, Authorization: SIMPLE, 'Content-Type': 'application/json' }
  return stage.emulator.fetch(new Request(`https://api.uploadcare.com${path}`, { method, headers, body }))
}

async function addFile({ emulator, ids }: Stage, file: JsonObject, recording: Recording): Promise<void> {
  const { method } = recording
  const uuid = copiedUuidOf(recording) ?? textOf(file['uuid'])
  const info = imageInfoOf(file)
  const sizeBytes = Number(file['size'])
  const bytes = info === null ? new Uint8Array(sizeBytes) : imageBytes(sizeBytes, info)
  ids.push(uuid)
  emulator.clock.setMs(unixMsOf(file['datetime_uploaded']))
  const upload = new File([bytes], textOf(file['original_filename']), { type: textOf(file['mime_type']) })
  await postForm(emulator, '/base/', { file: upload, UPLOADCARE_PUB_KEY: PUBLIC_KEY, UPLOADCARE_STORE: '0' })
  if (typeof file['datetime_stored'] === 'string') {
    await callAt(emulator, file['datetime_stored'], 'PUT', `/files/${uuid}/storage/`)
  }
  if (typeof file['datetime_removed'] === 'string' && method !== 'DELETE') {
    await callAt(emulator, file['datetime_removed'], 'DELETE', `/files/${uuid}/storage/`)
  }
}

async function addGroup({ emulator, ids }: Stage, group: JsonObject): Promise<void> {
  const [uuid = ''] = textOf(group['id']).split('~')
  ids.push(uuid)
  emulator.clock.setMs(unixMsOf(group['datetime_created']))
  const members = objectsIn(group['files'] ?? null, (object) => 'default_effects' in object)
  const fields: Record<string, string> = { pub_key: PUBLIC_KEY }
  for (const [index, file] of members.entries()) fields[`files[${index}]`] = textOf(file['uuid'])
  await postForm(emulator, '/group/', fields)
}

/**
 * Adds the webhooks that a recording shows.
 *
 * @returns the path of the request, with the id that the emulator assigned.
 */
async function addWebhooks({ emulator }: Stage, { method, path, body }: Recording): Promise<string> {
  if (method === 'POST' || !path.startsWith('/webhooks/')) return path
  for (const webhook of objectsIn(body, (object) => 'target_url' in object)) {
    const json = JSON.stringify({ target_url: webhook['target_url'], event: webhook['event'] })
    emulator.clock.setMs(unixMsOf(webhook['created']))
    await callAt(emulator, webhook['created'], 'POST', '/webhooks/', json)
  }
  return path.replace(/^\/webhooks\/\d+\//, '/webhooks/1/')
}

async function callAt(
  emulator: Emulator,
  time: Json | undefined,
  method: string,
  path: string,
  body: string | null = null,
): Promise<void> {
  emulator.clock.setMs(unixMsOf(time))
  const headers = {
    Accept: 'application/vnd.uploadcare-v0.7+json',
    Authorization: SIMPLE,
    'Content-Type': 'application/json',
  }
  await emulator.fetch(new Request(`https://api.uploadcare.com${path}`, { method, headers, body }))
}

/** Returns the time of the request: the one that the response shows, if the request sets it. */
function requestTimeOf(recording: Recording, [file]: readonly JsonObject[]): number {
  const isCopy = copiedUuidOf(recording) !== undefined
  const shown =
    recording.method === 'DELETE'
      ? file?.['datetime_removed']
      : isCopy
        ? file?.['datetime_uploaded']
        : undefined
  return typeof shown === 'string' ? unixMsOf(shown) : recording.recordedAtMs
}

function copiedUuidOf({ requestBody }: Recording): string | undefined {
  return /"source":"([^"]+)"/.exec(requestBody)?.[1]
}

function imageInfoOf(file: JsonObject): JsonObject | null {
  const [info] = objectsIn(file, (object) => 'color_mode' in object)
  return info ?? null
}

/** Parses a time with its microseconds. */
function unixMsOf(time: Json | undefined): number {
  const [, second = '', fraction = '0'] = /^(.{19})\.(\d{6})Z$/.exec(textOf(time)) ?? []
  return Date.parse(`${second}Z`) + Number(fraction) / 1000
}
