import { appendFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, it } from 'vitest'
import { examineBundle } from '../src/doctor/bundle/examine-bundle.js'
import { SECRET_KEY } from '../test/demo-project.js'

// The maximum length of a string in V8.
const MAX_STRING_LENGTH = 2 ** 29

describe('examineBundle', () => {
  it('finds the secret key at the end of a file that exceeds the maximum string length', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'bundle-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = path.join(folder, 'app.wasm')
    await writeFile(file, '')
    await truncate(file, MAX_STRING_LENGTH)
    await appendFile(file, `\n${SECRET_KEY}`)

    expect(await examineBundle(folder, [SECRET_KEY])).toContainEqual(
      expect.objectContaining({ check: 'bundle-secret', level: 'failure', places: ['app.wasm:2:1'] }),
    )
  })
})
