import { describe, expect, it } from 'vitest'
import { findBrokenLinks, findDocuments } from './find-broken-links.js'

describe('the documentation', () => {
  it.each(findDocuments())('has no broken relative link in %s', (document) => {
    expect(findBrokenLinks(document)).toEqual([])
  })
})

describe('findDocuments', () => {
  it('includes the root README', () => {
    expect(findDocuments()).toContain('README.md')
  })
})

describe('findBrokenLinks', () => {
  it('reports links to missing files and missing headings', () => {
    const markdown = '[valid](README.md) [no file](missing.md) [no heading](README.md#no-such-heading)'
    expect(findBrokenLinks('CONTRIBUTING.md', markdown)).toEqual(['missing.md', 'README.md#no-such-heading'])
  })
})
