// Middlewares, so guards and pipes do not run. A global prefix is added to the paths of `forRoutes`.
import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common'
import { createTokenHandler, createWebhookHandler } from '@secure-uploading/express'
import { findUser } from './find-user.js'

const handleToken = createTokenHandler({
  authorize: (request) => {
    const user = findUser(request.headers.cookie)
    return user && { subject: user.id }
  },
})
const handleWebhook = createWebhookHandler({
  signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
  onEvent: (event) => {
    if (event.type === 'file.uploaded') console.log('uploaded', event.payload.data.uuid)
  },
})

@Module({})
export class UploadsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(handleToken).forRoutes('api/upload-token')
    consumer.apply(handleWebhook).forRoutes('api/uploadcare-webhook')
  }
}
