import { describeTokenEndpoint } from '@secure-uploading/contract'
import { serveListener } from '@secure-uploading/contract/node'
import express, { type Request } from 'express'
import express4 from 'express-4'
import { createTokenHandler } from '../src/index.js'

const cookieOf = (request: Request) => request.get('cookie')

describeTokenEndpoint('Express 5', {
  serve: (options) => serveListener(express().all('/api/upload-token', createTokenHandler(options))),
  cookieOf,
})

describeTokenEndpoint('Express 5 after express.json()', {
  serve: (options) =>
    serveListener(express().use(express.json()).all('/api/upload-token', createTokenHandler(options))),
  cookieOf,
})

describeTokenEndpoint('Express 4', {
  serve: (options) => serveListener(express4().all('/api/upload-token', createTokenHandler(options))),
  cookieOf,
})
