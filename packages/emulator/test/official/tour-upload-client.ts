import type * as UploadClientModule from '@uploadcare/upload-client'

/** The environment of the tour: the client, and a function that creates files. */
export interface TourEnvironment {
  client: typeof UploadClientModule
  /** Creates a Buffer in Node, a Blob in a browser. */
  file: (sizeBytes: number) => Buffer | Blob
}

export interface TourSettings {
  publicKey: string
  baseURL: string
  secureSignature?: string
  secureExpire?: string
}

const MEBIBYTE = 1024 * 1024
const PART_BYTES = 5 * MEBIBYTE

/** Calls every method of upload-client and returns the results. */
export async function tourUploadClient(
  { client: { UploadClient }, file }: TourEnvironment,
  settings: TourSettings,
  sourceUrl: string,
): Promise<Record<string, unknown>> {
  const client = new UploadClient({ ...settings, baseCDN: settings.baseURL })
  const pieces: number[] = []

  const { file: uuid } = await client.base(file(10), {
    fileName: 'ten.txt',
    contentType: 'text/plain',
    store: false,
  })
  const ready = await client.isReadyPoll(uuid)
  const info = await client.info(uuid)

  const fromUrl = await client.fromUrl(sourceUrl, { fileName: 'fetched.txt' })
  const token = 'token' in fromUrl ? fromUrl.token : ''
  let status = await client.fromUrlStatus(token)
  while (['waiting', 'progress'].includes(status.status)) status = await client.fromUrlStatus(token)

  const group = await client.group([uuid, `${uuid}/-/resize/x800/`])
  const groupInfo = await client.groupInfo(group.id)

  const started = await client.multipartStart(2 * PART_BYTES + 1, {
    fileName: 'big.bin',
    contentType: 'video/mp4',
  })
  for (const [index, url] of started.parts.entries()) {
    const part = await client.multipartUpload(file(index < 2 ? PART_BYTES : 1), url, {
      contentType: 'video/mp4',
    })
    pieces.push(part.code ?? 0)
  }
  const completed = await client.multipartComplete(started.uuid)

  const direct = await client.uploadFile(file(20), {
    fileName: 'direct.txt',
    tags: ['a', 'b'],
    metadata: { pet: 'cat' },
  })
  const inParts = await client.uploadFile(file(11 * MEBIBYTE), { multipartMinFileSize: 10 * MEBIBYTE })
  const fetched = await client.uploadFile(sourceUrl)
  const uploaded = await client.uploadFile(direct.uuid, { fileName: 'known.txt' })
  const fileGroup = await client.uploadFileGroup([file(1), file(2)])
  const urlGroup = await client.uploadFileGroup([sourceUrl])
  const uuidGroup = await client.uploadFileGroup([direct.uuid, inParts.uuid])

  return {
    ready: ready.isReady,
    info: [info.size, info.originalFilename, info.mimeType, info.isStored],
    fromUrlStatus:
      'size' in status
        ? [status.status, status.size, 'originalFilename' in status && status.originalFilename]
        : status,
    group: [group.filesCount, group.files.map((member) => member?.defaultEffects)],
    groupInfo: groupInfo.id === group.id,
    parts: [started.parts.length, pieces],
    completed: [completed.size, completed.originalFilename, completed.mimeType],
    direct: [
      direct.size,
      direct.name,
      direct.metadata,
      direct.cdnUrl === `${settings.baseURL}/${direct.uuid}/`,
    ],
    inParts: inParts.size,
    fetched: fetched.size,
    uploaded: [uploaded.size, uploaded.uuid === direct.uuid],
    fileGroup: [fileGroup.filesCount, fileGroup.totalSize],
    urlGroup: [urlGroup.filesCount, urlGroup.totalSize],
    uuidGroup: uuidGroup.filesCount,
  }
}

/** The expected results of the tour. */
export const TOUR_RESULTS = {
  ready: true,
  info: [10, 'ten.txt', 'text/plain', false],
  fromUrlStatus: ['success', 4, 'fetched.txt'],
  group: [2, ['', 'resize/x800/']],
  groupInfo: true,
  parts: [3, [200, 200, 200]],
  completed: [2 * PART_BYTES + 1, 'big.bin', 'video/mp4'],
  direct: [20, 'direct.txt', { pet: 'cat' }, true],
  inParts: 11 * MEBIBYTE,
  fetched: 4,
  uploaded: [20, true],
  fileGroup: [2, 3],
  urlGroup: [1, 4],
  uuidGroup: 2,
}

/** Sends the four signed requests and returns their error codes. */
export async function tourRefusals(
  { client: { UploadClient, UploadError }, file }: TourEnvironment,
  settings: TourSettings,
  sourceUrl: string,
): Promise<unknown[]> {
  const client = new UploadClient(settings)
  const attempts = [
    client.base(file(10), {}),
    client.multipartStart(10 * MEBIBYTE, {}),
    client.fromUrl(sourceUrl),
    client.group([crypto.randomUUID()]),
  ]
  const ends = await Promise.allSettled(attempts)
  return ends.map((end) =>
    end.status === 'rejected' && end.reason instanceof UploadError ? end.reason.code : end.status,
  )
}
