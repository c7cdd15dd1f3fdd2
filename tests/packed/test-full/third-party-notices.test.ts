import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_PACKAGES } from '../published-packages.js'
import { TARBALLS } from './tarballs/tarballs.js'

const PACKAGES = path.resolve(import.meta.dirname, '../../../packages')

/** The development dependencies that the source of a package imports: the build includes their code. */
function includedPackages(folder: string, devDependencies: object): string[] {
  const source = path.join(PACKAGES, folder, 'src')
  const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(source, file), 'utf8'))
  return Object.keys(devDependencies).filter((name) =>
    texts.some((text) => new RegExp(`^import (?!type\\b)[^'\\n]*'${name}(/[^']*)?'`, 'm').test(text)),
  )
}

const INCLUDED = PUBLISHED_PACKAGES.flatMap(({ folder, manifest }) => {
  const { name, dependencies, peerDependencies, devDependencies = {} } = manifest
  const installed = { ...dependencies, ...peerDependencies }
  return includedPackages(folder, devDependencies)
    .filter((included) => !(included in installed))
    .map((included) => [name, included, folder] as const)
})

describe('the third-party notices', () => {
  it('are needed for the packages that builds are known to include', () => {
    expect(INCLUDED.map(([name, included]) => `${name}: ${included}`)).toEqual(
      expect.arrayContaining([
        '@secure-uploading/client: attr-accept',
        '@secure-uploading/emulator: idiomorph',
      ]),
    )
  })

  it.each(INCLUDED)('of %s have the license of %s', (name, included, folder) => {
    const files = TARBALLS.find(({ manifest }) => manifest.name === name)?.files
    const notices = files?.find((file) => file.path === 'dist/THIRD-PARTY-NOTICES.txt')?.text
    const license = readFileSync(path.join(PACKAGES, folder, 'node_modules', included, 'LICENSE'), 'utf8')
    expect(notices).toContain(`--- ${included} `)
    expect(notices).toContain(license.trim())
  })

  it.each(TARBALLS.filter(({ manifest }) => !INCLUDED.some(([name]) => name === manifest.name)))(
    'are absent from $manifest.name, which includes no other code',
    ({ files }) => {
      expect(files.map((file) => file.path)).not.toContain('dist/THIRD-PARTY-NOTICES.txt')
    },
  )
})
