import { randomUUID } from 'node:crypto'
import type { UploadService } from '@secure-uploading/demo-kit'

/** The project's secret key. */
export interface SecretKey {
  read: () => string
  /** Gives the project a new one, so that every token so far is refused. Only the emulator can be told so. */
  rotate: (() => void) | undefined
}

/** Keeps the secret key, which the visitor of the page may replace to see what happens. */
export function createSecretKey({ publicKey, secretKey, emulator }: UploadService): SecretKey {
  let current = secretKey
  return {
    read: () => current,
    rotate:
      emulator &&
      (() => {
        current = randomUUID()
        emulator.projects.update(publicKey, { secretKeys: [current] })
      }),
  }
}
