import type { SourceJob } from '../sources/source-job.js'
import type { FileGroup } from './file-group.js'
import type { MultipartUpload } from './multipart-upload.js'
import type { StoredFile } from './stored-file.js'

/** The files of an emulator's projects. */
export interface Store {
  readonly files: Map<string, StoredFile>
  readonly uploads: Map<string, MultipartUpload>
  readonly groups: Map<string, FileGroup>
  /** Uploads from a URL, by their token. */
  readonly jobs: ReadonlyMap<string, SourceJob>
  /** UUIDs of files by their source, for `check_URL_duplicates`; keys are `<public key> <URL>`. */
  readonly fetchedUrls: Map<string, string>
  /** Adds a job. Only the newest 1000 are kept. */
  addJob(token: string, job: SourceJob): void
  /**
   * Removes a file and frees its bytes.
   *
   * @returns whether it existed.
   */
  removeFile(uuid: string): Promise<boolean>
  /** Removes everything, aborts running jobs and frees the bytes. */
  clear(): Promise<void>
}

const MAX_JOBS = 1000

/** Creates an empty store. */
export function createStore(): Store {
  const files = new Map<string, StoredFile>()
  const uploads = new Map<string, MultipartUpload>()
  const groups = new Map<string, FileGroup>()
  const jobs = new Map<string, SourceJob>()
  const fetchedUrls = new Map<string, string>()
  return {
    files,
    uploads,
    groups,
    jobs,
    fetchedUrls,
    addJob(token, job) {
      jobs.set(token, job)
      const [oldest] = jobs
      if (jobs.size > MAX_JOBS && oldest) jobs.delete(oldest[0])
    },
    async removeFile(uuid) {
      const bytes = files.get(uuid)?.bytes
      files.delete(uuid)
      await bytes?.discard()
      return bytes !== undefined
    },
    async clear() {
      const kept = [
        ...[...files.values()].map((file) => file.bytes),
        ...[...uploads.values()].flatMap((upload) => [...upload.parts.values()]),
      ]
      for (const job of jobs.values()) job.abort()
      for (const map of [files, uploads, groups, jobs, fetchedUrls]) map.clear()
      await Promise.all(kept.map((bytes) => bytes.discard()))
    },
  }
}
