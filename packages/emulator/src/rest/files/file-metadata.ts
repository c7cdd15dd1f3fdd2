import { restAnswer } from '../http/rest-answer.js'
import type { RestEndpoint } from '../http/rest-endpoint.js'
import { findFile } from './find-file.js'

/** All metadata of a file. */
export const fileMetadata: RestEndpoint = {
  name: 'rest/file/metadata',
  path: '/files/:uuid/metadata/',
  methods: { GET: (call) => restAnswer(findFile(call).metadata) },
}
