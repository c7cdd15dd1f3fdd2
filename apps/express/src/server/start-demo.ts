import { listen, startUploadService, type DemoSettings, type RunningDemo } from '@secure-uploading/demo-kit'
import { createApp } from './create-app.js'

/**
 * Starts the backend, and the emulator unless there are keys of a real project.
 *
 * @throws {StartUpError} when a port is taken.
 */
export async function startDemo(settings: DemoSettings): Promise<RunningDemo> {
  const uploads = await startUploadService(settings)
  const app = createApp(uploads, settings)
  const backend = await listen(app, settings.port).catch(async (error: unknown) => {
    await uploads.close()
    throw error
  })

  return {
    url: backend.url,
    uploads,
    async close() {
      await Promise.all([backend.close(), uploads.close()])
    },
  }
}
