import { startEmulator } from '@secure-uploading/emulator/node'
import { explainPort } from './explain-port.js'

// They are worth nothing outside the emulator.
const EMULATED_KEYS = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }

/**
 * Where the files go: Uploadcare, or the emulator that stands in for it.
 *
 * @typedef {object} UploadService
 * @property {string} publicKey
 * @property {string} secretKey
 * @property {string | undefined} url the emulator's address, for uploads and for files
 * @property {import('@secure-uploading/emulator').Emulator | undefined} emulator
 * @property {() => Promise<void>} close
 */

/**
 * Starts the emulator in this process, with a project that takes only signed uploads, unless there are keys of a real
 * project.
 *
 * @param {Pick<import('./settings-from-environment.js').DemoSettings, 'emulatorPort' | 'uploadcareKeys'>} settings
 * @returns {Promise<UploadService>}
 * @throws {StartUpError} when the port is taken
 */
export async function startUploadService({ emulatorPort, uploadcareKeys }) {
  if (uploadcareKeys) {
    return { ...uploadcareKeys, url: undefined, emulator: undefined, close: () => Promise.resolve() }
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
    close: () => server.close(),
  }
}
