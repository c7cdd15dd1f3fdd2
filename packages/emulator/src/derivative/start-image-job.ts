import { identifyProject } from '../credentials/identify-project.js'
import { readIsStored } from '../endpoints/read-is-stored.js'
import { apiError } from '../errors/upload-api-error.js'
import type { Exchange } from '../http/exchange.js'
import { createForm } from '../http/form.js'
import { jsonResponse } from '../http/json-response.js'
import { readQuery } from '../http/read-query.js'
import type { Project } from '../projects/project.js'
import { authorizeAi } from './authorize-ai.js'
import { readImageFields, readRequiredText, type ImageFields } from './read-image-request.js'

/**
 * Starts a job that creates an image, and spends one operation of the auth token.
 *
 * @param sizeOf reads the size of the image from the request.
 * @throws {UploadApiError} when the request is refused.
 */
export async function startImageJob(
  exchange: Exchange,
  sizeOf: (fields: ImageFields, project: Project) => { width: number; height: number },
): Promise<Response> {
  const { emulation, entry, url } = exchange
  const fields = await readImageFields(exchange)
  const project = identifyProject(exchange, publicKeyIn(url, fields), 'pub_key')
  const permit = await authorizeAi(exchange, project)
  if (!fields) throw apiError('invalid_request', 'Request body is invalid.')
  readRequiredText(fields, 'prompt')
  const filename = readRequiredText(fields, 'filename')
  const size = sizeOf(fields, project)
  const isStored = readIsStored(storeOf(fields), project)
  permit.spend(1)
  const jobId = emulation.randomUuid()
  entry.id = jobId
  emulation.store.imageJobs.set(jobId, {
    ...size,
    publicKey: project.publicKey,
    filename,
    isStored,
    polls: 0,
    file: undefined,
  })
  return jsonResponse({ type: 'job', job_id: jobId })
}

/** The public key is in the body, or in the query. */
function publicKeyIn(url: URL, fields: ImageFields | undefined): ReturnType<typeof createForm> {
  const inBody = fields?.['pub_key']
  return createForm([
    ...readQuery(url).fields,
    ...(typeof inBody === 'string' ? [['pub_key', inBody] as const] : []),
  ])
}

function storeOf({ store }: ImageFields): string | undefined {
  return typeof store === 'boolean' || typeof store === 'string' ? String(store) : undefined
}
