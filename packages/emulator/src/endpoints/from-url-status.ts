import type { Emulation } from '../emulation.js'
import { apiError } from '../errors/upload-api-error.js'
import type { Endpoint } from '../http/exchange.js'
import { jsonResponse } from '../http/json-response.js'
import type { SourceJob } from '../sources/source-job.js'
import { fileInfo } from '../store/file-info.js'
import { isUuid } from '../uuid.js'
import { readParameters } from './read-parameters.js'

/** Returns the status of an upload from a URL. It requires the token only. */
export const fromUrlStatus: Endpoint = {
  name: 'from_url/status',
  methods: ['GET', 'POST'],
  allowMethods: 'GET, POST, HEAD, OPTIONS',
  path: '/from_url/status/',
  async answer(exchange) {
    const { emulation, entry } = exchange
    const token = (await readParameters(exchange)).get('token')
    if (token === undefined) throw apiError('TokenRequiredError')
    // The journal is shown to users, so only values of the right shape are recorded.
    if (isUuid(token)) entry.id = token
    return jsonResponse(describe(emulation, emulation.store.jobs.get(token)))
  },
}

function describe(
  { store, readiness }: Pick<Emulation, 'store' | 'readiness'>,
  job: SourceJob | undefined,
): Record<string, unknown> {
  if (!job) return { status: 'unknown' }
  const { state } = job
  if (state.status === 'success') {
    // The file may have changed since the download.
    const file = store.files.getAny(state.file.uuid) ?? state.file
    return { ...fileInfo(file, readiness.isReady(file)), status: 'success' }
  }
  if (state.status === 'error') return { status: 'error', error: state.error, error_code: state.errorCode }
  return { ...state }
}
