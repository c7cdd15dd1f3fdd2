import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editDevScript } from './app/edit-dev-script.js'
import { findFreePort } from './app/find-free-port.js'
import { startScript, type StartedScript } from './app/start-script.js'
import { uploadInChromium } from './app/upload-in-chromium.js'
import { createUser, type User } from './app/user.js'

const INIT = 'npx --yes @secure-uploading/cli init --yes'
const EXPRESS_VITE = path.resolve(import.meta.dirname, '../projects/express-vite')

/** What `init --json` prints. */
interface Report {
  changes: { kind: string }[]
  doctor: { status: string; url: string; summary: { failure: number; warning: number }; findings: Finding[] }
}

interface Finding {
  check: string
  level: string
}

/** An app without uploads. `create` returns the address of its page with the component, once it has them. */
interface FreshApp {
  name: string
  readonly create: (user: User, app: string) => Promise<string>
}

const CREATE = 'npm create @secure-uploading app -- --template'

const FRESH_APPS: FreshApp[] = [
  {
    name: 'app of the template next',
    async create(user, app) {
      await user.run(`${CREATE} next`)
      await user.run('npm install', app)
      const port = await findFreePort()
      await editDevScript(app, `next dev --hostname 127.0.0.1 --port ${port}`)
      return `http://127.0.0.1:${port}/upload`
    },
  },
  {
    name: 'app of the template express',
    async create(user, app) {
      await user.run(`${CREATE} express`)
      await user.run('npm install', app)
      const port = await findFreePort()
      await replaceIn(path.join(app, 'server.ts'), 'app.listen(port,', `app.listen(${port}, '127.0.0.1',`)
      await user.run('npx tsc', app)
      return `http://127.0.0.1:${port}/upload.html`
    },
  },
  {
    name: 'app of the template sveltekit',
    async create(user, app) {
      await user.run(`${CREATE} sveltekit`)
      await user.run('npm install', app)
      const port = await findFreePort()
      await editDevScript(app, `vite dev --host 127.0.0.1 --port ${port} --strictPort`)
      return `http://127.0.0.1:${port}/upload`
    },
  },
  {
    name: 'Next app',
    async create(user, app) {
      await user.run('npx --yes create-next-app@16.4.3 app --yes --ts --app --empty --use-npm --disable-git')
      const port = await findFreePort()
      await editDevScript(app, `next dev --hostname 127.0.0.1 --port ${port}`)
      return `http://127.0.0.1:${port}/upload`
    },
  },
  {
    name: 'Express and Vite app',
    async create(user, app) {
      await cp(EXPRESS_VITE, app, { recursive: true })
      const [port, vitePort] = [await findFreePort(), await findFreePort()]
      await replaceIn(path.join(app, 'server.js'), '3000', String(port))
      await replaceIn(path.join(app, 'package.json'), 'VITE_PORT', String(vitePort))
      await user.run('npm install', app)
      return `http://127.0.0.1:${vitePort}/upload.html`
    },
  },
  {
    name: 'SvelteKit app',
    async create(user, app) {
      await user.run(
        'npx --yes sv@0.17.1 create app --template minimal --types ts --no-add-ons --install npm',
      )
      const port = await findFreePort()
      await editDevScript(app, `vite dev --host 127.0.0.1 --port ${port} --strictPort`)
      return `http://127.0.0.1:${port}/upload`
    },
  },
]

describeInChromium('init in a fresh app', () => {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  describe.each(FRESH_APPS)('$name', ({ create }) => {
    let user: User | undefined
    let started: StartedScript | undefined
    let page = ''
    let report: Report | undefined
    afterAll(async () => {
      await started?.interrupt()
      await user?.leave()
    })

    it('uploads to the emulator after three commands: create, init, dev:uploads', async () => {
      user = await createUser()
      const app = path.join(user.folder, 'app')
      page = await create(user, app)
      // Changes nothing in the app of a template.
      report = JSON.parse(await user.run(`${INIT} --json`, app)) as Report
      started = startScript(app, 'dev:uploads', user.env)
      await started.answers(page)
      const emulatorUrl = /Emulator of Uploadcare's Upload API: (\S+)/.exec(started.output())?.[1]

      if (browser === undefined) throw new Error('The browser has not started')
      const { url, content } = await uploadInChromium(browser, page)
      expect([url.startsWith(`${emulatorUrl}/`), content]).toEqual([true, 'Hello'])
    })

    it('is checked by the doctor in the running app, at the port of its page', () => {
      const { port, pathname } = new URL(report?.doctor.url ?? '')
      expect([port, pathname]).toEqual([new URL(page).port, '/api/upload-token'])
      expect(report?.doctor).toMatchObject({ status: 'checked', summary: { failure: 0, warning: 0 } })
      const skipped = report?.doctor.findings.filter(({ level }) => level === 'unchecked')
      expect(skipped?.map(({ check }) => check)).toEqual(['anyone'])
    })

    it('ends the app and the emulator with one Ctrl-C', async () => {
      expect(await started?.interrupt()).toBe(true)
    })

    it('answers 401 without the emulator until "authorize" is edited', async () => {
      if (user === undefined) throw new Error('The app was not created')
      const app = path.join(user.folder, 'app')
      const keys = { UPLOADCARE_PUBLIC_KEY: 'demopublickey', UPLOADCARE_SECRET_KEY: 'demosecretkey' }
      started = startScript(app, 'dev', { ...user.env, ...keys })
      const { origin } = new URL(page)
      await started.answers(page)
      const requestToken = async (): Promise<number> =>
        (await fetch(`${origin}/api/upload-token`, { method: 'POST', headers: { Origin: origin } })).status

      // Vite may answer 502 until the server behind its proxy listens.
      await expect.poll(requestToken).toBe(401)
      await started.interrupt()
    })

    it('changes nothing when it runs again', async () => {
      const output = await user?.run(`${INIT} --json --no-doctor`, path.join(user.folder, 'app'))
      const { changes } = JSON.parse(output ?? '') as Report

      expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['unchanged']))
    })
  })
})

async function replaceIn(file: string, from: string, to: string): Promise<void> {
  await writeFile(file, (await readFile(file, 'utf8')).replace(from, to))
}
