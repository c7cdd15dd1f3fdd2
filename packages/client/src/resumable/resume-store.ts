/** A store for unfinished uploads. Its errors and delays lose the stored session and do not fail the upload. */
export interface ResumeStore {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<unknown>
  delete(key: string): Promise<unknown>
  /** Deletes all values whose `owner` member is this one. Without it, only sessions of this page are deleted on sign-out. */
  deleteOwner?(owner: string): Promise<unknown>
  /** Deletes all values that the function returns `true` for. Without it, values that are not listed stay after a day. */
  deleteWhere?(isDeleted: (value: unknown) => boolean): Promise<unknown>
}
