import type { FileGroup } from '../../store/file-group.js'
import { restFileInfo } from '../files/rest-file-info.js'
import { NO_CONTENT, restAnswer, type RestAnswer } from '../http/rest-answer.js'
import type { RestCall, RestEndpoint } from '../http/rest-endpoint.js'
import { notFound } from '../http/rest-error.js'
import { restGroupInfo } from './rest-group-info.js'

/** A group with its files. */
export const group: RestEndpoint = {
  name: 'rest/group',
  path: '/groups/:id/',
  methods: { GET: describeGroup, DELETE: deleteGroup },
}

function describeGroup(call: RestCall): RestAnswer {
  const found = findGroup(call)
  const files = found.files.map(({ uuid, defaultEffects }) => {
    const file = call.emulation.store.files.get(uuid)
    return file ? { ...restFileInfo(file, call), default_effects: defaultEffects } : null
  })
  return restAnswer({ ...restGroupInfo(found, call), files })
}

/** Deletes the group, but not its files. */
function deleteGroup(call: RestCall): RestAnswer {
  call.emulation.store.groups.delete(findGroup(call).id)
  return NO_CONTENT
}

function findGroup(call: RestCall): FileGroup {
  const found = call.emulation.store.groups.get(call.param('id').toLowerCase())
  if (found?.publicKey !== call.project.publicKey) throw notFound()
  call.entry.id = found.id
  return found
}
