import { identifyProject } from '../credentials/identify-project.js'
import type { Emulation } from '../emulation.js'
import { apiError } from '../errors/upload-api-error.js'
import type { Endpoint, Exchange } from '../http/exchange.js'
import { jsonResponse } from '../http/json-response.js'
import { readQuery } from '../http/read-query.js'
import type { Project } from '../projects/project.js'
import { admitFile } from '../store/admit-file.js'
import { fileInfo } from '../store/file-info.js'
import type { StoredFile } from '../store/stored-file.js'
import { authorizeAi } from './authorize-ai.js'
import type { ImageJob } from './image-job.js'
import { solidPng } from './solid-png.js'

/** The failures of an image's generation, which are part of the status. */
const FAILURES: readonly string[] = ['content_moderated', 'provider_unavailable', 'generation_timeout']

/** Returns the status of a job that creates an image: processing, uploading, and then the file. */
export const imageJobStatus: Endpoint = {
  name: 'derivative/status',
  methods: ['GET'],
  allowMethods: 'GET, HEAD, OPTIONS',
  path: '/derivative/status/',
  async answer(exchange) {
    const { emulation, entry, url, refusal } = exchange
    const query = readQuery(url)
    const project = identifyProject(exchange, query, 'pub_key')
    if (refusal && FAILURES.includes(refusal.code)) {
      entry.errorCode = refusal.code
      return jsonResponse({
        type: 'job',
        status: 'error',
        error_source: 'ai_gateway',
        error_code: refusal.code,
        error: refusal.message,
      })
    }
    await authorizeAi(exchange, project)
    const jobId = query.get('job_id')
    if (jobId === undefined) throw apiError('job_id_required')
    const job = emulation.store.imageJobs.get(jobId)
    if (job?.publicKey !== project.publicKey) throw apiError('job_not_found')
    entry.id = jobId
    job.polls += 1
    if (job.polls === 1) return jsonResponse({ type: 'job', status: 'processing' })
    if (job.polls === 2) return jsonResponse({ type: 'job', status: 'uploading' })
    job.file ??= createResult(job, project, exchange)
    const file = await job.file
    // The first status with the file is sent before the file is ready.
    const isReady = job.polls > 3 && emulation.readiness.isReady(file)
    emulation.readiness.countPoll(file)
    return jsonResponse({ ...fileInfo(file, isReady), status: 'success' })
  },
}

async function createResult(
  job: ImageJob,
  project: Project,
  { emulation, baseUrl }: Pick<Exchange, 'baseUrl'> & { emulation: Emulation },
): Promise<StoredFile> {
  const bytes = await emulation.storage.keep([await solidPng(job.width, job.height)])
  const { filename: originalFilename, isStored } = job
  const attributes = { originalFilename, declaredType: 'image/png', metadata: {}, tags: [] }
  const file = await admitFile(emulation, project, { ...attributes, bytes, isStored })
  emulation.fileActions.add(file, baseUrl)
  return file
}
