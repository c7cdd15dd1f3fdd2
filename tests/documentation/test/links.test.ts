import { describe, expect, it } from 'vitest'
import { findBrokenLinks, findDocuments } from './find-broken-links.js'

describe('relative links', () => {
  it.each(findDocuments())('of %s lead to files and headings that exist', (document) => {
    expect(findBrokenLinks(document)).toEqual([])
  })

  it('are found in the root README', () => {
    expect(findDocuments()).toContain('README.md')
  })
})
