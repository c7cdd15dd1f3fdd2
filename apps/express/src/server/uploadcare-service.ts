import type { UploadService } from './upload-service.js'

/** The real thing: nothing to start and nothing to stop. */
export function uploadcareService(keys: { publicKey: string; secretKey: string }): UploadService {
  return { ...keys, close: () => Promise.resolve() }
}
