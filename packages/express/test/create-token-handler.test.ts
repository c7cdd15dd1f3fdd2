import { describeTokenEndpoint } from '@secure-uploading/contract'
import { serveListener } from '@secure-uploading/contract/node'
import express, { type Request } from 'express'
import express4 from 'express-4'
import { createTokenHandler } from '../src/index.js'

const cookieOf = (request: Request) => request.get('cookie')
// Its router keeps other paths to itself, and Node's parser of HTTP the methods that it does not know.
const lacks = ['every-path', 'every-method-name'] as const

describeTokenEndpoint('Express 5', {
  serve: (options) => serveListener(express().all('/api/upload-token', createTokenHandler(options))),
  cookieOf,
  lacks,
})

describeTokenEndpoint('Express 4', {
  serve: (options) => serveListener(express4().all('/api/upload-token', createTokenHandler(options))),
  cookieOf,
  lacks,
})
