import type { Emulation } from '../emulation.js'
import { apiError, UploadApiError } from '../errors/upload-api-error.js'
import type { Project } from '../projects/project.js'
import { admitFile, type NewFile } from '../store/admit-file.js'
import { openSource, type OpenedSource } from './open-source.js'
import { sourceFileName } from './source-file-name.js'
import type { StoredFile } from '../store/stored-file.js'
import type { SourceJob } from './source-job.js'

const MAX_DOWNLOAD_MS = 5 * 60 * 1000

/** The attributes of a file that are known before it is fetched. */
export type ExpectedFile = Pick<NewFile, 'isStored' | 'metadata' | 'tags'> & { fileName: string | undefined }

/** Starts to fetch a source. The job reports the progress. */
export function startSourceJob(
  emulation: Emulation,
  project: Project,
  source: URL,
  expected: ExpectedFile,
  onSuccess: (file: StoredFile) => void,
): SourceJob {
  const aborter = new AbortController()
  const job: SourceJob = {
    state: { status: 'waiting' },
    abort: () => {
      aborter.abort()
    },
  }
  void run().catch((error: unknown) => {
    const { message, code } = asApiError(aborter.signal.reason) ?? asApiError(error) ?? networkError()
    job.state = { status: 'error', error: message, errorCode: code }
  })
  return job

  async function run(): Promise<void> {
    const timer = setTimeout(() => {
      aborter.abort(apiError('DownloadFileTimeLimitExceededError'))
    }, MAX_DOWNLOAD_MS)
    try {
      const opened = await openSource(emulation.network, source, {
        allowPrivateSources: project.allowPrivateSources,
        signal: aborter.signal,
      })
      const bytes = await emulation.storage.keep(counted(opened))
      const file = await admitFile(emulation, project, {
        isStored: expected.isStored,
        metadata: expected.metadata,
        tags: expected.tags,
        originalFilename: expected.fileName ?? sourceFileName(opened),
        declaredType: opened.headers.get('Content-Type') ?? 'application/octet-stream',
        bytes,
      })
      onSuccess(file)
      job.state = { status: 'success', file }
      emulation.changes.notify()
    } finally {
      clearTimeout(timer)
    }
  }

  async function* counted({ headers, body }: OpenedSource): AsyncGenerator<Uint8Array> {
    const total = contentLength(headers)
    let done = 0
    job.state = { status: 'progress', done, total }
    for await (const chunk of body) {
      aborter.signal.throwIfAborted()
      done += chunk.byteLength
      if (project.maxFileSizeBytes !== null && done > project.maxFileSizeBytes) {
        throw apiError('DownloadFileSizeLimitExceededError')
      }
      job.state = { status: 'progress', done, total }
      yield chunk
    }
    if (total !== 'unknown' && done !== total) throw networkError()
  }
}

// Content-Length is the compressed length, so it is unknown for an encoded body.
function contentLength(headers: Headers): number | 'unknown' {
  const length = headers.get('Content-Length')
  return length === null || headers.has('Content-Encoding') ? 'unknown' : Number(length)
}

function asApiError(error: unknown): UploadApiError | undefined {
  return error instanceof UploadApiError ? error : undefined
}

function networkError(): UploadApiError {
  return apiError('DownloadFileHTTPNetworkError')
}
