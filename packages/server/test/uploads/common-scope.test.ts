import { UPLOAD_SCOPE } from '@secure-uploading/core/internal'
import { describe, expect, it } from 'vitest'
import { commonScope } from '../../src/uploads/common-scope.js'

type Scope = string[] | 'any' | undefined

const CASES: readonly [what: string, ofEndpoint: Scope, ofRoute: Scope, common: Scope][] = [
  ['keeps the default when neither is given', undefined, undefined, undefined],
  ['keeps the scope of the endpoint when the route has none', ['/base/'], undefined, ['/base/']],
  ['keeps the scope of the endpoint when the route allows any path', ['/base/'], 'any', ['/base/']],
  ['keeps the default when the route allows any path', undefined, 'any', undefined],
  [
    'takes the scope of the route when the endpoint allows any path',
    'any',
    ['/derivative/*'],
    ['/derivative/*'],
  ],
  ['keeps any path when the route has no scope', 'any', undefined, 'any'],
  ['takes the paths that both name', ['/base/', '/info/'], ['/info/', '/group/'], ['/info/']],
  ['understands a wildcard of the endpoint', ['/multipart/*'], ['/multipart/start/'], ['/multipart/start/']],
  [
    'understands a wildcard of the route',
    ['/multipart/start/', '/base/'],
    ['/multipart/*'],
    ['/multipart/start/'],
  ],
  ['takes the narrower of two wildcards', ['/*'], ['/from_url/*'], ['/from_url/*']],
  ['takes a wildcard that both name', ['/group/*'], ['/group/*'], ['/group/*']],
  [
    'narrows the default by a wildcard',
    undefined,
    ['/multipart/*'],
    ['/multipart/start/', '/multipart/complete/'],
  ],
  ['does not widen a path to a wildcard', ['/group/'], ['/group/*'], ['/group/']],
  [
    'does not widen the default by a path that uploads do not need',
    undefined,
    ['/base/', '/derivative/image/edit/'],
    ['/base/'],
  ],
]

describe('commonScope', () => {
  it.each(CASES)('%s', (_what, ofEndpoint, ofRoute, common) => {
    expect(commonScope(ofEndpoint, ofRoute)).toEqual(common)
  })

  it.each([
    [['/base/'], ['/info/']],
    [['/group/'], ['/groups/*']],
    [['/multipart/*'], ['/multipart']],
    [undefined, ['/derivative/*']],
  ])('refuses the scopes %j and %j, which have no path in common', (ofEndpoint, ofRoute) => {
    const expected = `has no path in common with the endpoint's (${(ofEndpoint ?? UPLOAD_SCOPE).join(', ')})`
    expect(() => commonScope(ofEndpoint, ofRoute)).toThrow(expected)
  })
})
