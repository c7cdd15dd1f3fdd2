import { Hono } from 'hono'
import { fileResponse } from '../../cdn/file-response.js'
import type { ServerBindings } from '../../http/server-bindings.js'
import { UploadApiError } from '../../errors/upload-api-error.js'
import { baseUrlOf, type Emulation } from '../../emulation.js'
import { createPageApp } from '../page/create-page-app.js'
import { applyClock } from './apply-clock.js'
import { changeEvents } from './change-events.js'
import { readJson } from './read-json.js'
import { refuseOtherSites } from './refuse-other-sites.js'
import { emulatorState } from './emulator-state.js'
import { uploadFromPage } from './upload-from-page.js'

/** An emulation that can be reset. */
export interface Controlled extends Emulation {
  reset: () => Promise<void>
}

/** Creates the control API under `/_emulator/`: the counterpart of `emulator.projects`, `clock`, `faults` and `journal`. */
export function createControlApp(emulation: Controlled): Hono<{ Bindings: ServerBindings }> {
  const { projects, clock, faults, journal, store, changes } = emulation
  const app = new Hono<{ Bindings: ServerBindings }>()
  app.use(refuseOtherSites(emulation))
  app.use(async (context, next) => {
    await next()
    context.header('Cache-Control', 'no-store')
    if (context.req.method !== 'GET') changes.notify()
  })

  app.route('/', createPageApp(emulation))
  app.get('/state', ({ json }) => json(emulatorState(emulation)))
  app.get('/events', () => changeEvents(changes))
  app.post('/reset', async ({ body }) => {
    await emulation.reset()
    return body(null, 204)
  })

  app.get('/projects', ({ json }) => json(projects.list()))
  app.post('/projects', async ({ req, body }) => {
    projects.addUnchecked(await readJson(req.raw))
    return body(null, 201)
  })
  app.patch('/projects/:publicKey', async ({ req, body }) => {
    projects.updateUnchecked(req.param('publicKey'), await readJson(req.raw))
    return body(null, 204)
  })
  app.post('/projects/:publicKey/secret-keys', async ({ req, body }) => {
    const { secretKey } = await readJson(req.raw)
    projects.addSecretKey(req.param('publicKey'), secretKey)
    return body(null, 201)
  })
  app.delete('/projects/:publicKey/secret-keys/:index', ({ req, body }) => {
    const { publicKey, index } = req.param()
    return body(null, projects.removeSecretKey(publicKey, Number(index)) ? 204 : 404)
  })

  app.get('/clock', ({ json }) => json({ nowMs: clock.nowMs() }))
  app.post('/clock', async ({ req, json }) => {
    applyClock(clock, await readJson(req.raw))
    return json({ nowMs: clock.nowMs() })
  })

  app.get('/faults', ({ json }) => json(emulatorState(emulation)['faults'] as object))
  app.post('/faults', async ({ req, json }) => {
    const { times, ...fault } = await readJson(req.raw)
    // JSON has no Infinity, so null stands for it.
    return json({ id: faults.addUnchecked({ ...fault, times: times === null ? Infinity : times }) }, 201)
  })
  app.delete('/faults', ({ body }) => {
    faults.clear()
    return body(null, 204)
  })
  app.delete('/faults/:id', ({ req, body }) => body(null, faults.remove(Number(req.param('id'))) ? 204 : 404))

  app.get('/journal', ({ req, json }) => {
    const endpoint = req.query('endpoint')
    return json(journal.entries().filter((entry) => endpoint === undefined || entry.endpoint === endpoint))
  })
  app.delete('/journal', ({ body }) => {
    journal.clear()
    return body(null, 204)
  })

  // Used by the page's previews, which must neither consume faults nor appear in the journal.
  app.get('/files/:uuid', ({ req, notFound }) => {
    const file = store.files.get(req.param('uuid'))
    return file ? fileResponse(file, req.raw) : notFound()
  })
  app.post('/files/:publicKey', async ({ req, env, json }) => {
    const baseUrl = baseUrlOf(emulation, req.raw, env)
    return json({ uuids: await uploadFromPage(emulation, req.param('publicKey'), req.raw, baseUrl) }, 201)
  })
  app.delete('/files/:uuid', async ({ req, env, body }) => {
    const file = store.files.get(req.param('uuid'))
    if (!file) return body(null, 404)
    await emulation.fileActions.remove(file, baseUrlOf(emulation, req.raw, env))
    return body(null, 204)
  })

  app.all('*', ({ json }) => json({ error: 'Unknown control endpoint. See the README for the list.' }, 404))
  app.onError((error, { json }) => {
    if (error instanceof TypeError || error instanceof UploadApiError)
      return json({ error: error.message }, 400)
    throw error
  })
  return app
}
