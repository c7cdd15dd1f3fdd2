import { setupServer } from 'msw/node'
import { emulatorHandlers } from '../../src/msw/index.js'
import { describeHandlers } from './describe-handlers.js'

describeHandlers('msw 2', async () => Promise.resolve({ emulatorHandlers, setupServer }))
