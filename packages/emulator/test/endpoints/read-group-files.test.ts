import { expect, test } from 'vitest'
import { readGroupFiles } from '../../src/endpoints/read-group-files.js'

const UUID = '17be4678-dab7-4bc7-8753-28914a22960a'
const CDN = `https://ucarecdn.com/${UUID}`
const read = (...fields: [string, string][]) => readGroupFiles({ fields })

test.each([
  [UUID, ''],
  [`${UUID}/`, ''],
  [`${UUID}/-/resize/x800/`, 'resize/x800/'],
  [`${UUID}/-/resize/x800`, 'resize/x800'],
  [`${CDN}/`, ''],
  [`${CDN}/image.jpg`, ''],
  [`${CDN}/image`, ''],
  [`${CDN}/image.jpg/`, ''],
  [`${CDN}/resize/x800/`, ''],
  [`${UUID}/resize/x600`, ''],
  [`${CDN}/-/preview/-/resize/x800/`, 'preview/-/resize/x800/'],
  [`${CDN}/-/resize/x800/image.jpg`, 'resize/x800/'],
  [`${CDN}/-/resize/x800/my.image.jpg`, 'resize/x800/'],
])('%s has the default effects %j', (value, defaultEffects) => {
  expect(read(['files[]', value])).toEqual([{ uuid: UUID, defaultEffects }])
})

test.each(['image.jpg', `${UUID}0`, `${CDN}~1/nth/0/`])('%s is refused as a group file', (value) => {
  expect(() => read(['files[]', value])).toThrow(`This is not valid file url: ${value}.`)
})

test('group files are ordered by their numbers, then by their order in the form', () => {
  const uuids = ['1', '2', '3', '4'].map((digit) => UUID.replace(/.$/, digit))
  const [first = '', second = '', third = '', fourth = ''] = uuids
  const numbered = read(['files[10]', third], ['files[2]', second], ['files[0]', first])
  expect(numbered.map(({ uuid }) => uuid)).toEqual([first, second, third])
  const mixed = read(['files[]', third], ['files[1]', second], ['files[]', fourth], ['files[0]', first])
  expect(mixed.map(({ uuid }) => uuid)).toEqual(uuids)
})
