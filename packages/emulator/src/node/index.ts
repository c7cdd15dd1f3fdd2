export { startEmulator } from './start-emulator.js'
export type { EmulatorServerOptions } from './server-options.js'
export type { EmulatorServer } from './start-emulator.js'
