import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

export interface TestApp {
  directory: string
  read(file: string): string
  has(file: string): boolean
  write(file: string, text: string): void
}

/** Creates an app in a temporary folder, for one test. */
export function createApp(manifest: object, files: Record<string, string> = {}): TestApp {
  const directory = mkdtempSync(path.join(tmpdir(), 'init-'))
  onTestFinished(() => {
    rmSync(directory, { recursive: true })
  })
  const app: TestApp = {
    directory,
    read: (file) => readFileSync(path.join(directory, file), 'utf8'),
    has: (file) => existsSync(path.join(directory, file)),
    write(file, text) {
      mkdirSync(path.dirname(path.join(directory, file)), { recursive: true })
      writeFileSync(path.join(directory, file), text)
    },
  }
  // A repository of its own: no lockfile above it counts.
  for (const [file, text] of Object.entries({
    '.git/HEAD': '',
    'package.json': JSON.stringify(manifest, null, 2),
    ...files,
  })) {
    app.write(file, text)
  }
  return app
}

export const NEXT_APP = { dependencies: { next: '16.0.0', react: '19.0.0' }, scripts: { dev: 'next dev' } }
export const EXPRESS_APP = {
  type: 'module',
  dependencies: { express: '5.0.0' },
  scripts: { dev: 'node server.js' },
}
export const EXPRESS_SERVER = `import express from 'express'

const app = express()
app.use(express.json())

app.get('/', (request, response) => response.send('Hello'))

app.listen(3000)
`
