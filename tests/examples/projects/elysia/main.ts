import { node } from '@elysiajs/node'
import { Elysia } from 'elysia'
import { uploads } from './uploads.js'

new Elysia({ adapter: node() })
  // A hook that uses the body, so that Elysia parses it.
  .onBeforeHandle(({ body }) => void body)
  .use(uploads)
  .listen(3000)
