import { dateTime, nullableDateTime } from '../../store/date-time.js'
import { fileInfo } from '../../store/file-info.js'
import type { StoredFile } from '../../store/stored-file.js'
import { apiUrl, fileUrl } from '../../urls.js'
import type { RestCall } from '../http/rest-endpoint.js'

/** Creates the file info of the REST API, with its keys in Uploadcare's order. */
export function restFileInfo(
  file: StoredFile,
  { version, baseUrl, url, emulation }: Pick<RestCall, 'version' | 'baseUrl' | 'url' | 'emulation'>,
): Record<string, unknown> {
  const info = fileInfo(file, emulation.readiness.isReady(file))
  const isRemoved = file.removedAtMs !== null
  const isOld = version !== '0.7'
  return {
    datetime_removed: nullableDateTime(file.removedAtMs),
    datetime_stored: nullableDateTime(file.storedAtMs),
    datetime_uploaded: dateTime(file.uploadedAtMs),
    ...(isOld && { image_info: info['image_info'] }),
    is_image: info['is_image'],
    is_ready: info['is_ready'],
    mime_type: info['mime_type'],
    original_file_url: isRemoved ? null : fileUrl(baseUrl, file),
    original_filename: info['original_filename'],
    size: info['size'],
    url: apiUrl(baseUrl, `files/${file.uuid}/`),
    uuid: file.uuid,
    ...(version !== '0.5' && { variations: null }),
    ...(version === '0.6' && { video_info: info['video_info'] }),
    ...(isOld
      ? { source: null }
      : {
          content_info: info['content_info'],
          metadata: info['metadata'],
          ...(includesAppdata(url) && { appdata: {} }),
        }),
  }
}

function includesAppdata({ searchParams }: URL): boolean {
  return searchParams.getAll('include').some((value) => value.split(',').includes('appdata'))
}
