import { describeTokenEndpoint } from '@secure-uploading/contract'
import { serveListener } from '@secure-uploading/contract/node'
import express from 'express'
import express4 from 'express-4'
import { createTokenHandler } from '../src/index.js'
import { framework, putIntoVary } from './express-framework.js'

const PATH = '/api/upload-token'
// Express's router passes no other paths, and Node's HTTP parser no unknown methods.
const lacks = ['every-path', 'every-method-name'] as const

describeTokenEndpoint('Express 5', {
  ...framework,
  serve: (options, vary) =>
    serveListener(express().use(putIntoVary(vary)).all(PATH, createTokenHandler(options))),
  lacks,
})

describeTokenEndpoint('Express 4', {
  ...framework,
  serve: (options, vary) =>
    serveListener(express4().use(putIntoVary(vary)).all(PATH, createTokenHandler(options))),
  lacks,
})
