/** A file of the double. */
export interface DoubleFile {
  uuid: string
  size: number
  name: string
  /** The sender's claim. */
  claimedType: string
  /** The detected type; `null` while the content was not examined. */
  detectedType: string | null
  isReady: boolean
  storedAt: string | null
  removedAt: string | null
  uploadedAt: string
  metadata: Record<string, string>
}

/** A stand-in for Uploadcare's REST API, for one project. */
export interface RestDouble {
  fetch: typeof fetch
  files: Map<string, DoubleFile>
  /** The requests so far: `GET /files/<uuid>/`. */
  requests: string[]
  /** Adds a PNG of 100 bytes that is not stored, or a file with the given properties. */
  add(properties?: Partial<DoubleFile>): DoubleFile
  /**
   * Answers instead of the double when it returns a response. It may return a promise that never settles: the request then
   * ends when it is aborted.
   */
  intercept?: ((request: string) => Response | Promise<Response> | undefined) | undefined
}

const ACCEPT = 'application/vnd.uploadcare-v0.7+json'

/** Creates a double with the project's keys and the time of uploads. It refuses what Uploadcare's API refuses. */
export function createRestDouble(publicKey: string, secretKey: string, nowMs: number): RestDouble {
  const files = new Map<string, DoubleFile>()
  const nowText = new Date(nowMs).toISOString()

  function answer(method: string, path: string, body: unknown): Response {
    const [, uuid = '', key] = /^\/files\/([^/]+)\/(?:metadata\/([^/]+)\/)?$/.exec(path) ?? []
    if (method === 'GET' && uuid !== '' && key === undefined) return json(200, describe(files.get(uuid)))
    if (method === 'PUT' && key !== undefined) {
      const file = files.get(uuid)
      if (file === undefined) return json(404, undefined)
      if (typeof body !== 'string' || body === '' || body.length > 512) return json(400, undefined)
      file.metadata = { ...file.metadata, [key]: body }
      return json(200, body)
    }
    if ((method === 'PUT' || method === 'DELETE') && path === '/files/storage/') {
      return answerBatch(method, body)
    }
    return json(405, undefined)
  }

  function answerBatch(method: string, body: unknown): Response {
    if (!Array.isArray(body) || body.length === 0 || body.length > 100) return json(400, undefined)
    const problems: Record<string, string> = {}
    const result: unknown[] = []
    for (const uuid of body.map(String)) {
      const file = files.get(uuid)
      if (file === undefined || file.removedAt !== null) {
        problems[uuid] = 'Missing in the project'
        continue
      }
      if (method === 'PUT') file.storedAt ??= nowText
      else Object.assign(file, { storedAt: null, removedAt: nowText })
      result.push(describe(file))
    }
    return json(200, { status: 'ok', result, problems })
  }

  const double: RestDouble = {
    files,
    requests: [],
    add(properties) {
      const file: DoubleFile = {
        uuid: crypto.randomUUID(),
        size: 100,
        name: 'holiday.png',
        claimedType: 'image/png',
        detectedType: 'image/png',
        isReady: true,
        storedAt: null,
        removedAt: null,
        uploadedAt: nowText,
        metadata: {},
        ...properties,
      }
      files.set(file.uuid, file)
      return file
    },
    async fetch(input, init = {}) {
      const { method = 'GET', headers, body, signal } = init
      const { pathname } = new URL(input instanceof Request ? input.url : input)
      const request = `${method} ${pathname}`
      double.requests.push(request)
      signal?.throwIfAborted()
      const instead = double.intercept?.(request)
      if (instead !== undefined) return Promise.race([instead, rejectOnAbort(signal)])
      const sent = new Headers(headers)
      if (sent.get('accept') !== ACCEPT) return json(406, undefined)
      if (sent.get('authorization') !== `Uploadcare.Simple ${publicKey}:${secretKey}`)
        return json(401, undefined)
      if (typeof body === 'string' && sent.get('content-type') !== 'application/json')
        return json(400, undefined)
      return answer(method, pathname, typeof body === 'string' ? JSON.parse(body) : undefined)
    },
  }
  return double
}

function describe(file: DoubleFile | undefined): object | undefined {
  if (file === undefined) return undefined
  const { uuid, name, detectedType, removedAt } = file
  const isImage = detectedType?.startsWith('image/') ?? false
  const [type = '', subtype = ''] = detectedType?.split('/') ?? []
  return {
    uuid,
    size: file.size,
    original_filename: name,
    mime_type: file.claimedType,
    is_image: isImage,
    is_ready: file.isReady,
    datetime_uploaded: file.uploadedAt,
    datetime_stored: file.storedAt,
    datetime_removed: removedAt,
    original_file_url: removedAt === null ? `https://ucarecdn.com/${uuid}/${name}` : null,
    url: `https://api.uploadcare.com/files/${uuid}/`,
    variations: null,
    content_info:
      detectedType === null
        ? null
        : {
            mime: { mime: detectedType, type, subtype },
            ...(isImage ? { image: { width: 4, height: 3 } } : {}),
          },
    metadata: file.metadata,
  }
}

function json(status: number, body: unknown): Response {
  const isFailure = body === undefined
  return new Response(JSON.stringify(isFailure ? { detail: 'Not found.' } : body), {
    status: isFailure && status === 200 ? 404 : status,
    headers: { 'Content-Type': ACCEPT },
  })
}

function rejectOnAbort(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => {
      reject(new DOMException('This operation was aborted', 'AbortError'))
    })
  })
}
