import { randomUUID } from 'node:crypto'
import type { UploadService } from '@secure-uploading/demo-kit'

/** The project's secret key. */
export interface SecretKey {
  read: () => string
  /** Gives the project a new key, so that all existing tokens are refused. Undefined without the emulator. */
  rotate: (() => void) | undefined
}

/** Holds the secret key, which users of the demo can rotate. */
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
