import { describe, expect, it } from 'vitest'
import { emulatorWith, upload } from '../webhooks/emulator-with-webhooks.js'
import { PUBLIC_KEY } from '../demo-project.js'
import { postForm } from '../post-form.js'
import { callRest } from './call-rest.js'

const now = '2026-11-23T12:00:00.000000Z'

async function emulatorWithGroup() {
  const { emulator } = emulatorWith([])
  emulator.projects.update(PUBLIC_KEY, { secureUploading: false })
  const uuids = [await upload(emulator), await upload(emulator)]
  const fields = { pub_key: PUBLIC_KEY, 'files[0]': `${uuids[0]}/-/resize/x800/`, 'files[1]': uuids[1] ?? '' }
  const response = await postForm(emulator, '/group/', fields)
  const { id } = (await response.json()) as { id: string }
  return { emulator, id, uuids }
}

describe('/groups/', () => {
  it('describes a group with its files', async () => {
    const { emulator, id, uuids } = await emulatorWithGroup()
    const { status, json } = await callRest(emulator, 'GET', `/groups/${id}/`)
    expect(status).toBe(200)
    expect(json).toMatchObject({
      id,
      datetime_created: now,
      files_count: 2,
      cdn_url: `https://ucarecdn.com/${id}/`,
      url: `https://api.uploadcare.com/groups/${id}/`,
      files: [
        { uuid: uuids[0], default_effects: 'resize/x800/' },
        { uuid: uuids[1], default_effects: '' },
      ],
    })
    expect(Object.keys(json as object)).toEqual([
      'id',
      'datetime_created',
      'files_count',
      'cdn_url',
      'url',
      'files',
    ])
  })

  it('has null in place of a deleted file', async () => {
    const { emulator, id, uuids } = await emulatorWithGroup()
    await callRest(emulator, 'DELETE', `/files/${uuids[0]}/storage/`)
    expect(await callRest(emulator, 'GET', `/groups/${id}/`)).toMatchObject({
      json: { files: [null, { uuid: uuids[1] }] },
    })
  })

  it('lists groups without their files', async () => {
    const { emulator, id } = await emulatorWithGroup()
    expect(await callRest(emulator, 'GET', '/groups/?limit=5')).toMatchObject({
      status: 200,
      json: { next: null, previous: null, total: 1, per_page: 5, results: [{ id, files_count: 2 }] },
    })
    const headers = { Accept: 'application/vnd.uploadcare-v0.5+json' }
    const { json } = await callRest(emulator, 'GET', '/groups/', { headers })
    expect(Object.keys((json as { results: object[] }).results[0] ?? {})).toEqual([
      'id',
      'datetime_created',
      'datetime_stored',
      'files_count',
      'cdn_url',
      'url',
    ])
  })

  it('links pages of groups that were created at one time', async () => {
    const { emulator, id, uuids } = await emulatorWithGroup()
    await postForm(emulator, '/group/', { pub_key: PUBLIC_KEY, 'files[0]': uuids[0] ?? '' })
    const first = (await callRest(emulator, 'GET', '/groups/?limit=1')).json as {
      next: string
      results: { id: string }[]
    }
    const second = (await callRest(emulator, 'GET', `/groups/${new URL(first.next).search}`))
      .json as typeof first
    expect(first.results[0]?.id).toBe(id)
    expect(second.results[0]?.id).toMatch(/~1$/)
    expect(second.next).toBeNull()
  })

  it('deletes a group and keeps its files', async () => {
    const { emulator, id, uuids } = await emulatorWithGroup()
    expect(await callRest(emulator, 'DELETE', `/groups/${id}/`)).toMatchObject({
      status: 204,
      json: undefined,
    })
    expect(await callRest(emulator, 'DELETE', `/groups/${id}/`)).toMatchObject({
      status: 404,
      json: { detail: 'Not found.' },
    })
    expect(await callRest(emulator, 'GET', `/files/${uuids[0]}/`)).toMatchObject({
      json: { datetime_removed: null },
    })
  })
})
