import { restAnswer, type RestAnswer } from '../http/rest-answer.js'
import type { RestCall, RestEndpoint } from '../http/rest-endpoint.js'
import { deleteFile, describeFile } from './file.js'
import { findKeptFile } from './find-file.js'
import { restFileInfo } from './rest-file-info.js'

/** Whether a file is stored. */
export const fileStorage: RestEndpoint = {
  name: 'rest/file/storage',
  path: '/files/:uuid/storage/',
  methods: { GET: describeFile, POST: storeFile, PUT: storeFile, DELETE: deleteFile },
}

/** Stores a file. A file that is stored already keeps its time. */
function storeFile(call: RestCall): RestAnswer {
  const stored = call.emulation.fileActions.store(findKeptFile(call), call.baseUrl)
  return restAnswer(restFileInfo(stored, call))
}
