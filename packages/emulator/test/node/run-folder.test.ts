import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRunFolder, runFileName } from '../../src/node/run-folder.js'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'emulator-'))
})
afterEach(async () => {
  await rm(directory, { recursive: true })
})

/** Returns the id of a process that has ended. */
function deadProcessId(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

/** Creates the folder of a killed run, with a file in it. */
async function leaveRunBehind(): Promise<string> {
  const own = await createRunFolder(directory)
  await writeFile(path.join(own, runFileName()), 'bytes')
  const left = own.replace(`-${process.pid}-`, `-${deadProcessId()}-`)
  await rename(own, left)
  return left
}

test('folders of killed runs are removed', async () => {
  await leaveRunBehind()
  await leaveRunBehind()
  const own = await createRunFolder(directory)

  expect(await readdir(directory)).toEqual([path.basename(own)])
})

test('folders of running processes are kept, including this one', async () => {
  const other = await createRunFolder(directory)
  const own = await createRunFolder(directory)

  expect((await readdir(directory)).toSorted()).toEqual(
    [other, own].map((it) => path.basename(it)).toSorted(),
  )
})

test('folders and files of others are kept', async () => {
  const left = await leaveRunBehind()
  await writeFile(path.join(left, 'notes.txt'), 'mine')
  const strangers = [
    'run-1',
    'run-holiday-photos',
    path.basename(left).replace(/^run-./, 'run-x'),
    // Of another machine: process ids of this one say nothing about it.
    path.basename(left).replace(/^run-[0-9a-f]{8}/, 'run-00000000'),
  ]
  for (const name of strangers) await mkdir(path.join(directory, name))
  const file = path.basename(left).replace(/.{4}$/, 'ffff')
  await writeFile(path.join(directory, file), 'a file of that name')
  const link = path.basename(left).replace(/.{4}$/, 'eeee')
  await mkdir(path.join(directory, 'elsewhere'))
  await writeFile(path.join(directory, 'elsewhere', runFileName()), 'mine')
  await symlink(path.join(directory, 'elsewhere'), path.join(directory, link), 'dir')
  const own = await createRunFolder(directory)

  const kept = [...strangers, file, link, 'elsewhere', path.basename(left), path.basename(own)]
  expect((await readdir(directory)).toSorted()).toEqual(kept.toSorted())
  expect(await readdir(left)).toEqual(['notes.txt'])
  expect(await readdir(path.join(directory, 'elsewhere'))).toHaveLength(1)
})
