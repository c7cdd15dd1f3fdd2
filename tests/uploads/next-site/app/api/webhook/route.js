import { createNextHandlers } from '../../../../src/next-handlers.ts'
import { remoteOptions } from '../../../../src/remote-options.ts'

export const { POST } = createNextHandlers(remoteOptions()).webhook
