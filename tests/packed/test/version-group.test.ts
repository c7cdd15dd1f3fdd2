import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_PACKAGES } from '../published-packages.js'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const { fixed } = JSON.parse(readFileSync(path.join(ROOT, '.changeset/config.json'), 'utf8')) as {
  fixed: [string[]]
}
const [group] = fixed
const isInGroup = (name: string): boolean =>
  group.some((pattern) => pattern.endsWith('/*') && name.startsWith(pattern.slice(0, -1))) &&
  !group.includes(`!${name}`)

describe('the packages that share one version', () => {
  it('include every published package', () => {
    expect(PUBLISHED_PACKAGES.filter(({ manifest }) => !isInGroup(manifest.name))).toEqual([])
  })

  it('include no private package with a version of its own, which all packages would get', () => {
    const others = ['tests', 'tooling', 'apps', 'apps/panels']
      .flatMap((parent) =>
        readdirSync(path.join(ROOT, parent)).map((name) => path.join(ROOT, parent, name, 'package.json')),
      )
      .filter((file) => existsSync(file))
      .map((file) => JSON.parse(readFileSync(file, 'utf8')) as { name: string; version: string })
    expect(others.filter(({ name, version }) => isInGroup(name) && version !== '0.0.0')).toEqual([])
  })
})
