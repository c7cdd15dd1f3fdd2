import { describeTokenEndpoint, describeWebhookEndpoint } from '@secure-uploading/contract'
import { serveListener } from '@secure-uploading/contract/node'
import express, { type Request } from 'express'
import { createTokenHandler, createWebhookHandler } from '../src/index.js'

const PATH = '/api/uploadcare-webhook'
const cookieOf = (request: Request) => request.get('cookie')
// Its router keeps other paths to itself, and Node's parser of HTTP the methods that it does not know.
const lacks = ['every-path', 'every-method-name'] as const

describeTokenEndpoint('Express 5 after express.json()', {
  serve: (options) =>
    serveListener(express().use(express.json()).all('/api/upload-token', createTokenHandler(options))),
  cookieOf,
  lacks: [...lacks, 'every-body'],
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
