import { createHash } from 'node:crypto'
import type { ResumeStore } from '@secure-uploading/client/resumable'
import type { OpenFile } from '../open-file.js'
import { fileResumeStore } from './file-resume-store.js'
import { stateDirectory } from './state-directory.js'

/** Where upload sessions are stored. */
export interface ResumePlaces {
  store: ResumeStore
  keyOf(file: OpenFile): string
  /** The UUID of the stored upload, if one was found. */
  foundUuid(file: OpenFile): string | undefined
  /** Resolves when all writes are finished. */
  settled(): Promise<void>
}

interface ResumeOptions {
  resumeDirectory?: string
  baseUrl: string
  publicKey?: string
  tokenEndpoint?: string
}

/**
 * Opens the directory where upload sessions are stored. An upload resumes only for the same file, project and settings, which
 * were sent when it started.
 */
export async function openResumePlaces(
  { resumeDirectory, baseUrl, publicKey, tokenEndpoint }: ResumeOptions,
  settings: object,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ResumePlaces> {
  const store = await fileResumeStore(resumeDirectory ?? stateDirectory(env))
  const project = [baseUrl, tokenEndpoint ?? '', publicKey ?? env['UPLOADCARE_PUBLIC_KEY'] ?? '']
  const found = new Map<string, unknown>()

  const keyOf = ({ absolutePath }: OpenFile): string =>
    createHash('sha256')
      .update(JSON.stringify([absolutePath, project, settings]))
      .digest('hex')

  async function get(key: string): Promise<unknown> {
    const session = await store.get(key)
    found.set(key, session)
    return session
  }

  return {
    store: { ...store, get },
    keyOf,
    foundUuid: (file) => (found.get(keyOf(file)) as { uuid?: string } | null | undefined)?.uuid,
    settled: () => store.settled(),
  }
}
