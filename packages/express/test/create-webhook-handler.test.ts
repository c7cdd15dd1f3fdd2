import { describeWebhookEndpoint } from '@secure-uploading/contract'
import { serveListener } from '@secure-uploading/contract/node'
import express from 'express'
import express4 from 'express-4'
import { createWebhookHandler } from '../src/index.js'
import { framework } from './express-framework.js'

const PATH = '/api/uploadcare-webhook'

describeWebhookEndpoint('Express 5', {
  ...framework,
  serve: (options) => serveListener(express().all(PATH, createWebhookHandler(options))),
})

describeWebhookEndpoint('Express 4', {
  ...framework,
  serve: (options) => serveListener(express4().all(PATH, createWebhookHandler(options))),
})
