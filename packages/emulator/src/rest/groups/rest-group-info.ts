import { dateTime } from '../../store/date-time.js'
import type { FileGroup } from '../../store/file-group.js'
import type { RestCall } from '../http/rest-endpoint.js'
import { apiUrl, cdnUrl } from '../../urls.js'

/** Creates the info of a group in the REST API without its files, with its keys in Uploadcare's order. */
export function restGroupInfo(
  { id, createdAtMs, files }: FileGroup,
  { version, baseUrl }: Pick<RestCall, 'version' | 'baseUrl'>,
): Record<string, unknown> {
  return {
    id,
    datetime_created: dateTime(createdAtMs),
    ...(version !== '0.7' && { datetime_stored: null }),
    files_count: files.length,
    cdn_url: cdnUrl(baseUrl, `${id}/`),
    url: apiUrl(baseUrl, `groups/${id}/`),
  }
}
