export { startEmulator } from './start-emulator.js'
export type { EmulatorServer, EmulatorServerOptions } from './start-emulator.js'
