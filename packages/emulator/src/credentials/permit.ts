/** The operations that a credential allows. */
export interface Permit {
  /**
   * Counts uploaded files or generated images against the token's operation limit.
   *
   * @throws {UploadApiError} when fewer operations are left.
   */
  spend(operations: number): void
}

export const UNLIMITED: Permit = { spend: () => undefined }
