import { createHash } from 'node:crypto'
import type { ResumeStore } from '@secure-uploading/client/resumable'
import type { OpenFile } from '../open-file.js'
import { fileResumeStore } from './file-resume-store.js'
import { stateDirectory } from './state-directory.js'

/** Where the session of one upload is stored. */
export interface ResumePlace {
  key: string
  store: ResumeStore
  /** The UUID of the stored upload, if one was found. */
  foundUuid(): string | undefined
}

/** Where upload sessions are stored. */
export interface ResumePlaces {
  placeOf(file: OpenFile): ResumePlace | undefined
  /** Resolves when all writes are finished. */
  settled(): Promise<void>
}

interface ResumeOptions {
  resume: boolean
  resumeDirectory?: string
  baseUrl: string
  publicKey?: string
  tokenEndpoint?: string
}

/**
 * Finds where upload sessions are stored. An upload resumes only for the same file, project and settings, which were sent
 * when it started.
 */
export async function resumePlaces(
  { resume, resumeDirectory, baseUrl, publicKey, tokenEndpoint }: ResumeOptions,
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
