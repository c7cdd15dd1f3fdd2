import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { parseGrant } from '../../src/authorize/parse-grant.js'

it.each([
  ['without a prototype', Object.assign(Object.create(null) as object, { subject: 'ada' })],
  ['of another realm', runInNewContext("({ subject: 'ada' })") as object],
])('takes a grant %s', (_what, granted) => {
  expect(parseGrant(granted, 'signature')).toEqual({ subject: 'ada' })
})

it('takes no grant of what inherits it, for nobody sees there what else it has', () => {
  const inherited: unknown = Object.create({ subject: 'ada' })
  expect(() => parseGrant(inherited, 'signature')).toThrow('"authorize" must return a grant')
})
