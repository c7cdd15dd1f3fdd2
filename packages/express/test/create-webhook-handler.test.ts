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

describeWebhookEndpoint('Express 4', {
  serve: (options) => serveListener(express4().all(PATH, createWebhookHandler(options))),
  cookieOf,
})
