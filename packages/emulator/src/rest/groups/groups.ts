import { restAnswer, type RestAnswer } from '../http/rest-answer.js'
import type { RestCall, RestEndpoint } from '../http/rest-endpoint.js'
import { apiUrl } from '../../urls.js'
import { readPageQuery } from '../paging/page-query.js'
import { paginate } from '../paging/paginate.js'
import { restGroupInfo } from './rest-group-info.js'

/** The groups of a project, page by page. */
export const groups: RestEndpoint = {
  name: 'rest/groups',
  path: '/groups/',
  methods: { GET: listGroups },
}

function listGroups(call: RestCall): RestAnswer {
  const { emulation, project, url, baseUrl } = call
  const query = readPageQuery(url, 'datetime_created')
  const list = [...emulation.store.groups.values()].filter(({ publicKey }) => publicKey === project.publicKey)
  const pageUrl = new URL(apiUrl(baseUrl, `groups/${url.search}`))
  const { items, next, previous } = paginate(list, ({ createdAtMs }) => createdAtMs, query, pageUrl)
  return restAnswer({
    next,
    previous,
    total: list.length,
    per_page: query.limit,
    results: items.map((group) => restGroupInfo(group, call)),
  })
}
