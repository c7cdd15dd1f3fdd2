import { createHash } from 'node:crypto'
import type { ResumeStore } from '@secure-uploading/client/resumable'
import type { OpenFile } from '../open-file.js'
import { fileResumeStore } from './file-resume-store.js'
import { stateDirectory } from './state-directory.js'

/** Where one upload is remembered. */
export interface ResumePlace {
  key: string
  store: ResumeStore
  /** The uuid of the upload that was found there, if one was. */
  foundUuid(): string | undefined
}

/** Where uploads are remembered. */
export interface ResumePlaces {
  placeOf(file: OpenFile): ResumePlace | undefined
  /** Resolves when all is written that there is to write. */
  settled(): Promise<void>
}

interface Remembering {
  resume: boolean
  resumeDirectory?: string
  baseUrl: string
  publicKey?: string
  tokenEndpoint?: string
}

/**
 * Finds where uploads are remembered. An upload goes on for the same file, to the same project and with the same
 * settings only: they were said at its beginning.
 */
export async function resumePlaces(
  { resume, resumeDirectory, baseUrl, publicKey, tokenEndpoint }: Remembering,
  settings: object,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ResumePlaces> {
  if (!resume) return { placeOf: () => undefined, settled: () => Promise.resolve() }
  const store = await fileResumeStore(resumeDirectory ?? stateDirectory(env))
  const project = [baseUrl, tokenEndpoint ?? '', publicKey ?? env['UPLOADCARE_PUBLIC_KEY'] ?? '']

  function placeOf({ absolutePath }: OpenFile): ResumePlace {
    let found: unknown
    return {
      key: createHash('sha256')
        .update(JSON.stringify([absolutePath, project, settings]))
        .digest('hex'),
      store: {
        ...store,
        get: async (key) => (found = await store.get(key)),
      },
      foundUuid: () => (found as { uuid?: string } | null | undefined)?.uuid,
    }
  }
  return { placeOf, settled: () => store.settled() }
}
