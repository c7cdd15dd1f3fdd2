import { describe, expect, it } from 'vitest'
import { createProgram } from '../../src/create-program.js'
import { chooseFramework } from '../../src/init/choose-framework.js'
import { FRAMEWORKS } from '../../src/init/frameworks/frameworks.js'
import { readProject } from '../../src/init/project/read-project.js'
import { systemTerminal } from '../../src/terminal/system-terminal.js'
import { createApp, EXPRESS_SERVER } from './create-app.js'

const find = (dependencies: string[], files: Record<string, string> = {}, manifest: object = {}) => {
  const all = Object.fromEntries(dependencies.map((name) => [name, '1.0.0']))
  const project = readProject(createApp({ ...manifest, dependencies: all }, files).directory)
  const framework = chooseFramework(project, undefined)
  return { project, framework, setup: framework?.setUp(project) }
}

describe('the recognized framework', () => {
  it.each([
    ['next-app', ['next', 'react'], { 'app/page.js': '' }],
    ['next-app', ['next', 'react'], { 'src/app/page.js': '' }],
    ['next-pages', ['next', 'react'], { 'pages/index.js': '' }],
    ['next-app', ['next', 'express'], { 'app/page.js': '', 'server.js': EXPRESS_SERVER }],
    ['sveltekit', ['@sveltejs/kit', 'svelte'], {}],
    ['nuxt', ['nuxt'], {}],
    ['astro', ['astro', 'react'], {}],
    ['express', ['express'], {}],
    ['fastify', ['fastify'], {}],
    ['hono', ['hono'], {}],
    ['lambda', ['@types/aws-lambda'], {}],
    ['lambda', [], { 'template.yaml': '' }],
    [undefined, ['koa'], {}],
  ])('is %s for %o with %o', (id, dependencies, files) => {
    expect(find(dependencies, files).framework?.id).toBe(id)
  })

  it('can be named with --framework', () => {
    const init = createProgram(systemTerminal(), () => undefined).commands.find(
      (command) => command.name() === 'init',
    )
    const option = init?.options.find(({ long }) => long === '--framework')

    expect(option?.argChoices).toEqual(FRAMEWORKS.map(({ id }) => id))
  })
})

describe('the recognized front end', () => {
  it.each([
    ['react', ['express', 'vite', 'react'], 'src/components/file-upload.jsx'],
    ['vue', ['express', 'vite', 'vue'], 'src/components/FileUpload.vue'],
    ['svelte', ['express', 'vite', 'svelte'], 'src/components/FileUpload.svelte'],
    ['none', ['express', 'vite'], 'src/components/file-upload.js'],
  ])('is %s for %o', (frontEnd, dependencies, component) => {
    const { project, setup } = find(
      dependencies,
      { 'index.html': '', 'server.js': EXPRESS_SERVER },
      { type: 'module' },
    )

    expect(project.frontEnd).toBe(frontEnd)
    expect(setup?.files.map(({ path }) => path)).toEqual(['upload-token.js', component, 'upload.html'])
    expect(setup?.packages).toEqual(['express', 'client', ...(frontEnd === 'none' ? [] : [frontEnd])])
  })
})

describe('the files of an Express app', () => {
  const withEntry = (path: string, text: string, manifest: object, files: Record<string, string> = {}) =>
    find(['express'], { [path]: text, ...files }, manifest).setup

  it.each([
    ['server.js', { type: 'module' }, {}, 'upload-token.js', "from './upload-token.js'"],
    ['server.mjs', {}, {}, 'upload-token.mjs', "from './upload-token.mjs'"],
    [
      'src/index.ts',
      { type: 'module' },
      { 'tsconfig.json': '{}' },
      'src/upload-token.ts',
      "from './upload-token.js'",
    ],
    ['src/index.ts', {}, { 'tsconfig.json': '{}' }, 'src/upload-token.ts', "from './upload-token'"],
    [
      'src/index.ts',
      { type: 'module', scripts: { dev: 'node --watch src/index.ts' } },
      { 'tsconfig.json': '{}' },
      'src/upload-token.ts',
      "from './upload-token.ts'",
    ],
    [
      'api/main.js',
      { type: 'module', scripts: { start: 'node ./api/main.js' } },
      {},
      'api/upload-token.js',
      "from './upload-token.js'",
    ],
  ])('stand beside %s with %o', (entry, manifest, files, endpoint, imported) => {
    const setup = withEntry(entry, EXPRESS_SERVER, manifest, files)

    expect(setup?.endpoint).toBe(endpoint)
    expect(setup?.edits?.[0]).toMatchObject({
      path: entry,
      after: expect.stringContaining(imported) as string,
    })
  })

  it('are imported with the extension that the other imports have', () => {
    const text = `import { router } from './router.ts'\n${EXPRESS_SERVER}`

    expect(
      withEntry('server.ts', text, { type: 'module' }, { 'tsconfig.json': '{}' })?.edits?.[0]?.after,
    ).toContain("from './upload-token.ts'")
  })

  it('are CommonJS beside a CommonJS entry', () => {
    const setup = withEntry(
      'index.js',
      "const express = require('express')\nconst app = express()\napp.listen(1)\n",
      {},
    )

    expect(setup?.files[0]?.text).toMatch(/^const \{ createTokenHandler \} = require\(/)
  })
})
