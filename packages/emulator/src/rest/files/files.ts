import type { StoredFile } from '../../store/stored-file.js'
import { restAnswer, type RestAnswer } from '../http/rest-answer.js'
import type { RestCall, RestEndpoint } from '../http/rest-endpoint.js'
import { apiUrl } from '../../urls.js'
import { readBoolean, readPageQuery } from '../paging/page-query.js'
import { paginate } from '../paging/paginate.js'
import { copyFile } from './copy-file.js'
import { restFileInfo } from './rest-file-info.js'

/** The files of a project, page by page. `POST` copies a file, as `/files/local_copy/` does since version 0.7. */
export const files: RestEndpoint = {
  name: 'rest/files',
  path: '/files/',
  methods: { GET: listFiles, POST: copyFile },
}

function listFiles(call: RestCall): RestAnswer {
  const { emulation, project, url, baseUrl, version } = call
  const query = readPageQuery(url, 'datetime_uploaded')
  const isRemoved = readBoolean(url, 'removed') ?? false
  const isStored = readBoolean(url, 'stored')
  const kept = emulation.store.files.list(project.publicKey)
  const removed = emulation.store.files.listRemoved(project.publicKey)
  const selected = (isRemoved ? removed : kept).filter(
    (file) => isStored === undefined || isStoredFile(file) === isStored,
  )
  const pageUrl = new URL(apiUrl(baseUrl, `files/${url.search}`))
  const { items, next, previous } = paginate(selected, (file) => file.uploadedAtMs, query, pageUrl)
  const stored = kept.filter(isStoredFile).length
  return restAnswer({
    next,
    previous,
    total: selected.length,
    ...(version === '0.7' && {
      totals: { removed: removed.length, stored, unstored: kept.length - stored },
    }),
    per_page: query.limit,
    results: items.map((file) => restFileInfo(file, call)),
  })
}

function isStoredFile({ storedAtMs }: StoredFile): boolean {
  return storedAtMs !== null
}
