import { describeWebhookConnections, serveListener } from '@secure-uploading/contract/node'
import express from 'express'
import express4 from 'express-4'
import { createWebhookHandler } from '../src/index.js'

describeWebhookConnections('Express 5', {
  serve: (options) => serveListener(express().use(createWebhookHandler(options))),
})

describeWebhookConnections('Express 4', {
  serve: (options) => serveListener(express4().use(createWebhookHandler(options))),
})
