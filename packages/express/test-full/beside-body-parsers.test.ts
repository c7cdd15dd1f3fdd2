import { describeTokenEndpoint, describeWebhookEndpoint } from '@secure-uploading/contract'
import { serveListener } from '@secure-uploading/contract/node'
import express from 'express'
import { createTokenHandler, createWebhookHandler } from '../src/index.js'
import { framework, putIntoVary } from '../test/express-framework.js'

const PATH = '/api/uploadcare-webhook'

describeTokenEndpoint('Express 5 after express.json()', {
  ...framework,
  serve: (options, vary) =>
    serveListener(
      express().use(putIntoVary(vary), express.json()).all('/api/upload-token', createTokenHandler(options)),
    ),
  // Express's router passes no other paths, and Node's HTTP parser no unknown methods.
  lacks: ['every-path', 'every-method-name', 'every-body'],
})

describeWebhookEndpoint('Express 5 before express.json()', {
  ...framework,
  serve: (options) => serveListener(express().all(PATH, createWebhookHandler(options)).use(express.json())),
})

describeWebhookEndpoint('Express 5 after express.raw()', {
  ...framework,
  serve: (options) =>
    serveListener(
      express()
        .use(express.raw({ type: '*/*', limit: '4mb' }))
        .all(PATH, createWebhookHandler(options)),
    ),
  lacks: ['every-content-type'],
})
