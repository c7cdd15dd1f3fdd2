import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { UploadsModule } from './uploads.module.js'

// `rawBody`, because Nest parses JSON before any middleware, and the webhook's signature covers the raw bytes.
const app = await NestFactory.create<NestExpressApplication>(UploadsModule, { rawBody: true })
// Nest refuses bodies of more than 100 kB by default.
app.useBodyParser('json', { limit: '1mb' })
await app.listen(3000)
