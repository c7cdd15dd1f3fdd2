import { startEmulator } from '@secure-uploading/emulator/node'
import { explainPort } from './explain-port.js'

// Keys of the emulator's project. Useless anywhere else.
const EMULATED_KEYS = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }
const EMULATED_WEBHOOK_SECRET = 'demowebhooksecret'

/**
 * The service that receives the files: Uploadcare or the emulator.
 *
 * @typedef {object} UploadService
 * @property {string} publicKey
 * @property {string} secretKey
 * @property {string | undefined} url address of the emulator, for uploads and for files; undefined for Uploadcare
 * @property {import('@secure-uploading/emulator').Emulator | undefined} emulator
 * @property {string | undefined} webhookSecret signs the webhooks of the emulator; undefined for Uploadcare
 * @property {(targetUrl: string) => void} sendWebhooksTo sends a webhook for each uploaded file of the emulator to this URL.
 *   For Uploadcare it does nothing: add the webhook in the settings of the project.
 * @property {() => Promise<void>} close
 */

/**
 * Starts the emulator in this process, with a project that accepts signed uploads only. With keys of an Uploadcare
 * project, starts nothing.
 *
 * @param {Pick<import('./settings-from-environment.js').DemoSettings, 'emulatorPort' | 'uploadcareKeys'>} settings
 * @returns {Promise<UploadService>}
 * @throws {StartUpError} when the port is in use
 */
export async function startUploadService({ emulatorPort, uploadcareKeys }) {
  if (uploadcareKeys) {
    return {
      ...uploadcareKeys,
      url: undefined,
      emulator: undefined,
      webhookSecret: undefined,
      sendWebhooksTo: () => undefined,
      close: () => Promise.resolve(),
    }
  }
  const { publicKey, secretKey } = EMULATED_KEYS
  const server = await startEmulator({
    port: emulatorPort,
    projects: [{ publicKey, secretKeys: [secretKey], secureUploading: true }],
  }).catch((error) => explainPort(error, emulatorPort, 'EMULATOR_PORT'))
  return {
    ...EMULATED_KEYS,
    url: server.url,
    emulator: server.emulator,
    webhookSecret: EMULATED_WEBHOOK_SECRET,
    sendWebhooksTo: (targetUrl) => {
      const webhook = {
        targetUrl,
        event: 'file.uploaded',
        signingSecret: EMULATED_WEBHOOK_SECRET,
        isActive: true,
      }
      server.emulator.projects.update(publicKey, { webhooks: [webhook] })
    },
    close: () => server.close(),
  }
}
