import type { ImageJob } from '../derivative/image-job.js'
import type { SourceJob } from '../sources/source-job.js'
import type { FileGroup } from './file-group.js'
import { createFileList, type FileList } from './file-list.js'
import type { MultipartUpload } from './multipart-upload.js'

/** The files, groups and uploads of an emulator's projects. */
export interface Store {
  readonly files: FileList
  readonly uploads: Map<string, MultipartUpload>
  readonly groups: Map<string, FileGroup>
  /** Uploads from a URL, by their token. */
  readonly jobs: ReadonlyMap<string, SourceJob>
  /** Jobs that create images, by their id. */
  readonly imageJobs: Map<string, ImageJob>
  /** UUIDs of files by their source, for `check_URL_duplicates`; keys are `<public key> <URL>`. */
  readonly fetchedUrls: Map<string, string>
  /** Adds a job. Only the newest 1000 are kept. */
  addJob(token: string, job: SourceJob): void
  /** Removes the uploads that were started before this time, in Unix **milliseconds**, and frees their bytes. */
  discardExpiredUploads(beforeMs: number): Promise<void>
  /** Removes everything, aborts running jobs and frees the bytes. */
  clear(): Promise<void>
}

const MAX_JOBS = 1000

/** Creates an empty store. */
export function createStore(): Store {
  const files = createFileList()
  const uploads = new Map<string, MultipartUpload>()
  const groups = new Map<string, FileGroup>()
  const jobs = new Map<string, SourceJob>()
  const imageJobs = new Map<string, ImageJob>()
  const fetchedUrls = new Map<string, string>()
  return {
    files,
    uploads,
    groups,
    jobs,
    imageJobs,
    fetchedUrls,
    addJob(token, job) {
      jobs.set(token, job)
      const [oldest] = jobs
      if (jobs.size > MAX_JOBS && oldest) jobs.delete(oldest[0])
    },
    async discardExpiredUploads(beforeMs) {
      const expired = [...uploads.values()].filter(({ startedAtMs }) => startedAtMs < beforeMs)
      for (const { uuid } of expired) uploads.delete(uuid)
      await Promise.all(expired.flatMap(({ parts }) => [...parts.values()].map((bytes) => bytes.discard())))
    },
    async clear() {
      const kept = [
        ...files.list().map((file) => file.bytes),
        ...[...uploads.values()].flatMap((upload) => [...upload.parts.values()]),
      ]
      for (const job of jobs.values()) job.abort()
      for (const collection of [files, uploads, groups, jobs, imageJobs, fetchedUrls]) collection.clear()
      await Promise.all(kept.map((bytes) => bytes.discard()))
    },
  }
}
