import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRunFolder, runFileName, type RunFolder } from '../../src/node/run-folder.js'

const COMMAND = path.join(import.meta.dirname, '../../dist/command.js')

let directory: string
const created: RunFolder[] = []

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'emulator-'))
})
afterEach(async () => {
  for (const folder of created.splice(0)) await folder.remove()
  await rm(directory, { recursive: true })
})

async function create(): Promise<string> {
  const folder = await createRunFolder(directory)
  created.push(folder)
  return folder.path
}

/** Creates the folder of a killed run, with a file in it. */
async function leaveRunBehind(): Promise<string> {
  const run = await createRunFolder(directory)
  await writeFile(path.join(run.path, runFileName()), 'bytes')
  const copy = `${run.path.slice(0, -4)}dead`
  await cp(run.path, copy, { recursive: true, filter: (source) => path.basename(source) !== 'lock' })
  await run.remove()
  return copy
}

test('folders of killed runs are removed', async () => {
  await leaveRunBehind()
  await leaveRunBehind()
  const own = await create()

  expect(await readdir(directory)).toEqual([path.basename(own)])
})

test('folders of running processes are kept, including this one', async () => {
  const other = await create()
  const own = await create()

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
    // Of another machine: its locks cannot be checked.
    path.basename(left).replace(/^run-[0-9a-f]{8}-[0-9a-f]{8}/, 'run-00000000-00000000'),
  ]
  for (const name of strangers) await mkdir(path.join(directory, name))
  const file = path.basename(left).replace(/.{4}$/, 'ffff')
  await writeFile(path.join(directory, file), 'a file of that name')
  const link = path.basename(left).replace(/.{4}$/, 'eeee')
  await mkdir(path.join(directory, 'elsewhere'))
  await writeFile(path.join(directory, 'elsewhere', runFileName()), 'mine')
  await symlink(path.join(directory, 'elsewhere'), path.join(directory, link), 'dir')
  const own = await create()

  const kept = [...strangers, file, link, 'elsewhere', path.basename(left), path.basename(own)]
  expect((await readdir(directory)).toSorted()).toEqual(kept.toSorted())
  expect(await readdir(left)).toEqual(['notes.txt'])
  expect(await readdir(path.join(directory, 'elsewhere'))).toHaveLength(1)
})

test('folders of this host from before its last restart are removed', async () => {
  const left = await leaveRunBehind()
  const name = path.basename(left).replace(/^(run-[0-9a-f]{8}-)[0-9a-f]{8}/, '$100000000')
  await rename(left, path.join(directory, name))
  const own = await create()

  expect(await readdir(directory)).toEqual([path.basename(own)])
})

test('a lock works in a directory with a long path', async () => {
  const deep = path.join(directory, ...Array.from({ length: 4 }, () => 'd'.repeat(60)))
  const first = await createRunFolder(deep)
  const second = await createRunFolder(deep)
  created.push(first, second)

  expect(await readdir(deep)).toHaveLength(2)
})

const UNSHARE = 'unshare'
const hasNamespaces = spawnSync(UNSHARE, ['--pid', '--fork', '--mount-proc', 'true']).status === 0

test.skipIf(!hasNamespaces)(
  'the folder of a run that was killed as process 1 of a container is removed by the next one',
  async () => {
    const start = async (): Promise<() => Promise<void>> => {
      const options = ['--pid', '--fork', '--kill-child', process.execPath, COMMAND]
      const child = spawn(UNSHARE, [...options, '--port', '0', '--data', directory], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      await once(child.stdout, 'data')
      return async () => {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
    }
    const killFirst = await start()
    const [first] = await readdir(directory)
    await killFirst()
    expect(await readdir(directory)).toEqual([first])
    const killSecond = await start()
    const names = await readdir(directory)
    await killSecond()

    expect(names).toHaveLength(1)
    expect(names).not.toContain(first)
  },
)
