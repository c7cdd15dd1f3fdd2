import { startEmulator, type EmulatorServer } from '@secure-uploading/emulator/node'
import { PUBLIC_KEY, SECRET_KEY, SIGNING_SECRET } from './app-options.js'

/** Starts an emulator whose project sends `file.uploaded` to `targetUrl`. */
export const startProject = (targetUrl: string): Promise<EmulatorServer> =>
  startEmulator({
    webhookRetryDelaysMs: Array.from({ length: 50 }, () => 100),
    projects: [
      {
        publicKey: PUBLIC_KEY,
        secretKeys: [SECRET_KEY],
        secureUploading: true,
        webhooks: [{ targetUrl, event: 'file.uploaded', signingSecret: SIGNING_SECRET }],
      },
    ],
  })
