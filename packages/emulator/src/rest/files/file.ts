import type { RestAnswer } from '../http/rest-answer.js'
import { restAnswer } from '../http/rest-answer.js'
import type { RestCall, RestEndpoint } from '../http/rest-endpoint.js'
import { findFile } from './find-file.js'
import { restFileInfo } from './rest-file-info.js'

/** The info of a file. A deleted file is found too, with `datetime_removed`. */
export const file: RestEndpoint = {
  name: 'rest/file',
  path: '/files/:uuid/',
  methods: { GET: describeFile, DELETE: deleteFile },
}

/** Returns the info of a file. */
export function describeFile(call: RestCall): RestAnswer {
  const found = findFile(call)
  const info = restFileInfo(found, call)
  call.emulation.readiness.countPoll(found)
  return restAnswer(info)
}

/** Deletes a file. Returns its info; a file that is already deleted does not change. */
export async function deleteFile(call: RestCall): Promise<RestAnswer> {
  const removed = await call.emulation.fileActions.remove(findFile(call), call.baseUrl)
  return restAnswer(restFileInfo(removed, call))
}
