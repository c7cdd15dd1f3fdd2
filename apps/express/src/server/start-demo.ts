import { listen, startUploadService, type DemoSettings, type RunningDemo } from '@secure-uploading/demo-kit'
import type { BackendSettings } from './backend-settings.js'
import { createApp } from './create-app.js'
import { openTokenLimit } from './token-limit/open-token-limit.js'

export interface ExpressDemoSettings extends DemoSettings, BackendSettings {
  /** The folder of the built page. */
  pageFolder: string
}

/**
 * Starts the backend and, without keys of an Uploadcare project, the emulator, which sends its webhooks to the backend.
 *
 * @throws {StartUpError} when a port is in use or Redis is unavailable.
 */
export async function startDemo(settings: ExpressDemoSettings): Promise<RunningDemo> {
  const services: { close: () => unknown }[] = []
  const close = async (): Promise<void> => {
    await Promise.all(services.map((service) => service.close()))
  }
  try {
    const uploads = await startUploadService(settings)
    services.push(uploads)
    const tokenLimit = await openTokenLimit(settings)
    services.push(tokenLimit)
    const webhookSecret = settings.webhookSecret ?? uploads.webhookSecret
    const { limiter } = tokenLimit
    const backend = await listen(createApp({ ...settings, webhookSecret, uploads, limiter }), settings.port)
    services.push(backend)
    uploads.sendWebhooksTo(`${backend.url}/api/uploadcare-webhook`)
    return { url: backend.url, uploads, close }
  } catch (error) {
    await close()
    throw error
  }
}
