import { describe, expect, it } from 'vitest'
import { editViteConfig } from '../../src/init/frameworks/express/edit-vite-config.js'
import { serverPort } from '../../src/init/frameworks/express/server-port.js'
import { editEnvExample } from '../../src/init/plan/edit-env-example.js'
import { editGitignore } from '../../src/init/plan/edit-gitignore.js'
import { editManifest } from '../../src/init/plan/edit-manifest.js'
import { readProject } from '../../src/init/project/read-project.js'
import { createApp } from './create-app.js'

const ADDITIONS = {
  dependencies: { '@secure-uploading/next': '^1.0.0' },
  devDependencies: { '@secure-uploading/emulator': '^1.0.0' },
  scripts: { 'dev:uploads': 'emulator' },
}

const edited = (text: string): string =>
  editManifest(readProject(createApp({}, { 'package.json': text }).directory), ADDITIONS)

describe('the edited package.json', () => {
  it.each(['\t', '    ', '  '])('keeps the indentation %j, and the end of the file', (indentation) => {
    const text = edited(JSON.stringify({ name: 'app', dependencies: { next: '16' } }, null, indentation))

    expect(text).toMatch(new RegExp(`^{\\n${indentation}"name": "app",\\n`))
    expect(text.endsWith('}')).toBe(true)
  })

  it('keeps the line endings of Windows and the byte order mark', () => {
    const text = edited('\uFEFF{\r\n  "name": "app"\r\n}\r\n')

    expect(text.startsWith('\uFEFF{\r\n  "name"')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  })

  it('keeps versions and scripts that are there, also among the other kind of dependencies', () => {
    const manifest = {
      scripts: { 'dev:uploads': 'mine' },
      dependencies: { '@secure-uploading/emulator': '0.9.0' },
      devDependencies: { '@secure-uploading/next': 'workspace:*' },
    }
    const text = JSON.stringify(manifest, null, 2)

    expect(edited(text)).toBe(text)
  })

  it('sorts dependencies as npm does', () => {
    const { dependencies } = JSON.parse(
      edited('{ "dependencies": { "next": "16", "@a/b": "1" } }'),
    ) as Record<string, object>

    expect(Object.keys(dependencies ?? {})).toEqual(['@a/b', '@secure-uploading/next', 'next'])
  })
})

describe('the edited .env.example', () => {
  it('keeps what is there, and adds the missing keys', () => {
    const text = editEnvExample('DATABASE_URL=\nUPLOADCARE_PUBLIC_KEY=abc\n')

    expect(text).toMatch(/^DATABASE_URL=\nUPLOADCARE_PUBLIC_KEY=abc\n\n#/)
    expect(text.match(/UPLOADCARE_PUBLIC_KEY=/g)).toHaveLength(1)
    expect(editEnvExample(text)).toBe(text)
  })

  it('says where the keys come from, and what to switch on', () => {
    const text = editEnvExample(undefined)

    expect(text).toContain('API keys')
    expect(text).toContain('"Signed uploads"')
  })
})

describe('the edited .gitignore', () => {
  it.each([
    ['node_modules\n', ['.env', '.env.local']],
    ['.env\n', []],
    ['.env*\n', ['!.env.example']],
    ['.env*\n!.env.example\n', []],
    ['.env*.local\n', []],
  ])('adds what %j lacks', (before, added) => {
    const lines = (editGitignore(before) ?? '').split('\n')

    expect(lines.filter((line) => line.includes('.env') && !before.split('\n').includes(line))).toEqual(added)
  })

  it('is not created', () => {
    expect(editGitignore(undefined)).toBeUndefined()
  })
})

describe('the edited configuration of Vite', () => {
  it.each([
    ['export default defineConfig({\n  plugins: [],\n})\n', true],
    ['export default {\n  plugins: [],\n}\n', true],
    ['export default defineConfig({\n  server: { port: 80 },\n})\n', false],
    ['export default defineConfig(() => ({ plugins: [] }))\n', false],
  ])('has a proxy for /api if its place is certain: %j', (text, isCertain) => {
    expect(
      editViteConfig(text, 'http://localhost:3000')?.includes(
        "proxy: { '/api': { target: 'http://localhost:3000' } }",
      ) ?? false,
    ).toBe(isCertain)
  })

  it('keeps a proxy for /api', () => {
    const text = "export default defineConfig({ server: { proxy: { '/api': 'http://localhost:4000' } } })"

    expect(editViteConfig(text, 'http://localhost:3000')).toBe(text)
  })
})

describe('the port of a server', () => {
  it.each([
    ['app.listen(4000)', 4000],
    ['app.listen({ port: 4001 })', 4001],
    ['app.listen(process.env.PORT || 4002)', 4002],
    ["app.listen(process.env['PORT'] ?? '4003')", 4003],
    ['const PORT = 4004\napp.listen(PORT)', 4004],
    ['const port = Number(process.env.PORT) || 4005', 4005],
    ['app.listen(port)', 3000],
  ])('is found in %j', (text, port) => {
    expect(serverPort(text)).toBe(port)
  })
})
