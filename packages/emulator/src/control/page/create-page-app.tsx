import { Hono } from 'hono'
import { html } from 'hono/html'
import { PAGE_SCRIPT } from 'virtual:page-script'
import type { Emulation } from '../../emulation.js'
import { PAGE_STYLE } from './page-style.js'
import { Page } from './page.js'

// The page shows untrusted names, so only its own script may run.
const CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'"

/** Creates the routes of the page, its style and its script. */
export function createPageApp(emulation: Emulation): Hono {
  const app = new Hono()
  app.get('/', (context) => {
    context.header('Content-Security-Policy', CONTENT_SECURITY_POLICY)
    return context.html(html`<!doctype html>${<Page emulation={emulation} />}`)
  })
  app.get('/page.css', (context) =>
    context.body(PAGE_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  )
  app.get('/page.js', (context) =>
    context.body(PAGE_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  )
  return app
}
