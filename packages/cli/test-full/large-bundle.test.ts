import { appendFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { examineBundle } from '../src/doctor/bundle/examine-bundle.js'
import { SECRET_KEY } from '../test/demo-project.js'

// A string holds no more.
const LONGEST_STRING_BYTES = 2 ** 29

test('finds the secret key at the end of a file that no string can hold', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bundle-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = path.join(folder, 'app.wasm')
  await writeFile(file, '')
  await truncate(file, LONGEST_STRING_BYTES)
  await appendFile(file, `\n${SECRET_KEY}`)

  expect(await examineBundle(folder, [SECRET_KEY])).toContainEqual(
    expect.objectContaining({ check: 'bundle-secret', level: 'failure', places: ['app.wasm:2:1'] }),
  )
})
