import { createUploader } from '../client/create-uploader.js'
import type { Platform } from './platform.js'
import type { World } from './start-world.js'

/** Runs the client in this process. */
export function createNodePlatform(world: World): Platform {
  return {
    name: 'Node',
    createUploader: (options) => {
      const { run, begin, abandon } = createUploader({
        tokenEndpoint: `${world.appUrl}/api/upload-token`,
        baseURL: world.uploadUrl,
        ...options,
      })
      return Promise.resolve({
        run,
        abandon,
        begin: () => {
          begin()
          return Promise.resolve()
        },
      })
    },
    close: () => Promise.resolve(),
  }
}
