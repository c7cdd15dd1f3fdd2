import type { Endpoint } from '../http/exchange.js'
import { jsonResponse } from '../http/json-response.js'
import { readQuery } from '../http/read-query.js'
import { apiError } from '../errors/upload-api-error.js'
import type { SourceJob } from '../sources/source-job.js'
import { fileInfo } from '../store/file-info.js'
import { isUuid } from '../uuid.js'

/** Returns the status of an upload from a URL. It requires the token only. */
export const fromUrlStatus: Endpoint = {
  name: 'from_url/status',
  method: 'GET',
  path: '/from_url/status/',
  async answer({ emulation, entry, url }) {
    const token = readQuery(url).get('token')
    if (token === undefined) throw apiError('TokenRequiredError')
    // The journal is shown to users, so only values of the right shape are recorded.
    if (isUuid(token)) entry.id = token
    return Promise.resolve(jsonResponse(describe(emulation.store.jobs.get(token))))
  },
}

function describe(job: SourceJob | undefined): Record<string, unknown> {
  if (!job) return { status: 'unknown' }
  const { state } = job
  if (state.status === 'success') return { status: 'success', ...fileInfo(state.file) }
  if (state.status === 'error') return { status: 'error', error: state.error, error_code: state.errorCode }
  return { ...state }
}
