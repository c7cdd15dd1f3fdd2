import { createEmulator, type Emulator, type SourceNetwork } from '../../src/index.js'
import { fixture } from './fixture.js'
import { endpointOf, jsonBodyOf, recordedAt, textOf, type JsonObject, type Recording } from './recording.js'

const ORIGIN = 'https://upload.uploadcare.com'
const SOURCE_URL = 'https://source.example/2250'
const PART_BYTES = 5_242_880

/** The emulator of one replay, with the ids to assign next and the response of the source. */
interface Stage {
  readonly emulator: Emulator
  readonly publicKey: string
  readonly ids: string[]
  source: SourceNetwork['request']
}

/** Brings an emulator into the state of a recording, sends the recorded request, and returns the response. */
export async function replay(recording: Recording): Promise<Response> {
  const stage = createStage(recording)
  switch (endpointOf(recording)) {
    case '/base/':
      return sendBase(stage, recording)
    case '/info/':
      await upload(stage, jsonBodyOf(recording))
      return send(stage, recording)
    case '/group/':
      for (const file of filesOf(recording)) if (file) await upload(stage, file)
      stage.ids.push(groupIdOf(recording))
      return send(stage, recording)
    case '/group/info/':
      return sendGroupInfo(stage, recording)
    case '/from_url/':
      stage.ids.push(textOf(jsonBodyOrNull(recording) ?? {}, 'token'))
      return send(stage, recording)
    case '/from_url/status/':
      return sendStatus(stage, recording)
    case '/multipart/start/':
      return sendStart(stage, recording)
    case '/multipart/complete/':
      return sendComplete(stage, recording)
    default:
      return sendPart(stage, recording)
  }
}

