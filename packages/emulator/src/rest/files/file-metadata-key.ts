import { readMetadata } from '../../endpoints/read-metadata.js'
import { NO_CONTENT, restAnswer, type RestAnswer } from '../http/rest-answer.js'
import type { RestCall, RestEndpoint } from '../http/rest-endpoint.js'
import { notFound, RestError } from '../http/rest-error.js'
import { findFile, findKeptFile } from './find-file.js'

/** One metadata value of a file. */
export const fileMetadataKey: RestEndpoint = {
  name: 'rest/file/metadata',
  path: '/files/:uuid/metadata/:key/',
  methods: { GET: describeValue, PUT: setValue, DELETE: deleteValue },
}

function describeValue(call: RestCall): RestAnswer {
  const value = new Map(Object.entries(findFile(call).metadata)).get(call.param('key'))
  if (value === undefined) throw notFound()
  return restAnswer(value)
}

function setValue(call: RestCall): RestAnswer {
  const file = findKeptFile(call)
  const key = call.param('key')
  const value = call.payload()
  if (typeof value !== 'string') throw new RestError(400, 'Expected a JSON string.')
  const metadata = new Map(Object.entries(file.metadata))
  const isNew = !metadata.has(key)
  metadata.set(key, value)
  const fields = [...metadata].map(([name, text]) => [`metadata[${name}]`, text] as const)
  call.emulation.fileActions.setMetadata(file, readMetadata({ fields }), call.baseUrl)
  return restAnswer(value, isNew ? 201 : 200)
}

function deleteValue(call: RestCall): RestAnswer {
  const file = findKeptFile(call)
  const metadata = new Map(Object.entries(file.metadata))
  if (!metadata.delete(call.param('key'))) throw notFound()
  call.emulation.fileActions.setMetadata(file, Object.fromEntries(metadata), call.baseUrl)
  return NO_CONTENT
}
