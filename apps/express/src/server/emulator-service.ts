import { randomUUID } from 'node:crypto'
import { startEmulator } from '@secure-uploading/emulator/node'
import { explainPort } from './explain-port.js'
import type { UploadService } from './upload-service.js'

// They are worth nothing outside the emulator.
const PUBLIC_KEY = 'demopublickey'
const FIRST_SECRET_KEY = 'demosecretkey'

/** Starts the emulator in this process, with one project that takes only signed uploads. */
export async function emulatorService(port: number): Promise<UploadService> {
  let secretKey = FIRST_SECRET_KEY
  const server = await startEmulator({
    port,
    projects: [{ publicKey: PUBLIC_KEY, secretKeys: [secretKey], secureUploading: true }],
  }).catch((error: unknown) => explainPort(error, port, 'EMULATOR_PORT'))

  return {
    publicKey: PUBLIC_KEY,
    get secretKey() {
      return secretKey
    },
    url: server.url,
    rotateSecretKey() {
      secretKey = randomUUID()
      server.emulator.projects.update(PUBLIC_KEY, { secretKeys: [secretKey] })
    },
    close: () => server.close(),
  }
}
