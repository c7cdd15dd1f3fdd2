import { settingsFromEnvironment } from './settings-from-environment.js'
import { StartUpError } from './start-up-error.js'

/**
 * A demo that runs.
 *
 * @typedef {object} RunningDemo
 * @property {string} url the address to open
 * @property {import('./start-upload-service.js').UploadService} uploads
 * @property {() => Promise<void>} close stops everything at once, whatever is still under way
 */

/**
 * Runs a demo as a program: settings from the environment, one line for what the reader can mend, the address to open,
 * and an end on Ctrl-C.
 *
 * @param {(settings: import('./settings-from-environment.js').DemoSettings) => Promise<RunningDemo>} start
 */
export async function runDemo(start) {
  try {
    const demo = await start(settingsFromEnvironment(process.env))
    stopWhenAsked(demo)
    const destination = demo.uploads.url ? `the emulator on ${demo.uploads.url}` : 'Uploadcare'
    console.log(`\n  Open ${demo.url}\n\n  Files go to ${destination}. Ctrl-C stops everything.\n`)
  } catch (error) {
    if (!(error instanceof StartUpError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

function stopWhenAsked(demo) {
  const stop = () => {
    void demo.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
