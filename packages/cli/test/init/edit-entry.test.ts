import { describe, expect, it } from 'vitest'
import { editEntry } from '../../src/init/frameworks/express/edit-entry.js'
import { EXPRESS_SERVER } from './create-app.js'

const edit = (text: string): string[] => (editEntry(text, './upload-token.js') ?? 'not found').split('\n')

describe('the mounted endpoint in the file of an Express app', () => {
  it('comes after the middlewares and before the first route', () => {
    const lines = edit(EXPRESS_SERVER)
    const place = lines.indexOf("app.all('/api/upload-token', uploadToken)")

    expect(lines[1]).toBe("import { uploadToken } from './upload-token.js'")
    expect(place).toBeGreaterThan(lines.indexOf('app.use(express.json())'))
    expect(place).toBeLessThan(lines.findIndex((line) => line.startsWith('app.get(')))
  })

  it('keeps the rest of the file', () => {
    const added = edit(EXPRESS_SERVER).filter((line) => !EXPRESS_SERVER.split('\n').includes(line))

    expect(added).toEqual([
      "import { uploadToken } from './upload-token.js'",
      "app.all('/api/upload-token', uploadToken)",
    ])
  })

  it('is required in CommonJS, with the semicolons of the file', () => {
    const text = "const express = require('express');\nconst app = express();\napp.listen(3000);\n"

    expect(edit(text)).toEqual([
      "const express = require('express');",
      "const { uploadToken } = require('./upload-token.js');",
      'const app = express();',
      "app.all('/api/upload-token', uploadToken);",
      '',
      'app.listen(3000);',
      '',
    ])
  })

  it('is indented like an app that a function creates', () => {
    const text = `import express, { type Express } from 'express'
export function createApp(): Express {
  const app: Express = express()
  app.use(session())
  return app
}
`
    expect(edit(text)).toContain("  app.all('/api/upload-token', uploadToken)")
    expect(edit(text).indexOf("  app.all('/api/upload-token', uploadToken)")).toBe(5)
  })

  it.each([
    ["app.use('/api', router)"],
    ["app.use(express.static('public'))"],
    ['app.use((request, response) => response.sendStatus(404))'],
    ['app.use(async function (request, response) {})'],
    ['app.use((error, request, response, next) => next(error))'],
    ['const server = app.listen(3000)'],
    ['createServer(app).listen(3000)'],
    ['export default app'],
    ['module.exports = app'],
    ['app.use(vite.middlewares)'],
  ])('comes before %j', (line) => {
    const lines = edit(`import express from 'express'\nconst app = express()\napp.use(session())\n${line}\n`)

    expect(lines.indexOf("app.all('/api/upload-token', uploadToken)")).toBe(4)
    expect(lines.indexOf(line)).toBe(6)
  })

  it('comes before a block that serves files', () => {
    const block =
      "if (production) {\n  log()\n  app.use(express.static('dist'))\n} else {\n  app.use(vite.middlewares)\n}"
    const lines = edit(`import express from 'express'\nconst app = express()\n${block}\napp.listen(1)\n`)

    expect(lines.indexOf("app.all('/api/upload-token', uploadToken)")).toBe(3)
  })

  it.each([
    ['app.use((request, response, next) => next())'],
    ['app.use(async (request: Request, response: Response, next: NextFunction) => next())'],
    ['app.use(helmet())'],
    ['app.use(cookieParser)'],
  ])('comes after %j', (line) => {
    const lines = edit(`import express from 'express'\nconst app = express()\n${line}\napp.get("/", home)\n`)

    expect(lines.indexOf("app.all('/api/upload-token', uploadToken)")).toBe(4)
  })

  it('keeps the line endings of Windows', () => {
    const text = editEntry(EXPRESS_SERVER.replaceAll('\n', '\r\n'), './upload-token.js')

    expect(text?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text?.replaceAll('\r\n', '\n')).toBe(editEntry(EXPRESS_SERVER, './upload-token.js'))
  })

  it('is not mounted twice', () => {
    const once = editEntry(EXPRESS_SERVER, './upload-token.js')

    expect(editEntry(once ?? '', './upload-token.js')).toBe(once)
  })

  it.each([
    ['no Express app', 'import http from "node:http"\nhttp.createServer().listen(3000)\n'],
    ['two Express apps', "import express from 'express'\nconst a = express()\nconst b = express()\n"],
    ['an app in a comment', "import express from 'express'\n// const app = express()\n"],
  ])('is not placed in a file with %s', (_name, text) => {
    expect(editEntry(text, './upload-token.js')).toBeUndefined()
  })
})
