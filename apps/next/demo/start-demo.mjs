import { randomBytes } from 'node:crypto'
import { startUploadService } from '@secure-uploading/demo-kit'
import { startNext } from './start-next.mjs'

/**
 * Starts `next start` and, without keys of an Uploadcare project, the emulator.
 *
 * @param {import('@secure-uploading/demo-kit').DemoSettings} settings
 * @returns {Promise<import('@secure-uploading/demo-kit').RunningDemo>}
 * @throws {StartUpError} when a port is in use
 */
export async function startDemo(settings) {
  const uploads = await startUploadService(settings)
  const environment = {
    UPLOADCARE_PUBLIC_KEY: uploads.publicKey,
    UPLOADCARE_SECRET_KEY: uploads.secretKey,
    UPLOAD_TOKEN_SECONDS: String(settings.tokenSeconds),
    // Random, so a restart ends all sessions. In production it must stay the same.
    SESSION_SECRET: randomBytes(32).toString('hex'),
    RECEIPT_SECRET: randomBytes(32).toString('hex'),
    ...(uploads.url !== undefined && {
      UPLOADCARE_BASE_URL: uploads.url,
      UPLOADCARE_API_URL: uploads.url,
      UPLOADCARE_CDN_URL: uploads.url,
    }),
  }
  try {
    const next = await startNext(settings.port, environment)
    return {
      url: next.url,
      uploads,
      async close() {
        await Promise.all([next.close(), uploads.close()])
      },
    }
  } catch (error) {
    await uploads.close()
    throw error
  }
}
