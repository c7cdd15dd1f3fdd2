import * as client from '@secure-uploading/client'
import * as tokenSource from '@secure-uploading/client/token-source'
import * as emulator from '@secure-uploading/emulator/node'
import * as backend from '@secure-uploading/express'
import express from 'express'
import { uploadThroughExpress } from './upload-through-express.cjs'

const outcome = await uploadThroughExpress({ express, backend, client, tokenSource, emulator })
console.log(JSON.stringify(outcome))
