import { createApp } from './create-app.js'
import type { DemoSettings } from './demo-settings.js'
import { emulatorService } from './emulator-service.js'
import { explainPort } from './explain-port.js'
import { listen } from './listen.js'
import { uploadcareService } from './uploadcare-service.js'

export interface RunningDemo {
  /** The address to open. */
  url: string
  /** The emulator's address, where one was started. */
  emulatorUrl: string | undefined
  /** Stops the servers at once, whatever is still under way. */
  close: () => Promise<void>
}

/**
 * Starts the backend, and the emulator unless there are keys of a real project.
 *
 * @throws {StartUpError} when a port is taken.
 */
export async function startDemo(settings: DemoSettings): Promise<RunningDemo> {
  const service = settings.uploadcareKeys
    ? uploadcareService(settings.uploadcareKeys)
    : await emulatorService(settings.emulatorPort)

  const backend = await listen(createApp(service), settings.port).catch(async (error: unknown) => {
    await service.close()
    return explainPort(error, settings.port, 'PORT')
  })

  return {
    url: backend.url,
    emulatorUrl: service.url,
    async close() {
      await Promise.all([backend.close(), service.close()])
    },
  }
}
