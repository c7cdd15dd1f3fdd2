import { describeWebhookEndpoint } from '@secure-uploading/contract'
import { serveListener } from '@secure-uploading/contract/node'
import express, { type Request } from 'express'
import express4 from 'express-4'
import { createWebhookHandler } from '../src/index.js'

const PATH = '/api/uploadcare-webhook'
const cookieOf = (request: Request) => request.get('cookie')

describeWebhookEndpoint('Express 5', {
  serve: (options) => serveListener(express().all(PATH, createWebhookHandler(options))),
  cookieOf,
})

describeWebhookEndpoint('Express 5 before express.json()', {
  serve: (options) => serveListener(express().all(PATH, createWebhookHandler(options)).use(express.json())),
  cookieOf,
})

describeWebhookEndpoint('Express 5 after express.raw()', {
  serve: (options) =>
    serveListener(
      express()
        .use(express.raw({ type: '*/*', limit: '4mb' }))
        .all(PATH, createWebhookHandler(options)),
    ),
  cookieOf,
  lacks: ['every-content-type'],
})

describeWebhookEndpoint('Express 4', {
  serve: (options) => serveListener(express4().all(PATH, createWebhookHandler(options))),
  cookieOf,
})
