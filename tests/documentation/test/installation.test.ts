import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandsOf, findCommands } from './commands/find-commands.js'
import { missingPeers } from './commands/missing-peers.js'
import { uninstalledImports } from './commands/uninstalled-imports.js'

const blocks = findCommands().filter(({ code }) => code.includes('npm install '))

describe('the documentation', () => {
  it.each(blocks)('installs all peers at $place', ({ code }) => {
    expect(missingPeers(code)).toEqual([])
  })
})

// The browser code in the README of a backend belongs to another package.
const FRONT_ENDS = /^packages\/(?:client|react|vue|svelte)\//

describe('the README of a package for browsers', () => {
  const readmes = [...new Set(blocks.map(({ file }) => file))]

  it.each(readmes.filter((file) => FRONT_ENDS.test(file)))(
    'installs the packages that its examples import: %s',
    (file) => {
      expect(
        uninstalledImports(readFileSync(path.join(import.meta.dirname, '../../..', file), 'utf8')),
      ).toEqual([])
    },
  )
})

describe('uninstalledImports', () => {
  it('names a package that is imported and not installed', () => {
    const markdown =
      "```sh\nnpm install @secure-uploading/react\n```\n\n```tsx\nimport { a } from '@secure-uploading/client/routes'\nimport { b } from '@secure-uploading/react'\n```\n"

    expect(uninstalledImports(markdown)).toEqual(['@secure-uploading/client'])
  })
})

describe('commandsOf', () => {
  it('finds commands with the output below them', () => {
    const markdown = 'Text\n\n```sh\na\n```\n\n```json\n{}\n```\n\n```sh\nb\n```\n\nText\n\n```\nc\n```\n'

    expect(commandsOf('a.md', markdown)).toEqual([
      { place: 'a.md:3', file: 'a.md', code: 'a\n', output: '{}\n' },
      { place: 'a.md:11', file: 'a.md', code: 'b\n' },
    ])
  })
})

describe('missingPeers', () => {
  it('names a peer that is not installed', () => {
    expect(missingPeers('npm install @secure-uploading/client\n')).toEqual(['@uploadcare/upload-client'])
  })
})