function createStage(recording: Recording): Stage {
  const { uri, requestBody } = recording
  const query = new URL(uri).searchParams
  const inBody = /(?:UPLOADCARE_PUB_KEY|pub_key)(?:=|"\n\n)([^&\n]+)/.exec(requestBody)?.[1]
  const publicKey = query.get('pub_key') ?? inBody ?? 'demopublickey'
  const ids: string[] = []
  const hasLimit = recording.body.includes('exceeds project limit')
  const isNotReady = recording.body.includes('"is_ready":false')
  const stage: Stage = {
    publicKey,
    ids,
    source: () => new Promise(() => undefined),
    emulator: createEmulator({
      projects: [
        {
          publicKey,
          secretKeys: [],
          secureUploading: false,
          maxFileSizeBytes: hasLimit ? 1024 : null,
        },
      ],
      now: () => recordedAt(recording),
      randomUuid: () => ids.shift() ?? crypto.randomUUID(),
      network: {
        resolve: () => Promise.resolve(['93.184.216.34']),
        request: async (...request) => stage.source(...request),
      },
      ...(isNotReady && { readiness: { afterMs: 60_000 } }),
    }),
  }
  return stage
}

async function send(
  { emulator }: Stage,
  { method, uri, requestHeaders, requestBody }: Recording,
): Promise<Response> {
  const hasBody = method === 'POST'
  // The recordings have line feeds where form-data has CRLF.
  const body = hasBody ? requestBody.replace(/\r?\n/g, '\r\n') : undefined
  return emulator.fetch(
    new Request(uri, { method, headers: requestHeaders, ...(hasBody && { body: body ?? '' }) }),
  )
}

/** Sends form-data with the recorded headers and boundary. */
async function sendForm(
  { emulator }: Stage,
  { uri, requestHeaders }: Pick<Recording, 'uri' | 'requestHeaders'>,
  fields: readonly (readonly [name: string, value: string | File])[],
): Promise<Response> {
  const boundary = /boundary=(.+)$/.exec(requestHeaders['content-type'] ?? '')?.[1] ?? 'boundary'
  const parts: Uint8Array[] = []
  for (const [name, value] of fields) {
    const isFile = value instanceof File
    const head = [
      `--${boundary}`,
      `Content-Disposition: form-data; name="${name}"${isFile ? `; filename="${value.name}"` : ''}`,
      ...(isFile ? [`Content-Type: ${value.type}`] : []),
    ]
    parts.push(Buffer.from(`${head.join('\r\n')}\r\n\r\n`))
    parts.push(isFile ? new Uint8Array(await value.arrayBuffer()) : Buffer.from(value), Buffer.from('\r\n'))
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`))
  const headers = { ...requestHeaders, 'content-type': `multipart/form-data; boundary=${boundary}` }
  return emulator.fetch(new Request(uri, { method: 'POST', headers, body: Buffer.concat(parts) }))
}

async function sendBase(stage: Stage, recording: Recording): Promise<Response> {
  const json = jsonBodyOrNull(recording)
  const isRefused = json === null || 'error' in json
  const publicKey = recording.body.includes('is required') ? '' : isRefused ? 'unknown' : stage.publicKey
  const names = isRefused ? ['kitten.jpeg'] : Object.keys(json)
  stage.ids.push(...(isRefused ? [] : Object.values(json).map(String)))
  const files = names.map((name) => {
    const kitten = fixture(1290, { format: 'JPEG', width: 50, height: 50, dpi: [96, 96], orientation: null })
    return [name, new File([kitten], name, { type: 'image/jpeg' })] as const
  })
  return sendForm(stage, recording, [...files, ['UPLOADCARE_PUB_KEY', publicKey], ['UPLOADCARE_STORE', '1']])
}

/** Uploads a file with the recorded attributes. */
async function upload(stage: Stage, info: JsonObject): Promise<void> {
  stage.ids.push(textOf(info, 'uuid'))
  const content = fixture(Number(info['size']), info['image_info'] as JsonObject | null)
  const file = new File([content], textOf(info, 'original_filename'), { type: textOf(info, 'mime_type') })
  const store = info['is_stored'] === true ? '1' : '0'
  const request = { uri: `${ORIGIN}/base/`, requestHeaders: {} }
  const response = await sendForm(stage, request, [
    ['file', file],
    ['UPLOADCARE_PUB_KEY', stage.publicKey],
    ['UPLOADCARE_STORE', store],
  ])
  if (response.status !== 200) throw new Error(await response.text())
}

async function sendGroupInfo(stage: Stage, recording: Recording): Promise<Response> {
  const files = filesOf(recording).map(
    (file) => file ?? { uuid: crypto.randomUUID(), original_filename: 'deleted', size: 1, image_info: null },
  )
  for (const file of files) await upload(stage, file)
  stage.ids.push(groupIdOf(recording))
  const fields = files.map((file, index) => [`files[${index}]`, textOf(file, 'uuid')] as const)
  await sendForm(stage, { uri: `${ORIGIN}/group/`, requestHeaders: {} }, [
    ...fields,
    ['pub_key', stage.publicKey],
  ])
  for (const [index, file] of filesOf(recording).entries()) {
    const path = `/_emulator/files/${textOf(files[index] ?? {}, 'uuid')}`
    if (!file) await stage.emulator.fetch(new Request(`${ORIGIN}${path}`, { method: 'DELETE' }))
  }
  return send(stage, recording)
}

async function sendStatus(stage: Stage, recording: Recording): Promise<Response> {
  const expected = jsonBodyOf(recording)
  const token = new URL(recording.uri).searchParams.get('token') ?? ''
  const { status } = expected
  if (status === 'unknown') return send(stage, recording)
  stage.source = async () => Promise.resolve(sourceResponse(expected))
  if (status === 'waiting') stage.source = () => new Promise(() => undefined)
  stage.ids.push(token, textOf(expected, 'uuid'))
  await sendForm(stage, { uri: `${ORIGIN}/from_url/`, requestHeaders: {} }, [
    ['pub_key', stage.publicKey],
    ['source_url', SOURCE_URL],
    ['filename', textOf(expected, 'original_filename', '')],
    ['store', expected['is_stored'] === true ? '1' : '0'],
  ])
  for (;;) {
    const response = await send(stage, recording)
    const json = (await response.clone().json()) as JsonObject
    const isReached = json['status'] === status && textOf(json, 'done') === textOf(expected, 'done')
    if (isReached) return response
  }
}

function sourceResponse(expected: JsonObject): Awaited<ReturnType<SourceNetwork['request']>> {
  if (expected['status'] === 'error') return { status: 404, headers: new Headers(), body: chunks([]) }
  const total = Number(expected['total'])
  const type = textOf(expected, 'mime_type', 'image/jpeg')
  const headers = new Headers({ 'Content-Type': type, 'Content-Length': String(total) })
  const content = fixture(total, (expected['image_info'] ?? null) as JsonObject | null)
  const isPartial = expected['status'] === 'progress'
  const body = isPartial ? chunks([content.subarray(0, Number(expected['done']))], true) : chunks([content])
  return { status: 200, headers, body }
}

async function* chunks(list: readonly Uint8Array[], neverEnds = false): AsyncGenerator<Uint8Array> {
  for (const chunk of list) yield await Promise.resolve(chunk)
  if (neverEnds) await new Promise(() => undefined)
}

/** Starts a multipart upload of this many bytes. */
async function start(stage: Stage, uuid: string, info: JsonObject): Promise<{ parts: readonly string[] }> {
  stage.ids.push(uuid)
  const response = await sendForm(stage, { uri: `${ORIGIN}/multipart/start/`, requestHeaders: {} }, [
    ['UPLOADCARE_PUB_KEY', stage.publicKey],
    ['UPLOADCARE_STORE', info['is_stored'] === true ? '1' : '0'],
    ['filename', textOf(info, 'original_filename', 'big.jpeg')],
    ['size', textOf(info, 'size', 3 * PART_BYTES)],
    ['content_type', textOf(info, 'mime_type', 'application/octet-stream')],
  ])
  return (await response.json()) as { parts: readonly string[] }
}

async function sendStart(stage: Stage, recording: Recording): Promise<Response> {
  const json = jsonBodyOrNull(recording)
  if (json && 'uuid' in json) stage.ids.push(textOf(json, 'uuid'))
  // The body of one recording is cut.
  if (recording.requestBody !== '...') return send(stage, recording)
  return sendForm(stage, recording, [
    ['UPLOADCARE_PUB_KEY', stage.publicKey],
    ['filename', 'big.jpeg'],
    ['size', '20000000'],
    ['content_type', 'image/jpeg'],
  ])
}

async function sendPart(stage: Stage, { uri, requestHeaders }: Recording): Promise<Response> {
  const { searchParams, pathname } = new URL(uri)
  const { parts } = await start(stage, pathname.split('/')[1] ?? '', {})
  const number = Number(searchParams.get('partNumber'))
  const body = new Uint8Array(PART_BYTES)
  return stage.emulator.fetch(
    new Request(parts[number - 1] ?? '', { method: 'PUT', headers: requestHeaders, body }),
  )
}

async function sendComplete(stage: Stage, recording: Recording): Promise<Response> {
  const expected = jsonBodyOf(recording)
  const uuid = /name="uuid"\n\n(\S+)/.exec(recording.requestBody)?.[1] ?? ''
  const isMismatch = recording.body.includes('Not all parts')
  const isCompleted = recording.body.includes('already uploaded')
  const size = Number(expected['size'] ?? 2 * PART_BYTES)
  const { parts } = await start(stage, uuid, { ...expected, size })
  const content = fixture(size, (expected['image_info'] ?? null) as JsonObject | null)
  for (const [index, url] of (isMismatch ? [] : parts).entries()) {
    const body = content.slice(index * PART_BYTES, (index + 1) * PART_BYTES)
    await stage.emulator.fetch(new Request(url, { method: 'PUT', body }))
  }
  if (isCompleted) await send(stage, recording)
  return send(stage, recording)
}

function filesOf(recording: Recording): readonly (JsonObject | null)[] {
  return jsonBodyOf(recording)['files'] as unknown as readonly (JsonObject | null)[]
}

function groupIdOf(recording: Recording): string {
  return textOf(jsonBodyOf(recording), 'id').replace(/~\d+$/, '')
}

function jsonBodyOrNull(recording: Recording): JsonObject | null {
  return recording.headers['content-type'] === 'application/json' ? jsonBodyOf(recording) : null
}
