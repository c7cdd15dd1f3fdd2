import { apiUrl, cdnUrl } from '../urls.js'
import { dateTime } from './date-time.js'
import { fileInfo } from './file-info.js'
import type { FileGroup } from './file-group.js'
import type { FileList } from './file-list.js'
import type { Readiness } from './readiness.js'

/** Creates the group info of the Upload API, with its keys in Uploadcare's order. A deleted file is `null`. */
export function groupInfo(
  group: FileGroup,
  files: FileList,
  readiness: Pick<Readiness, 'isReady'>,
  baseUrl: string,
): Record<string, unknown> {
  return {
    id: group.id,
    datetime_created: dateTime(group.createdAtMs),
    datetime_stored: null,
    files_count: group.files.length,
    cdn_url: cdnUrl(baseUrl, `${group.id}/`),
    url: apiUrl(baseUrl, `groups/${group.id}/`),
    files: group.files.map(({ uuid, defaultEffects }) => {
      const file = files.get(uuid)
      return file ? { ...fileInfo(file, readiness.isReady(file)), default_effects: defaultEffects } : null
    }),
  }
}
