import type { CompletedFile, UploadRoute } from '../routes/upload-route.js'

/** A file of File Uploader, as far as it is read here. */
export interface UploaderFile {
  readonly uuid?: string | null | undefined
}

export type Outcome<File, Data> = PromiseSettledResult<CompletedFile<File, Data>>

/** Creates a function that completes each file once. One that failed is completed again by the next call. */
export function createCompletions<Data>(route: UploadRoute<Data>) {
  const outcomes = new Map<string, Promise<Outcome<UploaderFile, Data> | undefined>>()

  async function completeOne<File extends UploaderFile>(file: File): Promise<Outcome<File, Data>> {
    const { uuid } = file
    const known = typeof uuid === 'string' ? outcomes.get(uuid) : undefined
    const completed = known ?? route.completeUploads([file]).then(([outcome]) => outcome)
    if (typeof uuid === 'string') outcomes.set(uuid, completed)
    const outcome = await completed
    if (outcome?.status === 'fulfilled') return { status: 'fulfilled', value: { ...outcome.value, file } }
    if (typeof uuid === 'string') outcomes.delete(uuid)
    return { status: 'rejected', reason: outcome?.reason as unknown }
  }

  return async <File extends UploaderFile>(files: readonly File[]): Promise<Outcome<File, Data>[]> =>
    Promise.all(files.map(completeOne))
}
