import { settingsFromEnvironment } from './settings-from-environment.js'
import { StartUpError } from './start-up-error.js'

/**
 * A running demo.
 *
 * @typedef {object} RunningDemo
 * @property {string} url the address to open
 * @property {import('./start-upload-service.js').UploadService} uploads
 * @property {() => Promise<void>} close stops all servers and cuts open connections
 */

/**
 * Runs a demo as a program: reads settings from the environment, prints the address to open or a one-line
 * `StartUpError`, and stops on Ctrl-C.
 *
 * @param {(settings: import('./settings-from-environment.js').DemoSettings) => Promise<RunningDemo>} start
 */
export async function runDemo(start) {
  try {
    const demo = await start(settingsFromEnvironment(process.env))
    stopOnSignal(demo)
    const destination = demo.uploads.url ? `the emulator on ${demo.uploads.url}` : 'Uploadcare'
    console.log(`\n  Open ${demo.url}\n\n  Files go to ${destination}. Press Ctrl-C to stop.\n`)
  } catch (error) {
    if (!(error instanceof StartUpError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

function stopOnSignal(demo) {
  const stop = () => {
    void demo.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
