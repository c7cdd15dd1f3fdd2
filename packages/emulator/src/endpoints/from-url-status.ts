import type { Endpoint } from '../http/exchange.js'
import { jsonResponse } from '../http/json-response.js'
import { readQuery } from '../http/read-query.js'
import { apiError } from '../errors/upload-api-error.js'
import type { SourceJob } from '../sources/source-job.js'
import { fileInfo } from '../store/file-info.js'
import { isUuid } from '../uuid.js'

/** Tells how far an upload from a URL has come. The token is all that it asks for. */
export const fromUrlStatus: Endpoint = {
  name: 'from_url/status',
  method: 'GET',
  path: '/from_url/status/',
  async answer({ emulation, entry, url }) {
    const token = readQuery(url).get('token')
    if (token === undefined) throw apiError('TokenRequiredError')
    // Anything may have been pasted there, and the journal shows it.
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
