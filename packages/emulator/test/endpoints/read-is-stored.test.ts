import { describe, expect, it } from 'vitest'
import { readIsStored } from '../../src/endpoints/read-is-stored.js'
import { createProjects } from '../../src/projects/project-list.js'

function projectWith(autostore: boolean, storeDefault: 'auto' | '0') {
  const options = { publicKey: 'a', secretKeys: ['b'], autostore, storeDefault }
  const project = createProjects([options], () => 0).find('a')
  if (!project) throw new Error('The project is missing')
  return project
}

describe('readIsStored', () => {
  it.each([
    ['1', [true, true, true, true]],
    ['0', [false, false, false, false]],
    ['true', [true, true, true, true]],
    ['false', [false, false, false, false]],
    ['auto', [true, false, true, false]],
    [undefined, [true, false, false, false]],
  ])('reads %s by the settings autostore and storeDefault', (value, expected) => {
    const projects = [
      projectWith(true, 'auto'),
      projectWith(false, 'auto'),
      projectWith(true, '0'),
      projectWith(false, '0'),
    ]
    expect(projects.map((project) => readIsStored(value, project))).toEqual(expected)
  })
})
