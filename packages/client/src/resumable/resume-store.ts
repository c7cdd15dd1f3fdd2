/** A store for unfinished uploads. Its errors lose the stored session and do not fail the upload. */
export interface ResumeStore {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<unknown>
  delete(key: string): Promise<unknown>
}
