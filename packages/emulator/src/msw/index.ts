export { emulatorHandlers } from './emulator-handlers.js'
export type { EmulatorHandlersOptions } from './emulator-handlers.js'
