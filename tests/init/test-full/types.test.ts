import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createUser, type User } from './app/user.js'

const TYPES = { typescript: '5.9.3', '@types/node': '20.19.43' }
const REACT = {
  react: '19.3.1',
  'react-dom': '19.3.1',
  '@types/react': '19.3.0',
  '@types/react-dom': '19.3.0',
}
const TSC = 'npx tsc --noEmit'

interface TypedApp {
  name: string
  dependencies: Record<string, string>
  files?: Record<string, string>
  check: string
  /** Compiled instead of all files. */
  tsconfig?: object
}

// Frameworks whose endpoint init writes and does not start.
const APPS: TypedApp[] = [
  {
    name: 'Next (Pages Router)',
    dependencies: { ...REACT, next: '16.4.5' },
    files: { 'pages/index.tsx': 'export default () => null' },
    check: TSC,
  },
  { name: 'Fastify', dependencies: { fastify: '5.12.8' }, check: TSC },
  { name: 'Hono', dependencies: { hono: '4.13.19' }, check: TSC },
  { name: 'AWS Lambda', dependencies: { '@types/aws-lambda': '8.10.162' }, check: TSC },
  {
    name: 'Astro',
    // The newest that runs on Node 20.
    dependencies: { astro: '5.16.0', '@astrojs/node': '9.5.1' },
    files: {
      'astro.config.mjs':
        "import node from '@astrojs/node'\nexport default { adapter: node({ mode: 'standalone' }) }\n",
      'src/env.d.ts': '/// <reference types="astro/client" />\n',
    },
    check: 'npx astro sync && npx tsc --noEmit',
    tsconfig: { include: ['.astro/types.d.ts', 'src'] },
  },
  {
    name: 'Nuxt',
    dependencies: { nuxt: '4.5.2' },
    files: {
      'app/app.vue': '<template><FileUpload /></template>\n',
      'nuxt.config.ts': 'export default defineNuxtConfig({})\n',
    },
    check: 'npx nuxt prepare && npx tsc --noEmit -p .nuxt/tsconfig.server.json',
    tsconfig: { extends: './.nuxt/tsconfig.json' },
  },
]

describe('the files that init writes', () => {
  let user: User | undefined
  afterEach(() => user?.leave())

  it.each(APPS)(
    'have no type errors in an app of $name',
    async ({ dependencies, files = {}, check, tsconfig }) => {
      user = await createUser()
      const { folder } = user
      const compilerOptions = {
        strict: true,
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        module: 'ESNext',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
        skipLibCheck: true,
      }
      const written = {
        'package.json': JSON.stringify({
          private: true,
          type: 'module',
          dependencies: { ...dependencies, ...TYPES },
        }),
        'tsconfig.json': JSON.stringify({
          ...(tsconfig && 'extends' in tsconfig ? {} : { compilerOptions }),
          ...tsconfig,
        }),
        ...files,
      }
      for (const [file, text] of Object.entries(written)) {
        await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
        await writeFile(path.join(folder, file), text)
      }
      const report = await user.run('npx --yes @secure-uploading/cli init --yes --json')
      const { endpoint } = JSON.parse(report) as { endpoint: string }
      expect(endpoint).toContain('upload-token')
      for (const command of check.split(' && ')) await user.run(command)
    },
  )
})
