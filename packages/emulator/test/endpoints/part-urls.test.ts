import { expect, it } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { postForm } from '../post-form.js'

const emulator = createEmulator({ projects: [{ ...demoProject, secureUploading: false }] })

it.each(['..', '.', '/var/tmp/', 'фильм.mp4', '%2e%2e', 'a/../b?c#d', 'x'.repeat(9000), '🎬'.repeat(300)])(
  'a part URL works for the file name %j',
  async (filename) => {
    const fields = { filename, size: '10000000', content_type: 'video/mp4', UPLOADCARE_PUB_KEY: PUBLIC_KEY }
    const response = await postForm(emulator, '/multipart/start/', fields)
    const { parts } = (await response.json()) as { parts: string[] }
    const request = new Request(parts[0] ?? '', { method: 'PUT', body: new Uint8Array(5) })

    expect((await emulator.fetch(request)).status).toBe(200)
  },
)
