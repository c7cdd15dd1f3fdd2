import type { RestEndpoint } from '../http/rest-endpoint.js'
import { copyFile } from './copy-file.js'

/** Copies a file within the project. */
export const filesLocalCopy: RestEndpoint = {
  name: 'rest/files',
  path: '/files/local_copy/',
  methods: { POST: copyFile },
}
