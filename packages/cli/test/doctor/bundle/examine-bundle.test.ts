import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, it } from 'vitest'
import { examineBundle } from '../../../src/doctor/bundle/examine-bundle.js'
import type { NamedFinding } from '../../../src/doctor/finding.js'
import { PUBLIC_KEY, SECRET_KEY } from '../../demo-project.js'

/** Writes files to a folder, and checks it. */
async function examine(
  files: Record<string, string | Uint8Array>,
  secretKeys: readonly string[] = [SECRET_KEY],
  links: Record<string, string> = {},
): Promise<Record<string, NamedFinding>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bundle-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), content)
  }
  for (const [name, target] of Object.entries(links)) await symlink(target, path.join(folder, name))
  const findings = await examineBundle(folder, secretKeys)
  expect(JSON.stringify(findings)).not.toContain(SECRET_KEY)
  return Object.fromEntries(findings.map((finding) => [finding.check, finding]))
}

const hexOf = (text: string): string => Buffer.from(text).toString('hex')
const codes = Array.from(SECRET_KEY, (character) => character.charCodeAt(0))
const escaped = (prefix: string): string =>
  codes.map((code) => `${prefix}${code.toString(16).toUpperCase()}`).join('')

describe('the secret key in a bundle', () => {
  it.each([
    ['as text', `sign("${SECRET_KEY}")`, 7],
    ['in strings joined with +', `a="${SECRET_KEY.slice(0, 7)}" + '${SECRET_KEY.slice(7)}'`, 4],
    ['in strings joined with join()', `a=["${SECRET_KEY.slice(0, 7)}","${SECRET_KEY.slice(7)}"].join("")`, 5],
    [
      'in strings joined with concat()',
      `a="${SECRET_KEY.slice(0, 3)}".concat("${SECRET_KEY.slice(3, 7)}").concat('${SECRET_KEY.slice(7)}')`,
      4,
    ],
    ['split over two lines', `a="${SECRET_KEY.slice(0, 7)}\\\n${SECRET_KEY.slice(7)}"`, 4],
    ['as \\x escapes', `a="${escaped('\\x')}"`, 4],
    ['as \\u escapes', `a="${escaped('\\u00')}"`, 4],
    ['URL-encoded', `a="${escaped('%')}"`, 4],
    ['as entities', `<p>${codes.map((code) => `&#${code};`).join('')}</p>`, 4],
    ['as character codes', `String.fromCharCode(${codes.join(', ')})`, 21],
    ['as bytes', `[${codes.map((code) => `0x${code.toString(16)}`).join(',')}]`, 2],
    ['in Base64', `a="${btoa(SECRET_KEY)}"`, 4],
    ['in Base64, at offset 1', `a="${btoa(`:${SECRET_KEY}`)}"`, 6],
    ['in Base64, at offset 2', `a="${btoa(`k:${SECRET_KEY}:end`)}"`, 7],
    ['in hex', `a="${hexOf(SECRET_KEY).toUpperCase()}"`, 4],
  ])('is found %s', async (_name, script, column) => {
    const { 'bundle-secret': found } = await examine({ 'assets/app.js': `// first\n${script}` })

    expect(found).toMatchObject({ level: 'failure', places: [`assets/app.js:2:${column}`] })
  })

  it('is found with special characters, in base64url, and in UTF-8', async () => {
    const odd = 'a+b(c)?*ÿ>é~'
    const files = {
      'a.js': `"${odd}"`,
      'b.js': Buffer.from(odd).toString('base64url'),
      'c.html': encodeURIComponent(odd),
    }
    const { 'bundle-secret': found } = await examine(files, [odd])
    expect(found?.places).toEqual(['a.js:1:2', 'b.js:1:1', 'c.html:1:1'])
  })

  it('is found in the sources of a source map, with their names and lines', async () => {
    const map = JSON.stringify({
      version: 3,
      sources: ['../src/page.ts', '../src/sign.ts'],
      sourcesContent: [null, `line one\nconst key = '${SECRET_KEY}'`],
      mappings: '',
    })
    const { 'bundle-secret': found } = await examine({
      'app.js.map': map,
      'inline.js': `a()\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,${btoa(map)}`,
      'broken.map': `{"sourcesContent":["${SECRET_KEY}`,
    })
    expect(found?.places).toEqual([
      'app.js.map (../src/sign.ts):2:14',
      expect.stringMatching(/^app\.js\.map:1:\d+$/),
      expect.stringMatching(/^broken\.map:1:\d+$/),
      'inline.js (../src/sign.ts):2:14',
      expect.stringMatching(/^inline\.js:2:\d+$/),
    ])
  })

  it('is found in compressed files, but not searched in node_modules and .git', async () => {
    const { 'bundle-secret': found } = await examine({
      'a.js.gz': gzipSync(SECRET_KEY),
      'b.js.br': brotliCompressSync(SECRET_KEY),
      'not-really.gz': SECRET_KEY,
      'node_modules/x.js': SECRET_KEY,
      '.git/config': SECRET_KEY,
    })
    expect(found?.places).toEqual(['a.js.gz:1:1', 'b.js.br:1:1', 'not-really.gz:1:1'])
  })

  it('is found in UTF-16', async () => {
    const littleEndian = Buffer.from(`\ufeff\n"${SECRET_KEY}"`, 'utf16le')
    const files = { 'a.txt': littleEndian, 'b.txt': Buffer.from(littleEndian).swap16() }
    const { 'bundle-secret': found } = await examine(files)
    expect(found?.places).toEqual(['a.txt:2:2', 'b.txt:2:2'])
  })

  it('is found if it is any of several keys', async () => {
    const { 'bundle-secret': found } = await examine({ 'a.js': `"${SECRET_KEY}"` }, [
      'an-older-key-of-it',
      SECRET_KEY,
    ])
    expect(found?.level).toBe('failure')
  })

  it('is not confused with similar text', async () => {
    const files = { 'a.js': `"${PUBLIC_KEY}", "${SECRET_KEY.slice(1)}", ${codes.slice(1).join()}` }
    expect((await examine(files))['bundle-secret']).toMatchObject({ level: 'fine' })
  })

  it('is not searched if it is unknown', async () => {
    expect((await examine({ 'a.js': '1' }, []))['bundle-secret']).toMatchObject({ level: 'unchecked' })
  })

  it('is not searched if it is too short to be distinctive', async () => {
    expect((await examine({ 'a.js': 'key' }, ['key']))['bundle-secret']).toMatchObject({ level: 'unchecked' })
  })
})

describe('examineBundle', () => {
  it.each([
    ['bundle-literal', 'failure', 'createSigner({secretKey:"0123456789abcdef0123"})', 15],
    ['bundle-literal', 'failure', "env={'UPLOADCARE_SECRET_KEY': '0123456789abcdef0123'}", 7],
    ['bundle-public-variable', 'failure', 'x(process.env.NEXT_PUBLIC_UPLOADCARE_SECRET_KEY)', 15],
    ['bundle-public-variable', 'failure', 'x(import.meta.env.VITE_SECRET)', 19],
    ['bundle-name', 'warning', 'x(process.env.UPLOADCARE_SECRET_KEY)', 15],
    ['bundle-placeholder', 'warning', 'x("YOUR_SECRET_KEY")', 3],
    ['bundle-placeholder', 'warning', "x('demosecretkey')", 3],
  ])('reports %s as %s without knowing the secret key', async (check, level, script, column) => {
    const findings = await examine({ 'a.js': script }, [])
    expect(findings[check]).toMatchObject({
      level,
      places: [expect.stringMatching(new RegExp(`^a\\.js:1:${column}$`))],
    })
  })

  it('passes a page with a public key, and lists all checks', async () => {
    const findings = await examine({
      'index.html': `<uc-config pubkey="${PUBLIC_KEY}" secure-uploads-signature-resolver></uc-config>`,
      'app.js':
        'throw new TypeError(`"secretKey" must be given`); const secretKey = env("x"); f({ secretKey: options.key })',
    })
    expect(Object.values(findings).map(({ level }) => level)).toEqual([
      'fine',
      'fine',
      'fine',
      'fine',
      'fine',
    ])
  })

  it('fails for an empty directory', async () => {
    expect(await examine({})).toMatchObject({
      bundle: { level: 'failure', message: 'the directory contains no files' },
    })
  })
})

describe.skipIf(process.platform === 'win32')('a link in a bundle', () => {
  it('is followed to a file that is not listed otherwise', async () => {
    const files = { 'a.js': '1', 'node_modules/lib/index.js': `"${SECRET_KEY}"`, 'store/b.js': SECRET_KEY }
    const { 'bundle-secret': found } = await examine(files, [SECRET_KEY], {
      'entry.js': 'node_modules/lib/index.js',
      vendor: 'store',
    })
    expect(found?.places).toEqual(['store/b.js:1:1', 'entry.js:1:2'])
  })

  it('is not followed in circles', async () => {
    const { bundle, 'bundle-secret': found } = await examine({ 'assets/a.js': SECRET_KEY }, [SECRET_KEY], {
      'assets/up': '..',
      'assets/here': '.',
    })
    expect(bundle).toBeUndefined()
    expect(found?.places).toEqual(['assets/a.js:1:1'])
  })

  it('is reported if it is broken or points outside of the directory', async () => {
    const links = { 'out.js': import.meta.filename, nowhere: 'not-here.js', self: 'self' }

    expect(await examine({ 'a.js': '1' }, [SECRET_KEY], links)).toMatchObject({
      bundle: { level: 'unchecked', places: ['nowhere', 'out.js', 'self'] },
      'bundle-secret': { level: 'fine' },
    })
  })
})
