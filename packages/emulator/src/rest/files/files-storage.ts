import type { StoredFile } from '../../store/stored-file.js'
import { isUuid } from '../../uuid.js'
import { restAnswer, type RestAnswer } from '../http/rest-answer.js'
import type { RestCall, RestEndpoint } from '../http/rest-endpoint.js'
import { RestError } from '../http/rest-error.js'
import { restFileInfo } from './rest-file-info.js'

const MAX_UUIDS = 100

/** Stores or deletes up to 100 files. */
export const filesStorage: RestEndpoint = {
  name: 'rest/files/storage',
  path: '/files/storage/',
  methods: {
    PUT: async (call) => changeFiles(call, (file) => call.emulation.fileActions.store(file, call.baseUrl)),
    DELETE: async (call) =>
      changeFiles(call, async (file) => call.emulation.fileActions.remove(file, call.baseUrl)),
  },
}

async function changeFiles(
  call: RestCall,
  change: (file: StoredFile) => StoredFile | Promise<StoredFile>,
): Promise<RestAnswer> {
  const { emulation, project, entry } = call
  const result: Record<string, unknown>[] = []
  const problems = new Map<string, string>()
  const uuids = new Set(readUuids(call.payload()))
  for (const uuid of uuids) {
    const file = emulation.store.files.get(uuid.toLowerCase())
    if (!isUuid(uuid.toLowerCase())) problems.set(uuid, 'Invalid')
    else if (file?.publicKey !== project.publicKey) problems.set(uuid, 'Missing in the project')
    else result.push(restFileInfo(await change(file), call))
  }
  // The journal is shown to users, so only ids of files are recorded.
  entry.id = result.map(({ uuid }) => uuid).join(' ')
  return restAnswer({ status: 'ok', result, problems: Object.fromEntries(problems) })
}

function readUuids(payload: unknown): readonly string[] {
  if (!Array.isArray(payload) || !payload.every((uuid) => typeof uuid === 'string')) {
    throw new RestError(400, 'Expected list of UUIDs')
  }
  if (payload.length === 0) throw new RestError(400, 'List of UUIDs can not be empty')
  if (payload.length > MAX_UUIDS) {
    throw new RestError(400, `Maximum UUIDs per request is exceeded. The limit is ${MAX_UUIDS}`)
  }
  return payload
}
