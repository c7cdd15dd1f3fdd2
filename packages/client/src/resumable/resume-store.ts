/** Where uploads are remembered over a reload. What it throws costs the memory, not the upload. */
export interface ResumeStore {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<unknown>
  delete(key: string): Promise<unknown>
}
