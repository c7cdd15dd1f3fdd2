import { buildPage } from '../src/build-page.js'
import { describeInAPage } from '../src/describe-in-a-page.js'
import { createExpressApp } from '../src/express-app.js'
import { createLambdaApp } from '../src/lambda-app.js'
import { createNextApp } from '../src/next-app.js'
import { startStage } from '../src/start-stage.js'

describeInAPage('Express', async () => startStage(createExpressApp, await buildPage()))
describeInAPage('Next', async () => startStage(createNextApp, await buildPage()))
describeInAPage('Lambda', async () => startStage(createLambdaApp, await buildPage()))
