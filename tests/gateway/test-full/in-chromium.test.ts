import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { describeMatrix } from '../src/matrix/describe-matrix.js'
import { buildPage, openChromiumPlatform } from '../src/world/chromium-platform.js'
import { startWorld } from '../src/world/start-world.js'

describeInChromium('in a browser', () => {
  describeMatrix(
    async () => {
      const world = await startWorld(await buildPage())
      return { world, platform: await openChromiumPlatform(world) }
    },
    {
      ways: ['direct', 'parts', 'group', 'batch', 'resumed'],
      // upload-client's browser build drops the headers of every status other than 200. The client sends parts itself.
      readsRetryAfter: ({ effect }, endpoint) =>
        endpoint === 'token' ||
        endpoint === 'part' ||
        (effect.kind === 'answer' && typeof effect.answer !== 'function' && effect.answer.status === 200),
    },
  )
})
