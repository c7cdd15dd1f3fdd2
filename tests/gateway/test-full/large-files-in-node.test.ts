import { describe } from 'vitest'
import { describeMatrix } from '../src/matrix/describe-matrix.js'
import { createNodePlatform } from '../src/world/node-platform.js'
import { startWorld } from '../src/world/start-world.js'

describe('in Node', () => {
  describeMatrix(
    async () => {
      const world = await startWorld()
      return { world, platform: createNodePlatform(world) }
    },
    { ways: ['parts', 'resumed'], readsRetryAfter: () => true },
  )
})
