import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Emulation } from '../../emulation.js'
import { PAGE_STYLE } from './page-style.js'
import { Page } from './page.js'
import { runPage } from './run-page.js'

// The page shows names that came from anywhere: nothing but its own script may run in it.
const CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'"

/** The page, its style and its script. */
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
    context.body(`(${runPage.toString()})()`, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  )
  return app
}
